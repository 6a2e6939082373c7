/** Rows in every table that knows patients, for more than one patient and organisation: what policies are tried on. */
import { openPool, type Pool, uuidv7 } from '../../src/platform/database';
import { type TestDatabase, withDatabase } from '../support/database';
import {
  type TestEmployee,
  type TestOrganisation,
  type TestPatient,
  type TestPeople,
  testPeople,
} from '../support/people';

/** 'Now' in these tests. */
export const NOW = new Date('2026-12-03T09:00:00Z');

/** One organisation with two patients, whose records hold the same things. */
export interface Household {
  readonly organisation: TestOrganisation;
  readonly patient: TestPatient;
  readonly other: TestPatient;
  readonly proxy: string;
  readonly doctor: TestEmployee;
}

export interface World {
  readonly database: TestDatabase;
  readonly people: TestPeople;
  /** Past row-level security: to fill, and to look at what is really there. */
  readonly superuser: Pool;
  readonly here: Household;
  readonly elsewhere: Household;
  close(): Promise<void>;
}

export async function makeWorld(): Promise<World> {
  const database = await withDatabase();
  const people = testPeople(database);
  const superuser = openPool(database.superuserUrl, { name: 'test-superuser', max: 2 });
  const here = await makeHousehold(people, superuser, 'duinzicht');
  const elsewhere = await makeHousehold(people, superuser, 'maasoever');
  return {
    database,
    people,
    superuser,
    here,
    elsewhere,
    close: async () => {
      await superuser.end();
      await people.close();
      await database.close();
    },
  };
}

async function makeHousehold(people: TestPeople, superuser: Pool, slug: string): Promise<Household> {
  const organisation = await people.organisation(slug);
  const patient = await organisation.patient();
  const other = await organisation.patient({ family_name: 'Yılmaz' });
  const proxy = await organisation.person();
  const doctor = await organisation.employee(['doctor'], ['interne']);
  await organisation.grant(proxy, patient);
  for (const owner of [patient, other]) await fillRecord(organisation, owner, doctor, superuser);
  await fillRest(organisation, superuser);
  return { organisation, patient, other, proxy, doctor };
}

/** The past, the future, what is not released, and what is kept from each kind of viewer: in every room and table. */
async function fillRecord(organisation: TestOrganisation, owner: TestPatient, doctor: TestEmployee, superuser: Pool) {
  const future = { visible_from: new Date('2026-12-03T09:00:00.001Z') };
  const kept = (kind: string) => ({ kept_from: [kind] });
  for (const room of ['record', 'medication', 'documents', 'questionnaires', 'personal', 'appointments'])
    for (const row of [
      {},
      { visible_from: NOW },
      future,
      { visible_from: null },
      kept('patient'),
      kept('proxy'),
      kept('parent'),
    ])
      await organisation.resource(owner, { room, ...row });
  const seen = await organisation.result(owner, { visible_from: NOW });
  await organisation.result(owner, future);
  await organisation.result(owner, { ...future, title: 'announced' }, { announced: true });
  await organisation.result(owner, { visible_from: null });
  for (const kind of ['patient', 'proxy', 'parent', 'legal']) await organisation.result(owner, kept(kind));
  await organisation.appointment(owner, '2026-12-10T09:00:00Z');
  await organisation.appointment(owner, '2026-12-03T08:45:00Z', { clinic: 'cardiologie' });
  await organisation.appointment(owner, '2026-11-03T09:00:00Z', { status: 'fulfilled' });
  await organisation.appointment(owner, '2026-12-11T09:00:00Z', kept('proxy'));
  await organisation.appointment(owner, '2026-12-12T09:00:00Z', kept('patient'));
  await organisation.relation('interne', owner);
  await organisation.relation('cardiologie', owner, { valid_until: new Date('2026-01-01') });
  const event = uuidv7();
  const inserts: [string, unknown[]][] = [
    ['resource_version VALUES ($1, $2, 1, $3, $4, $5)', [organisation.id, seen, owner.id, '{}', NOW]],
    [
      `result_decision VALUES ($1, $2, $3, $4, 'held', 'eerst bespreken', $5, 'S. de Boer', $6)`,
      [organisation.id, uuidv7(), seen, owner.id, doctor.employee, NOW],
    ],
    ['result_opened VALUES ($1, $2, $3, $4, $5)', [organisation.id, owner.id, owner.person, seen, NOW]],
    ['letter_opened VALUES ($1, $2, $3, $4, $5)', [organisation.id, owner.id, owner.person, seen, NOW]],
    ['summary_opened VALUES ($1, $2, $3, $4, $5)', [organisation.id, owner.id, owner.person, seen, NOW]],
    [
      `bsn_verification VALUES ($1, $2, $3, $4, 'passport', 'NX1234567', $5)`,
      [organisation.id, uuidv7(), owner.id, doctor.employee, NOW],
    ],
    [
      `emergency_access VALUES ($1, $2, $3, $4, 'bewusteloos binnengebracht', $5, $5)`,
      [organisation.id, uuidv7(), owner.id, doctor.employee, NOW],
    ],
    [
      `audit_event (organisation_id, recorded_at, id, event_type, action, outcome, what, purpose, agent_kind, patient_id, site)
       VALUES ($1, $2, $3, 'record', 'R', 'success', 'home', 'PATRQT', 'person', $4, 'inzage')`,
      [organisation.id, NOW, event, owner.id],
    ],
    ['audit_entity VALUES ($1, $2, $3, $4)', [organisation.id, NOW, event, owner.id]],
    [
      `draft VALUES ($1, $2, 'person', $3, NULL, '/afspraken/vraag', '{}', $4)`,
      [organisation.id, uuidv7(), owner.person, NOW],
    ],
    ...documents(organisation, owner, doctor),
    [`open_reference VALUES ($1, $2, $3, 'test', 'Practitioner', 'x')`, [organisation.id, uuidv7(), owner.id]],
  ];
  for (const [insert, values] of inserts) await superuser.query(`INSERT INTO ${insert}`, values);
}

