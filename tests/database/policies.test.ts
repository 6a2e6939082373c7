/** Row-level security by itself: what a query without any condition gives behind each door, to each kind of viewer. */
import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  isRefusal,
  openDesk,
  openLog,
  openRecord,
  openWorklist,
  type RecordRight,
  recordRights,
  type Viewer,
  type Which,
} from '../../src/access';
import { type Scope, type ScopeName, transaction } from '../../src/platform/database';
import type { TestHouse, TestPatient } from '../support/people';
import { type Household, makeWorld, NOW, tablesOf, type World } from './world';

type Row = Record<string, unknown>;
type Sees = (row: Row) => boolean;

let world: World;
let house: TestHouse;
let guarded: string[];
let readable: string[];
let whole: Map<string, Row[]>;
let child: TestPatient;
let limited: TestPatient;
const persons = { parent: '', legal: '', narrowed: '' };

beforeAll(async () => {
  world = await makeWorld();
  const { organisation, patient } = world.here;
  house = world.people.house(NOW);
  persons.parent = await organisation.person();
  persons.legal = await organisation.person();
  persons.narrowed = await organisation.person();
  child = await organisation.patient({ birth_date: '2018-05-05' });
  limited = await organisation.patient({ bsn_verified_at: null });
  await organisation.grant(persons.parent, child, { basis: 'parent' });
  await organisation.grant(persons.legal, patient, { basis: 'legal' });
  await organisation.grant(persons.narrowed, patient, { rights: ['appointments'] });
  // Somebody with a record of the own here.
  await organisation.grant(world.here.other.person, patient, { rights: ['appointments'] });
  for (const owner of [child, limited]) {
    for (const kept of [[], ['proxy'], ['parent'], ['patient']])
      await organisation.result(owner, { kept_from: kept, visible_from: NOW });
    await organisation.appointment(owner, '2026-12-20T09:00:00Z');
    await organisation.appointment(owner, '2026-12-21T09:00:00Z', { kept_from: ['parent'] });
    await organisation.appointment(owner, '2026-11-20T09:00:00Z', { status: 'fulfilled' });
  }
  const tables = await tablesOf(world.superuser);
  guarded = tables.filter((table) => table.guarded).map(({ name }) => name);
  const { rows } = await world.superuser.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) t(name) WHERE has_table_privilege('inzage_web', name, 'SELECT')`,
    [guarded],
  );
  // A draft is its owner's, in no scope of a record: asking for one there is an error (below).
  readable = rows.map(({ name }) => name).filter((name) => name !== 'draft');
});
afterAll(() => world.close());

/** Everything there is, as the superuser sees it: read anew, since each opened record adds a line to the log. */
async function readWhole(client: Pool | PoolClient): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const table of readable) found.set(table, (await client.query<Row>(`SELECT * FROM ${table}`)).rows);
  return found;
}

const words = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

/** What a viewer of a record may see of each table, written from ARCHITECTURE and DO-12, not from the policies. */
function expected(
  home: Household,
  owner: TestPatient,
  as: { kind: string; rights: readonly string[]; person?: string },
): Record<string, Sees> {
  const of = (row: Row) => row.organisation_id === home.organisation.id && row.patient_id === owner.id;
  const staff = as.kind === 'staff';
  const hidden = as.kind === 'self' || as.kind === 'limited' ? ['patient'] : ['patient', as.kind];
  const shown = (row: Row) => staff || !(row.kept_from as string[]).some((kind) => hidden.includes(kind));
  const visible = (row: Row) => row.visible_from !== null && (row.visible_from as Date) <= NOW;
  const may = (right: RecordRight) => as.rights.includes(right);
  const resource = (row: Row) => of(row) && may(row.room as RecordRight) && shown(row) && (staff || visible(row));
  const ofResource = (id: unknown) => (whole.get('resource') ?? []).some((row) => row.id === id && resource(row));
  const asked = (row: Row) =>
    of(row) &&
    row.viewer === as.kind &&
    row.owner_id === (staff ? home.doctor.employee : as.person) &&
    (row.rights as RecordRight[]).every(may);
  return {
    document_request: asked,
    document_content: (row) =>
      (whole.get('document_request') ?? []).some(({ id, ...of }) => id === row.id && asked(of)),
    patient: (row) => row.organisation_id === home.organisation.id && row.id === owner.id,
    access_grant: (row) => of(row) && may('proxies'),
    appointment: (row) =>
      of(row) && may('appointments') && shown(row) && (as.kind !== 'limited' || (row.ends_at as Date) > NOW),
    resource,
    resource_version: (row) => of(row) && staff && ofResource(row.resource_id),
    result_release: (row) =>
      of(row) && may('results') && shown(row) && (staff || visible(row) || row.announced === true),
    result_decision: (row) => of(row) && staff && may('results'),
    result_opened: (row) => of(row) && may('results') && row.person_id === as.person,
    letter_opened: (row) => of(row) && may('documents') && row.person_id === as.person,
    summary_opened: (row) => of(row) && may('documents') && row.person_id === as.person,
    audit_event: (row) => of(row) && may('proxies'),
    audit_entity: (row) => of(row) && may('proxies'),
  };
}

/** Opens the record with these rights and asks every readable table for everything. */
async function naive(viewer: Viewer, which: Which, rights: readonly RecordRight[]) {
  const answer = await openRecord(house, viewer, which, rights, { what: 'test' }, async (record) => {
    const { client } = record.tx;
    const counts = new Map<string, number>();
    for (const table of readable) {
      const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      counts.set(table, rows[0]?.count ?? -1);
    }
    return { seen: await readWhole(client), counts, kind: record.kind };
  });
  if (isRefusal(answer)) throw new Error(`refused: ${answer.because}`);
  whole = await readWhole(world.superuser);
  return answer;
}

type Case = readonly [
  name: string,
  rights: readonly RecordRight[],
  open: () => { home: Household; owner: TestPatient; viewer: Viewer; which: Which; kind: string; person?: string },
];

const care: RecordRight[] = [
  'appointments',
  'results',
  'record',
  'medication',
  'messages',
  'questionnaires',
  'documents',
  'personal',
];
const asProxy = recordRights.filter((right) => !['proxies', 'personal', 'settings'].includes(right));
const asParent = recordRights.filter((right) => right !== 'settings');

const own = (home: Household, owner: TestPatient, kind: string) => ({
  home,
  owner,
  kind,
  person: owner.person,
  viewer: home.organisation.asPerson(owner.person),
  which: 'own' as const,
});
const anothers = (home: Household, owner: TestPatient, person: string, kind: string) => ({
  home,
  owner,
  kind,
  person,
  viewer: home.organisation.asPerson(person),
  which: { patient: owner.id },
});
const staff = (home: Household) => ({
  home,
  owner: home.patient,
  kind: 'staff',
  viewer: home.organisation.asEmployee(home.doctor),
  which: { patient: home.patient.id },
});

const cases: Case[] = [
  ['the patient, everything', recordRights, () => own(world.here, world.here.patient, 'self')],
  ['the patient, results alone', ['results'], () => own(world.here, world.here.patient, 'self')],
  ['the patient, the log alone', ['proxies'], () => own(world.here, world.here.patient, 'self')],
  ['a patient elsewhere', recordRights, () => own(world.elsewhere, world.elsewhere.other, 'self')],
  ['a patient with limited access', ['appointments'], () => own(world.here, limited, 'limited')],
  ['a proxy with all rights', asProxy, () => anothers(world.here, world.here.patient, world.here.proxy, 'proxy')],
  ['a narrowed proxy', ['appointments'], () => anothers(world.here, world.here.patient, persons.narrowed, 'proxy')],
  ['a parent', asParent, () => anothers(world.here, child, persons.parent, 'parent')],
  ['a legal representative', asParent, () => anothers(world.here, world.here.patient, persons.legal, 'legal')],
  ['a doctor, the whole record', care, () => staff(world.here)],
  ['a doctor, appointments alone', ['appointments'], () => staff(world.here)],
];

describe('PS-01 DO-12 a query without a condition, in an opened record, gives only what this viewer may see', () => {
  test.each(cases)('%s', async (_, rights, open) => {
    const { home, owner, viewer, which, kind, person } = open();
    const { seen, counts, kind: opened } = await naive(viewer, which, rights);
    expect(opened).toBe(kind);
    const may = expected(home, owner, { kind, rights, ...(person === undefined ? {} : { person }) });
    for (const table of readable) {
      const rows = (whole.get(table) ?? []).filter(may[table] ?? (() => false));
      expect(words(seen.get(table) ?? []), table).toEqual(words(rows));
      expect(counts.get(table), table).toBe(rows.length);
    }
  });

  test('the cases meet rows that must stay hidden, and rows that must not', async () => {
    const { seen } = await naive(world.here.organisation.asPerson(world.here.patient.person), 'own', recordRights);
    const here = (whole.get('resource') ?? []).filter((row) => row.patient_id === world.here.patient.id);
    expect(seen.get('resource')?.length).toBeGreaterThan(10);
    expect(here.length).toBeGreaterThan((seen.get('resource')?.length ?? 0) + 10);
  });

  test('nobody on the patient’s side changes when a result is seen', async () => {
    const viewer = world.here.organisation.asPerson(world.here.patient.person);
    const changed = await openRecord(
      house,
      viewer,
      'own',
      recordRights,
      { what: 'test' },
      async ({ tx: { client } }) => [
        (await client.query('UPDATE resource SET visible_from = NULL')).rowCount,
        (await client.query(`UPDATE result_release SET visible_from = NULL, reason = 'x'`)).rowCount,
      ],
    );
    expect(changed).toEqual([0, 0]);
  });

  test('IN-12 no record opens a draft: it is asked for by its owner', async () => {
    const viewer = world.here.organisation.asPerson(world.here.patient.person);
    const asked = openRecord(house, viewer, 'own', recordRights, { what: 'test' }, ({ tx: { client } }) =>
      client.query('SELECT * FROM draft'),
    );
    await expect(asked).rejects.toThrow(/inzage.owner|invalid input syntax for type uuid/);
  });

  test('an employee’s change reaches the opened record alone', async () => {
    const viewer = world.here.organisation.asEmployee(world.here.doctor);
    const which = { patient: world.here.patient.id };
    const moved = new Date('2026-12-04T00:00:00Z');
    let rows: Row[] = [];
    const undone = new Error('nothing of what was tried stays for the other tests');
    const touched = openRecord(house, viewer, which, ['results'], { what: 'test' }, async ({ tx: { client } }) => {
      rows = (await client.query<Row>('UPDATE resource SET visible_from = $1 RETURNING *', [moved])).rows;
      throw undone;
    });
    await expect(touched).rejects.toBe(undone);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.patient_id === which.patient && row.room === 'results')).toBe(true);
  });
});

describe('PS-01 each scope shows the tables that it is for', () => {
  /** Everything that a scope can say, in favour of whoever asks. */
  const generous = (scope: ScopeName): Scope => ({
    scope,
    organisation: world.here.organisation.id,
    patient: world.here.patient.id,
    person: scope === 'door' || scope === 'sign-in' ? world.here.proxy : world.here.patient.person,
    employee: world.here.doctor.employee,
    clinic: 'interne',
    owner: '00000000-0000-0000-0000-000000000000',
    rights: recordRights,
    viewer: 'staff',
    kept: [],
    careTime: NOW,
  });

  const shownTo = async (pool: World['people']['web'], scope: ScopeName) => {
    const { rows } = await world.superuser.query<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) t(name) WHERE has_table_privilege($2, name, 'SELECT')`,
      [guarded, pool === world.people.web ? 'inzage_web' : 'inzage_worker'],
    );
    return transaction(pool, generous(scope), async ({ client }) => {
      const shown: string[] = [];
      for (const { name } of rows)
        if (((await client.query(`SELECT FROM ${name} LIMIT 1`)).rowCount ?? 0) > 0) shown.push(name);
      return shown;
    });
  };

  test.each([
    ['sign-in', ['access_grant', 'employee', 'patient', 'person']],
    ['door', ['access_grant', 'emergency_access', 'patient', 'person', 'treatment_relation']],
    [
      'record',
      [
        'access_grant',
        'appointment',
        'audit_entity',
        'audit_event',
        'document_content',
        'document_request',
        'letter_opened',
        'patient',
        'resource',
        'resource_version',
        'result_decision',
        'result_opened',
        'result_release',
        'summary_opened',
      ],
    ],
    ['grants', ['access_grant', 'patient', 'person', 'treatment_relation']],
    ['clinic', ['appointment', 'patient', 'treatment_relation']],
    ['desk', ['bsn_verification', 'patient', 'person']],
    ['log', ['audit_entity', 'audit_event', 'emergency_access', 'employee', 'patient']],
    ['system', []],
  ] as const)('the web login in scope %s', async (scope, tables) => {
    expect(await shownTo(world.people.web, scope)).toEqual(tables);
  });

  test.each(['sign-in', 'door', 'record', 'grants', 'clinic', 'desk', 'log'] as const)(
    'the worker sees nothing in scope %s',
    async (scope) => {
      expect(await shownTo(world.people.worker, scope)).toEqual([]);
    },
  );

  test('the worker sees its own organisation alone in scope system', async () => {
    for (const { organisation } of [world.here, world.elsewhere])
      await transaction(world.people.worker, { scope: 'system', organisation: organisation.id }, async ({ client }) => {
        for (const table of [
          'person',
          'patient',
          'resource',
          'appointment',
          'audit_event',
          'audit_entity',
          'quarantine',
        ]) {
          const { rows } = await client.query<{ organisation_id: string }>(
            `SELECT DISTINCT organisation_id FROM ${table}`,
          );
          expect(rows, table).toEqual([{ organisation_id: organisation.id }]);
        }
      });
  });
});

