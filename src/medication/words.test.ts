import type { Dosage } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { texts } from '../platform/i18n';
import { type Block, blockOf, type MedicationEntry } from './block';
import { useLines } from './words';

const t = texts('nl');

const block = (dosageInstruction: Dosage[], more: object = {}): Block =>
  blockOf({
    id: 'a',
    type: 'MedicationRequest',
    title: 'Prednison',
    medication: null,
    content: { resourceType: 'MedicationRequest', status: 'active', intent: 'order', dosageInstruction, ...more },
  } as unknown as MedicationEntry) as Block;

const step = (sequence: number, value: number, weeks?: number): Dosage => ({
  sequence,
  timing: {
    repeat: {
      frequency: 1,
      period: 1,
      periodUnit: 'd',
      ...(weeks === undefined ? {} : { boundsDuration: { value: weeks, code: 'wk' } }),
    },
  },
  doseAndRate: [{ doseQuantity: { value, unit: 'tablet' } }],
});

const lines = (...given: Parameters<typeof block>) =>
  useLines(t, block(...given)).map((line) => line.replaceAll('\u00a0', ' '));

test('MD-01 steps that follow each other say so; parts of one day do not', () => {
  expect(lines([step(2, 3), step(1, 6, 1)])).toEqual([
    '1 keer per dag 6 tabletten, 1 week lang',
    'daarna: 1 keer per dag 3 tabletten',
  ]);
  expect(lines([step(1, 1), step(2, 2)])).toEqual(['1 keer per dag 1 tablet', '1 keer per dag 2 tabletten']);
  expect(lines([step(1, 1, 1), step(1, 2, 1)])[1]).toBe('1 keer per dag 2 tabletten, 1 week lang');
});

const nictiz = 'http://nictiz.nl/fhir/StructureDefinition/';

test('MD-01 a scheme that begins again says after how long', () => {
  const modifierExtension = [
    { url: `${nictiz}ext-InstructionsForUse.RepeatPeriodCyclicalSchedule`, valueDuration: { value: 28, code: 'd' } },
  ];
  expect(lines([step(1, 1, 3)], { modifierExtension })).toEqual([
    '1 keer per dag 1 tablet, 3 weken lang',
    'herhaal dit schema elke 28 dagen',
  ]);
});

test('MD-01 with something unknown that may change the meaning only the source speaks', () => {
  const modifierExtension = [{ url: 'https://example.org/only-on-odd-days', valueBoolean: true }];
  expect(lines([{ ...step(1, 1), text: '1 dd 1, oneven dagen' }], { modifierExtension })).toEqual([
    '1 dd 1, oneven dagen',
  ]);
  expect(lines([step(1, 1)], { modifierExtension })).toEqual([]);
});

test('MD-01 where no dosage says anything, the whole instruction does', () => {
  const extension = [
    { url: `${nictiz}ext-RenderedDosageInstruction`, valueString: 'elke 72 uur 1 pleister van 25µg/uur' },
  ];
  expect(lines([], { extension })).toEqual(['elke 72 uur 1 pleister van 25 microgram/uur']);
});
