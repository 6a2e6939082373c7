import { describe, expect, test } from 'vitest';
import { leaflets, readLeaflets, type Section, subjects } from './leaflet';
import { sentencesOf } from './rules';

const dutch = leaflets.flatMap(({ slug, nl }) =>
  [nl.title, nl.summary, ...nl.sections.flatMap(sentencesOf)].map((text) => ({ slug, text })),
);
const shapeOf = ({ text, list, steps, after, urgent }: Section) => [
  text?.length,
  list?.length,
  steps?.length,
  after?.length,
  urgent,
];
const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

describe('PU-02 the leaflets', () => {
  test('are ten at least, and every subject has one', () => {
    expect(leaflets.length).toBeGreaterThanOrEqual(10);
    expect(subjects.filter((subject) => !leaflets.some((leaflet) => leaflet.subject === subject))).toEqual([]);
  });

  test.each(leaflets.map((leaflet) => [leaflet.slug, leaflet] as const))(
    '%s says the same in both languages, part by part',
    (_, { nl, en }) => {
      expect(en.sections.map(shapeOf)).toEqual(nl.sections.map(shapeOf));
      expect(en.title).not.toBe('');
    },
  );

  test.each(leaflets.map((leaflet) => [leaflet.slug, leaflet] as const))(
    '%s says when to call, and names 112 in both languages or in none',
    (_, { nl, en }) => {
      const text = (sections: readonly Section[]) => sections.flatMap(sentencesOf).join(' ');
      expect(nl.sections.some(({ heading }) => /bel/i.test(heading))).toBe(true);
      expect(text(en.sections).includes('112')).toBe(text(nl.sections).includes('112'));
    },
  );

  test('are plain Dutch: "u", everyday words, short sentences', () => {
    const official = /\b(middels|indien|betreffende|gelieve|teneinde|dient u|reeds|jij|jouw|je|alvorens|omtrent)\b/i;
    expect(dutch.filter(({ text }) => official.test(text))).toEqual([]);
    const long = dutch.filter(({ text }) => text.split(/[.?!:](?:\s|$)/).some((part) => wordsIn(part) > 20));
    expect(long).toEqual([]);
  });

  test('a text that no doctor has read says so', () => {
    for (const { nl } of leaflets) expect(nl).toHaveProperty('reviewed');
  });
});

describe('a leaflet that is not right does not start', () => {
  const words = { title: 'A', summary: 'B', words: [], sections: [{ heading: 'C' }] };
  const nl = {
    subject: 'examination',
    icon: 'flask',
    version: 2,
    date: '2026-11-23',
    maker: 'X',
    reviewed: null,
    ...words,
  };
  const en = { version: 2, translator: 'X', reviewed: null, ...words };

  test.each<[string, Record<string, unknown>, Record<string, unknown>, RegExp]>([
    ['without English', { 'nl/a-a.json': nl }, {}, /no English text of version 2/],
    ['with an old translation', { 'nl/a-a.json': nl }, { 'en/a-a.json': { ...en, version: 1 } }, /version 2/],
    ['without Dutch', {}, { 'en/a-a.json': en }, /without a Dutch text: a-a/],
    ['with a field nobody knows', { 'nl/a-a.json': { ...nl, html: '<b>' } }, { 'en/a-a.json': en }, /html/],
    ['with a strange name', { 'nl/A b.json': nl }, { 'en/A b.json': en }, /pattern|regex/i],
  ])('%s', (_, dutchFiles, englishFiles, why) => {
    expect(() => readLeaflets(dutchFiles, englishFiles)).toThrow(why);
  });

  test('a right one does', () => {
    expect(readLeaflets({ 'nl/a-a.json': nl }, { 'en/a-a.json': en })).toMatchObject([{ slug: 'a-a', version: 2 }]);
  });
});
