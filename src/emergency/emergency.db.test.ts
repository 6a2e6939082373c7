import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import {
  type TestEmployee,
  type TestOrganisation,
  type TestPatient,
  type TestPeople,
  testPeople,
} from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { emergencyHours, isRefusal, openRecord, type Role, roles } from '../access';
import { demoBsn } from '../people';
import { uuidv7 } from '../platform/database';

const NOW = '2026-11-23T09:00:00Z';
const reason = 'Bewusteloos binnengebracht met de ambulance';
const list = '/werkplek/noodtoegang';

let database: TestDatabase;
let people: TestPeople;
let hospital: TestOrganisation;
let portal: Portal;
let doctor: TestEmployee;
let browser: Browser;
let officer: Browser;
let patient: TestPatient;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  hospital = await people.organisation('duinzicht');
  doctor = await hospital.employee(['doctor'], ['spoed'], 'dr. J. de Graaf');
  portal = await startPortal(database, NOW);
});
afterAll(async () => {
  await portal.close();
  await people.close();
  await database.close();
});
beforeEach(async () => {
  portal.careClock.set(NOW);
  portal.wallClock.set(NOW);
  patient = await hospital.patient({ family_name: 'Brandsma' });
  browser = await portal.employee('duinzicht', doctor);
  officer = await portal.employee('duinzicht', await hospital.employee(['privacy'], [], 'Petra Willems'));
});

const path = () => `${list}/${patient.id}`;
const opens = async (employee = doctor) => {
  const which = { patient: patient.id };
  const purpose = { what: 'results.list' };
  const answer = await openRecord(
    portal.program,
    hospital.asEmployee(employee),
    which,
    ['results'],
    purpose,
    async ({ basis }) => basis,
  );
  return isRefusal(answer) ? 'refused' : answer;
};
const accesses = () =>
  hospital.inside(({ db }) =>
    db.selectFrom('emergency_access').selectAll().where('patient_id', '=', patient.id).execute(),
  );
const judgementPath = async () => `${list}/${(await accesses())[0]?.id}/oordeel`;

