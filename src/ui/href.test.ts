import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeHref, telephone } from './href';

describe('safeHref', () => {
  test.each([
    '/uitslagen',
    '/namens/1b/uitslagen?soort=lab#u2',
    '?pagina=2',
    '#geboortedatum',
    'uitslagen/3',
    'https://digid.nl',
    'tel:0885550124',
    'tel:112',
    'mailto:hulp@duinzicht.example',
    'http://duinzicht.localhost:3000/',
    'http://localhost:3001',
    '/zoek?q=a:b',
  ])('%s may stand in a link', (address) => expect(safeHref(address)).toBe(address));

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x',
    '//elders.example',
    '/\\elders.example',
    '\\\\elders.example',
    'http://elders.example',
    'http://localhost.elders.example',
    'https:/',
    'ftp://x',
    '',
  ])('%j may not', (address) => expect(safeHref(address)).toBe('#'));

  test('whatever passes, a browser opens on this site or by https, tel or mailto', () => {
    const parts = fc.array(
      fc.constantFrom(
        'javascript:',
        'https:',
        'data:',
        '/',
        '//',
        '\\',
        '\t',
        'x',
        ':',
        '#',
        '?',
        '@',
        '.',
        'localhost',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const address = safeHref(pieces.join(''));
        const { protocol, origin } = new URL(address, 'https://portaal.example/uitslagen');
        return (
          ['tel:', 'mailto:', 'https:'].includes(protocol) &&
          (address.startsWith('https:') || origin === 'null' || origin === 'https://portaal.example')
        );
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});

test('a phone number becomes an address to call', () => {
  expect(telephone('088 555 01 24')).toBe('tel:0885550124');
  expect(telephone('+31 (0)88-555 01 24')).toBe('tel:+310885550124');
});
