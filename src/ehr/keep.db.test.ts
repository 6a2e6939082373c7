import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { appointment, encounter, observation, patient, report } from '../../tests/support/resources';

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
});
afterAll(() => world.close());

const stored = async (sourceId: string) => {
  const [row] = await world.rows(sql<{
    id: string;
    patient_id: string;
    version: number;
    room: string;
    part_of: string | null;
    visible_from: Date | null;
    content: Record<string, unknown>;
    reason: string | null;
    known_at: Date | null;
  }>`SELECT r.id, r.patient_id, r.version, r.room, r.part_of, r.visible_from, r.content, l.reason, l.known_at FROM resource r
    LEFT JOIN result_release l ON l.organisation_id = r.organisation_id AND l.resource_id = r.id
    WHERE r.source_id = ${sourceId}`);
  if (row === undefined) throw new Error(`${sourceId} is not stored`);
  return row;
};
const outcomes = ({ total, refused }: Awaited<ReturnType<ImportWorld['take']>>) => ({
  ...total,
  reasons: refused.map(({ reason }) => reason),
});

describe('patients', () => {
  test('EH-01 a resource whose patient is unknown waits, and is taken when the patient arrives in a later run', async () => {
    const first = await world.take([observation('q1', 'later', '2823-3')]);
    expect(first.quarantined).toEqual([{ file: 'test', resource: 'Observation/q1', reason: 'patient-unknown' }]);
    const second = await world.take([patient('later', '999990020')]);
    expect(second.released).toBe(1);
    expect((await stored('q1')).patient_id).toBe((await stored('later')).id);
    expect(await world.rows(sql`SELECT 1 FROM quarantine`)).toEqual([]);
  });

  test('EH-01 nothing moves to another record: a resource that names another patient than before is refused', async () => {
    await world.take([patient('p-a', '999990032'), patient('p-b', '999990044'), observation('o-a', 'p-a', '2823-3')]);
    const before = await stored('o-a');
    const report = await world.take([observation('o-a', 'p-b', '2823-3'), observation('o-a', 'nobody', '2823-3')]);
    expect(outcomes(report)).toMatchObject({ refused: 2, reasons: ['patient-changed', 'patient-changed'] });
    expect(await stored('o-a')).toEqual(before);
  });

  test('EH-01 patients who contradict each other are never joined', async () => {
    await world.take([patient('p-c', '999990056'), patient('p-d', '999990068')]);
    const report = await world.take([
      patient('p-c', '999990068'),
      patient('p-e', '999990056', { birthDate: '1999-09-09' }),
      patient('p-f', null, { identifier: [{ system: 'urn:test:number', value: 'nr-p-c' }], birthDate: '2001-01-01' }),
      patient('p-g', '999990011'),
    ]);
    expect(outcomes(report).reasons).toEqual(['bsn-in-use', 'identity-changed', 'identity-changed', 'bsn-invalid']);
  });

  test('EH-01 another source joins a patient by BSN and changes nothing of what the first says', async () => {
    await world.take([patient('p-h', '999990081')]);
    const report = await world.take(
      [patient('h', '999990081', { name: [{ family: 'Anders' }] }), observation('o-h', 'h', '2823-3')],
      { source: 'laboratory' },
    );
    expect(report.total.taken).toBe(2);
    expect((await stored('o-h')).patient_id).toBe((await stored('p-h')).id);
    expect(await world.rows(sql`SELECT family_name FROM patient WHERE number = 'nr-p-h'`)).toEqual([
      { family_name: 'Van p-h' },
    ]);
  });

  test('IN-15 a death is taken, and a mistake about it taken back', async () => {
    await world.take([patient('p-i', '999990093', { deceasedDateTime: '2026-11-01' })]);
    const read = () => world.rows(sql`SELECT deceased_on FROM patient WHERE number = 'nr-p-i'`);
    expect(await read()).toEqual([{ deceased_on: '2026-11-01' }]);
    await world.take([patient('p-i', '999990093', { deceasedBoolean: false })]);
    expect(await read()).toEqual([{ deceased_on: null }]);
  });

  test('IN-03 a BSN counts as verified unless the source says it is temporary', async () => {
    const temporary = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990111', use: 'temp' }];
    await world.take([patient('p-j', null, { identifier: temporary }), patient('p-k', '999990123')]);
    await world.take([patient('p-l', '999990135')], { bsnVerified: false });
    const rows = await world.rows(sql`SELECT s.bsn, p.bsn_verified_at IS NOT NULL AS verified FROM patient p
      JOIN person s ON s.id = p.person_id WHERE s.bsn IN ('999990111', '999990123', '999990135') ORDER BY 1`);
    expect(rows).toEqual([
      { bsn: '999990111', verified: false },
      { bsn: '999990123', verified: true },
      { bsn: '999990135', verified: false },
    ]);
  });
});

