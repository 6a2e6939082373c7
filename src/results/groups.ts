/** How results are grouped for people: what the chips say, and what a result is called that may not be named yet. */
import type { IconName } from '../ui';
import type { ResultCategory } from './categories';

export const resultGroups = ['blood', 'microbes', 'images', 'tissue', 'function', 'heredity', 'other'] as const;
export type ResultGroup = (typeof resultGroups)[number];

const groupOfCategory: Record<ResultCategory, ResultGroup> = {
  chemistry: 'blood',
  haematology: 'blood',
  transfusion: 'blood',
  microbiology: 'microbes',
  sti: 'microbes',
  radiology: 'images',
  pathology: 'tissue',
  function: 'function',
  genetics: 'heredity',
  hla: 'heredity',
  other: 'other',
  unknown: 'other',
};

/** What stands in addresses: `?soort=bloed`. */
export const groupSlugs: Record<ResultGroup, string> = {
  blood: 'bloed',
  microbes: 'bacterien',
  images: 'beeld',
  tissue: 'weefsel',
  function: 'functie',
  heredity: 'erfelijk',
  other: 'overig',
};

const icons: Record<ResultGroup, IconName> = {
  blood: 'droplet',
  microbes: 'microscope',
  images: 'photo',
  tissue: 'microscope',
  function: 'heartbeat',
  heredity: 'users',
  other: 'file-text',
};

export const groupOf = (category: string): ResultGroup => groupOfCategory[category as ResultCategory] ?? 'other';

export const groupIcon = (category: string): IconName => icons[groupOf(category)];

export const groupOfSlug = (slug: string | undefined): ResultGroup | undefined =>
  resultGroups.find((group) => groupSlugs[group] === slug);

export const categoriesOf = (group: ResultGroup): string[] =>
  Object.entries(groupOfCategory).flatMap(([category, of]) => (of === group ? [category] : []));
