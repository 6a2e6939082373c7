/** What the database itself says of its tables, privileges and policies: a table that was forgotten fails here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorld, type Table, tablesOf, type World } from './world';

/** Tables without policies, each with its reason. Who adds one says why it needs none. */
const openTables: Record<string, string> = {
  organisation: 'which organisations there are: no patient, asked for before a scope can be known',
  policy_version: 'what an organisation chose: no patient',
  migration: 'which changes of the schema were made',
  directory_resource: 'practitioners, organisations, places, medicines: no patient',
  patient_session: 'looked up by the hash of a token, before a scope can be known; ids only',
  staff_session: 'looked up by the hash of a token, before a scope can be known; an employee, no patient',
  sign_in_attempt: 'nobody is known yet',
  submission: "a form's one-time id and a time, nothing else",
};

/** Indexes of tenants' tables that do not begin with the organisation, each with its reason. */
const otherFirst: Record<string, string> = {
  organisation_pkey: 'is the organisation',
  organisation_slug_key: 'finds the organisation',
  migration_pkey: 'one schema for all',
  patient_session_pkey: 'a token comes before the organisation is known; 256 random bits are unique by themselves',
  patient_session_id_key: 'an id of its own in the log; UUIDv7',
  staff_session_pkey: 'a token comes before the organisation is known',
  staff_session_id_key: 'an id of its own in the log; UUIDv7',
  sign_in_attempt_pkey: 'a state comes before the organisation is known',
};

/** A policy begins with the organisation, as a column that must equal the setting: `AND` more, never `OR`. */
const divided = [
  /^\(+organisation_id = \( SELECT \(current_setting\('inzage.organisation'::text\)\)::uuid AS \w+\)\)( AND |\)*$)/,
  /^\(organisation_id = \( SELECT CASE current_setting\('inzage.scope'::text\) WHEN 'system'::text THEN \(current_setting\('inzage.organisation'::text\)\)::uuid WHEN ''::text THEN \(current_setting\('inzage.scope'::text\)\)::uuid ELSE NULL::uuid END AS "case"\)\)$/,
];

const logins = ['inzage_web', 'inzage_worker'] as const;

let world: World;
let tables: Table[];
beforeAll(async () => {
  world = await makeWorld();
  tables = await tablesOf(world.superuser);
});
afterAll(() => world.close());

const ask = async <R extends object>(query: string, values: unknown[] = []): Promise<R[]> =>
  (await world.superuser.query<R>(query, values)).rows;

