import { describe, expect, test } from 'vitest';
import { availableLanguages, direction, htmlLanguage, parseLanguage, type TextKey, texts } from './index';

describe('texts', () => {
  test('come in the language of the reader', () => {
    expect(texts('nl')('common.sign-out')).toBe('Uitloggen');
    expect(texts('en')('common.sign-out')).toBe('Sign out');
    expect(texts('en').language).toBe('en');
    expect(texts('nl')).toBe(texts('nl'));
  });

  test('are filled in, also with plurals', () => {
    const t = texts('nl');
    expect(t('common.page-of', { page: 2, pages: 3 })).toBe('Bladzijde 2 van 3');
    expect([t('common.days', { count: 1 }), t('common.days', { count: 7 })]).toEqual(['1 dag', '7 dagen']);
    expect(texts('en')('common.days', { count: 1 })).toBe('1 day');
  });

  test('take elements as values', () => {
    const name = { type: 'bdi' };
    expect(texts('nl').rich('common.signed-in-as', { name })).toEqual(['Ingelogd als ', name]);
    expect(texts('nl').rich('common.yes', {})).toEqual(['Ja']);
    expect(texts('nl').rich('common.years-old', { age: 12 })).toEqual(['12 jaar']);
  });

  test('a value or key that is left out is a mistake', () => {
    expect(() => texts('nl')('common.page-of', { page: 2 })).toThrow();
    expect(() => texts('nl')('common.page-of')).toThrow();
    expect(() => texts('en')('common.no-such-text' as TextKey)).toThrow("no text 'common.no-such-text' in en");
    expect(() => texts('nl')('constructor.name' as TextKey)).toThrow();
  });

  test('the test language runs right to left, is longer and keeps its values', () => {
    const t = texts('x-rtl');
    const text = t('common.page-of', { page: 2, pages: 3 });
    expect(text.startsWith('⟦') && text.endsWith('⟧')).toBe(true);
    expect(text).toContain('\u202e');
    expect(text).toMatch(/ 2 .* 3⟧/);
    const letters = (words: string) => words.replace(/[^\p{L}]/gu, '').length;
    const dutch = texts('nl')('common.failed-text');
    expect(letters(t('common.failed-text')) / letters(dutch)).toBeGreaterThan(1.2);
    expect(t('common.days', { count: 1 })).toContain('\u202edagg\u202c');
    expect(t('common.days', { count: 1 })).toContain('1 ');
  });

  test('are fast enough for a page full of them', () => {
    const t = texts('nl');
    t('common.page-of', { page: 1, pages: 9 });
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) t('common.page-of', { page: i, pages: 9 });
    expect((performance.now() - start) / 10_000).toBeLessThan(0.02);
  });
});

describe('NO-05 language', () => {
  test.each([
    [undefined, undefined, 'nl'],
    ['en', 'nl', 'en'],
    ['xx', 'en-GB,en;q=0.9', 'en'],
    [undefined, 'fr, en;q=0.5, nl;q=0.8', 'nl'],
    [undefined, 'en;q=0, fr', 'nl'],
    ['x-rtl', undefined, 'nl'],
    [undefined, 'x-rtl', 'nl'],
  ])('cookie %s and header %s', (cookie, header, expected) => {
    expect(parseLanguage(cookie, header)).toBe(expected);
  });

  test('an endless header is not read to its end', () => {
    expect(parseLanguage(undefined, `${';;q=,'.repeat(2000)}en`)).toBe('nl');
  });

  test('the generated language exists only where asked for', () => {
    expect(availableLanguages()).toEqual(['nl', 'en']);
    expect(parseLanguage('x-rtl', undefined, { pseudo: true })).toBe('x-rtl');
  });

  test('direction and the language of the words', () => {
    expect([direction('nl'), direction('en'), direction('x-rtl')]).toEqual(['ltr', 'ltr', 'rtl']);
    expect([htmlLanguage('nl'), htmlLanguage('en'), htmlLanguage('x-rtl')]).toEqual(['nl', 'en', 'nl']);
  });
});
