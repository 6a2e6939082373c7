import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  findBinaries,
  makeLogins,
  OWNER,
  type Passwords,
  type Place,
  ROOT_HOME,
  socketUrl,
  startPostgres,
  unprivilegedAccount,
} from '../../src/platform/postgres';
import { migrateForTests } from './migrate';

/** What the test files get: one server on a memory file system, with a migrated database to copy. */
export type TestServer = { socketFolder: string; superuserUrl: string; passwords: Passwords; template: string };

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

const TEMPLATE = 'inzage_template';

/** Starts the one PostgreSQL of a test run; it ends with the run, also when that is killed. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const { place, remove } = temporaryPlace();
  const postgres = await startPostgres(place, {
    durable: false,
    removeAtEnd: [remove],
    settings: ['max_connections=200', 'log_min_messages=error'],
  });
  const passwords = { owner: secret(), web: secret(), worker: secret() };
  await makeLogins(postgres.superuserUrl, passwords, TEMPLATE);
  await migrateForTests(socketUrl(postgres.socketFolder, TEMPLATE, OWNER, passwords.owner));
  const { socketFolder, superuserUrl } = postgres;
  project.provide('postgres', { socketFolder, superuserUrl, passwords, template: TEMPLATE });
  return () => postgres.stop();
}

/** A place on the memory file system where there is one. `remove` is the folder to remove afterwards. */
export function temporaryPlace(): { place: Place; remove: string } {
  const account = unprivilegedAccount();
  const remove = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'inzage-test-'));
  const home = join(remove, 'home');
  mkdirSync(home);
  if (account) for (const folder of [remove, home]) chownSync(folder, account.uid, account.gid);
  const binaries = findBinaries(account, account ? ROOT_HOME : join(tmpdir(), 'inzage-test-binaries'));
  return {
    remove,
    place: { binaries, account, folder: join(home, 'postgres'), logFile: join(remove, 'postgres.log') },
  };
}

function secret(): string {
  return randomBytes(12).toString('hex');
}
