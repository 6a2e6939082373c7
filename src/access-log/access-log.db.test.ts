import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { isRefusal, openRecord } from '../access';

const NOW = '2026-11-23T09:00:00Z';

let database: TestDatabase;
let people: TestPeople;
let hospital: TestOrganisation;
let portal: Portal;
let patient: TestPatient;
let own: Browser;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  hospital = await people.organisation('duinzicht');
  portal = await startPortal(database, NOW);
});
afterAll(async () => {
  await portal.close();
  await people.close();
  await database.close();
});
beforeEach(async () => {
  now(NOW);
  patient = await hospital.patient();
  own = await portal.person('duinzicht', patient.person);
});

const now = (moment: string) => {
  portal.careClock.set(moment);
  portal.wallClock.set(moment);
};
const log = async (query = '', reader = own) => (await reader.get(`/inzage${query}`)).body;

/** An employee opens the results, as a page of the care team would. */
async function looks(name = 'dr. S. Okafor', roles: ('doctor' | 'nurse')[] = ['doctor'], clinics = ['orthopedie']) {
  const employee = { ...(await hospital.employee(roles, clinics, name)), jobTitle: 'Orthopedisch chirurg' };
  const viewer = hospital.asEmployee(employee);
  const purpose = { what: 'results.list' };
  const which = { patient: patient.id };
  return !isRefusal(await openRecord(portal.program, viewer, which, ['results'], purpose, async () => undefined));
}

describe('DO-09 the patient reads who looked', () => {
  test('a care provider: name, what, role and why', async () => {
    await hospital.relation('orthopedie', patient);
    expect(await looks()).toBe(true);
    const page = await log();
    expect(page).toContain('<b>Dr. S. Okafor</b> keek in uw uitslagen.');
    expect(page).toContain('Orthopedisch chirurg. Waarom: deze polikliniek behandelt u.');
    expect(page).toContain('10.00');
    expect(page).toContain('Vandaag, maandag 23 november 2026');
  });

  test('somebody who had no right: that it was tried and refused', async () => {
    expect(await looks('Bas Visser', ['nurse'])).toBe(false);
    const page = await log();
    expect(page).toContain('<b>Bas Visser</b> probeerde uw dossier te openen, maar mocht dat niet.');
    expect(page).toContain('Er is niets getoond.');
    expect(page).toContain('Geweigerd');
  });

  test('ST-04 an emergency: the reason as it was typed, with an amber mark', async () => {
    const doctor = await hospital.employee(['doctor'], ['spoed'], 'dr. J. de Graaf');
    const browser = await portal.employee('duinzicht', doctor);
    await browser.post(`/werkplek/noodtoegang/${patient.id}`, { reden: 'Bewusteloos <binnengebracht>' });
    const page = await log();
    expect(page).toContain('<b>Dr. J. de Graaf</b> opende uw dossier met de noodknop.');
    expect(page).toContain('Waarom: Bewusteloos &lt;binnengebracht>');
    expect(page).toMatch(/pp-tag--att"[^>]*>.*?Noodtoegang/);
  });

  test('PR-08 a proxy: by name, also one who is no patient here', async () => {
    const relative = await hospital.person({ name: 'Els Tromp' });
    await hospital.grant(relative, patient);
    const parent = await hospital.patient({ family_name: 'Visser', initials: 'A.' });
    await hospital.grant(parent.person, patient, { basis: 'legal' });
    for (const person of [relative, parent.person])
      await (await portal.person('duinzicht', person)).get(`/namens/${patient.id}/uitslagen`);
    const page = await log();
    expect(page).toContain('<b>Els Tromp</b> keek in uw uitslagen.');
    expect(page).toContain('<b>A. Visser</b> keek in uw uitslagen.');
    expect(page).toContain('is gemachtigd.');
    expect(page).toContain('is wettelijk vertegenwoordiger.');
  });

  test('who was a proxy and tries again is named as well', async () => {
    const relative = await hospital.person({ name: 'Els Tromp' });
    await hospital.grant(relative, patient, { valid_until: new Date('2026-01-01') });
    await (await portal.person('duinzicht', relative)).get(`/namens/${patient.id}/uitslagen`);
    expect(await log()).toContain('<b>Els Tromp</b> probeerde uw dossier te openen');
  });

  test('oneself: how often, in one line a day', async () => {
    await own.get('/uitslagen');
    now('2026-11-23T09:05:00Z');
    await own.get('/uitslagen');
    const page = await log();
    expect(page.match(/keek in uw uitslagen/g)).toHaveLength(1);
    expect(page).toContain('<b>U</b> keek in uw uitslagen.');
    expect(page).toMatch(/2 keer, vanaf 10\.00/);
  });

  test('ST-02 a search and a look at the desk', async () => {
    const desk = await portal.employee('duinzicht', await hospital.employee(['reception'], [], 'Rachida El Idrissi'));
    await desk.post('/werkplek/zoeken', { bsn: patient.bsn });
    await desk.get(`/werkplek/bsn/${patient.id}`);
    const page = await log();
    expect(page).toContain('<b>U stond in een lijst</b>: treffers van een zoekvraag.');
    expect(page).toContain('<b>Rachida El Idrissi</b> bekeek uw naam, geboortedatum en BSN-controle.');
    expect(page).not.toContain(patient.bsn);
  });

  test('by group, by month, and page after page', async () => {
    await hospital.relation('orthopedie', patient);
    now('2026-10-05T09:00:00Z');
    expect(await looks('Zorg In Oktober')).toBe(true);
    now(NOW);
    own = await portal.person('duinzicht', patient.person);
    await own.get('/uitslagen');
    expect(await log('?wie=zorg')).toContain('Zorg In Oktober');
    expect(await log('?wie=zorg')).not.toContain('<b>U</b>');
    expect(await log('?wie=ik')).not.toContain('Zorg In Oktober');
    expect(await log('?wie=naasten')).toContain('Geen regels');
    expect(await log('?maand=2026-10')).toContain('Zorg In Oktober');
    expect(await log('?maand=2026-11')).not.toContain('Zorg In Oktober');
    expect(await log('?tot=2026-10-31T00:00:00.000Z')).toContain('Zorg In Oktober');
    expect(await log('?tot=2026-10-01T00:00:00.000Z')).not.toContain('Zorg In Oktober');
    expect((await own.get("/inzage?wie='&maand=x&tot=9999")).statusCode).toBe(200);
  });

  test('two hundred lines a page, with a link to older ones that shows the rest', async () => {
    await hospital.relation('orthopedie', patient);
    const doctor = hospital.asEmployee(await hospital.employee(['doctor'], ['orthopedie'], 'Dr. Veel'));
    for (let count = 0; count <= 200; count++) {
      portal.wallClock.set(new Date(Date.parse(NOW) + count * 1000));
      await openRecord(
        portal.program,
        doctor,
        { patient: patient.id },
        ['results'],
        { what: 'results.list' },
        async () => 0,
      );
    }
    const first = await log();
    expect(first).toContain('199 keer');
    const older = /href="(\/inzage\?tot=[^"]+)"/.exec(first)?.[1];
    expect(older).toBeDefined();
    const second = (await own.get(String(older))).body;
    expect(second).toContain('<b>Dr. Veel</b>');
    expect(second).not.toContain('Laat oudere regels zien');
  });
});

