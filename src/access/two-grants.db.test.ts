import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../tests/support/people';
import { openRecord } from './door';

let database: TestDatabase;
let people: TestPeople;
let hospital: TestOrganisation;
beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  hospital = await people.organisation('duinzicht');
});
afterAll(async () => {
  await people?.close();
  await database?.close();
});

test.each([
  ['proxy', 'legal'],
  ['legal', 'proxy'],
] as const)(
  'PR-10 of two grants to one record the one that opens what is asked counts: %s and not %s',
  async (wide, narrow) => {
    const patient = await hospital.patient();
    const person = await hospital.person();
    await hospital.grant(person, patient, { basis: wide, rights: ['appointments', 'results'] });
    await hospital.grant(person, patient, { basis: narrow, rights: ['appointments'] });
    const house = people.house('2026-11-23T09:00:00Z');
    const viewer = hospital.asPerson(person);
    const purpose = { what: 'results.list' };
    const which = { patient: patient.id };
    expect(await openRecord(house, viewer, which, ['results'], purpose, async ({ basis }) => basis)).toBe(wide);
  },
);
