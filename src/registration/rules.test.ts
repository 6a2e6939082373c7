import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoBsn, foldName } from '../people';
import { searchForm, verificationForm } from './forms';
import {
  criteriaForLog,
  maskedDocumentNumber,
  parseBirthDate,
  surnameRanges,
  withoutBsn,
  wrongDocumentNumber,
} from './rules';

describe('what is typed at the desk', () => {
  test.each([
    ['27-03-1958', '1958-03-27'],
    ['27 3 1958', '1958-03-27'],
    ['7/3/1958', '1958-03-07'],
    ['27.03.1958', '1958-03-27'],
    ['27031958', '1958-03-27'],
    ['1958-03-27', '1958-03-27'],
    ['29-02-2024', '2024-02-29'],
  ])('a birth date typed as %s is understood', (typed, date) => expect(parseBirthDate(typed)).toBe(date));

  test.each(['29-02-2026', '31-04-1958', '3-1958', '27-03-58', 'gisteren', '00-01-1958', ''])(
    'a birth date typed as "%s" is no day',
    (typed) => expect(parseBirthDate(typed)).toBeUndefined(),
  );

  test('a surname is found with and without the words in front of it', () => {
    const finds = (typed: string, surname: string) =>
      surnameRanges(typed).some(({ from, until }) => from <= foldName(surname) && foldName(surname) < until);
    expect(finds('van der Berg', 'Berg')).toBe(true);
    expect(finds('VAN DEN BER', 'Berg')).toBe(true);
    expect(finds('Yıl', 'Yılmaz')).toBe(true);
    expect(finds('de', 'Demir')).toBe(true);
    expect(finds('tro', 'Tromp')).toBe(true);
    expect(finds('trompet', 'Tromp')).toBe(false);
    expect(surnameRanges('!!')).toEqual([]);
  });

  test('an empty prefix never becomes a range over everybody', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        for (const { from } of surnameRanges(typed)) expect(from).not.toBe('');
      }),
      { seed: 7 },
    );
  });

  test('a search form names each field that is wrong', () => {
    const typed = { achternaam: 'T', geboortedatum: '31-02-1958', nummer: '', bsn: '123456789' };
    expect(searchForm.read(typed).state.errors).toEqual({
      achternaam: 'registration.surname-short',
      geboortedatum: 'registration.birth-date-wrong',
      bsn: 'registration.bsn-wrong',
    });
  });
});

describe('IN-03 the document', () => {
  test.each([
    ['passport', 'SPECI2014', undefined],
    ['identity-card', 'SPECI2014', undefined],
    ['residence-document', 'SPECI2014', undefined],
    ['passport', 'SPECI201', 'registration.number-nine'],
    ['identity-card', 'SPECI20145', 'registration.number-nine'],
    ['residence-document', 'SPEC!2014', 'registration.number-nine'],
    ['driving-licence', '4812345678', undefined],
    ['driving-licence', '481234567', 'registration.number-licence'],
    ['driving-licence', 'A812345678', 'registration.number-licence'],
    ['driving-licence', '', 'registration.number-missing'],
  ] as const)('a %s with number "%s" gives %s', (type, number, wrong) =>
    expect(wrongDocumentNumber(type, number)).toBe(wrong),
  );

  test('what was compared must be ticked, and the BSN must be one', () => {
    const read = verificationForm.read({ document: 'library-card', documentnummer: '', bsn: '999990018' });
    expect(read.state.errors).toEqual({
      document: 'registration.document-missing',
      bsn: 'registration.bsn-wrong',
      foto: 'registration.photo-missing',
      gegevens: 'registration.same-missing',
    });
  });

  test('a receipt shows the last three characters only', () =>
    expect(maskedDocumentNumber('SPECI2014')).toBe('••••••014'));
});

describe('PS-02 the log of a search', () => {
  test('names the fields that were used and what stood in them, but no BSN', () => {
    const typed = { achternaam: 'tro', geboortedatum: '', nummer: ' 4118207 ', bsn: demoBsn(3) };
    expect(criteriaForLog(typed)).toEqual({
      fields: ['achternaam', 'nummer', 'bsn'],
      achternaam: 'tro',
      nummer: '4118207',
    });
  });

  test('never holds a BSN, in whatever field and with whatever between its digits', () => {
    const bsn = fc
      .tuple(fc.nat(8000), fc.constantFrom('', ' ', '.', '-'))
      .map(([index, between]) => [...demoBsn(index)].join(between));
    const field = fc.constantFrom('achternaam', 'geboortedatum', 'nummer', 'bsn');
    fc.assert(
      fc.property(field, bsn, fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (name, number, a, b) => {
        const digits = number.replace(/\D/g, '');
        const typed = { [name]: `${a.replace(/\d/g, '')}${number}${b.replace(/\d/g, '')}` };
        expect(JSON.stringify(criteriaForLog(typed)).replace(/\D/g, '')).not.toContain(digits);
      }),
      { seed: 11 },
    );
  });

  test('a number that is no BSN stays as it is', () => {
    expect(withoutBsn('patiënt 123456789 gebeld')).toBe('patiënt 123456789 gebeld');
    expect(withoutBsn(`bsn ${demoBsn(0)}.`)).toBe('bsn ….');
  });
});
