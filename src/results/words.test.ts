import type { Observation } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { texts } from '../platform/i18n';
import { loadPreset, presetSlugs } from '../policies';
import { byUnit } from '../ui';
import { categoriesOf, groupOf, groupOfSlug, groupSlugs, resultGroups } from './groups';
import { notShownInWords, releaseInWords } from './policy-words';
import type { ResultItem } from './store';
import { itemReading, kindOnDay, languageOfTitle, rangeText, trendPoints, valueText } from './words';

const [nl, en] = [texts('nl'), texts('en')];

describe('a value in words', () => {
  test.each([
    [{ kind: 'number', number: 8.4 }, '8,4', '8.4'],
    [{ kind: 'number', number: 5, comparator: '<' }, '<\u00a05', '<\u00a05'],
    [{ kind: 'pair', joint: ':', first: 1, second: 40 }, '1\u00a0:\u00a040', '1\u00a0:\u00a040'],
    [{ kind: 'yes-no', yes: true }, 'Ja', 'Yes'],
    [{ kind: 'words', text: 'Negatief' }, 'Negatief', 'Negatief'],
    [{ kind: 'none' }, 'Geen waarde', 'No value'],
  ] as const)('%j', (shown, dutch, english) => {
    expect([valueText(nl, shown), valueText(en, shown)]).toEqual([dutch, english]);
  });

  test('limits of a range belong to it', () => {
    expect(rangeText(nl, { low: 8.5, high: 11 })).toBe('8,5 tot 11');
    expect(rangeText(nl, { high: 10 })).toBe('10 of lager');
    expect(rangeText(en, { low: 60 })).toBe('60 or higher');
  });
});

test('English displays are marked as such, Dutch ones are not', () => {
  const english = ['Glucose [Moles/volume] in Blood', 'Chest X-ray', 'Laboratory report', 'Erythrocyte count'];
  const dutch = [
    'Hemoglobine',
    'Nierfunctie (eGFR)',
    'Röntgenfoto van uw enkel',
    'Bezinking (BSE)',
    'Glucose in bloed',
  ];
  expect(english.map(languageOfTitle)).toEqual(english.map(() => 'en'));
  expect(dutch.map(languageOfTitle)).toEqual(dutch.map(() => undefined));
});

describe('a series', () => {
  const item = (on: string, content: Partial<Observation>): ResultItem => ({
    id: on,
    type: 'Observation',
    title: 'Hemoglobine',
    status: 'final',
    effectiveAt: new Date(`${on}T08:00:00Z`),
    effectiveOn: on,
    partOf: null,
    category: 'haematology',
    content: { resourceType: 'Observation', status: 'final', code: {}, ...content },
  });

  test('RE-10 has a point for each exact number, and a chart for each unit', () => {
    const points = trendPoints(nl, [
      item('2024-01-10', { valueQuantity: { value: 13.5, unit: 'g/dl' } }),
      item('2025-02-10', { valueQuantity: { value: 9.1, unit: 'mmol/l' }, referenceRange: [{ low: { value: 8.5 } }] }),
      item('2025-06-12', { valueQuantity: { value: 5, comparator: '<', unit: 'mmol/l' } }),
      item('2025-10-09', { valueString: 'niet te bepalen' }),
      item('2026-02-11', { valueQuantity: { value: 8.3, unit: 'mmol/l' } }),
    ]);
    expect(points.map(({ label, valueText: text, low }) => [label, text, low])).toEqual([
      ['jan 2024', '13,5', undefined],
      ['feb 2025', '9,1', 8.5],
      ['feb 2026', '8,3', undefined],
    ]);
    expect(byUnit(points).map((group) => group.length)).toEqual([2, 1]);
  });

  test('a panel without a value of its own has no reading', () => {
    expect(itemReading(item('2026-01-01', { hasMember: [{ reference: 'Observation/1' }] }))).toBeUndefined();
    expect(itemReading(item('2026-01-01', {}))).toBeDefined();
  });
});

describe('groups', () => {
  test('every category is in one group, and every group has an address', () => {
    const all = resultGroups.flatMap(categoriesOf);
    expect(new Set(all).size).toBe(12);
    expect(resultGroups.map((group) => groupOfSlug(groupSlugs[group]))).toEqual([...resultGroups]);
    expect([groupOf('sti'), groupOf('a category of later')]).toEqual(['microbes', 'other']);
  });
});

describe('the policy in words', () => {
  test('RE-02 says when results are shown', () => {
    expect(releaseInWords(nl, loadPreset('duinzicht'))).toEqual([
      'U ziet een uitslag 7 dagen nadat hij klaar is.',
      'Gevoelige uitslagen ziet u 28 dagen nadat hij klaar is. Dat zijn: onderzoek naar seksueel overdraagbare aandoeningen, onderzoek van weefsel en cellen, erfelijkheidsonderzoek en onderzoek van weefselkenmerken (HLA).',
      'Bent u opgenomen of op de spoedeisende hulp? Dan ziet u een uitslag zodra u naar huis gaat.',
      'Vroeg uw huisarts het onderzoek aan? Dan ziet u hier alleen foto’s en scans. De rest krijgt u van uw huisarts.',
    ]);
    expect(releaseInWords(nl, loadPreset('drecht'))).toEqual([
      'U ziet een uitslag nadat uw zorgverlener hem heeft bekeken.',
    ]);
  });

  test('RE-05 names what is not shown', () => {
    const amstelland = loadPreset('amstelland');
    expect(notShownInWords(nl, amstelland).map(({ name }) => name)).toContain('Oogonderzoek');
  });

  test('has words for every preset in every language', () => {
    for (const slug of presetSlugs())
      for (const t of [nl, en, texts('x-rtl')]) expect(releaseInWords(t, loadPreset(slug)).length).toBeGreaterThan(0);
  });
});

test('RE-13 a test whose day nobody gave is told by its kind alone', () => {
  const t = texts('nl');
  expect(kindOnDay(t, 'chemistry', '2026-11-22', 'day')).toBe('Bloed- of urineonderzoek van 22 november');
  expect(kindOnDay(t, 'chemistry', null, 'day')).toBe('Bloed- of urineonderzoek');
});
