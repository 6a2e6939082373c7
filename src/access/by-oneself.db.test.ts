import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../tests/support/people';
import { type Scope, transaction, uuidv7 } from '../platform/database';

const at = new Date('2026-11-23T09:00:00Z');

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

test('PS-01 the database takes a decision on a result only in the name of who opened the record', async () => {
  const patient = await hospital.patient();
  const result = await hospital.result(patient);
  const { employee } = await hospital.employee(['doctor'], ['interne']);
  const scope: Scope = {
    scope: 'record',
    organisation: hospital.id,
    patient: patient.id,
    employee,
    rights: ['results'],
    viewer: 'staff',
    kept: [],
    careTime: at,
  };
  const decide = (by: string) =>
    transaction(people.web, scope, async ({ db }) => {
      await db
        .insertInto('result_decision')
        .values({
          organisation_id: hospital.id,
          id: uuidv7(),
          resource_id: result,
          patient_id: patient.id,
          decision: 'released',
          reason: null,
          employee_id: by,
          employee_name: 'dr. S. Okafor',
          decided_at: at,
        })
        .execute();
      return 'taken';
    });
  await expect(decide(uuidv7())).rejects.toThrow('row-level security');
  expect(await decide(employee)).toBe('taken');
});

test('ST-04 the database lets nobody judge an emergency access of one’s own, or in the name of another', async () => {
  const patient = await hospital.patient();
  const { employee } = await hospital.employee(['doctor', 'privacy'], ['spoed']);
  const officer = (await hospital.employee(['privacy'])).employee;
  const id = uuidv7();
  const who = { organisation: hospital.id, employee, patient: patient.id };
  await transaction(people.web, { scope: 'door', ...who }, ({ db }) =>
    db
      .insertInto('emergency_access')
      .values({
        organisation_id: hospital.id,
        id,
        patient_id: patient.id,
        employee_id: employee,
        reason: 'Bewusteloos binnengebracht',
        opened_at: at,
        ends_at: new Date(at.getTime() + 7_200_000),
      })
      .execute(),
  );
  const judge = (as: string, by: string) =>
    transaction(people.web, { scope: 'log', organisation: hospital.id, employee: as }, async ({ db }) => {
      const row = await db
        .updateTable('emergency_access')
        .set({ reviewed_at: at, reviewed_by: by, outcome: 'justified' })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row?.id;
    });
  expect(await judge(employee, employee)).toBeUndefined();
  await expect(judge(officer, employee)).rejects.toThrow('row-level security');
  expect(await judge(officer, officer)).toBe(id);
});