/** Documents that were asked for: by the patient with one right and with two, and by a doctor. */
function documents(organisation: TestOrganisation, owner: TestPatient, doctor: TestEmployee): [string, unknown[]][] {
  const asked = [
    ['person', owner.person, 'self', ['results']],
    ['person', owner.person, 'self', ['results', 'documents']],
    ['person', uuidv7(), 'proxy', ['results']],
    ['employee', doctor.employee, 'staff', ['results']],
  ] as const;
  const until = new Date(NOW.getTime() + 600_000);
  return asked.flatMap(([kind, by, viewer, rights]): [string, unknown[]][] => {
    const id = uuidv7();
    return [
      [
        `document_request VALUES ($1, $2, $3, $4, $5, $2, '/uitslagen/pdf', $6, $7, 'made', 1, NULL, $8, $9)`,
        [organisation.id, id, owner.id, kind, by, [...rights], viewer, NOW, until],
      ],
      [`document_content VALUES ($1, $2, $3, NULL, 'pdf')`, [organisation.id, id, owner.id]],
    ];
  });
}

async function fillRest(organisation: TestOrganisation, superuser: Pool) {
  await superuser.query(
    `INSERT INTO quarantine VALUES ($1, $2, 'test', 'Observation', 'q', 'Patient', 'p', '{}', 'unknown patient', $3)`,
    [organisation.id, uuidv7(), NOW],
  );
  await superuser.query(`INSERT INTO audit_seal VALUES ($1, 1, $2, 1, 'mac')`, [organisation.id, NOW]);
  await superuser.query('INSERT INTO audit_sealed VALUES ($1, $2, $3, 1)', [organisation.id, uuidv7(), NOW]);
}

export interface Table {
  readonly name: string;
  /** Row-level security is on, for the owner of the table as well. */
  readonly guarded: boolean;
  readonly hasPatient: boolean;
}

/** The tables of the program; the log's partitions are not among them. */
export async function tablesOf(superuser: Pool): Promise<Table[]> {
  const { rows } = await superuser.query<Table>(`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS guarded,
      c.relname = 'patient' OR EXISTS (SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname IN ('patient_id', 'person_id', 'on_behalf_of') AND NOT a.attisdropped) AS "hasPatient"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY 1`);
  return rows;
}
