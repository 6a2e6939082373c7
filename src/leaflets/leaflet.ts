/** Leaflets as they are written: data files, one a language, checked when the program starts. */
import { z } from 'zod';
import { calendarDate, slug } from '../organisations';
import type { Language } from '../platform/i18n';
import { ICON_NAMES } from '../ui/icon-names';

export const subjects = ['examination', 'treatment', 'admission', 'medicine', 'condition'] as const;
export type Subject = (typeof subjects)[number];

const line = z.string().trim().min(1);
const lines = z.array(line).min(1);

const section = z.strictObject({
  heading: line,
  text: lines.optional(),
  list: lines.optional(),
  /** What happens one after the other. */
  steps: lines.optional(),
  after: lines.optional(),
  /** When to call: stands out. */
  urgent: z.boolean().optional(),
});

const words = {
  title: line,
  /** One sentence under the title and in the list. */
  summary: line,
  /** What people call it when they search. */
  words: z.array(line),
  sections: z.array(section).min(1),
};

/** Who of the doctors read it, and when; null: nobody yet, and the page says so. */
const reviewed = z.strictObject({ by: line, on: calendarDate }).nullable();

const original = z.strictObject({
  subject: z.enum(subjects),
  icon: z.enum(ICON_NAMES),
  version: z.int().min(1),
  date: calendarDate,
  maker: line,
  reviewed,
  ...words,
});

const translation = z.strictObject({
  /** Of which version of the Dutch text it is the translation. */
  version: z.int().min(1),
  translator: line,
  reviewed,
  ...words,
});

export type Section = z.output<typeof section>;

export interface LeafletText {
  readonly title: string;
  readonly summary: string;
  readonly words: readonly string[];
  readonly sections: readonly Section[];
  readonly reviewed: z.output<typeof reviewed>;
}

export interface Leaflet {
  readonly slug: string;
  readonly subject: Subject;
  readonly icon: z.output<typeof original>['icon'];
  readonly version: number;
  readonly date: string;
  readonly maker: string;
  readonly nl: LeafletText;
  readonly en: LeafletText;
}

/** The words in the reader's language; the generated test language shows the Dutch ones. */
export const textIn = (leaflet: Leaflet, language: Language): LeafletText =>
  language === 'en' ? leaflet.en : leaflet.nl;

/**
 * Makes leaflets of files by their names. Throws for a file that is not right, a leaflet that is not there in both
 * languages, and a translation of another version than the Dutch text has.
 */
export function readLeaflets(dutch: Record<string, unknown>, english: Record<string, unknown>): Leaflet[] {
  const name = (path: string) => slug.parse(/([^/]+)\.json$/.exec(path)?.[1]);
  const translations = new Map(Object.entries(english).map(([path, json]) => [name(path), translation.parse(json)]));
  const leaflets = Object.entries(dutch).map(([path, json]) => {
    const { subject, icon, version, date, maker, ...nl } = original.parse(json);
    const en = translations.get(name(path));
    if (en?.version !== version) throw new Error(`leaflet ${name(path)}: no English text of version ${version}`);
    return { slug: name(path), subject, icon, version, date, maker, nl, en };
  });
  const alone = [...translations.keys()].filter((one) => !leaflets.some((leaflet) => leaflet.slug === one));
  if (alone.length > 0) throw new Error(`leaflets without a Dutch text: ${alone.join(', ')}`);
  return leaflets;
}

/** All leaflets there are; what an organisation offers of them is its policy. */
export const leaflets: readonly Leaflet[] = readLeaflets(
  import.meta.glob<unknown>('../../leaflets/nl/*.json', { eager: true, import: 'default' }),
  import.meta.glob<unknown>('../../leaflets/en/*.json', { eager: true, import: 'default' }),
);
