import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Postgres, startPostgres, unprivilegedAccount } from '../../src/platform/postgres';
import { makeData, portsFrom, removeData, startProgram, stopProgram } from '../support/program';

const DEBIAN = '/usr/lib/postgresql/15';
const absent = !existsSync(join(DEBIAN, 'bin/postgres'));
const PORT = 4309;

/** The oldest PostgreSQL we promise to run on, as Debian packages it, over TCP with a password. */
describe.skipIf(absent)(`a PostgreSQL of somebody else${absent ? ' (skipped: no PostgreSQL 15 here)' : ''}`, () => {
  const data = makeData();
  const home = mkdtempSync('/tmp/inzage-debian-');
  const account = unprivilegedAccount();
  const ownerUrl = `postgresql://someone:secret@127.0.0.1:${PORT}/portal`;
  let server: Postgres;

  beforeAll(async () => {
    const folder = join(home, 'data');
    mkdirSync(folder);
    if (account) for (const path of [home, folder]) chownSync(path, account.uid, account.gid);
    const who = account ? { uid: account.uid, gid: account.gid } : {};
    const made = spawnSync(
      join(DEBIAN, 'bin/initdb'),
      [
        '-D',
        folder,
        '-U',
        'postgres',
        '--auth-local=trust',
        '--auth-host=scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...who, cwd: '/', encoding: 'utf8', env: { LC_ALL: 'C' } },
    );
    expect(made.stderr).toBe('');
    const place = { binaries: { folder: DEBIAN, version: '15' }, account, folder, logFile: join(home, 'log') };
    server = await startPostgres(place, {
      durable: false,
      settings: ['listen_addresses=127.0.0.1', `port=${PORT}`],
      removeAtEnd: [home],
    });
    const client = new Client({ connectionString: `${server.superuserUrl}&port=${PORT}` });
    await client.connect();
    await client.query("CREATE ROLE someone LOGIN CREATEROLE PASSWORD 'secret'");
    await client.query('CREATE DATABASE portal OWNER someone');
    await client.end();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
    removeData(data);
  });

  test('holds the whole demonstration, given in DATABASE_URL, and none is started beside it', async () => {
    const running = await startProgram({ data, ports: portsFrom(4306), env: { DATABASE_URL: ownerUrl } });
    const response = await fetch(`http://127.0.0.1:4306/`);
    expect(response.status).toBeLessThan(500);
    expect(existsSync(join(data, 'postgres'))).toBe(false);
    expect(await stopProgram(running)).toBe(0);
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    const found = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM migration');
    await client.end();
    expect(found.rows[0]?.n).toBeGreaterThan(0);
  });

  test('starts again on what is there', async () => {
    const running = await startProgram({ data, ports: portsFrom(4306), env: { DATABASE_URL: ownerUrl } });
    expect(await stopProgram(running)).toBe(0);
  });
});
