/** Transactions with a scope, pools and migrations, against PostgreSQL. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../../tests/support/database';
import {
  assertSafeLogin,
  assertSchemaKnown,
  isUuid,
  migrate,
  openPool,
  type Pool,
  SchemaMismatch,
  type Scope,
  transaction,
  uuidv7,
  withoutScope,
} from './index';
import { scopeStatements } from './scope';

const NOW = new Date('2026-12-03T12:00:00Z');
const organisation = uuidv7();
const scope: Scope = { scope: 'system', organisation };
const folder = join(import.meta.dirname, '../../../db/migrations');

let database: TestDatabase;
let worker: Pool;
beforeAll(async () => {
  database = await withDatabase();
  worker = openPool(database.workerUrl, { name: 'test', max: 2 });
  await withoutScope(worker)
    .insertInto('organisation')
    .values({ id: organisation, slug: 'proef', created_at: NOW })
    .execute();
});
afterAll(async () => {
  await worker.end();
  await database.close();
});

const person = (id: string) => ({ organisation_id: organisation, id, bsn: null, name: 'x', created_at: NOW });
const persons = () =>
  transaction(worker, scope, ({ db }) =>
    db
      .selectFrom('person')
      .select('id')
      .execute()
      .then((rows) => rows.map(({ id }) => id)),
  );
const setting = (name: string) => sql<{ value: string }>`select current_setting(${`inzage.${name}`}, true) as value`;

describe('PS-01 a scope', () => {
  test('holds in its transaction and nowhere after it, on the same connection', async () => {
    const one = openPool(database.workerUrl, { name: 'test', max: 1 });
    const inside = await transaction(
      one,
      { ...scope, rights: ['results'] },
      async ({ db }) => (await setting('rights').execute(db)).rows[0]?.value,
    );
    expect(inside).toBe('{results}');
    const after = (
      await one.query(
        `SELECT current_setting('inzage.organisation', true) AS o, current_setting('inzage.rights', true) AS r`,
      )
    ).rows[0];
    expect(after).toEqual({ o: '', r: '' });
    await one.end();
  });

  test('is gone after a failure as well', async () => {
    const one = openPool(database.workerUrl, { name: 'test', max: 1 });
    await transaction(one, scope, async () => {
      throw new Error('x');
    }).catch(() => undefined);
    expect((await one.query(`SELECT current_setting('inzage.organisation', true) AS o`)).rows[0]).toEqual({ o: '' });
    await one.end();
  });

  test.each(["x'; SET LOCAL inzage.scope = 'log", "'", "\\'; --", '$$', "a''b", '"; ROLLBACK; --'])(
    'cannot be left through a word in it: %s',
    async (word) => {
      const read = await transaction(worker, { ...scope, clinic: word }, async ({ db }) => [
        (await setting('clinic').execute(db)).rows[0]?.value,
        (await setting('scope').execute(db)).rows[0]?.value,
      ]);
      expect(read).toEqual([word, 'system']);
    },
  );

  test.each(['results}', 'a,b', 'A', '', "'", 'results '])('refuses a right that is no word: %j', (word) => {
    expect(() => scopeStatements({ ...scope, rights: [word] })).toThrow(/not a scope word/);
    expect(() => scopeStatements({ ...scope, kept: [word] })).toThrow(/not a scope word/);
  });

  test('without an identity matches nobody', () => {
    const nobody = "'00000000-0000-0000-0000-000000000000'";
    for (const name of ['patient', 'person', 'employee'])
      expect(scopeStatements(scope)).toContain(`SET LOCAL inzage.${name} = ${nobody}`);
    for (const name of ['owner', 'clinic', 'rights', 'viewer', 'kept', 'care_time'])
      expect(scopeStatements(scope)).not.toContain(`inzage.${name}`);
  });
});

describe('PS-02 a transaction', () => {
  test('keeps all or nothing', async () => {
    const [kept, lost] = [uuidv7(), uuidv7()];
    await transaction(worker, scope, ({ db }) => db.insertInto('person').values(person(kept)).execute());
    const failing = transaction(worker, scope, async ({ db }) => {
      await db.insertInto('person').values(person(lost)).execute();
      throw new Error('the rule said no');
    });
    await expect(failing).rejects.toThrow('the rule said no');
    expect(await persons()).toContain(kept);
    expect(await persons()).not.toContain(lost);
  });

  test('gives the database’s own failure to its caller, and a usable connection to the next', async () => {
    const id = uuidv7();
    const twice = transaction(worker, scope, ({ db }) =>
      db
        .insertInto('person')
        .values([person(id), person(id)])
        .execute(),
    );
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    for (let n = 0; n < 4; n++) expect(await persons()).not.toContain(id);
  });

  test('that lost its connection gives that connection to nobody', async () => {
    const cut = transaction(worker, scope, ({ db }) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db));
    await expect(cut).rejects.toThrow();
    for (let n = 0; n < 4; n++) expect(await persons()).toBeInstanceOf(Array);
  });

  test('is not opened inside another, and streams nothing', async () => {
    await transaction(worker, scope, async ({ db }) => {
      await expect(db.transaction().execute(async () => 1)).rejects.toThrow(/transaction\(\) only/);
    });
  });

  test('prepares a statement once, by the hash of its text', async () => {
    const one = openPool(database.workerUrl, { name: 'test', max: 1 });
    for (let n = 0; n < 3; n++)
      await transaction(one, scope, ({ db }) =>
        db.selectFrom('person').select('name').where('id', '=', uuidv7()).execute(),
      );
    const { rows } = await one.query(`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%"name"%'`);
    expect(rows).toHaveLength(1);
    expect(rows[0].name).toMatch(/^[\w-]{22}$/);
    await one.end();
  });

  test('gives calendar dates as words, moments as dates and counts as numbers', async () => {
    const { rows } = await worker.query(
      `SELECT date '2024-02-29' AS day, timestamptz '2026-03-29T01:00:00Z' AS moment, count(*) AS count`,
    );
    expect(rows).toEqual([{ day: '2024-02-29', moment: new Date('2026-03-29T01:00:00Z'), count: 1 }]);
  });
});

describe('PS-01 a login', () => {
  test('that row-level security binds is taken', async () => {
    await expect(assertSafeLogin(worker)).resolves.toBeUndefined();
  });

  test.each(['superuserUrl', 'ownerUrl'] as const)('that passes it is refused: %s', async (url) => {
    const pool = openPool(database[url], { name: 'test', max: 1 });
    await expect(assertSafeLogin(pool)).rejects.toThrow(/may pass row-level security/);
    await pool.end();
  });

  test('that may become another who passes it is refused as well', async () => {
    const superuser = openPool(database.superuserUrl, { name: 'test', max: 1 });
    const made = `test_member_${uuidv7().slice(-8)}`;
    await superuser.query(`CREATE ROLE ${made} LOGIN PASSWORD 'x' IN ROLE inzage_owner`);
    const { rows } = await superuser.query('SELECT current_database() AS name');
    await superuser.query(`GRANT CONNECT ON DATABASE "${rows[0].name}" TO ${made}`);
    const pool = openPool(database.workerUrl.replace(/inzage_worker:[^@]*@/, `${made}:x@`), { name: 'test', max: 1 });
    await expect(assertSafeLogin(pool)).rejects.toThrow(/may pass row-level security/);
    await pool.end();
    await superuser.query(`REVOKE CONNECT ON DATABASE "${rows[0].name}" FROM ${made}; DROP ROLE ${made}`);
    await superuser.end();
  });
});

describe('EH-01 migrations', () => {
  test('run once, and again change nothing', async () => {
    expect(await migrate(database.ownerUrl, folder, NOW)).toEqual([]);
    await expect(assertSchemaKnown(database.webUrl, folder)).resolves.toBeUndefined();
  });

  test('of another version are refused, whichever way', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'inzage-migrations-'));
    const names = readdirSync(folder).sort();
    const put = (name: string, text: string) => writeFileSync(join(copy, name), text);
    for (const name of names) put(name, readFileSync(join(folder, name), 'utf8'));
    const first = names[0] ?? '';
    put(first, `${readFileSync(join(folder, first), 'utf8')}\n-- altered`);
    await expect(assertSchemaKnown(database.webUrl, copy)).rejects.toThrow(/was altered after it ran/);
    await expect(migrate(database.ownerUrl, copy, NOW)).rejects.toThrow(SchemaMismatch);
    put(first, readFileSync(join(folder, first), 'utf8'));
    put('209901010000_later.sql', 'CREATE TABLE later (id int)');
    await expect(assertSchemaKnown(database.webUrl, copy)).rejects.toThrow(/misses the change "209901010000_later"/);
    rmSync(join(copy, '209901010000_later.sql'));
    rmSync(join(copy, names.at(-1) ?? ''));
    await expect(assertSchemaKnown(database.webUrl, copy)).rejects.toThrow(/that this version does not know/);
    rmSync(copy, { recursive: true });
  });

  test('that fail halfway leave nothing of themselves', async () => {
    const fresh = await withDatabase();
    const copy = mkdtempSync(join(tmpdir(), 'inzage-migrations-'));
    for (const name of readdirSync(folder)) writeFileSync(join(copy, name), readFileSync(join(folder, name)));
    writeFileSync(join(copy, '209901010000_half.sql'), 'CREATE TABLE half (id int); SELECT 1/0');
    await expect(migrate(fresh.ownerUrl, copy, NOW)).rejects.toThrow(/division by zero/);
    const owner = openPool(fresh.ownerUrl, { name: 'test', max: 1 });
    expect((await owner.query(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }]);
    await owner.end();
    expect(await migrate(fresh.ownerUrl, folder, NOW)).toEqual([]);
    await fresh.close();
    rmSync(copy, { recursive: true });
  });

  test('PS-02 make the log’s months two years ahead, each line in its month', async () => {
    await migrate(database.ownerUrl, folder, new Date('2027-12-31T23:30:00Z'));
    const owner = openPool(database.superuserUrl, { name: 'test', max: 1 });
    const put = (at: string) =>
      owner.query(
        `INSERT INTO audit_event (organisation_id, recorded_at, id, event_type, action, outcome, what, purpose, agent_kind, site)
         VALUES ($1, $2, $3, 'system', 'E', 'success', 'x', 'x', 'system', 'inzage') RETURNING tableoid::regclass::text AS month`,
        [organisation, at, uuidv7()],
      );
    expect((await put('2028-02-29T23:59:59.999Z')).rows).toEqual([{ month: 'audit_event_2028_02' }]);
    expect((await put('2028-03-01T00:00:00Z')).rows).toEqual([{ month: 'audit_event_2028_03' }]);
    expect((await put('2029-11-30T12:00:00Z')).rows).toEqual([{ month: 'audit_event_2029_11' }]);
    expect((await put('2031-01-01T00:00:00Z')).rows).toEqual([{ month: 'audit_event_other' }]);
    await owner.end();
  });
});

describe('PS-03 identifiers', () => {
  test.each([
    '',
    'x',
    '01A2086E-FEB5-71F6-990E-904B72D46A3D',
    '{01a2086e-feb5-71f6-990e-904b72d46a3d}',
    '01a2086efeb571f6990e904b72d46a3d',
    '01a2086e-feb5-71f6-990e-904b72d46a3d\n',
  ])('not %j', (word) => {
    expect(isUuid(word)).toBe(false);
  });

  test('rise in the order in which they are made', () => {
    const made = Array.from({ length: 1_000 }, uuidv7);
    expect([...made].sort()).toEqual(made);
    expect(made.every(isUuid)).toBe(true);
  });
});
