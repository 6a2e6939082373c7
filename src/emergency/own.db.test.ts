import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestPeople, testPeople } from '../../tests/support/people';
import { type Portal, startPortal } from '../../tests/support/portal';
import { openEmergency } from '../access';
import { uuidv7 } from '../platform/database';

let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

test('ST-04 who sends a judgement of an own access twice is not told that it was judged', async () => {
  const hospital = await people.organisation('duinzicht');
  portal = await startPortal(database, '2026-11-23T09:00:00Z');
  const both = await hospital.employee(['doctor', 'privacy'], ['spoed']);
  const patient = await hospital.patient();
  await openEmergency(portal.program, hospital.asEmployee(both), patient.id, 'Bewusteloos binnengebracht');
  const [access] = await hospital.inside(({ db }) => db.selectFrom('emergency_access').select('id').execute());
  const browser = await portal.employee('duinzicht', both);
  const fields = { oordeel: 'justified', toelichting: '', inzending: uuidv7() };
  for (const time of ['once', 'twice']) {
    const answer = await browser.post(`/werkplek/noodtoegang/${access?.id}/oordeel`, fields);
    expect(answer.statusCode, time).toBe(422);
  }
});
