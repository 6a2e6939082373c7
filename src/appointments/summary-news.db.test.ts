import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Portal, startPortal } from '../../tests/support/portal';
import type { RecordRight } from '../access';
import { uuidv7 } from '../platform/database';

let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  portal = await startPortal(database, '2026-11-23T09:00:00Z');
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

/** A visit with its summary; gives the appointment. */
async function visited(patient: TestPatient, on: string, row: Parameters<TestOrganisation['resource']>[1] = {}) {
  const encounter = uuidv7();
  const appointment = await duinzicht.appointment(patient, `${on}T09:00:00Z`, {
    title: `Bezoek ${on}`,
    status: 'fulfilled',
    encounters: [encounter],
  });
  await duinzicht.resource(patient, {
    room: 'documents',
    type: 'Composition',
    code: 'http://loinc.org|34133-9',
    encounter_id: encounter,
    title: 'Verslag',
    content: JSON.stringify({ resourceType: 'Composition', title: 'Verslag', date: on }),
    effective_at: new Date(`${on}T12:00:00Z`),
    effective_on: on,
    visible_from: new Date('2026-11-20T00:00:00Z'),
    ...row,
  });
  return appointment;
}

const overview = async (person: string, path = '/overzicht') =>
  (await (await portal.person('duinzicht', person)).get(path)).body;

describe('HO-02 summaries of visits that are not read yet', () => {
  test('of nobody who may not open both appointments and documents, nor what is kept apart or not visible', async () => {
    const patient = await duinzicht.patient();
    await visited(patient, '2026-11-12');
    const withRights = async (rights: RecordRight[]) => {
      const proxy = await duinzicht.person();
      await duinzicht.grant(proxy, patient, { rights });
      return overview(proxy, `/namens/${patient.id}/overzicht`);
    };
    expect(await withRights(['appointments'])).not.toContain('Bezoek 2026-11-12');
    expect(await withRights(['documents'])).not.toContain('Bezoek 2026-11-12');
    expect(await withRights(['appointments', 'documents'])).toContain('Bezoek 2026-11-12');
    const hidden = await duinzicht.patient();
    await visited(hidden, '2026-11-12', { kept_from: ['patient'] });
    await visited(hidden, '2026-11-13', { visible_from: null });
    await visited(hidden, '2026-11-14', { visible_from: new Date('2026-11-24T00:00:00Z') });
    expect(await overview(hidden.person)).not.toContain('Nieuwe verslagen');
  });

  test('until this reader opened it; another reader counts apart', async () => {
    const patient = await duinzicht.patient();
    const appointment = await visited(patient, '2026-11-12');
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    expect(await overview(patient.person)).toContain('1 nieuw verslag van een bezoek');
    const opened = await (await portal.person('duinzicht', patient.person)).get(`/afspraken/${appointment}/verslag`);
    expect(opened.statusCode).toBe(200);
    expect(await overview(patient.person)).not.toContain('Nieuwe verslagen');
    expect(await overview(proxy, `/namens/${patient.id}/overzicht`)).toContain('Bezoek 2026-11-12');
  });

  test('not of a visit of more than half a year ago, nor of what came more than three months ago', async () => {
    const patient = await duinzicht.patient();
    await visited(patient, '2026-05-01');
    await visited(patient, '2026-08-01', { visible_from: new Date('2026-08-10T00:00:00Z') });
    expect(await overview(patient.person)).not.toContain('Nieuwe verslagen');
  });
});