describe('versions', () => {
  test('EH-01 changed content is a new version, the old one is kept, the moment of first sight too', async () => {
    await world.take([
      patient('v', '999990147'),
      { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/v' }, code: { text: 'Een' } },
    ]);
    const first = await stored('c');
    world.clock.set('2026-11-24T09:00:00Z');
    const report = await world.take([
      { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/v' }, code: { text: 'Twee' } },
    ]);
    expect(report.total.changed).toBe(1);
    expect(await stored('c')).toMatchObject({
      id: first.id,
      version: 2,
      visible_from: first.visible_from,
      content: { code: { text: 'Twee' } },
    });
    expect(
      await world.rows(
        sql`SELECT version, content -> 'code' ->> 'text' AS text FROM resource_version WHERE resource_id = ${first.id}`,
      ),
    ).toEqual([{ version: 1, text: 'Een' }]);
    world.clock.set('2026-11-23T09:00:00Z');
  });

  test('RE-06 a corrected result stays visible where the one before was', async () => {
    await world.take([observation('v-o', 'v', '2823-3', { issued: '2026-11-01T08:00:00Z' })]);
    const first = await stored('v-o');
    await world.take([
      observation('v-o', 'v', '2823-3', {
        issued: '2026-11-22T08:00:00Z',
        status: 'corrected',
        valueQuantity: { value: 3 },
      }),
    ]);
    expect(await stored('v-o')).toMatchObject({ reason: 'as-earlier-version', visible_from: first.visible_from });
  });

  test('RE-06 a part that changed stays in its panel', async () => {
    await world.take([
      observation('v-p', 'v', '58410-2', { hasMember: [{ reference: 'Observation/v-m' }] }),
      observation('v-m', 'v', '718-7'),
    ]);
    await world.take([observation('v-m', 'v', '718-7', { valueQuantity: { value: 9 } })]);
    expect((await stored('v-m')).part_of).toBe((await stored('v-p')).id);
    await world.take([observation('v-p', 'v', '58410-2')]);
    expect((await stored('v-m')).part_of).toBeNull();
  });
});

describe('results', () => {
  test('RE-03 the end of an admission that arrives later makes its results visible, with all their parts', async () => {
    const start = '2026-11-10T10:00:00Z';
    await world.take([
      patient('s', '999990159'),
      encounter('s-e', 's', 'IMP', { start }),
      report('s-r', 's', ['s-1'], { encounter: { reference: 'Encounter/s-e' } }),
      observation('s-1', 's', '718-7'),
    ]);
    expect(await stored('s-r')).toMatchObject({ visible_from: null, reason: 'awaits-discharge' });
    expect(await stored('s-1')).toMatchObject({ visible_from: null });
    await world.take([encounter('s-e', 's', 'IMP', { start, end: '2026-11-12T15:30:00Z' })]);
    const discharge = new Date('2026-11-12T15:30:00Z');
    expect(await stored('s-r')).toMatchObject({ visible_from: discharge, reason: 'at-discharge' });
    expect(await stored('s-1')).toMatchObject({ visible_from: discharge });
  });

  test('RE-02 a sensitive part makes the whole report wait as long as the part', async () => {
    await world.take([
      report('t-r', 's', ['t-1', 't-2']),
      observation('t-1', 's', '718-7'),
      observation('t-2', 's', '56888-1'),
    ]);
    const waits = new Date('2026-11-29T23:00:00Z'); // 28 days, from the start of that day
    expect(await stored('t-r')).toMatchObject({ visible_from: waits });
    expect(await stored('t-1')).toMatchObject({ visible_from: waits });
  });

  test('RE-02 a part of a laboratory report is a result, whatever it says of itself', async () => {
    await world.take(
      [observation('u-1', 's', '718-7', { category: undefined })].map((one) => JSON.parse(JSON.stringify(one))),
    );
    expect((await stored('u-1')).room).toBe('record');
    await world.take([report('u-r', 's', ['u-1'])]);
    expect(await stored('u-1')).toMatchObject({ room: 'results', part_of: (await stored('u-r')).id });
  });

  test('RE-04 laboratory results that the GP ordered are not shown in the hospital’s portal', async () => {
    const requester = {
      resourceType: 'PractitionerRole',
      id: 'gp',
      specialty: [{ coding: [{ system: 'urn:oid:2.16.840.1.113883.2.4.6.7', code: '0100' }] }],
    };
    const contained = [
      {
        resourceType: 'ServiceRequest',
        id: 'r',
        status: 'completed',
        intent: 'order',
        subject: { reference: 'Patient/s' },
        requester: { reference: 'PractitionerRole/gp' },
      },
    ];
    await world.take([requester, observation('w-1', 's', '2823-3', { contained, basedOn: [{ reference: '#r' }] })]);
    expect(await stored('w-1')).toMatchObject({ visible_from: null, reason: 'gp-ordered' });
  });
});

describe('a run', () => {
  test('EH-01 one that the database refuses does not stop the rest', async () => {
    const long = Array.from({ length: 9000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20000)),
    ).join('');
    const bad = patient('bad', null, { identifier: [{ system: 'urn:test:number', value: long }] });
    const result = await world.take([patient('good-1', '999990160'), bad, patient('good-2', '999990172')]);
    expect(outcomes(result)).toMatchObject({ taken: 2, refused: 1, reasons: ['not-stored'] });
  });

  test('EH-01 is in the log with every patient that it touched', async () => {
    const logged = () =>
      world.rows(sql<{ what: string; patients: number }>`SELECT what, (SELECT count(*) FROM audit_entity n
      WHERE n.event_id = e.id) AS patients FROM audit_event e ORDER BY e.id DESC LIMIT 2`);
    await world.take([patient('log-1', '999990184'), patient('log-2', '999990196')]);
    expect(await logged()).toEqual([
      { what: 'import-finished', patients: 0 },
      { what: 'import', patients: 2 },
    ]);
  });

  test('AP-01 an appointment gives its clinic a year before and a year after it', async () => {
    const report = await world.take([patient('ap', '999990202'), appointment('ap-1', 'ap', '2026-12-03T09:20:00Z')]);
    expect(report.refused).toEqual([]);
    expect(
      await world.rows(sql`SELECT clinic, source, valid_from, valid_until FROM treatment_relation
      WHERE patient_id = ${(await stored('ap')).id}`),
    ).toEqual([
      {
        clinic: 'orthopedie',
        source: 'appointment',
        valid_from: new Date('2025-12-02T23:00:00Z'),
        valid_until: new Date('2027-12-02T23:00:00Z'),
      },
    ]);
    const [row] = await world.rows(
      sql`SELECT clinic, location, place, kind, status, ends_at FROM appointment WHERE source_id = 'ap-1'`,
    );
    expect(row).toEqual({
      clinic: 'orthopedie',
      location: 'zeeweg',
      place: null,
      kind: 'visit',
      status: 'booked',
      ends_at: new Date('2026-12-03T09:40:00Z'),
    });
  });
});
