import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaflets } from './leaflet';
import { offered, search } from './rules';

const slugs = (found: readonly { slug: string }[]) => found.map(({ slug }) => slug);
const find = (words: string, language: 'nl' | 'en' = 'nl') =>
  slugs(search(leaflets, { words, subject: undefined }, language));

describe('PU-02 which leaflets an organisation offers', () => {
  test('all, some, and never those that it hides', () => {
    expect(offered(leaflets, { offers: 'all', hides: [] })).toEqual(leaflets);
    expect(slugs(offered(leaflets, { offers: ['ct-scan', 'mri-scan'], hides: ['mri-scan'] }))).toEqual(['ct-scan']);
    expect(slugs(offered(leaflets, { offers: 'all', hides: ['ct-scan'] }))).not.toContain('ct-scan');
    expect(offered(leaflets, { offers: [], hides: [] })).toEqual([]);
  });
});

describe('PU-02 searching', () => {
  test.each<[string, 'nl' | 'en', string]>([
    ['bloedonderzoek', 'nl', 'bloedonderzoek'],
    ['BLOED PRIKKEN', 'nl', 'bloedonderzoek'],
    ['rontgen', 'nl', 'rontgenfoto'],
    ['Röntgenfoto', 'nl', 'rontgenfoto'],
    ['suikerziekte', 'nl', 'diabetes-controle'],
    ['coloscopie', 'nl', 'kijkonderzoek-van-de-darm'],
    ['narcose', 'nl', 'operatie-en-verdoving'],
    ['plaster', 'en', 'gebroken-been-en-gips'],
    ['colonoscopy', 'en', 'kijkonderzoek-van-de-darm'],
  ])('%s (%s) finds %s first', (words, language, slug) => {
    expect(find(words, language)[0]).toBe(slug);
  });

  test('every word counts, in whatever order; nothing is found for what stands nowhere', () => {
    expect(find('gips been')[0]).toBe('gebroken-been-en-gips');
    expect(find('gips xylofoon')).toEqual([]);
    expect(find('%_\'"<b>')).not.toContain(undefined);
  });

  test('no words: all, by title; a subject narrows', () => {
    expect(find('')).toHaveLength(leaflets.length);
    expect(slugs(search(leaflets, { words: '', subject: 'medicine' }, 'nl'))).toEqual(['bloedverdunners']);
    expect(search(leaflets, { words: 'gips', subject: 'medicine' }, 'nl')).toEqual([]);
  });

  test('whatever is typed, what is found is part of what there is, each once', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const found = find(words);
        return new Set(found).size === found.length && found.every((slug) => leaflets.some((one) => one.slug === slug));
      }),
      { seed: 20261123 },
    );
  });
});
