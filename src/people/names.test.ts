import { describe, expect, test } from 'vitest';
import { demoBsn, isBsn, isDemoBsn } from './bsn';
import { foldName, fullName, listName, monogram } from './names';

describe('names', () => {
  const jo = { family: 'Putten-van der Giessen', prefix: 'van', initials: 'J.P.M.', given: 'Jo' };
  const mono = { family: 'Suharto', prefix: null, initials: null, given: null };

  test('are shown in full, in a list and as two letters', () => {
    expect(fullName(jo)).toBe('J.P.M. van Putten-van der Giessen');
    expect(listName(jo)).toBe('Putten-van der Giessen, J.P.M. van');
    expect(monogram(jo)).toBe('JP');
  });

  test('work for somebody with one name only', () => {
    expect([fullName(mono), listName(mono), monogram(mono)]).toEqual(['Suharto', 'Suharto', 'S']);
  });

  test.each([
    ['Yılmaz', 'yilmaz'],
    ['İNCE', 'ince'],
    ['Groß', 'gross'],
    ['O’Brien', 'obrien'],
    ['Çelik-Ağaoğlu', 'celik-agaoglu'],
    ['Søren  Ørsted', 'soren orsted'],
    ['Ło', 'lo'],
    ['El Amrani', 'el amrani'],
  ])('%s is found as %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('BSN', () => {
  test.each(['111222333', '123456782', '999990019', '999911120'])('%s passes the 11-test', (bsn) => {
    expect(isBsn(bsn)).toBe(true);
  });

  test.each(['111222334', '000000000', '12345678', '1234567820', '99999001a', ''])('%s does not', (bsn) => {
    expect(isBsn(bsn)).toBe(false);
  });

  test('those of the demonstration are nobody’s', () => {
    expect(isDemoBsn('123456782')).toBe(false);
    expect([0, 1, 4999].map(demoBsn).every((bsn) => isDemoBsn(bsn))).toBe(true);
    expect(demoBsn(0)).not.toBe(demoBsn(1));
    expect(() => demoBsn(100_000)).toThrow(RangeError);
  });
});
