import { createHash } from 'node:crypto';
import type { Hex } from './colour';
import { type Hue, inverseTones, type Role, type Scheme, surfaceTones, type Tones } from './group';

/** One drawn part of a mark, on a field of 44 × 44. Without `stroke` the shape is filled. */
export interface MarkShape {
  d: string;
  tone: 'ink' | 'accent';
  stroke?: number;
}

/** What an organisation chooses of its looks. Everything else follows, so contrast does not depend on taste. */
export interface HouseStyle {
  brand: Hue;
  accent: Hue;
  /** Third hue, for telling people apart (avatars). */
  accent3?: Hue;
  mark: MarkShape[];
}

const GROUPS = [
  'default',
  'accent-1',
  'accent-2',
  'accent-3',
  'action-1',
  'action-2',
  'info',
  'positive',
  'warning',
  'negative',
  'disabled',
] as const;
export type Group = (typeof GROUPS)[number];
export type Palette = Record<Group | `${Group}-inverse`, Tones>;

/** Status hues are not brandable: green, amber and red mean the same at every organisation. */
function hues({ brand, accent, accent3 }: HouseStyle): Record<Group, Hue> {
  return {
    default: { h: brand.h, c: 0.022, cSoft: 0.006 },
    'accent-1': brand,
    'accent-2': accent,
    'accent-3': accent3 ?? { h: 305, c: 0.09, cSoft: 0.025 },
    'action-1': brand,
    'action-2': brand,
    info: { h: 248, c: 0.11, cSoft: 0.028 },
    positive: { h: 158, c: 0.09, cSoft: 0.032 },
    warning: { h: 72, c: 0.105, cSoft: 0.045 },
    negative: { h: 25, c: 0.16, cSoft: 0.03 },
    disabled: { h: brand.h, c: 0.012, cSoft: 0.006 },
  };
}

/** All tones of a house style in one scheme. */
export function palette(style: HouseStyle, scheme: Scheme): Palette {
  const entries = Object.entries(hues(style)).flatMap(([group, hue]) => [
    [group, surfaceTones(hue, scheme)],
    [`${group}-inverse`, inverseTones(hue, scheme)],
  ]);
  return Object.fromEntries(entries) as Palette;
}

/**
 * The tokens that the stylesheets read (a test holds them against client/). The other half of NL Design System's set
 * would only make each first visit longer.
 */
export const SENT: Partial<Record<keyof Palette, readonly Role[]>> = {
  default: [
    'bg-active',
    'bg-default',
    'bg-document',
    'bg-subtle',
    'border-default',
    'border-subtle',
    'color-active',
    'color-default',
    'color-document',
  ],
  'accent-1': [
    'bg-active',
    'bg-default',
    'border-default',
    'color-active',
    'color-default',
    'color-document',
    'color-subtle',
  ],
  'accent-2': [
    'bg-active',
    'bg-default',
    'bg-document',
    'border-default',
    'border-active',
    'color-active',
    'color-default',
    'color-document',
  ],
  'accent-3': ['bg-active', 'color-active'],
  'action-1': [
    'bg-active',
    'bg-default',
    'bg-hover',
    'bg-subtle',
    'border-active',
    'border-default',
    'border-hover',
    'color-active',
    'color-default',
    'color-hover',
  ],
  'action-2': ['color-active', 'color-default', 'color-hover'],
  info: ['bg-default', 'bg-hover', 'color-active', 'color-default', 'color-document'],
  positive: [
    'bg-active',
    'bg-default',
    'bg-hover',
    'border-default',
    'color-active',
    'color-default',
    'color-document',
  ],
  warning: ['bg-active', 'bg-document', 'bg-hover', 'border-default', 'color-active', 'color-default'],
  negative: [
    'bg-default',
    'bg-document',
    'bg-hover',
    'border-default',
    'color-active',
    'color-default',
    'color-document',
  ],
  disabled: ['bg-default', 'border-subtle', 'color-subtle'],
  'action-1-inverse': [
    'bg-active',
    'bg-default',
    'bg-document',
    'bg-hover',
    'color-active',
    'color-default',
    'color-hover',
    'color-subtle',
  ],
  'accent-2-inverse': ['bg-default', 'color-default'],
  'positive-inverse': ['bg-default', 'color-default'],
};

function declarations(style: HouseStyle, scheme: Scheme): string {
  const tones = palette(style, scheme);
  return Object.entries(SENT)
    .flatMap(([group, roles]) =>
      roles.map((role) => `--basis-color-${group}-${role}:${tones[group as keyof Palette][role]}`),
    )
    .join(';');
}

/**
 * The theme file of an organisation: light tones, and dark ones for who asks for them in the browser (unless the page
 * carries a choice in `data-color-scheme`).
 */
export function themeCss(style: HouseStyle): string {
  const dark = declarations(style, 'dark');
  return (
    `:root{${declarations(style, 'light')}}` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-color-scheme=light]){${dark}}}` +
    `@media screen{:root[data-color-scheme=dark]{${dark}}}`
  );
}

const hashes = new WeakMap<HouseStyle, string>();

/** Where the theme file is served; the address changes with the content, so browsers may keep it for a year. */
export function themePath(slug: string, style: HouseStyle): string {
  let hash = hashes.get(style);
  if (hash === undefined) {
    // Every page asks; solving all tones takes milliseconds.
    hash = createHash('sha256').update(themeCss(style)).digest('hex').slice(0, 10);
    hashes.set(style, hash);
  }
  return `/assets/theme-${slug}-${hash}.css`;
}

const fingerprint = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 10);

/** Colours of the mark on a page that carries another organisation's theme (the chooser of the demonstration). */
export function markColours(style: HouseStyle): { ground: Hex; ink: Hex; accent: Hex } {
  const tones = palette(style, 'light');
  const fill = tones['action-1-inverse'];
  return { ground: fill['bg-default'], ink: fill['color-default'], accent: tones['accent-2']['bg-active'] };
}

/** The mark as a file of its own, for the browser's tab. */
export function markSvg(style: HouseStyle): string {
  const colours = markColours(style);
  const parts = style.mark.map(({ d, tone, stroke }) =>
    stroke === undefined
      ? `<path d="${d}" fill="${colours[tone]}"/>`
      : `<path d="${d}" stroke="${colours[tone]}" stroke-width="${stroke}"/>`,
  );
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    `<rect width="44" height="44" rx="13" fill="${colours.ground}"/>${parts.join('')}</svg>`
  );
}

/** Where the mark is served. */
export function markPath(slug: string, style: HouseStyle): string {
  return `/assets/mark-${slug}-${fingerprint(markSvg(style))}.svg`;
}
