import { expect, test } from 'vitest';
import type { Visit } from '../house';
import { texts } from '../platform/i18n';
import { Names } from '../zib';
import { blockOf, type MedicationEntry } from './block';
import { medicationDocument } from './documents';
import { medicinesOf } from './medicine';

const at = new Date('2026-11-23T09:00:00Z');

const visit = (language: 'nl' | 'en') => ({ t: texts(language), language, base: '' }) as Visit;

const entry = (id: string, content: object): MedicationEntry =>
  ({
    id,
    type: 'MedicationRequest',
    title: null,
    status: 'active',
    effectiveOn: null,
    medication: null,
    content: { resourceType: 'MedicationRequest', intent: 'order', status: 'active', ...content },
  }) as unknown as MedicationEntry;

const dosage = (value: number) => ({
  timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
  doseAndRate: [{ doseQuantity: { value, unit: 'tablet' } }],
});

const medicines = medicinesOf(
  [
    entry('a', {
      medicationCodeableConcept: { text: 'Metoprolol 50 mg' },
      requester: { display: 'dr. S. Okafor' },
      reasonCode: [{ text: 'hoge bloeddruk' }],
      dosageInstruction: [{ ...dosage(1), additionalInstruction: [{ text: 'heel doorslikken' }] }],
    }),
    entry('b', {
      status: 'stopped',
      statusReason: { text: 'hoofdpijn' },
      medicationCodeableConcept: { text: 'Amlodipine 5 mg' },
      dosageInstruction: [dosage(3)],
    }),
  ].flatMap((one) => blockOf(one) ?? []),
  '2026-11-23',
);

const said = (language: 'nl' | 'en', shown = medicines) =>
  JSON.stringify(medicationDocument(visit(language), { medicines: shown, names: new Names(new Map()), at }))
    .replaceAll('\u00a0', ' ')
    .replaceAll('\\n', ' / ');

test('MD-01 the list on paper says what the page says: use, reason, prescriber, and why something stopped', () => {
  const words = said('nl');
  for (const part of [
    'Dit is uw lijst op maandag 23 november 2026',
    'Wat u nu gebruikt',
    '"Metoprolol 50 mg","2 keer per dag 1 tablet / heel doorslikken","hoge bloeddruk","dr. S. Okafor"',
    'Eerder gebruikt',
    '"Amlodipine 5 mg","2 keer per dag 3 tabletten","Reden om te stoppen: hoofdpijn",""',
  ])
    expect(words).toContain(part);
  expect(words.indexOf('Metoprolol')).toBeLessThan(words.indexOf('Amlodipine'));
});

test('MD-01 in English the words of the source keep their language', () => {
  expect(said('en')).toContain('{"text":"Metoprolol 50 mg","lang":"nl"}');
  expect(said('en')).toContain('1 tablet twice a day');
});

test('HO-05 where nothing is used now, it says so', () => {
  expect(said('nl', [])).toContain('Er staat niet dat u nu medicijnen gebruikt.');
});
