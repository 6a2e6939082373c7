/** The program as production configures it has nothing of the demonstration. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start as startSimulators } from '../../simulators/start';
import { demoRooms } from '../../src/demo-rooms';
import type { Program } from '../../src/house';
import { type Config, clockFile, loadConfig, signInProvider } from '../../src/platform/config';
import { loadOrCreateKeys } from '../../src/platform/keys';
import { moveClock, systemClock } from '../../src/platform/time';
import { careClockOf, keysOf, openProgram } from '../../src/program';
import { buildServer } from '../../src/web';
import { type TestDatabase, withDatabase } from '../support/database';
import { type TestPeople, testPeople } from '../support/people';

const root = join(import.meta.dirname, '../..');
const host = 'duinzicht.example.nl';

let database: TestDatabase;
let people: TestPeople;
let folder: string;
let program: Program & { close(): Promise<void> };
let server: FastifyInstance;
let config: Config;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  await people.organisation('duinzicht');
  folder = mkdtempSync(join(tmpdir(), 'inzage-production-'));
  const keysFile = join(folder, 'keys.json');
  await loadOrCreateKeys(keysFile);
  config = loadConfig(
    {
      INZAGE_PUBLIC_URL: 'https://{slug}.example.nl',
      INZAGE_KEYS_FILE: keysFile,
      INZAGE_LOG: 'error',
      DATABASE_URL: database.webUrl,
      INZAGE_DIGID_ISSUER_DUINZICHT: 'https://digid.broker.example',
      INZAGE_DIGID_CLIENT_ID_DUINZICHT: 'duinzicht',
    },
    root,
  );
  program = await openProgram(config);
  server = await buildServer(program);
});
afterAll(async () => {
  await server.close();
  await program.close();
  await people.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host, 'accept-language': 'nl', ...headers } });

describe('PS-03 a production configuration', () => {
  test('is what one gets without saying anything', () => {
    expect(config.mode).toBe('production');
  });

  test('mounts none of the demonstration’s rooms', async () => {
    expect(demoRooms.flatMap(({ routes }) => routes).length).toBeGreaterThan(0);
    for (const bare of ['localhost', 'localhost:3000', '127.0.0.1', 'example.nl']) {
      const answer = await get('/', { host: bare });
      expect(answer.statusCode, bare).toBe(404);
      expect(answer.body).toBe('Op dit adres is geen portaal.\n');
    }
  });

  test('has no gallery', async () => {
    expect(server.hasRoute({ method: 'GET', url: '/ontwikkelaars/galerij' })).toBe(false);
    const [gallery, nothing] = [await get('/ontwikkelaars/galerij'), await get('/is-er-niet')];
    expect(gallery.statusCode).toBe(404);
    expect(gallery.body).toBe(nothing.body);
  });

  test('has no language of the tests', async () => {
    const chosen = await get('/taal/x-rtl?terug=/');
    expect(chosen.statusCode).toBe(303);
    expect(chosen.headers['set-cookie']).toBeUndefined();
    for (const headers of [{ cookie: 'taal=x-rtl' }, { 'accept-language': 'x-rtl' }]) {
      const page = await get('/', headers);
      expect(page.body).toContain('<html lang="nl"');
      expect(page.body).not.toContain('dir="rtl"');
      expect(page.body).not.toContain('x-rtl');
    }
  });

  test('moves no clock', async () => {
    expect(program.careClock).toBe(systemClock);
    expect(program.wallClock).toBe(systemClock);
    expect(careClockOf({ ...config, careTime: new Date('2030-01-01') }, systemClock)).toBe(systemClock);
    const moved = { ...config, dataFolder: folder };
    moveClock(clockFile(moved), systemClock, new Date('2030-01-01'));
    expect(careClockOf(moved, systemClock)).toBe(systemClock);
    const clock = { method: 'POST', url: '/klok', headers: { 'sec-fetch-site': 'same-origin' } } as const;
    for (const host of ['localhost', 'localhost:3000', 'duinzicht.example.nl'])
      expect((await server.inject({ ...clock, headers: { ...clock.headers, host } })).statusCode, host).toBe(404);
    expect(() => loadConfig({ ...minimal(), INZAGE_CARE_TIME: '2030-01-01T00:00:00Z' }, root)).toThrow(
      /INZAGE_CARE_TIME/,
    );
  });

  test('knows no simulators, and they do not start beside it', async () => {
    expect(config.simulators).toBeUndefined();
    expect(signInProvider(config, 'digid', 'duinzicht')).toEqual({
      issuer: 'https://digid.broker.example',
      clientId: 'duinzicht',
    });
    expect(signInProvider(config, 'digid', 'maasoever')).toBeUndefined();
    expect(signInProvider(config, 'staff', 'duinzicht')).toBeUndefined();
    for (const mode of ['production', '']) {
      const options = { mode, digidPort: 0, staffPort: 0, portalOrigin: () => '', jwksUri: '', people: [] };
      await expect(startSimulators(options)).rejects.toThrow(/do not start in production/);
    }
    for (const name of ['INZAGE_SIMULATOR_PORT', 'INZAGE_STAFF_SIMULATOR_PORT'])
      expect(() => loadConfig({ ...minimal(), [name]: '3001' }, root)).toThrow(name);
  });

  test('answers over https only, and lets forms lead to its own sign-in hosts alone', async () => {
    const page = await get('/inloggen');
    expect(page.headers['strict-transport-security']).toMatch(/^max-age=63072000/);
    expect(String(page.headers['content-security-policy'])).toContain(
      "form-action 'self' https://digid.broker.example;",
    );
    expect(page.body).not.toMatch(/localhost|simula/i);
    expect(() => loadConfig({ ...minimal(), INZAGE_PUBLIC_URL: 'http://{slug}.example.nl' }, root)).toThrow(/https/);
  });

  test('takes sign-in providers over https only, and makes no keys of its own', async () => {
    const insecure = { INZAGE_DIGID_ISSUER_DRECHT: 'http://digid.example', INZAGE_DIGID_CLIENT_ID_DRECHT: 'x' };
    expect(() => loadConfig({ ...minimal(), ...insecure }, root)).toThrow(/https/);
    const absent = loadConfig({ ...minimal(), INZAGE_KEYS_FILE: join(folder, 'absent.json') }, root);
    await expect(keysOf(absent)).rejects.toThrow(/absent\.json/);
  });

  test('PS-01 is refused with a login that row-level security would not bind', async () => {
    for (const url of [database.superuserUrl, database.ownerUrl])
      await expect(openProgram({ ...config, database: { web: url } })).rejects.toThrow(/may pass row-level security/);
  });
});

const minimal = () => ({
  INZAGE_PUBLIC_URL: 'https://{slug}.example.nl',
  INZAGE_KEYS_FILE: 'keys.json',
  DATABASE_URL: 'postgresql://inzage_web@localhost/inzage',
});
