import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Portal, startPortal } from '../../tests/support/portal';
import type { Role } from '../access';

const NOW = '2026-12-03T09:00:00Z';

let database: TestDatabase;
let people: TestPeople;
let hospital: TestOrganisation;
let portal: Portal;
let patient: TestPatient;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  hospital = await people.organisation('duinzicht');
  portal = await startPortal(database, NOW);
  patient = await hospital.patient({ family_name: 'Nowak', initials: 'K.', birth_date: '1980-12-25' });
  await hospital.relation('orthopedie', patient);
  const visits: [string, Parameters<TestOrganisation['appointment']>[2]][] = [
    ['2026-12-03T09:50:00Z', { title: 'Bespreken uitslag', kind: 'video' }],
    ['2026-12-02T22:59:00Z', { title: 'Van gisteren' }],
    ['2026-12-03T23:00:00Z', { title: 'Van morgen' }],
    ['2026-12-03T10:00:00Z', { title: 'Afgezegd', status: 'cancelled' }],
    ['2026-12-03T10:00:00Z', { title: 'Van een andere poli', clinic: 'cardiologie' }],
  ];
  for (const [at, row] of visits) await hospital.appointment(patient, at, { clinic: 'orthopedie', ...row });
});
afterAll(async () => {
  await portal.close();
  await people.close();
  await database.close();
});

const employee = async (roles: Role[], clinics: string[] = ['orthopedie']) =>
  portal.employee('duinzicht', await hospital.employee(roles, clinics, 'Marieke Jansen'));

describe('the first page of an employee', () => {
  test.each<[Role, { day: boolean; search: boolean; review: boolean; record: boolean }]>([
    ['reception', { day: false, search: true, review: false, record: false }],
    ['desk', { day: false, search: true, review: false, record: false }],
    ['information', { day: false, search: true, review: false, record: false }],
    ['planner', { day: true, search: true, review: false, record: false }],
    ['assistant', { day: true, search: true, review: false, record: true }],
    ['nurse', { day: true, search: true, review: false, record: true }],
    ['doctor', { day: true, search: true, review: false, record: true }],
    ['helpdesk', { day: false, search: false, review: false, record: false }],
    ['manager', { day: false, search: false, review: false, record: false }],
    ['privacy', { day: false, search: false, review: true, record: false }],
  ])('ST-02 ST-04 shows a %s what the role is for', async (role, expected) => {
    const answer = await (await employee([role])).get('/werkplek');
    expect(answer.statusCode).toBe(200);
    expect({
      day: answer.body.includes('K. Nowak'),
      search: answer.body.includes('name="achternaam"'),
      review: answer.body.includes('Bekijk noodtoegang'),
      record: answer.body.includes(`/werkplek/patient/${patient.id}/uitslagen`),
    }).toEqual(expected);
  });

  test('lists today’s appointments of the own clinics, by the clock in Amsterdam', async () => {
    const page = (await (await employee(['doctor'])).get('/werkplek')).body;
    expect(page).toContain('10.50');
    expect(page).toContain('Bespreken uitslag');
    expect(page).toContain('Video');
    for (const words of ['Van gisteren', 'Van morgen', 'Afgezegd', 'Van een andere poli'])
      expect(page).not.toContain(words);
    const elsewhere = (await (await employee(['doctor'], ['interne'])).get('/werkplek')).body;
    expect(elsewhere).toContain('Er zijn vandaag geen afspraken');
    expect(elsewhere).not.toContain('Nowak');
  });

  test('a clinic that this organisation does not have is passed over', async () => {
    const page = await (await employee(['doctor'], ['bestaat-niet'])).get('/werkplek');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Afspraken vandaag');
  });

  test('DO-09 whoever stands in the list reads so', async () => {
    await (await employee(['planner'])).get('/werkplek');
    const log = (await (await portal.person('duinzicht', patient.person)).get('/inzage')).body;
    expect(log).toContain('<b>U stond in een lijst</b>: de afspraken van Orthopedie.');
    expect(log).toContain('Bekeken door Marieke Jansen. Planner.');
  });
});
