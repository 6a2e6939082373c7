import type { Dosage, Timing } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { texts } from '../platform/i18n';
import { numbersIn, useOf } from './dosage';

const nl = texts('nl');
const en = texts('en');
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const dutch = (dosage: Dosage) => plain(useOf(nl, dosage).coded);
const english = (dosage: Dosage) => plain(useOf(en, dosage).coded);

const dose = (value: number, unit: string, code?: string): Dosage => ({
  doseAndRate: [{ doseQuantity: { value, unit, ...(code === undefined ? {} : { code }) } }],
});
const often = (repeat: NonNullable<Timing['repeat']>): Dosage => ({ timing: { repeat } });
const daily = (frequency: number): Dosage => often({ frequency, period: 1, periodUnit: 'd' });

describe('MD-01 a dosage in codes reads as on a label', () => {
  test.each<[Dosage, string, string]>([
    [{ ...daily(2), ...dose(1, 'tablet') }, '2 keer per dag 1 tablet', '1 tablet twice a day'],
    [{ ...daily(4), ...dose(2, 'tablet') }, '4 keer per dag 2 tabletten', '2 tablets 4 times a day'],
    [{ ...daily(1), ...dose(0.5, 'tablet') }, '1 keer per dag 0,5 tablet', '0.5 tablet once a day'],
    [{ ...daily(1), ...dose(1, 'STUK', '245') }, '1 keer per dag 1 stuk', '1 piece once a day'],
    [{ ...daily(1), ...dose(100, 'µg', 'ug') }, '1 keer per dag 100 microgram', '100 microgram once a day'],
    [{ ...daily(1), ...dose(12.5, 'mcg') }, '1 keer per dag 12,5 microgram', '12.5 microgram once a day'],
    [{ ...daily(1), ...dose(2850, '[iU]') }, '1 keer per dag 2850 IE', '2850 IU once a day'],
    [{ ...daily(1), ...dose(3, 'maatscheppen') }, '1 keer per dag 3 maatscheppen', '3 maatscheppen once a day'],
    [dose(2, 'Dosis'), '2 doses', '2 doses'],
    [often({ frequency: 1, period: 3, periodUnit: 'd' }), '1 keer per 3 dagen', 'once every 3 days'],
    [
      often({ frequency: 1, frequencyMax: 3, period: 1, periodUnit: 'wk' }),
      '1 tot 3 keer per week',
      '1 to 3 times a week',
    ],
    [often({ frequencyMax: 3, period: 1, periodUnit: 'd' }), 'hoogstens 3 keer per dag', 'at most 3 times a day'],
    [
      often({ frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' }),
      '1 keer per 4 tot 6 uur',
      'once every 4 to 6 hours',
    ],
    [often({ period: 6, periodUnit: 'h' }), 'elke 6 uur', 'every 6 hours'],
    [often({ frequency: 3 }), '3 keer', '3 times'],
    [
      { ...often({ when: ['MORN', 'EVE'] }), ...dose(1, 'capsule') },
      '1 capsule, ’s ochtends en ’s avonds',
      '1 capsule, in the morning and in the evening',
    ],
    [
      { ...often({ when: ['ACM'], offset: 30 }), ...dose(1, 'tablet') },
      '1 tablet, 30 minuten voor het ontbijt',
      '1 tablet, 30 minutes before breakfast',
    ],
    [
      often({ when: ['WAKE'], offset: 15 }),
      '15 minuten na dit moment: bij het wakker worden',
      '15 minutes after this moment: when you wake up',
    ],
    [
      { ...daily(1), timing: { repeat: { dayOfWeek: ['mon', 'thu'], frequency: 1, period: 1, periodUnit: 'd' } } },
      '1 keer per dag, op maandag en donderdag',
      'once a day, on Monday and Thursday',
    ],
    [often({ timeOfDay: ['08:00:00', '20:00:00'] }), 'om 08.00 uur en 20.00 uur', 'at 08:00 and 20:00'],
    [
      often({ frequency: 1, period: 1, periodUnit: 'd', boundsDuration: { value: 7, unit: 'dag', code: 'd' } }),
      '1 keer per dag, 7 dagen lang',
      'once a day, for 7 days',
    ],
    [
      often({ boundsRange: { low: { value: 5, code: 'd' }, high: { value: 7, code: 'd' } } }),
      '5 tot 7 dagen lang',
      'for 5 to 7 days',
    ],
    [
      often({ boundsPeriod: { start: '2026-12-03', end: '2026-12-10' } }),
      'van 3 december 2026 tot en met 10 december 2026',
      'from 3 December 2026 until 10 December 2026',
    ],
    [
      often({ count: 3, duration: 30, durationUnit: 'min' }),
      'elke keer in 30 minuten, 3 keer in totaal',
      'over 30 minutes each time, 3 times in total',
    ],
    [{ ...daily(1), asNeededBoolean: true }, '1 keer per dag, als het nodig is', 'once a day, if needed'],
    [
      { ...daily(1), asNeededCodeableConcept: { coding: [{ code: '1137', display: 'zo nodig' }] } },
      '1 keer per dag, als het nodig is',
      'once a day, if needed',
    ],
    [{ asNeededCodeableConcept: { text: 'pijn' } }, 'als het nodig is: pijn', 'if needed: pijn'],
    [{ ...daily(1), asNeededBoolean: false }, '1 keer per dag', 'once a day'],
    [
      {
        maxDosePerPeriod: {
          numerator: { value: 8, unit: 'tablet' },
          denominator: { value: 24, unit: 'uur', code: 'h' },
        },
      },
      'hoogstens 8 tabletten per 24 uur',
      'at most 8 tablets every 24 hours',
    ],
    [
      { maxDosePerPeriod: { numerator: { value: 4000, unit: 'mg' }, denominator: { value: 1, code: 'd' } } },
      'hoogstens 4000 mg per dag',
      'at most 4000 mg a day',
    ],
    [
      { maxDosePerAdministration: { value: 2, unit: 'tablet' } },
      'hoogstens 2 tabletten per keer',
      'at most 2 tablets each time',
    ],
    [
      { doseAndRate: [{ doseRange: { low: { value: 1, unit: 'tablet' }, high: { value: 2, unit: 'tablet' } } }] },
      '1 tot 2 tabletten',
      '1 to 2 tablets',
    ],
    [
      { doseAndRate: [{ doseRange: { high: { value: 2, unit: 'pleister' } } }] },
      'hoogstens 2 pleisters',
      'at most 2 patches',
    ],
    [
      { doseAndRate: [{ rateQuantity: { value: 50, unit: 'ml/uur' } }] },
      'snelheid: 50 ml per uur',
      'rate: 50 ml per hour',
    ],
    [
      {
        doseAndRate: [
          { rateRatio: { numerator: { value: 1, unit: 'liter' }, denominator: { value: 8, unit: 'uur' } } },
        ],
      },
      'snelheid: 1 liter per 8 uur',
      'rate: 1 liter every 8 hours',
    ],
    [{ timing: { code: { coding: [{ code: 'BID' }] } } }, '2 keer per dag', 'twice a day'],
    [{ timing: { code: { text: 'volgens schema' } } }, 'volgens schema', 'volgens schema'],
    // Before R4 the dose stood on the dosage itself.
    [
      { ...daily(1), doseQuantity: { value: 1, unit: 'stuk' } } as Dosage,
      '1 keer per dag 1 stuk',
      '1 piece once a day',
    ],
  ])('%j', (dosage, nlWords, enWords) => {
    expect([dutch(dosage), english(dosage)]).toEqual([nlWords, enWords]);
  });

  test('nothing coded gives no words, and nothing is filled in', () => {
    for (const dosage of [{}, { text: 'volgens schema trombosedienst' }, { doseAndRate: [{}] }, { timing: {} }])
      expect(dutch(dosage)).toBeUndefined();
    expect(dutch({ doseAndRate: [{ doseQuantity: { unit: 'tablet' } }] })).toBeUndefined();
  });
});

describe('MD-01 the source’s own words', () => {
  const own = (dosage: Dosage) => useOf(nl, dosage).needsOwn;

  test('stand beside what says less, or other numbers', () => {
    expect(own({ ...daily(1), ...dose(1, 'tablet'), text: '1 maal per dag 1 tablet' })).toBe(false);
    expect(own({ ...daily(1), ...dose(1, 'tablet'), text: '1 maal per dag 2 tabletten' })).toBe(true);
    expect(own({ ...daily(1), text: 'volgens schema' })).toBe(true);
    expect(own({ text: 'volgens schema' })).toBe(true);
    expect(own({ ...daily(1), ...dose(0.5, 'tablet'), text: '1 dd 0,5' })).toBe(false);
  });

  test('are all that is told where something unknown may change the meaning', () => {
    const modified: Dosage = { ...daily(2), ...dose(1, 'tablet'), text: '1 dd 1', modifierExtension: [{ url: 'x' }] };
    expect(useOf(nl, modified)).toMatchObject({ coded: undefined, own: '1 dd 1', needsOwn: true });
  });

  test('never show the micro sign', () => {
    expect(useOf(nl, { text: 'Fentanyl 25µg/uur, 12,5mcg' }).own).toBe('Fentanyl 25 microgram/uur, 12,5 microgram');
  });

  test('route and instructions keep their words', () => {
    const { how, instructions } = useOf(nl, {
      route: { coding: [{ display: 'Oraal' }] },
      additionalInstruction: [{ text: 'met veel water' }],
      patientInstruction: 'Niet liggen na 20 uur',
    });
    expect(how.map(({ text }) => text)).toEqual(['Oraal']);
    expect(instructions.map(({ text }) => text)).toEqual(['met veel water', 'Niet liggen na 20 uur']);
  });
});

const amount = fc.oneof(
  fc.integer({ min: 2, max: 5000 }),
  fc.integer({ min: 1, max: 999 }).map((n) => n / 100 + 2),
);
const unit = fc.constantFrom('tablet', 'µg', 'mg', 'ml/uur', 'IE', 'stuk', 'iets', 'druppel');
const quantity = fc.record({ value: amount, unit });
const period = fc.record(
  {
    frequency: fc.integer({ min: 2, max: 24 }),
    frequencyMax: fc.integer({ min: 25, max: 40 }),
    period: fc.integer({ min: 2, max: 31 }),
    periodMax: fc.integer({ min: 32, max: 60 }),
    periodUnit: fc.constantFrom('h', 'd', 'wk', 'mo'),
    count: fc.integer({ min: 2, max: 90 }),
    when: fc.subarray(['MORN', 'EVE', 'HS', 'AC'], { minLength: 1 }),
    boundsDuration: fc.record({ value: fc.integer({ min: 2, max: 90 }), code: fc.constant('d') }),
  },
  { requiredKeys: ['frequency', 'period', 'periodUnit'] },
);
const anyDosage = fc.record(
  {
    timing: fc.record({ repeat: period }),
    doseAndRate: fc.oneof(
      fc.array(fc.record({ doseQuantity: quantity }), { minLength: 1, maxLength: 2 }),
      fc.array(fc.record({ doseRange: fc.record({ low: quantity, high: quantity }) }), { minLength: 1, maxLength: 1 }),
      fc.array(fc.record({ rateQuantity: quantity, doseQuantity: quantity }), { minLength: 1, maxLength: 1 }),
    ),
    maxDosePerPeriod: fc.record({
      numerator: quantity,
      denominator: fc.record({ value: amount, code: fc.constant('h') }),
    }),
    maxDosePerAdministration: quantity,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Dosage>;

/** Every number of the coded dosage. */
function numbersOf(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

const normal = (text: string) => text.replaceAll('\u202f', '');

describe('MD-01 for any dosage', () => {
  test('no number is lost and none is made up', () => {
    fc.assert(
      fc.property(anyDosage, (dosage) => {
        const words = useOf(nl, dosage).coded ?? '';
        const shown = numbersIn(normal(words));
        const given = numbersOf(dosage);
        // A dose range in one unit, or a number that stands there twice, may be said once.
        for (const number of given) expect(shown, words).toContain(number);
        for (const number of shown) expect(given, words).toContain(number);
      }),
      { seed: 20261203, numRuns: 400 },
    );
  });

  test('no micro sign is ever shown', () => {
    fc.assert(
      fc.property(anyDosage, (dosage) => {
        for (const t of [nl, en]) expect(useOf(t, dosage).coded ?? '').not.toMatch(/[µμ]|\bmcg\b|\bug\b/);
      }),
      { seed: 20261203, numRuns: 200 },
    );
  });
});
