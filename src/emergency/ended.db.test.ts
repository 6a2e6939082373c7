import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../tests/support/people';
import { emergenciesToReview, isRefusal, openEmergency, openLog, openRecord, reviewEmergency } from '../access';

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

async function opened() {
  const house = people.house('2026-11-23T09:00:00Z');
  const doctor = await hospital.employee(['doctor'], ['spoed']);
  const patient = await hospital.patient();
  const viewer = hospital.asEmployee(doctor);
  await openEmergency(house, viewer, patient.id, 'Bewusteloos binnengebracht');
  const opens = async (as = viewer) => {
    const purpose = { what: 'appointments.list' };
    const answer = await openRecord(house, as, { patient: patient.id }, ['appointments'], purpose, async () => 'open');
    return isRefusal(answer) ? answer.because : answer;
  };
  return { house, viewer, patient, opens };
}

test('ST-04 emergency access ends when the employee comes back in a role that may not open one', async () => {
  const { viewer, opens } = await opened();
  expect(await opens()).toBe('open');
  expect(await opens({ ...viewer, roles: ['planner'] })).toBe('no-relation');
  expect(await opens({ ...viewer, roles: ['planner', 'nurse'] })).toBe('open');
});

test.each([
  ['not-justified', 'no-relation'],
  ['justified', 'open'],
] as const)('ST-04 emergency access judged %s while it lasts is then: %s', async (outcome, then) => {
  const { house, patient, opens } = await opened();
  const officer = hospital.asEmployee(await hospital.employee(['privacy']));
  const judged = await openLog(house, officer, { what: 'emergency.judge', action: 'U' }, async (log) => {
    const { result: rows } = await emergenciesToReview(log);
    return reviewEmergency(log, rows.find((row) => row.patient === patient.id)?.id ?? '', outcome, 'bekeken');
  });
  expect(judged).toBe(true);
  expect(await opens()).toBe(then);
});
