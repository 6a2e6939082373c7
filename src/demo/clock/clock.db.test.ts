import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../../tests/support/database';
import { testPeople } from '../../../tests/support/people';
import { type Portal, startPortal } from '../../../tests/support/portal';
import { clockFile } from '../../platform/config';
import { fixedClock, moveClock, movedClock } from '../../platform/time';

const NOW = '2026-11-23T09:00:00+01:00';
let database: TestDatabase;
let people: ReturnType<typeof testPeople>;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  await people.organisation('duinzicht');
  portal = await startPortal(database, NOW);
});
afterAll(async () => {
  await portal.close();
  await people.close();
  await database.close();
});

const headers = { host: 'localhost:3000', 'accept-language': 'nl' };
const get = (host = headers.host) => portal.server.inject({ url: '/klok', headers: { ...headers, host } });
const post = (fields: Record<string, string>, site = 'same-origin') =>
  portal.server.inject({
    method: 'POST',
    url: '/klok',
    headers: { ...headers, 'sec-fetch-site': site, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
/** What another process of the same demonstration reads. */
const elsewhere = () => movedClock(fixedClock(NOW), clockFile(portal.program.config)).now().toISOString();

test('the page shows what time it is in the demonstration, on its own address only', async () => {
  const page = await get();
  expect(page.statusCode).toBe(200);
  expect(page.body.replaceAll('\u00a0', ' ')).toContain('maandag 23 november 2026 om 09.00 uur');
  expect((await get('duinzicht.localhost:3000')).statusCode).toBe(404);
});

test('the languages of the page can be chosen on its address', async () => {
  const chosen = await portal.server.inject({ url: '/taal/en?terug=%2Fklok', headers });
  expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/klok']);
  const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
  const page = await portal.server.inject({ url: '/klok', headers: { ...headers, cookie } });
  expect(page.body).toContain('One week on');
});

test.each([
  ['a day on', { zet: 'dag' }, '2026-11-24T08:00:00.000Z'],
  ['a week on', { zet: 'week' }, '2026-11-30T08:00:00.000Z'],
  ['another day and time', { dag: '2027-04-27', tijd: '10:15' }, '2027-04-27T08:15:00.000Z'],
  ['a time that the clock skips', { dag: '2027-03-28', tijd: '02:30' }, '2027-03-28T01:30:00.000Z'],
  ['back to now', { zet: 'nu' }, '2026-11-23T08:00:00.000Z'],
])('%s: every process follows', async (_, fields, expected) => {
  const answer = await post(fields);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/klok']);
  expect(elsewhere()).toBe(expected);
});

test('a day or time that there is not moves nothing, and what was typed is still there', async () => {
  moveClock(clockFile(portal.program.config), fixedClock(NOW), undefined);
  for (const [fields, words] of [
    [{ dag: '2026-02-30', tijd: '10:00' }, 'Vul een dag in tussen 2000 en 2099.'],
    [{ dag: '2026-12-01', tijd: '25:00' }, 'Vul de tijd in als uren en minuten'],
    [{ dag: '1026-12-01', tijd: '10:00' }, 'Vul een dag in'],
  ] as const) {
    const answer = await post(fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(fields.dag);
  }
  expect((await post({ zet: 'jaar' })).statusCode).toBe(303);
  expect(elsewhere()).toBe('2026-11-23T08:00:00.000Z');
});

test('PS-03 another site moves no clock', async () => {
  expect((await post({ zet: 'week' }, 'cross-site')).statusCode).toBe(403);
  expect(elsewhere()).toBe('2026-11-23T08:00:00.000Z');
});
