/** What may not be seen of appointments, tried by every way in. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { isRefusal, openRecord } from '../access';
import { uuidv7 } from '../platform/database';
import { loadPreset } from '../policies';
import { appointmentKinds, appointmentsPolicy } from './policy';
import { notShownBecause } from './rules';
import { comingAppointments } from './store';

const at = '2026-11-23T09:00:00Z';
const coming = '2026-12-03T09:20:00Z';
const past = '2026-11-05T09:20:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let amstelland: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  amstelland = await people.organisation('amstelland');
  portal = await startPortal(database, at);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

const own = async (row = {}): Promise<[TestPatient, Browser]> => {
  const patient = await duinzicht.patient(row);
  return [patient, await portal.person('duinzicht', patient.person)];
};
const everything = async (browser: Browser, base = '') =>
  (
    await Promise.all(
      ['/afspraken', '/afspraken/overzicht', '/afspraken/agenda.ics', '/overzicht'].map((page) =>
        browser.get(`${base}${page}`),
      ),
    )
  )
    .map(({ body }) => body.replaceAll('\r\n ', ''))
    .join('\n');

/** An appointment that has been, with the visit that it became and what was written about it. */
async function visited(patient: TestPatient, row: { document?: object; visit?: object } = {}) {
  const encounter = await duinzicht.resource(patient, { type: 'Encounter', title: 'Bezoek' });
  const id = await duinzicht.appointment(patient, past, {
    title: 'Enkel',
    status: 'fulfilled',
    encounters: [encounter],
  });
  await duinzicht.resource(patient, {
    room: 'documents',
    type: 'Composition',
    code: 'http://loinc.org|34133-9',
    title: 'Verslag van uw bezoek',
    encounter_id: encounter,
    content: JSON.stringify({
      resourceType: 'Composition',
      id: uuidv7(),
      status: 'final',
      date: '2026-11-05',
      author: [{ display: 'dr. S. Okafor' }],
      title: 'Verslag van uw bezoek',
      section: [{ title: 'Besproken', text: { div: '<div><p>De wond is <b>dicht</b>.</p><script>x</script></div>' } }],
    }),
    ...row.document,
  });
  return id;
}

describe('IN-03 IN-04 limited access', () => {
  test.each([
    ['an unverified BSN', { bsn_verified_at: null }, 'burgerservicenummer'],
    ['a child under 12', { birth_date: '2018-06-01' }, 'ouder of verzorger'],
  ])('%s: coming appointments, no past ones, by any way', async (_, row, why) => {
    const [patient, browser] = await own(row);
    const before = await visited(patient);
    await duinzicht.appointment(patient, '2026-11-23T08:50:00Z', { title: 'Enkel', status: 'fulfilled' });
    const next = await duinzicht.appointment(patient, coming, { title: 'Komt', instructions: 'Kom nuchter.' });
    const all = await everything(browser);
    expect(all).toContain('Komt');
    expect(all).toContain(why);
    expect(all).not.toContain('Enkel');
    expect(all).not.toContain(before);
    expect((await browser.get(`/afspraken?voor=4102444800000_${before}`)).body).not.toContain('Enkel');
    expect((await browser.get(`/afspraken/${next}`)).body).toContain('Kom nuchter.');
    expect((await browser.get(`/afspraken/${next}/agenda.ics`)).statusCode).toBe(200);
    for (const page of ['', '/agenda.ics'])
      expect((await browser.get(`/afspraken/${before}${page}`)).statusCode).toBe(404);
    expect((await browser.get(`/afspraken/${before}/verslag`)).statusCode).toBe(403);
    const found = await openRecord(
      portal.program,
      duinzicht.asPerson(patient.person),
      'own',
      ['appointments'],
      { what: 'appointments.list' },
      async ({ db }) => (await sql<{ id: string }>`select * from appointment`.execute(db)).rows.map(({ id }) => id),
    );
    expect(found).toContain(next);
    expect(found).not.toContain(before);
  });
});

describe('AP-01 what the organisation does not show', () => {
  test('is named with the reason, and is in no list, page or file of the patient; the care team has it', async () => {
    const patient = await amstelland.patient();
    const browser = await portal.person('amstelland', patient.person);
    const hidden = await amstelland.appointment(patient, coming, { clinic: 'spoed', title: 'Spoedcontrole' });
    await amstelland.appointment(patient, past, { clinic: 'spoed', title: 'Spoedbezoek' });
    await amstelland.appointment(patient, coming, { clinic: 'interne', title: 'Nieren' });
    const all = await everything(browser);
    expect(all).toContain('Nieren');
    expect(all).toContain('Afspraken op de Spoedeisende hulp');
    expect(all).toContain('De Spoedeisende hulp werkt met een eigen agenda');
    for (const words of ['Spoedcontrole', 'Spoedbezoek', hidden]) expect(all).not.toContain(words);
    for (const page of ['', '/agenda.ics', '/verslag'])
      expect((await browser.get(`/afspraken/${hidden}${page}`)).statusCode).toBe(404);
    await amstelland.relation('interne', patient);
    const doctor = await portal.employee('amstelland', await amstelland.employee(['doctor'], ['interne']));
    const { body } = await doctor.get(`/werkplek/patient/${patient.id}/afspraken`);
    expect(body).toContain('Spoedcontrole');
    expect(body).toContain('Nee: Afspraken op de Spoedeisende hulp');
  });
});

