import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { OWNER, socketUrl, WEB, WORKER } from '../../src/platform/postgres';

/** A database of its own, migrated and empty, reached as each of the three logins and as superuser. */
export type TestDatabase = {
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
  superuserUrl: string;
  close(): Promise<void>;
};

/** Copies the template (some 30 ms). Call once a file in `beforeAll`, and `close` it in `afterAll`. */
export async function withDatabase(): Promise<TestDatabase> {
  const { socketFolder, superuserUrl, passwords, template } = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(superuserUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${template} OWNER ${OWNER}`);
  return {
    ownerUrl: socketUrl(socketFolder, name, OWNER, passwords.owner),
    webUrl: socketUrl(socketFolder, name, WEB, passwords.web),
    workerUrl: socketUrl(socketFolder, name, WORKER, passwords.worker),
    superuserUrl: socketUrl(socketFolder, name, 'postgres'),
    close: () => run(superuserUrl, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