describe('PR-07 who has access to one record is named, and nobody else', () => {
  test('grants and relations of this patient alone, and the names of who holds the grants', async () => {
    const { organisation, patient, other } = world.here;
    const asked = { scope: 'grants' as const, organisation: organisation.id, patient: patient.id };
    const all = async (client: Pool | PoolClient, table: string) =>
      (await client.query<Row>(`SELECT * FROM ${table}`)).rows;
    const seen = await transaction(world.people.web, asked, async ({ client }) => ({
      grants: await all(client, 'access_grant'),
      relations: await all(client, 'treatment_relation'),
      persons: await all(client, 'person'),
      patients: await all(client, 'patient'),
    }));
    const mine = (row: Row) => row.organisation_id === organisation.id && row.patient_id === patient.id;
    const grants = (await all(world.superuser, 'access_grant')).filter(mine);
    const holders = new Set(grants.map(({ person_id }) => person_id));
    const relations = (await all(world.superuser, 'treatment_relation')).filter(mine);
    const persons = (await all(world.superuser, 'person')).filter(({ id }) => holders.has(id));
    const patients = (await all(world.superuser, 'patient')).filter(({ person_id }) => holders.has(person_id));
    expect(words(seen.grants)).toEqual(words(grants));
    expect(words(seen.relations)).toEqual(words(relations));
    expect(words(seen.persons)).toEqual(words(persons));
    expect(words(seen.patients)).toEqual(words(patients));
    expect(grants.length).toBeGreaterThan(1);
    expect(seen.patients.map(({ id }) => id)).toEqual([other.id]);
  });
});