test('AP-01 whatever a policy hides, the query leaves out exactly that', async () => {
  const [patient] = await own();
  const clinics = ['interne', 'kno', 'onbekend'];
  for (const clinic of clinics)
    for (const kind of appointmentKinds) await duinzicht.appointment(patient, coming, { clinic, kind });
  const some = <T>(...values: T[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
  const text = { nl: 'x', en: 'x' };
  const entry = fc
    .record({ clinics: some(...clinics), kinds: some(...appointmentKinds) })
    .filter((one) => one.clinics !== undefined || one.kinds !== undefined)
    .map((one) => ({ name: text, why: text, ...one }));
  const standard = appointmentsPolicy.of(loadPreset('duinzicht'));
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 3 }), async (notShown) => {
      const policy = { ...standard, notShown };
      const shown = await openRecord(
        portal.program,
        duinzicht.asPerson(patient.person),
        'own',
        ['appointments'],
        { what: 'appointments.list' },
        (record) => comingAppointments(record, policy),
      );
      if (isRefusal(shown)) throw new Error(shown.because);
      const wanted = clinics.flatMap((clinic) => appointmentKinds.map((kind) => ({ clinic, kind })));
      const words = (all: readonly { clinic: string; kind: string }[]) =>
        all.map(({ clinic, kind }) => `${clinic} ${kind}`).sort();
      expect(words(shown)).toEqual(words(wanted.filter((which) => notShownBecause(policy, which) === undefined)));
    }),
    { seed: 14, numRuns: 25 },
  );
});

describe('DO-12 what is kept apart from a reader', () => {
  test('a proxy does not meet it, the patient does', async () => {
    const [patient, browser] = await own();
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    const theirs = await portal.person('duinzicht', proxy);
    const id = await duinzicht.appointment(patient, coming, { title: 'Apart', kept_from: ['proxy'] });
    expect(await everything(browser)).toContain('Apart');
    expect(await everything(theirs, `/namens/${patient.id}`)).not.toContain('Apart');
    for (const page of ['', '/agenda.ics'])
      expect((await theirs.get(`/namens/${patient.id}/afspraken/${id}${page}`)).statusCode).toBe(404);
  });
});

describe('AP-10 the visit summary', () => {
  test('is read and printed by who holds appointments and documents, as plain words', async () => {
    const [patient, browser] = await own();
    const id = await visited(patient);
    expect((await browser.get('/afspraken')).body).toMatch(/pp-tag--ok">Verslag</);
    expect((await browser.get(`/afspraken/${id}`)).body).toContain(`/afspraken/${id}/verslag`);
    const { body } = await browser.get(`/afspraken/${id}/verslag`);
    for (const words of ['Besproken', 'De wond is dicht.', 'dr. S. Okafor', '5 november 2026', 'Afdrukken'])
      expect(body).toContain(words);
    expect(body).not.toContain('<b>dicht');
  });

  test('is not there for a proxy without documents: no word, no link, no page', async () => {
    const [patient] = await own();
    const id = await visited(patient);
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient, { rights: ['appointments'] });
    const theirs = await portal.person('duinzicht', proxy);
    const base = `/namens/${patient.id}/afspraken`;
    expect((await theirs.get(base)).body).not.toContain('pp-tag--ok');
    expect((await theirs.get(`${base}/${id}`)).body).not.toContain('verslag');
    expect((await theirs.get(`${base}/${id}/verslag`)).statusCode).toBe(404);
  });

  test.each([
    ['not visible yet', { visible_from: new Date('2026-11-24T09:00:00Z') }],
    ['not visible', { visible_from: null }],
    ['entered in error', { status: 'entered-in-error' }],
    ['kept apart', { kept_from: ['patient'] }],
    ['another kind of document', { code: 'http://loinc.org|11506-3' }],
    ['of another visit', { encounter_id: null }],
  ])('%s: there is none', async (_, document) => {
    const [patient, browser] = await own();
    const id = await visited(patient, { document });
    expect((await browser.get(`/afspraken/${id}`)).body).not.toContain('/verslag');
    expect((await browser.get(`/afspraken/${id}/verslag`)).statusCode).toBe(404);
  });

  test('of another patient’s visit, though the appointment named it, is never shown', async () => {
    const [patient, browser] = await own();
    const [other] = await own();
    const strange = await visited(other);
    const id = await duinzicht.appointment(patient, past, { title: 'Enkel' });
    await duinzicht.inside(({ db }) =>
      sql`UPDATE appointment SET encounters = (SELECT encounters FROM appointment WHERE id = ${strange}) WHERE id = ${id}`.execute(
        db,
      ),
    );
    expect((await browser.get(`/afspraken/${id}/verslag`)).statusCode).toBe(404);
  });
});

