/** The bench's own PostgreSQL: with fsync, in `.data/bench`, kept between runs so that loading happens once. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../src/platform/database';
import {
  makeLogins,
  OWNER,
  type Passwords,
  placeIn,
  socketUrl,
  startPostgres,
  WEB,
  WORKER,
} from '../src/platform/postgres';
import { systemClock } from '../src/platform/time';

export interface BenchDatabase {
  readonly name: string;
  readonly superuserUrl: string;
  readonly webUrl: string;
  readonly workerUrl: string;
}

export interface BenchServer {
  /** Makes and migrates a database; `fresh` says that it was not there. */
  open(name: string): Promise<BenchDatabase & { fresh: boolean }>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchServer(
  folder: string,
  root: string,
  say: (line: string) => void,
): Promise<BenchServer> {
  const place = placeIn(folder, say);
  const postgres = await startPostgres(place, {
    settings: ['max_connections=120', 'shared_buffers=1GB', 'max_wal_size=4GB'],
  });
  const passwords = passwordsIn(join(folder, 'bench-passwords.json'));
  const { socketFolder, superuserUrl } = postgres;
  return {
    async open(name) {
      const fresh = !(await exists(superuserUrl, name));
      await makeLogins(superuserUrl, passwords, name);
      await migrate(
        socketUrl(socketFolder, name, OWNER, passwords.owner),
        join(root, 'db/migrations'),
        systemClock.now(),
      );
      return {
        name,
        fresh,
        superuserUrl: socketUrl(socketFolder, name, 'postgres'),
        webUrl: socketUrl(socketFolder, name, WEB, passwords.web),
        workerUrl: socketUrl(socketFolder, name, WORKER, passwords.worker),
      };
    },
    drop: (name) => statement(superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    stop: () => postgres.stop(),
  };
}

function passwordsIn(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const secret = () => randomBytes(18).toString('base64url');
  const passwords = { owner: secret(), web: secret(), worker: secret() };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

async function exists(url: string, name: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  await client.end();
  return rowCount === 1;
}

export async function statement(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
