import type { MedicationRequest } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, blockOf, type MedicationEntry, type MedicationType } from './block';
import { groupsOf } from './group';
import { type Medicine, medicinesOf } from './medicine';

const today = '2026-11-23';
const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';

function entry(id: string, type: MedicationType, content: object): MedicationEntry {
  return {
    id,
    type,
    title: null,
    code: null,
    status: (content as { status?: string }).status ?? null,
    effectiveAt: null,
    effectiveOn: null,
    content: { resourceType: type, id, ...content } as never,
    source: 'test',
    receivedAt: new Date('2026-11-01T00:00:00Z'),
    location: null,
    encounterId: null,
    partOf: null,
    visibleFrom: new Date('2026-11-01T00:00:00Z'),
    keptFrom: [],
    medication: null,
  };
}

const period = (start: string, end?: string) => ({
  url: `${NICTIZ}ext-TimeInterval.Period`,
  valuePeriod: end === undefined ? { start } : { start, end },
});
const treatment = (value: string) => ({
  url: `${NICTIZ}ext-PharmaceuticalTreatment.Identifier`,
  valueIdentifier: { system: 'urn:mbh', value },
});
const stop = (code = '410546004') => ({
  url: `${NICTIZ}ext-StopType`,
  valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] },
});
const named = (text: string) => ({ medicationCodeableConcept: { text } });

const agreement = (id: string, more: object = {}) =>
  entry(id, 'MedicationRequest', { status: 'active', intent: 'order', ...named('Metoprolol 50 mg'), ...more });
const statement = (id: string, more: object = {}) =>
  entry(id, 'MedicationStatement', { status: 'active', ...named('Metoprolol 50 mg'), ...more });
const handedOut = (id: string, on: string, more: object = {}) =>
  entry(id, 'MedicationDispense', { status: 'completed', whenHandedOver: on, ...named('Metoprolol 50 mg'), ...more });

const blocks = (...entries: MedicationEntry[]): Block[] => entries.flatMap((one) => blockOf(one) ?? []);
const read = (...entries: MedicationEntry[]): Medicine[] => medicinesOf(blocks(...entries), today);
const states = (...entries: MedicationEntry[]) => read(...entries).map(({ state }) => state);

