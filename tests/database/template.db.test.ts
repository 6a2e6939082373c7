import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await withDatabase();
});
afterAll(() => database.close());

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('each login reaches its database over the private socket only', async () => {
  for (const url of [database.ownerUrl, database.webUrl, database.workerUrl]) {
    expect(await ask(url, 'SELECT inet_server_addr() AS address')).toEqual([{ address: null }]);
  }
});

test('a login with a wrong password is refused', async () => {
  await expect(ask(database.webUrl.replace(/:[0-9a-f]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
});

test('the program cannot make tables, whole databases or other logins', async () => {
  for (const statement of ['CREATE TABLE own (id int)', 'CREATE DATABASE own', 'CREATE ROLE own']) {
    await expect(ask(database.webUrl, statement), statement).rejects.toThrow(/permission denied/);
    await expect(ask(database.workerUrl, statement), statement).rejects.toThrow(/permission denied/);
  }
});
