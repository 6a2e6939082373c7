import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { texts } from '../platform/i18n';
import { parseJsonb } from '../platform/json';
import {
  codingText,
  conceptText,
  dateText,
  dateTimeText,
  displayLanguage,
  knownDay,
  momentText,
  narrativeText,
  paragraphsOf,
  periodText,
  quantityText,
  rangeText,
  ratioText,
  unitText,
  valueText,
} from './index';

const t = texts('nl');
const en = texts('en');
const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('DO-02 a concept in words', () => {
  test('the words of the source come first, then a Dutch display, then an English one that is marked', () => {
    const english = { system: LOINC, code: '8302-2', display: 'Body height' };
    const dutch = { system: SNOMED, code: '1', display: 'lichaamslengte' };
    expect(conceptText({ text: 'Lengte', coding: [english, dutch] })).toEqual({ text: 'Lengte' });
    expect(conceptText({ coding: [english, dutch] })).toEqual({ text: 'lichaamslengte' });
    expect(conceptText({ coding: [english] })).toEqual({ text: 'Body height', lang: 'en' });
  });

  test('a number of a code system is no word', () => {
    expect(conceptText({ coding: [{ system: SNOMED, code: '344001' }] })).toBeUndefined();
    expect(conceptText({ coding: [{ code: 'DKTP' }] })).toEqual({ text: 'DKTP' });
    expect(conceptText({ coding: [], text: '  ' })).toBeUndefined();
    expect(conceptText(undefined)).toBeUndefined();
    expect(codingText({ code: '12' })).toBeUndefined();
    expect(codingText({ system: SNOMED, code: '12', display: 'enkel' })).toEqual({ text: 'enkel' });
  });

  test('what kind of concept it is to SNOMED CT is left out', () => {
    const coding = { system: SNOMED, code: '6797001', display: 'gemiddelde bloeddruk (waarneembare entiteit)' };
    expect(conceptText({ coding: [coding] })).toEqual({ text: 'gemiddelde bloeddruk' });
  });

  test.each([
    ['Oedeem', SNOMED, undefined],
    ['bevinding betreffende alcoholgebruik', SNOMED, undefined],
    ['Wheelchair', SNOMED, 'en'],
    ['Pressure ulcer', SNOMED, 'en'],
    ['Residence and accommodation circumstances - finding', SNOMED, 'en'],
    ['Fracture of ankle', SNOMED, 'en'],
    ['Systolic blood pressure', LOINC, 'en'],
    ['Hemoglobin A1c', LOINC, 'en'],
    ['Kleur van ontlasting', LOINC, undefined],
    ['Systolische bloeddruk', LOINC, undefined],
    ['Inactive', 'http://terminology.hl7.org/CodeSystem/condition-clinical', 'en'],
    ['Penicilline', SNOMED, undefined],
    ['Diabetes Mellitus type 2', 'http://hl7.org/fhir/sid/icpc-1-nl', undefined],
    ['Multiple sclerose', 'http://hl7.org/fhir/sid/icd-10-nl', undefined],
    ['Placing restraint using limb restraint', SNOMED, 'en'],
    ['Badstoel en/of douchestoel', SNOMED, undefined],
    ['implantatie van knieprothese', SNOMED, undefined],
    ['paracetamol tablet 500mg', 'urn:oid:2.16.840.1.113883.2.4.4.10', undefined],
  ])('the language of %s of %s: %s', (display, system, language) => {
    expect(displayLanguage(display, system)).toBe(language);
  });
});

describe('moments as exactly as the source knew them', () => {
  test.each([
    ['2009-01-01', { onsetDateTime: '2009' }, '2009'],
    ['2023-10-01', { occurrenceDateTime: '2023-10' }, '2023-10'],
    ['2020-07-01', { onsetDateTime: '2020-07-01' }, '2020-07-01'],
    ['2026-11-03', { recordedDate: '2026-11-02T23:30:00Z' }, '2026-11-03'],
  ])('DO-02 the day %s of %j is known as %s', (effectiveOn, content, known) => {
    expect(knownDay({ effectiveOn, content })).toBe(known);
  });

  test('dates', () => {
    expect(['2015', '2015-03', '2015-03-09', 'ooit'].map((date) => dateText(t, date))).toEqual([
      '2015',
      'maart 2015',
      '9 maart 2015',
      'ooit',
    ]);
    expect(plain(dateTimeText(t, '2013-02-08T06:43:00+01:00'))).toBe('8 februari 2013 om 06.43 uur');
    expect(dateTimeText(t, '2013-02')).toBe('februari 2013');
  });

  test('periods', () => {
    expect(periodText(t, { start: '2010', end: '2012-03' })).toBe('van 2010 tot en met maart 2012');
    expect(periodText(t, { start: '2010-06-01' })).toBe('sinds 1 juni 2010');
    expect(periodText(t, { end: '2012' })).toBe('tot en met 2012');
    expect(periodText(t, { start: '2012-06-05T10:00:00Z', end: '2012-06-05T11:00:00Z' })).toBe('5 juni 2012');
    expect(periodText(t, {})).toBeUndefined();
    expect(periodText(en, { start: '2010' })).toBe('since 2010');
  });

  test('the form of a choice that is there', () => {
    expect(momentText(t, { age: { value: 12, unit: 'jaar' } })).toMatch(/leeftijd van 12.jaar/);
    expect(momentText(t, { range: { low: { value: 20 }, high: { value: 30, code: 'a' } } })).toMatch(/20 tot 30.jaar/);
    expect(momentText(t, { words: 'in de oorlog' })).toBe('in de oorlog');
    expect(momentText(t, {})).toBeUndefined();
  });
});