describe('MD-01 whether a medicine is used now', () => {
  test.each<[string, MedicationEntry, Medicine['state'][]]>([
    ['an agreement without an end', agreement('a', { extension: [period('2014-03-01')] }), ['current']],
    ['one without any date', agreement('a'), ['current']],
    [
      'one whose status nobody knows',
      agreement('a', { status: 'unknown', extension: [period('2026-11-01')] }),
      ['current'],
    ],
    ['the last day still counts', agreement('a', { extension: [period('2026-11-01', today)] }), ['current']],
    ['the day after it does not', agreement('a', { extension: [period('2026-11-01', '2026-11-22')] }), ['past']],
    ['it begins tomorrow', agreement('a', { extension: [period('2026-11-24')] }), ['coming']],
    ['a month that is not over', agreement('a', { extension: [period('2026-01', '2026-11')] }), ['current']],
    ['stopped', agreement('a', { status: 'stopped' }), ['past']],
    ['completed', agreement('a', { status: 'completed' }), ['past']],
    ['called off', agreement('a', { status: 'cancelled' }), ['past']],
    ['on hold', agreement('a', { status: 'on-hold' }), ['paused']],
    ['a draft is no agreement', agreement('a', { status: 'draft' }), []],
    ['nor is a proposal', agreement('a', { intent: 'proposal' }), []],
    ['a mistake is nothing', agreement('a', { status: 'entered-in-error' }), []],
    ['what must not be used', agreement('a', { doNotPerform: true }), ['never']],
    ['what the patient says to use', statement('a'), ['current']],
    ['what the patient says not to use', statement('a', { status: 'not-taken' }), ['past']],
    ['the same before R4', statement('a', { taken: 'n' }), ['past']],
    [
      'what the patient will use',
      statement('a', { status: 'intended', effectivePeriod: { start: '2026-12-01' } }),
      ['coming'],
    ],
    ['only handed out: nobody says how', handedOut('a', '2026-11-20'), ['loose']],
    [
      'thirty days that are over',
      agreement('a', {
        extension: [
          period('2026-10-01'),
          { url: `${NICTIZ}zib-MedicationUse-Duration`, valueDuration: { value: 30, code: 'd' } },
        ],
      }),
      ['past'],
    ],
    [
      'thirty days, of which this is the last',
      agreement('a', {
        extension: [
          period('2026-10-25'),
          { url: `${NICTIZ}ext-TimeInterval.Duration`, valueDuration: { value: 30, code: 'd' } },
        ],
      }),
      ['current'],
    ],
    [
      'the days of its dosages',
      agreement('a', {
        dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2026-11-01', end: '2026-11-10' } } } }],
      }),
      ['past'],
    ],
  ])('%s', (_, one, wanted) => {
    expect(states(one)).toEqual(wanted);
  });

  test('an agreement to stop ends what was agreed before it, with its reason', () => {
    const was = agreement('a', { authoredOn: '2026-01-01', extension: [treatment('1'), period('2026-01-01')] });
    const ended = (until: string, code?: string) =>
      agreement('b', {
        authoredOn: '2026-11-10',
        extension: [treatment('1'), period('2026-01-01', until)],
        modifierExtension: [stop(code)],
        reasonCode: [{ text: 'te trage hartslag' }],
      });
    const [over] = read(was, ended('2026-11-10'));
    expect(over).toMatchObject({ state: 'past', id: 'a', until: '2026-11-10', stopped: true });
    expect(over?.stopReasons.map(({ text }) => text)).toEqual(['te trage hartslag']);
    expect(read(was, ended('2026-12-01'))[0]).toMatchObject({ state: 'current', id: 'a', until: '2026-12-01' });
    expect(read(was, ended('2026-11-10', '385655000'))[0]).toMatchObject({ state: 'paused' });
    const again = agreement('c', { authoredOn: '2026-11-20', extension: [treatment('1'), period('2026-11-20')] });
    expect(read(was, ended('2026-11-10'), again)[0]).toMatchObject({ state: 'current', id: 'c' });
  });

  test('a status gives its reason; the reason of an agreement is no reason to stop', () => {
    const [one] = read(
      agreement('a', {
        status: 'stopped',
        statusReason: { text: 'bijwerking' },
        reasonCode: [{ text: 'hoge bloeddruk' }],
      }),
    );
    expect(one?.stopReasons.map(({ text }) => text)).toEqual(['bijwerking']);
    expect(one?.lead.reasons.map(({ text }) => text)).toEqual(['hoge bloeddruk']);
  });

  test('a new version takes the place of the one that it names', () => {
    const [one] = read(
      agreement('0190a000-0000-7000-8000-000000000001', { authoredOn: '2026-01-01', ...named('Metoprolol 50 mg') }),
      agreement('0190a000-0000-7000-8000-000000000002', {
        authoredOn: '2026-06-01',
        ...named('Metoprolol 100 mg'),
        priorPrescription: { reference: 'MedicationRequest/0190a000-0000-7000-8000-000000000001' },
      }),
    );
    expect(one?.name?.text).toBe('Metoprolol 100 mg');
    expect(one?.holding).toHaveLength(1);
    expect(one?.blocks).toHaveLength(2);
  });
});