describe('PS-01 every table', () => {
  test('has forced row-level security, or is on the list of those that need none', () => {
    const unguarded = tables.filter(({ guarded }) => !guarded).map(({ name }) => name);
    expect(unguarded.filter((name) => openTables[name] === undefined)).toEqual([]);
    expect(Object.keys(openTables).filter((name) => !unguarded.includes(name))).toEqual([]);
  });

  test('that names a patient or a person is guarded; only sessions name one without', () => {
    const open = tables.filter(({ guarded, hasPatient }) => hasPatient && !guarded).map(({ name }) => name);
    expect(open).toEqual(['patient_session']);
  });

  test('has a policy for each login that has any privilege on it, and none for everybody', async () => {
    const privileged = await ask<{ table: string; login: string; policies: number }>(
      `SELECT c.relname AS table, l.login, (SELECT count(*)::int FROM pg_policy p
           WHERE p.polrelid = c.oid AND l.login::regrole::oid = ANY (p.polroles)) AS policies
       FROM pg_class c, unnest($1::text[]) l(login)
       WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND NOT c.relispartition
         AND has_any_column_privilege(l.login, c.oid, 'SELECT, INSERT, UPDATE')`,
      [[...logins]],
    );
    expect(privileged.length).toBeGreaterThan(20);
    expect(privileged.filter(({ policies }) => policies === 0)).toEqual([]);
    expect(await ask('SELECT polname FROM pg_policy WHERE 0 = ANY (polroles)')).toEqual([]);
  });

  test('is divided by organisation in every policy', async () => {
    const policies = await ask<{ name: string; using: string | null; check: string | null }>(
      `SELECT polrelid::regclass || '.' || polname AS name, pg_get_expr(polqual, polrelid) AS using,
         pg_get_expr(polwithcheck, polrelid) AS check FROM pg_policy`,
    );
    const loose = policies.filter(({ using, check }) =>
      [using, check].some((text) => text !== null && !divided.some((form) => form.test(text.replace(/\s+/g, ' ')))),
    );
    expect(policies.length).toBeGreaterThan(40);
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  test('stands first with its organisation in every key and index', async () => {
    const indexes = await ask<{ index: string; first: string }>(
      `SELECT i.indexrelid::regclass::text AS index, a.attname AS first
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition`,
    );
    const others = indexes.filter(({ first }) => first !== 'organisation_id').map(({ index }) => index);
    expect(others.sort()).toEqual(Object.keys(otherFirst).sort());
  });

  test('refers to others only within its organisation', async () => {
    const crossing = await ask(
      `SELECT conrelid::regclass::text AS table, conname FROM pg_constraint k WHERE contype = 'f'
         AND confrelid <> 'organisation'::regclass
         AND NOT EXISTS (SELECT FROM pg_attribute a
           WHERE a.attrelid = conrelid AND a.attnum = conkey[1] AND a.attname = 'organisation_id')`,
    );
    expect(crossing).toEqual([]);
  });

  test('takes its identifiers and times from the program: no sequence, no default that asks the clock', async () => {
    expect(
      await ask(`SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    const clocks = await ask(
      `SELECT adrelid::regclass::text AS table FROM pg_attrdef WHERE pg_get_expr(adbin, adrelid) ~* 'now|current_|clock|random|uuid\\w*\\('`,
    );
    expect(clocks).toEqual([]);
  });
});

describe('PS-01 the two logins', () => {
  test('are no superusers, pass no policy, make nothing, and are members of nothing', async () => {
    const roles = await ask(
      `SELECT rolname FROM pg_roles r WHERE rolname = ANY ($1)
         AND NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
         AND NOT EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid)`,
      [[...logins]],
    );
    expect(roles).toHaveLength(2);
  });

  test('own nothing, and nothing in the schema works with the rights of its owner', async () => {
    const owned = await ask(
      `SELECT objid FROM pg_shdepend WHERE deptype = 'o' AND refclassid = 'pg_authid'::regclass
         AND refobjid IN (SELECT oid FROM pg_roles WHERE rolname = ANY ($1))`,
      [[...logins]],
    );
    expect(owned).toEqual([]);
    expect(await ask(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`)).toEqual([]);
    expect(
      await ask(`SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(await ask('SELECT tgname FROM pg_trigger WHERE NOT tgisinternal')).toEqual([]);
  });

  test('PS-02 can neither change nor remove a line of the log', async () => {
    const may = await ask(
      `SELECT c.relname, l.login, p.privilege FROM pg_class c, unnest($1::text[]) l(login),
         unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p(privilege)
       WHERE c.relname LIKE 'audit%' AND c.relkind IN ('r', 'p') AND (has_table_privilege(l.login, c.oid, p.privilege)
         OR p.privilege = 'UPDATE' AND has_any_column_privilege(l.login, c.oid, p.privilege))`,
      [[...logins]],
    );
    expect(may).toEqual([]);
    for (const pool of [world.people.web, world.people.worker])
      for (const statement of [
        'UPDATE audit_event SET what = what',
        'DELETE FROM audit_event',
        'TRUNCATE audit_entity',
      ])
        await expect(pool.query(statement), statement).rejects.toThrow(/permission denied/);
  });

  test('PS-02 do not reach the partitions of the log past its policies', async () => {
    const partitions = await ask<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relispartition AND relkind = 'r'`,
    );
    expect(partitions.length).toBeGreaterThan(48);
    for (const { name } of partitions)
      for (const login of logins) {
        const [may] = await ask<{ any: boolean }>(
          `SELECT has_any_column_privilege($1, $2::regclass, 'SELECT, INSERT, UPDATE') AS any`,
          [login, name],
        );
        expect(may?.any, `${login} on ${name}`).toBe(false);
      }
    await expect(world.people.web.query('SELECT FROM audit_event_2026_12')).rejects.toThrow(/permission denied/);
    await expect(world.people.worker.query('SELECT FROM audit_event_other')).rejects.toThrow(/permission denied/);
  });

  test('delete patients, persons, records and grants nowhere', async () => {
    const may = await ask<{ table: string; login: string }>(
      `SELECT c.relname AS table, l.login FROM pg_class c, unnest($1::text[]) l(login)
       WHERE c.relnamespace = 'public'::regnamespace AND has_table_privilege(l.login, c.oid, 'DELETE')`,
      [[...logins]],
    );
    const passing = [
      'document_request',
      'draft',
      'open_reference',
      'patient_session',
      'quarantine',
      'sign_in_attempt',
      'staff_session',
      'submission',
    ];
    expect([...new Set(may.map(({ table }) => table))].sort()).toEqual(passing);
  });
});

describe('PS-01 without a scope', () => {
  test('every guarded table refuses both logins, also on a connection that had a scope before', async () => {
    const { organisation, patient } = world.here;
    for (const pool of [world.people.web, world.people.worker]) {
      const client = await pool.connect();
      try {
        for (const used of [false, true]) {
          if (used)
            await client.query(`BEGIN; SET LOCAL inzage.scope = 'record'; SET LOCAL inzage.organisation = '${organisation.id}';
              SET LOCAL inzage.patient = '${patient.id}'; SET LOCAL inzage.rights = '{results}'; COMMIT`);
          for (const { name } of tables.filter(({ guarded }) => guarded))
            await expect(client.query(`SELECT * FROM ${name}`), name).rejects.toThrow(
              /permission denied|unrecognized configuration parameter|invalid input syntax for type uuid/,
            );
        }
      } finally {
        client.release();
      }
    }
  });

  test('the proof holds rows of every guarded table', async () => {
    for (const { name } of tables.filter(({ guarded }) => guarded)) {
      const [row] = await ask<{ some: boolean }>(`SELECT EXISTS (SELECT FROM ${name}) AS some`);
      expect(row?.some, `put a row of ${name} into tests/database/world.ts`).toBe(true);
    }
  });
});
