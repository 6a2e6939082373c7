import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../tests/support/people';
import { transaction, uuidv7 } from '../platform/database';
import type { SearchCriteria } from './rules';
import { searchQuery } from './store';

/** As many as a small hospital has; the shape of the plan is the same at a million. */
const PATIENTS = 20_000;

let database: TestDatabase;
let people: TestPeople;
let hospital: TestOrganisation;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  hospital = await people.organisation('duinzicht');
  await fill(hospital);
  await fill(await people.organisation('drecht'));
}, 120_000);
afterAll(async () => {
  await people.close();
  await database.close();
});

/** Names, birth dates and numbers spread as in a register; who they are does not matter here. */
async function fill(organisation: TestOrganisation) {
  await organisation.inside(async ({ db }) => {
    await sql`insert into person (organisation_id, id, bsn, created_at)
      select ${organisation.id}::uuid, md5('person' || n)::uuid, lpad(n::text, 9, '0'), '2020-01-01'
      from generate_series(1, ${PATIENTS}) n`.execute(db);
    await sql`insert into patient (organisation_id, id, person_id, number, family_name, sex, birth_date, folded_name,
        source, created_at, updated_at)
      select ${organisation.id}::uuid, md5('patient' || n)::uuid, md5('person' || n)::uuid, 'P' || n, 'naam', 'unknown',
        date '1930-01-01' + (n * 7 % 30000), translate(md5(n::text), '0123456789', 'ghijklmnop'), 'test', '2020-01-01',
        '2020-01-01'
      from generate_series(1, ${PATIENTS}) n`.execute(db);
  });
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    await client.query('analyze person, patient');
  } finally {
    await client.end();
  }
}

const nothing: SearchCriteria = { surname: '', birthDate: '', number: '', bsn: '' };

test.each<[string, Partial<SearchCriteria>, string, RegExp]>([
  ['surname', { surname: 'abc' }, 'patient_by_name', /folded_name\)?(::text)? >= /],
  ['surname with words in front', { surname: 'van der abc' }, 'patient_by_name', /folded_name\)?(::text)? >= /],
  ['birth date', { birthDate: '1958-03-27' }, 'patient_by_birth_date', /birth_date = /],
  ['number', { number: 'P4711' }, 'patient_organisation_id_number_key', /number = /],
  ['BSN', { bsn: '000004711' }, 'person_organisation_id_bsn_key', /bsn = /],
])('ST-02 a search by %s uses its index, as the web login, under row-level security', async (_, typed, index, by) => {
  const scope = { scope: 'desk' as const, organisation: hospital.id, employee: uuidv7() };
  await transaction(people.web, scope, async ({ db, client }) => {
    const query = searchQuery({ db, organisation: hospital.id }, { ...nothing, ...typed });
    const { sql: text, parameters } = query.compile();
    const planOf = (rows: readonly { 'QUERY PLAN': string }[]) => rows.map((row) => row['QUERY PLAN']).join('\n');
    const known = planOf((await client.query(`explain ${text}`, [...parameters])).rows);
    // A prepared statement may be planned without knowing what is asked: the plan has to be right then too.
    const generic = planOf((await client.query(`explain (generic_plan) ${text}`)).rows);
    for (const plan of [known, generic]) {
      const conditions = plan.split('\n').filter((line) => line.includes('Index Cond'));
      expect(plan).toContain(index);
      expect(conditions.some((line) => by.test(line))).toBe(true);
      expect(plan).not.toMatch(/Seq Scan on (patient|person)/);
    }
    expect((await query.execute()).length).toBeGreaterThan(0);
  });
});
