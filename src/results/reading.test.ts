import type { Observation } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { readingOf } from './reading';

const observation = (rest: Partial<Observation>): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'Test' },
  ...rest,
});

const read = (rest: Partial<Observation>) => readingOf(observation(rest));
const mmol = (value: number) => ({ value, unit: 'mmol/l' });

describe('the value', () => {
  test.each<[string, Partial<Observation>, unknown]>([
    ['a number with its unit', { valueQuantity: mmol(8.4) }, { kind: 'number', number: 8.4, unit: 'mmol/l' }],
    [
      'less than',
      { valueQuantity: { value: 5, comparator: '<', unit: 'mg/l' } },
      { kind: 'number', number: 5, comparator: '<', unit: 'mg/l' },
    ],
    [
      'a code where no unit stands',
      { valueQuantity: { value: 3, code: '%' } },
      { kind: 'number', number: 3, unit: '%' },
    ],
    ['zero', { valueQuantity: { value: 0 } }, { kind: 'number', number: 0 }],
    ['an integer', { valueInteger: 3 }, { kind: 'number', number: 3 }],
    ['no', { valueBoolean: false }, { kind: 'yes-no', yes: false }],
    [
      'a titre',
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 40 } } },
      { kind: 'pair', joint: ':', first: 1, second: 40 },
    ],
    [
      'a span',
      { valueRange: { low: mmol(5), high: mmol(10) } },
      { kind: 'pair', joint: '–', first: 5, second: 10, unit: 'mmol/l' },
    ],
    [
      'a concept in its own words',
      { valueCodeableConcept: { text: 'Niet gevonden', coding: [{ display: 'Not detected' }] } },
      { kind: 'words', text: 'Niet gevonden' },
    ],
    [
      'a concept by display',
      { valueCodeableConcept: { coding: [{ code: '1' }, { display: 'Negatief' }] } },
      { kind: 'words', text: 'Negatief' },
    ],
    ['words', { valueString: 'Geen groei' }, { kind: 'words', text: 'Geen groei' }],
    ['nothing, and why', { dataAbsentReason: { text: 'Monster te klein' } }, { kind: 'none', why: 'Monster te klein' }],
    ['nothing', {}, { kind: 'none' }],
  ])('is shown as it came: %s', (_, given, shown) => {
    expect(read(given).shown).toEqual(shown);
  });

  test('parts measured together are read one by one', () => {
    const { components } = read({
      component: [
        { code: { text: 'Bovendruk' }, valueQuantity: { value: 130, unit: 'mmHg' } },
        { code: { text: 'Onderdruk' }, valueQuantity: { value: 80, unit: 'mmHg' } },
      ],
    });
    expect(components.map(({ title, reading }) => [title, reading.shown])).toEqual([
      ['Bovendruk', { kind: 'number', number: 130, unit: 'mmHg' }],
      ['Onderdruk', { kind: 'number', number: 80, unit: 'mmHg' }],
    ]);
  });
});

describe('the range', () => {
  const range = { low: mmol(8.5), high: mmol(11) };

  test('RE-10 comes from the message', () => {
    expect(read({ valueQuantity: mmol(9), referenceRange: [range] })).toMatchObject({
      range: { low: 8.5, high: 11, unit: 'mmol/l' },
      verdict: 'in',
    });
    expect(read({ valueQuantity: mmol(9) }).range).toBeUndefined();
  });

  test.each<[string, Observation['referenceRange']]>([
    ['in another unit', [{ low: { value: 13, unit: 'g/dl' } }]],
    ['one of two', [range, { low: mmol(7.5), high: mmol(10) }]],
    ['upside down', [{ low: mmol(11), high: mmol(8.5) }]],
    ['for treatment', [{ ...range, type: { coding: [{ code: 'treatment' }] } }]],
    ['in words', [{ text: 'lager dan normaal bij kinderen' }]],
  ])('is not drawn, but told in its own words, when it is %s', (_, referenceRange = []) => {
    const reading = read({ valueQuantity: mmol(9), referenceRange });
    expect([reading.range, reading.verdict]).toEqual([undefined, undefined]);
    expect(reading.rangeWords).toHaveLength(referenceRange.length);
  });
});

describe('the verdict', () => {
  const upTo10 = [{ high: mmol(10) }];
  const from60 = [{ low: mmol(60) }];

  test.each([
    ['<', 5, upTo10, 'in'],
    ['<', 50, upTo10, undefined],
    ['>', 90, from60, 'in'],
    ['>', 20, from60, undefined],
    ['<', 60, from60, 'low'],
    ['>=', 10, upTo10, 'high'],
  ] as const)('on %s %d says no more than is certain', (comparator, value, referenceRange, verdict) => {
    const valueQuantity = { ...mmol(value), comparator };
    expect(read({ valueQuantity, referenceRange: [...referenceRange] }).verdict).toBe(verdict);
  });

  test('follows the laboratory, also where there is no number', () => {
    const interpretation = [{ coding: [{ code: 'A' }] }];
    expect(read({ valueString: 'Gevonden', interpretation }).verdict).toBe('outside');
  });
});
