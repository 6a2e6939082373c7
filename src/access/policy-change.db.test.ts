import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../tests/support/people';
import { sendAlone } from '../platform/database';
import { findPersonSession, findStaffSession, startPersonSession, startStaffSession } from './sessions';

const start = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const limits = { idleMinutes: 15, absoluteHours: 8, digidLevel: 'midden' } as const;

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

const visit = (now: Date) => ({ organisation: hospital.id, now, extend: true });

test('IN-01 a session of a level that the policy no longer takes is over', async () => {
  const { person } = await hospital.patient();
  const session = { organisation: hospital.id, person, level: 'midden' } as const;
  const { token } = await startPersonSession(people.web, session, limits, start);
  const find = (digidLevel: 'midden' | 'substantieel') =>
    findPersonSession(sendAlone(people.web), token, { ...limits, digidLevel }, visit(later(1)));
  expect(await find('midden')).toHaveProperty('viewer.person', person);
  expect(await find('substantieel')).toEqual({ ended: { endedAt: later(1), owner: person } });
});

test('IN-12 a session that is older than the policy now lets one be is over', async () => {
  const { person } = await hospital.patient();
  const employee = await hospital.employee(['doctor']);
  const own = { organisation: hospital.id, person, level: 'midden' } as const;
  const ours = hospital.asEmployee(employee);
  const patientToken = (await startPersonSession(people.web, own, limits, start)).token;
  const staffToken = (await startStaffSession(people.web, ours, limits, start)).token;
  for (const minutes of [14, 28, 42, 56]) {
    expect(await findPersonSession(sendAlone(people.web), patientToken, limits, visit(later(minutes)))).toHaveProperty(
      'viewer',
    );
    expect(await findStaffSession(people.web, staffToken, limits, visit(later(minutes)))).toHaveProperty('viewer');
  }
  const shorter = { ...limits, absoluteHours: 1 };
  expect(await findPersonSession(sendAlone(people.web), patientToken, shorter, visit(later(60)))).toHaveProperty(
    'ended',
  );
  expect(await findStaffSession(people.web, staffToken, shorter, visit(later(60)))).toHaveProperty('ended');
});
