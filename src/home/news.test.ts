import { describe, expect, test } from 'vitest';
import { texts } from '../platform/i18n';
import { newsSentence } from './news';

const news = (count: number, text: string) => ({ news: { count, text } });
const none = { news: undefined };

describe('HO-02 one sentence of all that is new', () => {
  test.each<['nl' | 'en', boolean, Parameters<typeof newsSentence>[2], string]>([
    ['nl', true, [], 'Er is niets nieuws.'],
    ['nl', true, [none, news(0, '0 nieuwe brieven')], 'Er is niets nieuws.'],
    ['nl', true, [none, news(1, '1 nieuwe uitslag')], 'U heeft 1 nieuwe uitslag.'],
    [
      'nl',
      true,
      [news(2, '2 nieuwe uitslagen'), none, news(1, '1 nieuwe brief')],
      'U heeft 2 nieuwe uitslagen en 1 nieuwe brief.',
    ],
    ['nl', false, [news(1, 'a'), news(1, 'b'), news(1, 'c')], 'In dit dossier: a, b en c.'],
    [
      'en',
      true,
      [news(2, '2 new results'), news(1, '1 new letter'), news(1, '1 new summary')],
      'You have 2 new results, 1 new letter and 1 new summary.',
    ],
    ['en', false, [news(1, '1 new letter')], 'In this record: 1 new letter.'],
  ])('%s, own: %s, %j', (language, own, tiles, sentence) => {
    expect(newsSentence(texts(language), own, tiles)).toBe(sentence);
  });
});
