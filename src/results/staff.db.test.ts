import { sql } from 'kysely';
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
import { submissionField } from '../platform/forms';

const at = '2026-11-23T09:00:00Z';
const nextWeek = new Date('2026-11-29T23:00:00Z');
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;
let doctor: TestEmployee;
let nurse: TestEmployee;
let patient: TestPatient;
let staff: Browser;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  portal = await startPortal(database, at);
  doctor = await duinzicht.employee(['doctor'], ['interne'], 'dr. S. Okafor');
  nurse = await duinzicht.employee(['nurse'], ['interne']);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});
beforeEach(async () => {
  patient = await duinzicht.patient();
  await duinzicht.relation('interne', patient);
  staff = await portal.employee('duinzicht', doctor);
});

const known = { known_at: new Date('2026-11-22T08:00:00Z'), final_at: new Date('2026-11-22T08:00:00Z') };
const coming = () =>
  duinzicht.result(
    patient,
    { visible_from: nextWeek, effective_on: '2026-11-22', effective_at: known.known_at },
    { ...known, reason: 'delay', announced: true },
  );

const base = () => `/werkplek/patient/${patient.id}/uitslagen`;
const textOf = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const list = async (browser = staff) => textOf((await browser.get(base())).body);
const submission = (body: string) => new RegExp(`name="${submissionField}" value="([^"]+)"`).exec(body)?.[1] ?? '';
const stateOf = (id: string) =>
  duinzicht.inside(async ({ db }) => {
    const { rows } = await sql<{ seen: Date | null; reason: string; told: Date | null }>`
      SELECT r.visible_from AS seen, l.reason, l.visible_from AS told FROM resource r
      JOIN result_release l ON l.resource_id = r.id AND l.organisation_id = r.organisation_id
      WHERE r.id = ${id}`.execute(db);
    return rows[0];
  });
const decisionsOf = (id: string) =>
  duinzicht.inside(async ({ db }) => {
    const { rows } = await sql<{ decision: string; reason: string | null; employee_name: string }>`
      SELECT decision, reason, employee_name FROM result_decision WHERE resource_id = ${id} ORDER BY id`.execute(db);
    return rows;
  });

const patientReads = async (id: string) =>
  (await (await portal.person('duinzicht', patient.person)).get(`/uitslagen/${id}`)).statusCode;

