/** Many readers at once on few connections: nobody ever sees a word of another, whatever fails in between. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WrittenLog, writtenLog } from '../support/audit';
import { type TestDatabase, withDatabase } from '../support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../support/people';
import { type Browser, type Portal, startPortal } from '../support/portal';

const READERS = process.env.INZAGE_PROVE ? 24 : 12;
const ROUNDS = process.env.INZAGE_PROVE ? 60 : 4;

let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
let log: WrittenLog;
let here: TestOrganisation;
let there: TestOrganisation;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  there = await people.organisation('maasoever');
  portal = await startPortal(database, '2026-12-03T12:00:00Z');
  log = writtenLog(database);
});
afterAll(async () => {
  await log.close();
  await portal.close();
  await people.close();
  await database.close();
});

interface Reader {
  readonly name: string;
  readonly patient: TestPatient;
  readonly browser: Browser;
}

/** A word that stands in one record alone. */
const nameOf = (index: number) => `Uniek${String.fromCharCode(97 + (index % 26))}${index}naam`;

async function makeReaders(): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (let index = 0; index < READERS; index++) {
    const organisation = index % 2 === 0 ? here : there;
    const name = nameOf(index);
    const patient = await organisation.patient({ family_name: name });
    await organisation.result(patient, { title: `Uitslag ${name}` });
    await organisation.appointment(patient, '2026-12-10T09:00:00Z', { title: `Afspraak ${name}` });
    readers.push({ name, patient, browser: await portal.person(organisation.slug, patient.person) });
  }
  return readers;
}

test('PS-01 PS-02 each answer holds the own name and no other, while connections are cut', {
  timeout: 600_000,
}, async () => {
  const readers = await makeReaders();
  const names = readers.map(({ name }) => name);
  let shown = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const asked = readers.flatMap((reader, index) => {
      const other = readers[(index + 2) % READERS]?.patient.id ?? '';
      return ['/overzicht', '/uitslagen', '/afspraken', `/namens/${other}/uitslagen`].map(async (path) => {
        const answer = await reader.browser.get(path);
        return { reader, path, answer };
      });
    });
    const cut = round % 2 === 1 ? cutOne() : undefined;
    for (const { reader, path, answer } of await Promise.all(asked)) {
      const found = names.filter((name) => answer.body.includes(name));
      // Cut off, or shed by a machine that is too busy: nothing of anybody is in it.
      if (answer.statusCode >= 500) {
        expect(found, path).toEqual([]);
        continue;
      }
      expect(answer.statusCode, path).toBe(path.startsWith('/namens/') ? 404 : 200);
      expect(found, path).toEqual(answer.statusCode === 200 ? [reader.name] : []);
      if (answer.statusCode === 200) shown++;
    }
    await cut;
  }
  expect(shown).toBeGreaterThan(READERS * ROUNDS);
  const { rows } = await log.superuser.query<{ lines: number }>(
    `SELECT count(*)::int AS lines FROM audit_event WHERE outcome = 'success'`,
  );
  // What was cut after its commit was never shown and yet written down: never the other way round.
  expect(rows[0]?.lines).toBeGreaterThanOrEqual(shown);
});

/** Ends one of the program's connections, as a database that restarts does. */
async function cutOne(): Promise<void> {
  await log.superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'inzage-web'
     ORDER BY random() LIMIT 1`,
  );
}