describe('DO-09 the log is for who may see who has access', () => {
  test('the patient reads of nobody else’s record', async () => {
    const other = await hospital.patient();
    await (await portal.person('duinzicht', other.person)).get('/uitslagen');
    expect(await log()).not.toContain('uitslagen.');
  });

  test('DO-12 PR-03 a proxy does not, whatever was granted', async () => {
    const relative = await hospital.person();
    await hospital.grant(relative, patient);
    const answer = await (await portal.person('duinzicht', relative)).get(`/namens/${patient.id}/inzage`);
    expect(answer.statusCode).toBe(404);
  });

  test('a parent does, and reads of the child’s record, not the own', async () => {
    const child = await hospital.patient({ birth_date: '2018-05-12', given_name: 'Noor' });
    await hospital.grant(patient.person, child, { basis: 'parent' });
    await own.get(`/namens/${child.id}/uitslagen`);
    const answer = await own.get(`/namens/${child.id}/inzage`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Wie bekeek dit dossier?');
    expect(answer.body).toContain('<b>U</b> keek in de uitslagen.');
    expect(answer.body).toContain('u bent ouder of verzorger');
  });

  test('IN-03 limited access does not', async () => {
    const unverified = await hospital.patient({ bsn_verified_at: null });
    const answer = await (await portal.person('duinzicht', unverified.person)).get('/inzage');
    expect(answer.statusCode).toBe(403);
  });

  test('an employee has no page of it', async () => {
    await hospital.relation('orthopedie', patient);
    const doctor = await portal.employee('duinzicht', await hospital.employee(['doctor'], ['orthopedie']));
    expect((await doctor.get(`/werkplek/patient/${patient.id}/inzage`)).statusCode).toBe(404);
  });
});