describe('RE-01 values with the unit of the source', () => {
  test('quantities', () => {
    expect(plain(quantityText(t, { value: 8.4, unit: 'mmol/l' }))).toBe('8,4 mmol/l');
    expect(plain(quantityText(t, { value: 5, comparator: '<', unit: 'mg/l' }))).toBe('< 5 mg/l');
    expect(plain(quantityText(t, { value: 3, code: '{eenheden per dag}' }))).toBe('3 eenheden per dag');
    expect(plain(quantityText(t, { value: 36.9, code: 'Cel' }))).toBe('36,9 °C');
    expect(quantityText(t, { value: 1, code: '1' })).toBe('1');
    expect(quantityText(t, { unit: 'mg' })).toBeUndefined();
    expect(unitText({ unit: '/min', code: '/min' })).toBe('/min');
  });

  test('the digits that the source wrote', () => {
    const { quantity } = parseJsonb('{"quantity": {"value": 8.0, "unit": "kg"}}') as { quantity: { value: number } };
    expect(plain(quantityText(t, quantity))).toBe('8,0 kg');
    expect(plain(rangeText(t, { low: quantity, high: { value: 9 } }))).toBe('8,0 tot 9 kg');
  });

  test('ranges and ratios', () => {
    expect(plain(rangeText(t, { low: { value: 5 }, high: { value: 10, unit: 'ml' } }))).toBe('5 tot 10 ml');
    expect(plain(rangeText(t, { low: { value: 5, unit: 'ml' } }))).toBe('5 ml of meer');
    expect(plain(rangeText(t, { high: { value: 5, unit: 'ml' } }))).toBe('5 ml of minder');
    expect(rangeText(t, {})).toBeUndefined();
    expect(plain(ratioText(t, { numerator: { value: 1 }, denominator: { value: 40 } }))).toBe('1 : 40');
    expect(plain(ratioText(t, { numerator: { value: 3, unit: 'ml' }, denominator: { value: 24, unit: 'uur' } }))).toBe(
      '3 ml per 24 uur',
    );
  });

  test('whatever form a value has', () => {
    const code = { text: 'x' };
    const said = (value: object) =>
      plain(valueText(t, { resourceType: 'Observation', status: 'final', code, ...value })?.text);
    expect(said({ valueInteger: 7 })).toBe('7');
    expect(said({ valueBoolean: false })).toBe('Nee');
    expect(said({ valueString: ' ICT-er ' })).toBe('ICT-er');
    expect(said({ valueCodeableConcept: { coding: [{ display: 'Rollator' }] } })).toBe('Rollator');
    expect(said({ valueDateTime: '2013-06' })).toBe('juni 2013');
    expect(said({ valuePeriod: { start: '2013' } })).toBe('sinds 2013');
    expect(said({ valueTime: '10:15:00' })).toBe('10:15:00');
    expect(said({})).toBeUndefined();
  });
});

describe('a narrative becomes plain paragraphs', () => {
  test('blocks, lists and rows of tables each stand by themselves', () => {
    expect(
      narrativeText(
        '<div xmlns="http://www.w3.org/1999/xhtml"><h2>Conclusie</h2><p>Geen <b>breuk</b>.<br/>Wel zwelling.</p>' +
          '<ul><li>rust</li><li>ijs &amp; hoog</li></ul><table><tr><th>Hb</th><td>8,4</td></tr></table></div>',
      ),
    ).toEqual(['Conclusie', 'Geen breuk.', 'Wel zwelling.', 'rust', 'ijs & hoog', 'Hb – 8,4']);
  });

  test('nothing of its mark-up is left, whatever it is', () => {
    expect(narrativeText('<div><script>alert(1)</script><style>p{}</style><!-- geheim --> a</div>')).toEqual(['a']);
    expect(narrativeText('<p>5 &lt; 6 &#233;&#x2264; &onbekend;</p>')).toEqual(['5 < 6 é≤ &onbekend;']);
    expect(narrativeText(undefined)).toEqual([]);
    expect(narrativeText('<div/>')).toEqual([]);
  });

  test('it ends for any text, and gives no empty paragraphs', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<',
      '>',
      '&',
      '&#0;',
      '<script',
      '</script>',
      '<!--',
      '-->',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const paragraph of narrativeText(parts.join(''))) expect(paragraph.trim()).not.toBe('');
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  test('plain text is parted at empty lines', () => {
    expect(paragraphsOf('een\ntwee\n\n \n drie ')).toEqual(['een\ntwee', 'drie']);
    expect(paragraphsOf(undefined)).toEqual([]);
  });
});