describe('the care team', () => {
  test('sees all results, when the patient sees them, and why', async () => {
    await coming();
    await duinzicht.result(
      patient,
      { visible_from: null, title: 'HLA' },
      { visible_from: null, reason: 'never-shown' },
    );
    const text = await list();
    expect(text).toContain('Vanaf 30 november 2026 Volgens de regel: een aantal dagen na de uitslag.');
    expect(text).toContain('Nooit zichtbaar: zo staat het in de regels.');
    expect(text).toContain('Gevoelige uitslagen ziet u 28 dagen nadat hij klaar is.');
    expect(text.match(/Toon nu/g)).toHaveLength(1);
  });

  test('RE-02 only doctors decide: for others there is no button, page or action', async () => {
    const id = await coming();
    const other = await portal.employee('duinzicht', nurse);
    expect(await list(other)).not.toContain('Toon nu');
    const answers = [
      await other.post(`${base()}/${id}/tonen`),
      await other.get(`${base()}/${id}/tegenhouden`),
      await other.post(`${base()}/${id}/tegenhouden`, { reden: 'Eerst bespreken.' }),
      await other.post(`${base()}/${id}/weghalen`, { reden: 'Eerst bespreken.' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    expect(await decisionsOf(id)).toEqual([]);
  });

  test('another patient’s result is not found under this one', async () => {
    const id = await coming();
    const mine = patient;
    patient = await duinzicht.patient();
    await duinzicht.relation('interne', patient);
    expect((await staff.post(`${base()}/${id}/tonen`)).statusCode).toBe(404);
    expect((await staff.get(`${base()}/${id}/tegenhouden`)).statusCode).toBe(404);
    patient = mine;
    expect((await stateOf(id))?.seen).toEqual(nextWeek);
  });
});

describe('a doctor', () => {
  test('RE-02 shows a result now, and a double click does it once', async () => {
    const id = await coming();
    expect(await patientReads(id)).toBe(404);
    const form = { [submissionField]: submission((await staff.get(base())).body) };
    const first = await staff.post(`${base()}/${id}/tonen`, form);
    expect([first.statusCode, first.headers.location]).toEqual([303, `${base()}?gedaan=tonen`]);
    await staff.post(`${base()}/${id}/tonen`, form);
    expect(await decisionsOf(id)).toEqual([{ decision: 'released', reason: null, employee_name: 'dr. S. Okafor' }]);
    expect(await stateOf(id)).toMatchObject({ seen: new Date(at), reason: 'released' });
    expect(await patientReads(id)).toBe(200);
    expect(await list()).toContain('Sinds 23 november 2026 Besluit van dr. S. Okafor, 23 nov 2026.');
  });

  test('RE-02 holds a result back with a reason; what was typed stays when it is too short', async () => {
    const id = await coming();
    const path = `${base()}/${id}/tegenhouden`;
    const wrong = await staff.post(path, { reden: 'kort' });
    expect(wrong.statusCode).toBe(422);
    expect(textOf(wrong.body)).toContain('Schrijf in minstens 10 tekens waarom.');
    expect(wrong.body).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>kort</);
    expect(await decisionsOf(id)).toEqual([]);
    const done = await staff.post(path, { reden: '  Eerst samen bespreken.  ' });
    expect(done.headers.location).toBe(`${base()}?gedaan=tegenhouden`);
    expect(await decisionsOf(id)).toMatchObject([{ decision: 'held', reason: 'Eerst samen bespreken.' }]);
    expect(await stateOf(id)).toEqual({ seen: null, reason: 'held', told: null });
    const patientSide = await portal.person('duinzicht', patient.person);
    expect(textOf((await patientSide.get('/uitslagen')).body)).not.toContain('komt nog');
  });

  test('RE-06 takes a visible result away: the patient reads that it was, and nothing else', async () => {
    const id = await coming();
    await staff.post(`${base()}/${id}/tonen`);
    portal.careClock.set('2026-11-24T09:00:00Z');
    try {
      await staff.post(`${base()}/${id}/weghalen`, { reden: 'De buisjes zijn verwisseld.' });
      expect(await patientReads(id)).toBe(404);
      const patientSide = await portal.person('duinzicht', patient.person);
      const text = textOf((await patientSide.get('/uitslagen')).body);
      expect(text).toContain('Uw zorgverlener heeft deze uitslag weggehaald.');
      expect(text).not.toContain('verwisseld');
      expect(text).not.toContain('Hemoglobine');
    } finally {
      portal.careClock.set(at);
    }
  });

  test('decides about a report and its parts together', async () => {
    const shared = { visible_from: nextWeek };
    const facts = { ...known, reason: 'delay' };
    const report = await duinzicht.result(patient, { ...shared, type: 'DiagnosticReport' }, facts);
    const part = await duinzicht.result(patient, { ...shared, part_of: report }, facts);
    await staff.post(`${base()}/${report}/tonen`);
    expect([await patientReads(report), await patientReads(part)]).toEqual([200, 200]);
  });

  test('cannot decide what the rules or an earlier decision exclude', async () => {
    const never = await duinzicht.result(
      patient,
      { visible_from: null },
      { visible_from: null, reason: 'never-shown' },
    );
    const visible = await duinzicht.result(patient);
    await staff.post(`${base()}/${never}/tonen`);
    expect(await decisionsOf(never)).toEqual([]);
    expect((await staff.get(`${base()}/${never}/tegenhouden`)).statusCode).toBe(404);
    expect((await staff.get(`${base()}/${visible}/tegenhouden`)).statusCode).toBe(404);
  });
});