describe('MD-01 one medicine appears once', () => {
  test('the agreement on top, what the patient says and the pharmacy beside it', () => {
    const [one, ...others] = read(
      handedOut('d', '2026-10-01'),
      statement('s', { category: { coding: [{ code: 'patientspecified' }] } }),
      agreement('a', { extension: [period('2026-01-01')] }),
      handedOut('e', '2026-11-01'),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'a', state: 'current' });
    expect(one?.uses.map(({ entry: { id }, byPatient }) => [id, byPatient])).toEqual([['s', true]]);
    expect(one?.blocks).toHaveLength(4);
  });

  test('who says after the end of an agreement that it is still used, is believed; who said so before is not', () => {
    const over = agreement('a', { extension: [period('2026-01-01', '2026-10-01')] });
    const says = (on: string, status = 'active') =>
      statement('s', { status, dateAsserted: on, effectivePeriod: { start: '2026-02-01' } });
    expect(read(over, says('2026-11-01'))[0]).toMatchObject({ state: 'current', id: 's' });
    expect(read(over, says('2026-09-01'))[0]).toMatchObject({ state: 'past', id: 'a' });
    expect(read(over, says('2026-11-01', 'not-taken'))[0]).toMatchObject({ state: 'past', id: 'a' });
  });

  test('two parts of one scheme are both told', () => {
    const [one] = read(agreement('a'), agreement('b'));
    expect(one?.holding.map(({ entry: { id } }) => id).sort()).toEqual(['a', 'b']);
  });

  test.each<[string, MedicationEntry[], number]>([
    ['other strength, other medicine', [agreement('a'), agreement('b', named('Metoprolol 100 mg'))], 2],
    [
      'two treatments with one medicine',
      [agreement('a', { extension: [treatment('1')] }), agreement('b', { extension: [treatment('2')] })],
      2,
    ],
    [
      'one treatment with two products',
      [
        agreement('a', { extension: [treatment('1')] }),
        agreement('b', { ...named('Selokeen'), extension: [treatment('1')] }),
      ],
      1,
    ],
    [
      'the same again a year later',
      [
        agreement('a', { extension: [period('2020-01-01', '2020-02-01')] }),
        agreement('b', { extension: [period('2026-01-01')] }),
      ],
      2,
    ],
    [
      'the day after the other ended',
      [
        agreement('a', { extension: [period('2020-01-01', '2025-12-31')] }),
        agreement('b', { extension: [period('2026-01-01')] }),
      ],
      1,
    ],
    [
      'handed out three times, never agreed',
      [handedOut('a', '2020-01-01'), handedOut('b', '2022-01-01'), handedOut('c', '2026-01-01')],
      1,
    ],
    ['without a name nothing is alike', [agreement('a', named('')), agreement('b', named(''))], 2],
  ])('%s', (_, entries, count) => {
    expect(read(...entries)).toHaveLength(count);
  });

  const day = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  const any = fc
    .array(
      fc.record({
        type: fc.constantFrom<MedicationType>(
          'MedicationRequest',
          'MedicationStatement',
          'MedicationDispense',
          'MedicationAdministration',
        ),
        name: fc.constantFrom('a', 'b', ''),
        mbh: fc.constantFrom(undefined, '1', '2'),
        status: fc.constantFrom('active', 'completed', 'stopped', 'on-hold', 'unknown'),
        from: fc.option(day, { nil: undefined }),
        until: fc.option(day, { nil: undefined }),
        stopped: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(({ type, name, mbh, status, from, until, stopped }, index) =>
        entry(`id-${String(index).padStart(2, '0')}`, type, {
          status,
          ...named(name),
          extension: [
            ...(mbh === undefined ? [] : [treatment(mbh)]),
            ...(from === undefined ? [] : [period(from, until)]),
          ],
          ...(stopped ? { modifierExtension: [stop()] } : {}),
        } satisfies Partial<Record<keyof MedicationRequest, unknown>>),
      ),
    );

  test('whatever comes in: nothing is lost or told twice, treatments stay apart, the order does not matter', () => {
    fc.assert(
      fc.property(any, fc.integer(), (entries, seed) => {
        const all = blocks(...entries);
        const ids = (groups: Block[][]) => groups.map((group) => group.map((block) => block.entry.id).sort()).sort();
        const groups = groupsOf(all);
        expect(
          groups
            .flat()
            .map(({ entry: { id } }) => id)
            .sort(),
        ).toEqual(all.map(({ entry: { id } }) => id).sort());
        for (const group of groups)
          expect(new Set(group.flatMap((block) => block.treatment ?? [])).size).toBeLessThanOrEqual(1);
        const turned = [...all].sort(
          (a, b) => ((a.entry.id.charCodeAt(3) * seed) % 7) - ((b.entry.id.charCodeAt(3) * seed) % 7),
        );
        expect(ids(groupsOf(turned))).toEqual(ids(groups));
        for (const medicine of medicinesOf(all, today)) {
          expect(medicine.blocks).toContain(medicine.lead);
          if (medicine.state === 'current') expect(medicine.holding).toContain(medicine.lead);
        }
      }),
      { seed: 20261203, numRuns: 300 },
    );
  });
});
