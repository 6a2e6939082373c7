import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSecrets } from '../../src/platform/config';
import { type Postgres, startPostgres, unprivilegedAccount, WEB } from '../../src/platform/postgres';
import { portsOfThisRun } from '../support/ports';
import { makeData, removeData, startProgram, stopProgram } from '../support/program';

const DEBIAN = '/usr/lib/postgresql/15';
const absent = !existsSync(join(DEBIAN, 'bin/postgres'));
const PORT = portsOfThisRun(1).web;
const ports = portsOfThisRun();

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
    const running = await startProgram({ data, ports, env: { DATABASE_URL: ownerUrl } });
    const response = await fetch(`http://127.0.0.1:${ports.web}/`);
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
    const running = await startProgram({ data, ports, env: { DATABASE_URL: ownerUrl } });
    expect(await stopProgram(running)).toBe(0);
  });

  describe('in production', () => {
    const production = (login: string, password: string): NodeJS.ProcessEnv => ({
      PATH: process.env.PATH,
      INZAGE_MODE: 'production',
      INZAGE_PORT: String(ports.web),
      INZAGE_PUBLIC_URL: 'https://{slug}.example.nl',
      INZAGE_KEYS_FILE: join(data, 'keys.json'),
      DATABASE_URL: `postgresql://${login}:${password}@127.0.0.1:${PORT}/portal`,
    });

    test('PS-03 the web process serves with its own login, and knows neither chooser nor simulators', async () => {
      const { web } = loadSecrets(data).database;
      const child = launchBuilt(['main.js', 'web'], production(WEB, web));
      try {
        await answers(ports.web, '/gezond');
        expect(await statusOf(ports.web, '/', `localhost:${ports.web}`)).toBe(404);
        expect(await statusOf(ports.web, '/', `duinzicht.localhost:${ports.web}`)).toBe(404);
        expect(await statusOf(ports.web, '/', 'duinzicht.example.nl')).toBe(200);
      } finally {
        child.kill('SIGTERM');
        await child.ended;
      }
    });

    test('PS-01 a login that row-level security does not bind is refused', async () => {
      const { ended, output } = launchBuilt(['main.js', 'web'], production('someone', 'secret'));
      expect(await ended).toBe(1);
      expect(output()).toContain('may pass row-level security');
      expect(output()).not.toMatch(/^\s+at /m);
    });

    test('no simulator starts', async () => {
      const { ended, output } = launchBuilt(['simulators.js'], production(WEB, 'x'));
      expect(await ended).toBe(1);
      expect(output()).toContain('simulators do not start in production');
    });
  });
});

function launchBuilt(words: string[], env: NodeJS.ProcessEnv) {
  const [file = '', ...rest] = words;
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../dist/server', file), ...rest], { env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      text += part.toString();
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { ended, output: () => text, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

/** The status of a page of a host that only the request names. */
function statusOf(port: number, path: string, host: string): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode));
    });
    asked.on('error', failed);
    asked.end();
  });
}

async function answers(port: number, path: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const status = await statusOf(port, path, `127.0.0.1:${port}`).catch(() => undefined);
    if (status === 200) return;
    await sleep(50);
  }
  throw new Error(`nothing answers on port ${port}`);
}
