import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPath, safeReturn } from './return';

describe('PS-03 IN-12 back to the page that was asked for', () => {
  test.each([
    ['/overzicht', '/overzicht'],
    ['/uitslagen', '/uitslagen'],
    ['/uitslagen/abc?toon=alle', '/uitslagen/abc?toon=alle'],
    ['/namens/1/afspraken', '/namens/1/afspraken'],
    ['/werkplek/zoeken', '/werkplek/zoeken'],
    ['/inloggeschiedenis', '/inloggeschiedenis'],
    ['/zoeken?naam=Yılmaz', '/zoeken?naam=Y%C4%B1lmaz'],
  ])('%s', (asked, given) => {
    expect(safeReturn(asked, '/')).toBe(given);
  });

  test.each([
    undefined,
    '',
    '/inloggen',
    '/inloggen/digid/terug?code=1',
    '/./inloggen',
    '/werkplek/inloggen',
    '/uitloggen',
    '/uitgelogd?reden=verlopen',
    'overzicht',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%5c/evil.example/../..//x',
    'https://evil.example/',
    'javascript:alert(1)',
    '/x y',
    '/\t/evil.example',
    '/x\r\nset-cookie: a=b',
  ])('not to %j', (asked) => {
    expect(safeReturn(asked, '/fallback')).toBe('/fallback');
  });

  test('whatever is asked, one stays on this host and the header can carry it', { timeout: 120_000 }, () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      'evil.example',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      '\u0000',
      '€',
      'a',
      'http:',
    );
    const addresses = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(addresses, (asked) => {
        const given = ownPath(asked) ?? '/';
        expect(given).toMatch(/^\/[\x21-\x7e]*$/);
        expect(new URL(given, 'https://duinzicht.example.nl/diep/pad').host).toBe('duinzicht.example.nl');
      }),
      { seed: 20261203, numRuns: process.env.INZAGE_PROVE ? 20_000 : 1_000 },
    );
  });
});
