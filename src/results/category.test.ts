import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultCategories } from './categories';
import { categoryOf, categoryOfReport } from './category';
import { byLoinc } from './category-codes';

const loinc = (code: string) => ({ system: 'http://loinc.org', code });
const snomed = (code: string) => ({ system: 'http://snomed.info/sct', code });
const section = (code: string) => ({ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code });
const observation = (code: string) => ({ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code });

describe('RE-01 the category of a result', () => {
  test.each([
    ['sodium, with what the zib adds', [loinc('2947-0'), observation('laboratory'), snomed('275711006')], 'chemistry'],
    ['haemoglobin', [loinc('718-7')], 'haematology'],
    ['HIV test of the microbiology section', [loinc('56888-1'), section('MB')], 'sti'],
    ['culture', [loinc('630-4')], 'microbiology'],
    ['histology', [section('SP')], 'pathology'],
    ['X-ray', [snomed('363680008')], 'radiology'],
    ['imaging', [observation('imaging')], 'radiology'],
    ['electrocardiogram', [section('EC')], 'function'],
    ['cytogenetics', [section('CG')], 'genetics'],
    ['HLA-B27', [loinc('4821-5')], 'hla'],
    ['blood group', [loinc('882-1')], 'transfusion'],
  ] as const)('%s', (_, codes, category) => {
    expect(categoryOf(codes)).toBe(category);
  });

  test.each([
    ['nothing', []],
    ['only that it is from the laboratory', [observation('laboratory'), snomed('275711006')]],
    ['serology without a known test, it may be HIV', [section('SR')]],
    ['virology without a known test', [section('VR')]],
    ['a LOINC code without its system', [{ code: '718-7' }]],
    ['a code of another system', [{ system: 'urn:local', code: '718-7' }]],
    ['a name that every object has', [{ system: 'http://loinc.org', code: 'constructor' }]],
  ])('RE-02 unknown: %s', (_, codes) => {
    expect(categoryOf(codes)).toBe('unknown');
  });

  test('the organisation’s own table goes first', () => {
    const own = [
      { system: 'urn:local', code: 'KLI', category: 'chemistry' as const },
      { system: 'http://loinc.org', code: '718-7', category: 'other' as const },
      { code: 'GEN', category: 'genetics' as const },
    ];
    expect(categoryOf([{ system: 'urn:local', code: 'KLI' }], own)).toBe('chemistry');
    expect(categoryOf([loinc('718-7'), section('CH')], own)).toBe('other');
    expect(categoryOf([{ system: 'urn:any', code: 'GEN' }], own)).toBe('genetics');
    expect(categoryOf([{ system: 'urn:other', code: 'KLI' }], own)).toBe('unknown');
  });

  test('of a report with parts the one that asks most care', () => {
    expect(categoryOfReport('chemistry', ['haematology', 'sti'])).toBe('sti');
    expect(categoryOfReport('unknown', ['haematology', 'unknown'])).toBe('haematology');
    expect(categoryOfReport('microbiology', ['chemistry'])).toBe('microbiology');
    expect(categoryOfReport('unknown', [])).toBe('unknown');
  });

  test('the order of codes does not matter', () => {
    const any = fc.constantFrom(
      ...[...byLoinc.keys()].map(loinc),
      section('MB'),
      section('CH'),
      observation('imaging'),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (codes) => {
        expect(categoryOf([...codes].reverse())).toBe(categoryOf(codes));
        expect([...resultCategories, 'unknown']).toContain(categoryOf(codes));
      }),
      { seed: 20261203, numRuns: 300 },
    );
  });

  test('every LOINC code in the list has a right check digit, and stands there once', () => {
    expect([...byLoinc.keys()].filter((code) => !hasCheckDigit(code))).toEqual([]);
  });
});

/** LOINC's check digit: Luhn's algorithm (mod 10) over the digits before the dash. */
function hasCheckDigit(code: string): boolean {
  const [digits = '', check] = code.split('-');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}