describe('PS-01 behind the other doors a query without a condition stays within them', () => {
  const purpose = { what: 'test' };
  const patients = ({ tx: { client } }: { tx: { client: PoolClient } }) =>
    client
      .query<{ organisation_id: string; id: string }>('SELECT organisation_id, id FROM patient')
      .then(({ rows }) => rows);
  const nobody = async <T>(result: Promise<T>) => ({ result: await result, shown: [] });

  test('a desk: the identities of its own organisation, no clinical table', async () => {
    const reception = world.here.organisation.asEmployee(await world.here.organisation.employee(['reception']));
    const rows = await openDesk(house, reception, 'find-patient', purpose, (desk) => nobody(patients(desk)));
    expect(rows).toHaveLength(4);
    const clinical = openDesk(house, reception, 'find-patient', purpose, ({ tx: { client } }) =>
      nobody(client.query('SELECT * FROM resource UNION ALL SELECT * FROM resource').then(({ rowCount }) => rowCount)),
    );
    expect(await clinical).toBe(0);
  });

  test('a clinic’s work: who is a patient there, with that clinic’s appointments', async () => {
    const doctor = world.here.organisation.asEmployee(world.here.doctor);
    const seen = await openWorklist(house, doctor, 'interne', purpose, (list) =>
      nobody(Promise.all([patients(list), list.tx.client.query<Row>('SELECT DISTINCT clinic FROM appointment')])),
    );
    if (isRefusal(seen)) throw new Error(seen.because);
    const [rows, clinics] = seen;
    expect(rows.map(({ id }) => id).sort()).toEqual([world.here.patient.id, world.here.other.id].sort());
    expect(clinics.rows).toEqual([{ clinic: 'interne' }]);
  });

  test('the log: of its own organisation', async () => {
    const officer = world.here.organisation.asEmployee(await world.here.organisation.employee(['privacy']));
    const seen = await openLog(house, officer, purpose, ({ tx: { client } }) =>
      nobody(client.query<Row>('SELECT DISTINCT organisation_id FROM audit_event').then(({ rows }) => rows)),
    );
    expect(seen).toEqual([{ organisation_id: world.here.organisation.id }]);
  });
});