describe('ST-04 emergency access', () => {
  test('is refused, logged and looks like nothing for every role without the right', async () => {
    for (const role of roles.filter((one) => one !== 'doctor' && one !== 'nurse')) {
      const other = await portal.employee('duinzicht', await hospital.employee([role], ['spoed']));
      const nothing = (await other.get('/werkplek/bestaat-niet')).body;
      for (const answer of [await other.get(path()), await other.post(path(), { reden: reason })]) {
        expect(answer.statusCode, role).toBe(404);
        expect(answer.body, role).toBe(nothing);
      }
    }
    expect(await accesses()).toEqual([]);
    const denied = await hospital.inside(({ db }) =>
      db.selectFrom('audit_event').select('what').where('outcome', '=', 'denied').execute(),
    );
    expect(denied.filter(({ what }) => what.startsWith('emergency.')).length).toBe(2 * (roles.length - 2));
  });

  test('asks a reason of 10 to 500 characters, keeps what was typed, and opens nothing without one', async () => {
    const form = (await browser.get(path())).body;
    expect(form).toContain('Brandsma');
    expect(form).toContain('De patiënt ziet uw naam en uw reden');
    for (const [reden, words] of [
      ['', 'in minstens 10 tekens'],
      ['   spoed      ', 'in minstens 10 tekens'],
      ['x'.repeat(501), 'hoogstens 500 tekens'],
      [`BSN ${demoBsn(0)} is met spoed hier`, 'Zet geen BSN in de reden'],
    ] as const) {
      const answer = await browser.post(path(), { reden });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain(reden);
    }
    expect(await accesses()).toEqual([]);
    expect(await opens()).toBe('refused');
  });

  test('opens the record at once, for this employee alone, and ends after two hours', async () => {
    const colleague = await hospital.employee(['doctor'], ['spoed']);
    const answer = await browser.post(path(), { reden: `  ${reason}  ` });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/werkplek/patient/${patient.id}/uitslagen`);
    expect(await opens()).toBe('emergency');
    expect(await opens(colleague)).toBe('refused');
    expect(await accesses()).toMatchObject([{ reason, reviewed_at: null }]);
    portal.wallClock.set(new Date(Date.parse(NOW) + emergencyHours * 3_600_000 - 1));
    expect(await opens()).toBe('emergency');
    portal.wallClock.set(new Date(Date.parse(NOW) + emergencyHours * 3_600_000));
    expect(await opens()).toBe('refused');
  });

  test('is opened once by a double click', async () => {
    const fields = { reden: reason, inzending: uuidv7() };
    await browser.post(path(), fields);
    expect((await browser.post(path(), fields)).statusCode).toBe(303);
    expect(await accesses()).toHaveLength(1);
  });

  test('of a patient who does not exist looks like nothing', async () => {
    for (const id of ['niets', uuidv7()])
      for (const answer of [await browser.get(`${list}/${id}`), await browser.post(`${list}/${id}`, { reden: reason })])
        expect(answer.statusCode).toBe(404);
    expect((await browser.post(`${list}/${uuidv7()}`, { reden: '' })).statusCode).toBe(404);
  });

  test('IN-12 a reason typed when the session had ended comes back', async () => {
    portal.wallClock.set(new Date(Date.parse(NOW) + 16 * 60_000));
    const late = await browser.post(path(), { reden: reason });
    expect(late.headers.location).toContain('/werkplek/inloggen');
    const again = await portal.employee('duinzicht', doctor);
    const form = (await again.get(path())).body;
    expect(form).toContain(reason);
    expect(form).toContain('We hebben bewaard wat u eerder invulde');
  });
});

describe('ST-04 the review', () => {
  beforeEach(async () => {
    await browser.post(path(), { reden: reason });
  });

  test.each(roles.filter((role) => role !== 'privacy'))('is not for a %s', async (role) => {
    const other = await portal.employee('duinzicht', await hospital.employee([role], ['spoed']));
    const judgement = await judgementPath();
    for (const answer of [
      await other.get(list),
      await other.get(judgement),
      await other.post(judgement, { oordeel: 'justified' }),
    ])
      expect(answer.statusCode).toBe(404);
    expect(await accesses()).toMatchObject([{ outcome: null }]);
  });

  test('lists who opened whose record, when and why, until it is judged', async () => {
    const before = (await officer.get(list)).body;
    for (const words of ['dr. J. de Graaf', 'Brandsma', reason, '23-11-2026 om 10.00']) expect(before).toContain(words);
    expect(before).toContain(`href="${await judgementPath()}"`);
    const answer = await officer.post(await judgementPath(), { oordeel: 'justified' });
    expect(answer.headers.location).toBe(`${list}?beoordeeld=1`);
    const after = (await officer.get(`${list}?beoordeeld=1`)).body;
    expect(after).toContain('Uw oordeel is vastgelegd');
    expect(after).not.toContain(await judgementPath());
    expect(await accesses()).toMatchObject([{ outcome: 'justified', review_note: null }]);
  });

  test('asks why where it was not justified', async () => {
    const empty = await officer.post(await judgementPath(), {});
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Kies of de noodtoegang terecht was');
    const without = await officer.post(await judgementPath(), { oordeel: 'not-justified', toelichting: ' ' });
    expect(without.statusCode).toBe(422);
    expect(without.body).toContain('Leg uit waarom de noodtoegang niet terecht was');
    await officer.post(await judgementPath(), { oordeel: 'not-justified', toelichting: 'Er was geen spoed.' });
    expect(await accesses()).toMatchObject([{ outcome: 'not-justified', review_note: 'Er was geen spoed.' }]);
  });

  test('happens once', async () => {
    await officer.post(await judgementPath(), { oordeel: 'justified' });
    const second = await officer.post(await judgementPath(), { oordeel: 'not-justified', toelichting: 'Toch niet.' });
    expect(second.statusCode).toBe(422);
    expect(second.body).toContain('Dit is al beoordeeld');
    expect(await accesses()).toMatchObject([{ outcome: 'justified' }]);
  });

  test('is never one’s own', async () => {
    const both: Role[] = ['doctor', 'privacy'];
    const judge = await portal.employee('duinzicht', { ...doctor, roles: both });
    expect((await judge.get(await judgementPath())).body).toContain('U heeft dit dossier zelf geopend');
    expect((await judge.post(await judgementPath(), { oordeel: 'justified' })).statusCode).toBe(422);
    expect(await accesses()).toMatchObject([{ outcome: null }]);
  });

  test('of what does not exist looks like nothing', async () => {
    for (const id of ['niets', uuidv7()]) {
      expect((await officer.get(`${list}/${id}/oordeel`)).statusCode).toBe(404);
      expect((await officer.post(`${list}/${id}/oordeel`, { oordeel: 'justified' })).statusCode).toBe(404);
    }
  });
});
