import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, hex } from './colour';
import type { Scheme } from './group';
import { type HouseStyle, houseStyles, themeCss, themePath } from './index';
import { palette, SENT } from './theme';

const SURFACES = ['bg-document', 'bg-subtle', 'bg-default', 'bg-hover', 'bg-active'] as const;
const TEXTS = ['color-default', 'color-hover', 'color-active', 'color-subtle', 'color-document'] as const;
const STATES = ['default', 'hover', 'active'] as const;

/** Every pair of a palette that stays under what WCAG 2.2 AA asks (filled things: under what we ask). */
function failures(style: HouseStyle, scheme: Scheme): string[] {
  const tones = palette(style, scheme);
  const found: string[] = [];
  const ask = (one: string, other: string, target: number, what: string): void => {
    if (contrast(one, other) < target - 0.005) found.push(`${what} ${contrast(one, other).toFixed(2)}`);
  };
  for (const [name, group] of Object.entries(tones)) {
    if (name.endsWith('-inverse')) {
      for (const state of STATES) ask(group[`color-${state}`], group[`bg-${state}`], 4.5, `${name} ${state}`);
      ask(group['color-document'], group['bg-document'], 7, `${name} document`);
      ask(group['color-subtle'], group['bg-document'], 4.5, `${name} subtle`);
      ask(group['bg-default'], tones.default['bg-document'], 3, `${name} fill on page`);
      continue;
    }
    for (const surface of SURFACES) {
      for (const text of TEXTS) ask(group[text], group[surface], 4.5, `${name} ${text} on ${surface}`);
      ask(group['border-default'], group[surface], 3, `${name} border on ${surface}`);
    }
  }
  return found;
}

describe('contrast', () => {
  for (const [slug, style] of Object.entries(houseStyles)) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`every pair of ${slug} in ${scheme} is readable`, () => expect(failures(style, scheme)).toEqual([]));
    }
  }

  test('no pair of hues that a house style may choose is unreadable', () => {
    const hue = fc.record({ h: fc.integer({ min: 0, max: 359 }), c: fc.double({ min: 0.04, max: 0.16, noNaN: true }) });
    const style = fc.record({ brand: hue, accent: hue, mark: fc.constant<HouseStyle['mark']>([]) });
    fc.assert(
      fc.property(style, fc.constantFrom<Scheme>('light', 'dark'), (s, scheme) => failures(s, scheme).length === 0),
      { seed: 20261123, numRuns: 40 },
    );
  });

  test('black on white is 21 and a colour on itself 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast(hex(0.5, 0.1, 218), hex(0.5, 0.1, 218))).toBe(1);
  });
});

describe('theme file', () => {
  test('it carries exactly the tokens that the stylesheets read', () => {
    const styles = readdirSync('client/styles').map((name) => readFileSync(`client/styles/${name}`, 'utf8'));
    const markup = ['src/ui/mark.tsx', 'src/ui/art.tsx'].map((path) => readFileSync(path, 'utf8'));
    const read = new Set(
      [...[...styles, ...markup].join('\n').matchAll(/var\(\s*--basis-color-([a-z0-9-]+)/g)].map((match) => match[1]),
    );
    read.delete('transparent');
    const sent = new Set(Object.entries(SENT).flatMap(([group, roles]) => roles.map((role) => `${group}-${role}`)));
    expect([...read].filter((name) => !sent.has(`${name}`))).toEqual([]);
    expect([...sent].filter((name) => !read.has(name))).toEqual([]);
  });

  test('it is small, has a dark half, and its address follows its content', () => {
    const { duinzicht, drecht } = houseStyles;
    const css = themeCss(duinzicht);
    expect(css).toContain('prefers-color-scheme:dark');
    expect(css.length).toBeLessThan(16_000);
    expect(themePath('duinzicht', duinzicht)).toMatch(/^\/assets\/theme-duinzicht-[0-9a-f]{10}\.css$/);
    expect(themePath('x', duinzicht)).not.toBe(themePath('x', drecht));
    expect(themePath('x', duinzicht)).not.toBe(themePath('x', { ...duinzicht, brand: { h: 219, c: 0.085 } }));
  });
});
