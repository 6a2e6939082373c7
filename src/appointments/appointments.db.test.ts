import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { openRecord } from '../access';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  portal = await startPortal(database, at);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

async function somebody(row = {}): Promise<{ patient: TestPatient; browser: Browser }> {
  const patient = await duinzicht.patient(row);
  return { patient, browser: await portal.person('duinzicht', patient.person) };
}

test('AP-01 shows coming appointments soonest first, and past ones latest first', async () => {
  const { patient, browser } = await somebody();
  await duinzicht.appointment(patient, '2026-12-10T09:20:00Z', { title: 'Later' });
  await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { title: 'Eerst', status: 'cancelled' });
  await duinzicht.appointment(patient, '2026-11-05T09:20:00Z', { title: 'Geweest' });
  await duinzicht.appointment(patient, '2026-08-05T09:20:00Z', { title: 'Lang geleden' });
  const text = textOf((await browser.get('/afspraken')).body);
  expect(text).toMatch(/donderdag 3 december 2026 om 10\.20 uur Eerst .*Gaat niet door.*Later.*Geweest.*Lang geleden/);
});

test('AP-01 AP-11 one appointment: time, clinic, place, route, phone and what to bring', async () => {
  const { patient, browser } = await somebody();
  const id = await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', {
    clinic: 'orthopedie',
    title: 'Controle van uw enkel',
    practitioner: 'dr. S. Okafor',
    location: 'zeeweg',
    instructions: 'Neem uw krukken mee.',
  });
  const text = textOf((await browser.get(`/afspraken/${id}`)).body);
  for (const words of [
    '10.20 uur, duurt ongeveer 30 minuten',
    'dr. S. Okafor',
    'Locatie Zeeweg, route 24, 2e verdieping',
    'Neem uw krukken mee.',
    'Zeeweg 120',
    '088 555 01 00',
    '088 555 01 24',
    'Een geldig paspoort',
  ])
    expect(text).toContain(words);
});

test('a phone appointment asks nobody to come', async () => {
  const { patient, browser } = await somebody();
  const id = await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { kind: 'phone' });
  const text = textOf((await browser.get(`/afspraken/${id}`)).body);
  expect(text).toContain('Telefonische afspraak');
  expect(text).not.toContain('Zo komt u er');
  expect(text).not.toContain('Dit neemt u mee');
});

test('many past appointments come in pages', async () => {
  const { patient, browser } = await somebody();
  for (let index = 1; index <= 25; index++)
    await duinzicht.appointment(patient, `2026-10-${String(index).padStart(2, '0')}T08:00:00Z`, {
      title: `Bezoek ${index}.`,
    });
  const first = (await browser.get('/afspraken')).body;
  const next = /href="([^"]*voor=[^"]*)"/.exec(first)?.[1] ?? '';
  const second = (await browser.get(next)).body;
  const titles = (body: string) => [...body.matchAll(/Bezoek (\d+)\./g)].map((match) => Number(match[1]));
  expect([...titles(first), ...titles(second)]).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
});

test('IN-03 limited access sees coming appointments, no past ones, by any way', async () => {
  const { patient, browser } = await somebody({ bsn_verified_at: null });
  const past = await duinzicht.appointment(patient, '2026-11-05T09:20:00Z', { title: 'Geweest' });
  const next = await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { title: 'Komt' });
  const text = textOf((await browser.get('/afspraken')).body);
  expect(text).toContain('Komt');
  expect(text).not.toContain('Geweest');
  expect(text).toContain('Eerdere afspraken ziet u nadat');
  expect((await browser.get(`/afspraken/${next}`)).statusCode).toBe(200);
  expect((await browser.get(`/afspraken/${past}`)).statusCode).toBe(404);
  const found = await openRecord(
    portal.program,
    duinzicht.asPerson(patient.person),
    'own',
    ['appointments'],
    { what: 'appointments.list' },
    async ({ db }) => (await sql<{ id: string }>`select * from appointment`.execute(db)).rows.map(({ id }) => id),
  );
  expect(found).toEqual([next]);
});

test('another patient’s appointment answers like one that does not exist', async () => {
  const { browser } = await somebody();
  const theirs = await duinzicht.appointment(await duinzicht.patient(), '2026-12-03T09:20:00Z');
  const absent = await browser.get('/afspraken/019ab000-0000-7000-8000-000000000001');
  for (const id of [theirs, 'geen-id']) {
    const answer = await browser.get(`/afspraken/${id}`);
    expect([answer.statusCode, answer.body]).toEqual([404, absent.body]);
  }
});