describe('PS-04 a calendar file says nothing of why', () => {
  test('no clinic, no care provider, no title, no instructions; the place as an address', async () => {
    const [patient, browser] = await own();
    const id = await duinzicht.appointment(patient, coming, {
      clinic: 'orthopedie',
      title: 'Controle van uw enkel',
      practitioner: 'dr. S. Okafor',
      instructions: 'Kom nuchter.',
      place: 'Kamer 12',
    });
    await duinzicht.appointment(patient, coming, { kind: 'phone', title: 'Belafspraak', status: 'cancelled' });
    for (const address of [`/afspraken/${id}/agenda.ics`, '/afspraken/agenda.ics']) {
      const answer = await browser.get(address);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': 'attachment; filename="afspraken.ics"',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      const text = answer.body.replaceAll('\r\n ', '');
      expect(text).toContain('SUMMARY:Afspraak Duinzicht Ziekenhuis');
      expect(text).toContain('Zeeweg 120');
      expect(text).toContain('DTSTART:20261203T092000Z');
      for (const words of [
        'enkel',
        'Okafor',
        'nuchter',
        'Orthopedie',
        'orthopedie',
        'route 24',
        'Kamer',
        'Tromp',
        'Belafspraak',
      ])
        expect(text).not.toContain(words);
    }
    expect((await browser.get('/afspraken/agenda.ics')).body).toContain('STATUS:CANCELLED');
    expect((await browser.get(`/afspraken/${id}/agenda.ics`)).body).not.toContain('CANCELLED');
  });

  test('a link in it leads to where the reader found it, by the configured address', async () => {
    const [patient] = await own();
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    const id = await duinzicht.appointment(patient, coming);
    const theirs = await portal.person('duinzicht', proxy);
    const { body } = await theirs.get(`/namens/${patient.id}/afspraken/${id}/agenda.ics`);
    const { origin } = portal.program.organisations.byId(duinzicht.id);
    expect(body.replaceAll('\r\n ', '')).toContain(`URL:${origin}/namens/${patient.id}/afspraken/${id}\r\n`);
  });
});

describe('ST-03 the care team’s tab', () => {
  test('shows coming and past, what was moved and why something is off, and what is kept from the patient', async () => {
    const [patient] = await own();
    await duinzicht.relation('interne', patient);
    await duinzicht.appointment(patient, coming, { title: 'Komt', moved_from: new Date('2026-12-01T13:00:00Z') });
    await duinzicht.appointment(patient, coming, { title: 'Valt uit', status: 'cancelled', cancelled_because: 'Ziek' });
    await duinzicht.appointment(patient, past, { title: 'Geweest', status: 'fulfilled', kept_from: ['patient'] });
    await duinzicht.appointment(patient, past, { title: 'Vergissing', status: 'entered-in-error' });
    const planner = await portal.employee('duinzicht', await duinzicht.employee(['planner'], ['interne']));
    const { body } = await planner.get(`/werkplek/patient/${patient.id}/afspraken`);
    for (const words of ['Komt', 'Was eerst', 'Valt uit', 'Reden: Ziek', 'Geweest', 'Nee: afgeschermd'])
      expect(body).toContain(words);
    expect(body).not.toContain('Vergissing');
  });

  test('AP-10 reads the summary with from when the patient does; a planner does not', async () => {
    const [patient] = await own();
    await duinzicht.relation('interne', patient);
    const id = await visited(patient, { document: { visible_from: new Date('2026-12-24T09:00:00Z') } });
    const [address, base] = [`/afspraken/${id}/verslag`, `/werkplek/patient/${patient.id}`];
    const doctor = await portal.employee('duinzicht', await duinzicht.employee(['doctor'], ['interne']));
    expect((await doctor.get(`${base}/afspraken`)).body).toContain(address);
    const { body } = await doctor.get(`${base}${address}`);
    expect(body).toContain('De wond is dicht.');
    expect(body).toContain('24 december 2026');
    const planner = await portal.employee('duinzicht', await duinzicht.employee(['planner'], ['interne']));
    expect((await planner.get(`${base}/afspraken`)).body).not.toContain(address);
    expect((await planner.get(`${base}${address}`)).statusCode).toBe(404);
  });
});
