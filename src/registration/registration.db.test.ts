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
import { demoBsn } from '../people';
import { transaction, uuidv7 } from '../platform/database';

const NOW = '2026-11-23T09:00:00Z';

let database: TestDatabase;
let people: TestPeople;
let hospital: TestOrganisation;
let portal: Portal;
let receptionist: TestEmployee;
let desk: Browser;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  hospital = await people.organisation('duinzicht');
  receptionist = await hospital.employee(['reception'], [], 'Rachida El Idrissi');
  portal = await startPortal(database, NOW);
  desk = await portal.employee('duinzicht', receptionist);
});
afterAll(async () => {
  await portal.close();
  await people.close();
  await database.close();
});
beforeEach(() => {
  portal.careClock.set(NOW);
  portal.wallClock.set(NOW);
});

/** The log's last line, as it is stored, with the patients that a list showed. */
const lastLine = (patient?: string) =>
  hospital.inside(async ({ db }) => {
    let query = db.selectFrom('audit_event').selectAll().where('organisation_id', '=', hospital.id);
    if (patient !== undefined) query = query.where('patient_id', '=', patient);
    const event = await query.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    const entities = await db
      .selectFrom('audit_entity')
      .select('patient_id')
      .where('event_id', '=', event.id)
      .execute();
    return { ...event, shown: entities.map(({ patient_id }) => patient_id) };
  });

const find = (fields: Record<string, string>) => desk.post('/werkplek/zoeken', fields);

describe('ST-02 finding a patient', () => {
  test('by the beginning of the surname, with or without marks and words in front', async () => {
    const patient = await hospital.patient({ family_name: 'Çelik', family_prefix: 'van', initials: 'Q.' });
    for (const achternaam of ['cel', 'Çel', 'van çelik']) {
      const answer = await find({ achternaam });
      expect(answer.statusCode, achternaam).toBe(200);
      expect(answer.body).toContain('Q. van Çelik');
      expect((await lastLine()).shown).toEqual([patient.id]);
    }
  });

  test('by birth date, patient number and BSN, and all that is filled in must fit', async () => {
    const patient = await hospital.patient({
      family_name: 'Wijngaarden',
      birth_date: '1931-12-24',
      number: '7788991',
      bsn: demoBsn(4000),
    });
    const twin = await hospital.patient({ family_name: 'Wijngaarden', birth_date: '1931-12-25' });
    expect((await find({ geboortedatum: '24-12-1931' })).body).toContain('Wijngaarden');
    expect((await lastLine()).shown).toEqual([patient.id]);
    await find({ nummer: '7 788 991' });
    expect((await lastLine()).shown).toEqual([patient.id]);
    await find({ bsn: patient.bsn });
    expect((await lastLine()).shown).toEqual([patient.id]);
    await find({ achternaam: 'wijn' });
    expect((await lastLine()).shown.sort()).toEqual([patient.id, twin.id].sort());
    expect((await find({ achternaam: 'wijn', geboortedatum: '01-01-1931' })).body).toContain('Geen patiënt gevonden');
  });

  test('writes which fields were used, and a BSN nowhere', async () => {
    const bsn = demoBsn(4001);
    const answer = await find({ achternaam: `tro ${bsn}`, nummer: bsn, bsn });
    expect(answer.headers.location).toBeUndefined();
    const line = await lastLine();
    expect(line).toMatchObject({ event_type: 'search', outcome: 'success', what: 'registration.search' });
    expect(line.detail).toMatchObject({ fields: ['achternaam', 'nummer', 'bsn'] });
    expect(JSON.stringify(line)).not.toContain(bsn);
  });

  test('shows twenty at most, says that there are more, and knows nothing clinical', async () => {
    for (let count = 0; count < 21; count++) {
      const patient = await hospital.patient({ family_name: 'Veelvoorkomend', number: `VV${count}` });
      await hospital.result(patient, { title: 'Geheime uitslag' });
      await hospital.appointment(patient, NOW, { title: 'Geheime afspraak' });
    }
    const answer = await find({ achternaam: 'veelvoor' });
    expect(answer.body).toContain('Er zijn meer treffers');
    expect(answer.body.match(/nr\. VV\d+/g)).toHaveLength(20);
    expect((await lastLine()).shown).toHaveLength(20);
    expect(answer.body).not.toContain('Geheime');
  });

  test('without a field, or with wrong ones, says what to do and keeps what was typed', async () => {
    const empty = await find({});
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Vul minstens 1 van de 4 velden in');
    const wrong = await find({ achternaam: 'Tromp', geboortedatum: '31-02-1958' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="Tromp"');
    expect(wrong.body).toContain('value="31-02-1958"');
    expect(wrong.body).toContain('href="#geboortedatum"');
    expect((await lastLine()).shown).toEqual([]);
  });

  test('finds nobody of another organisation', async () => {
    const other = await people.organisation('drecht');
    await other.patient({ family_name: 'Elderswoner' });
    await portal.program.organisations.refresh();
    expect((await find({ achternaam: 'elders' })).body).toContain('Geen patiënt gevonden');
  });
});

describe('IN-03 verifying a BSN', () => {
  const document = { document: 'identity-card', documentnummer: 'spec i2014', foto: 'ja', gegevens: 'ja' };
  let patient: TestPatient;
  let own: Browser;
  const path = () => `/werkplek/bsn/${patient.id}`;
  const verifiedAt = () =>
    hospital.inside(({ db }) =>
      db.selectFrom('patient').select('bsn_verified_at').where('id', '=', patient.id).executeTakeFirstOrThrow(),
    );
  const recorded = () =>
    hospital.inside(({ db }) =>
      db.selectFrom('bsn_verification').selectAll().where('patient_id', '=', patient.id).execute(),
    );

  beforeEach(async () => {
    patient = await hospital.patient({ bsn_verified_at: null, family_name: 'Haddad' });
    own = await portal.person('duinzicht', patient.person);
  });

  test('opens the record at once, records document and employee, and gives a receipt', async () => {
    expect((await own.get('/uitslagen')).statusCode).toBe(403);
    const answer = await desk.post(path(), { ...document, bsn: patient.bsn.replace(/(...)(?=.)/g, '$1 ') });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`${path()}?vastgelegd=1`);
    expect((await own.get('/uitslagen')).statusCode).toBe(200);
    expect(await recorded()).toMatchObject([
      { employee_id: receptionist.employee, document_type: 'identity-card', document_number: 'SPECI2014' },
    ]);
    const receipt = (await desk.get(`${path()}?vastgelegd=1`)).body;
    expect(receipt).toContain('De controle is vastgelegd');
    expect(receipt).toContain('••••••014');
    expect(receipt).toContain('Rachida El Idrissi');
    expect(receipt).not.toContain(patient.bsn);
  });

  test('is logged with the document but without a number', async () => {
    await desk.post(path(), { ...document, bsn: patient.bsn });
    const line = await lastLine(patient.id);
    expect(line).toMatchObject({
      event_type: 'desk',
      action: 'U',
      outcome: 'success',
      detail: { document: 'identity-card' },
    });
    expect(JSON.stringify(line)).not.toContain(patient.bsn);
    expect(JSON.stringify(line)).not.toContain('SPECI2014');
  });

  test('with another BSN changes nothing, says so and is logged as failed', async () => {
    const answer = await desk.post(path(), { ...document, bsn: demoBsn(5000) });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Dit BSN hoort niet bij deze patiënt');
    expect(answer.body).not.toContain(patient.bsn);
    expect(await verifiedAt()).toEqual({ bsn_verified_at: null });
    expect(await lastLine(patient.id)).toMatchObject({ outcome: 'failed', detail: { because: 'bsn-different' } });
  });

  test('with a wrong form names every mistake and keeps what was typed', async () => {
    const answer = await desk.post(path(), { document: 'driving-licence', documentnummer: '12', bsn: '123456789' });
    expect(answer.statusCode).toBe(422);
    for (const words of [
      'Het nummer van een rijbewijs heeft 10 cijfers',
      'Dit is geen BSN',
      'Vergelijk de foto met de patiënt',
      'Vergelijk naam en geboortedatum',
      'value="12"',
    ])
      expect(answer.body).toContain(words);
    expect(await verifiedAt()).toEqual({ bsn_verified_at: null });
  });

  test('twice is once', async () => {
    const fields = { ...document, bsn: patient.bsn, inzending: uuidv7() };
    await desk.post(path(), fields);
    portal.wallClock.set('2026-11-23T09:05:00Z');
    await desk.post(path(), fields);
    expect(await recorded()).toHaveLength(1);
    expect(await verifiedAt()).toEqual({ bsn_verified_at: new Date(NOW) });
  });

  test('is not offered for who has died or has no BSN here, with whom to call', async () => {
    const deceased = await hospital.patient({ bsn_verified_at: null, deceased_on: '2026-01-01' });
    expect((await desk.get(`/werkplek/bsn/${deceased.id}`)).body).toContain('Deze patiënt is overleden');
    await hospital.inside(({ db }) =>
      db.updateTable('person').set({ bsn: null }).where('id', '=', patient.person).execute(),
    );
    const page = (await desk.get(path())).body;
    expect(page).toContain('geen BSN bekend');
    expect(page).toContain('Wie kunt u bellen?');
    expect(page).not.toContain('name="bsn"');
  });

  test.each([
    'desk',
    'information',
    'planner',
    'assistant',
    'nurse',
    'doctor',
    'helpdesk',
    'manager',
    'privacy',
  ] as const)(
    'by a %s is refused, changes nothing, is logged, and looks like a page that does not exist',
    async (role) => {
      const browser = await portal.employee('duinzicht', await hospital.employee([role], ['orthopedie']));
      const answer = await browser.post(path(), { ...document, bsn: patient.bsn });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toBe((await browser.get('/werkplek/bestaat-niet')).body);
      expect(await verifiedAt()).toEqual({ bsn_verified_at: null });
      expect(await lastLine(patient.id)).toMatchObject({ outcome: 'denied', what: 'registration.verify-bsn' });
    },
  );

  test.each(['niets', '00000000-0000-0000-0000-000000000000'])(
    'of a patient "%s" that does not exist is a 404',
    async (id) => {
      for (const answer of [await desk.get(`/werkplek/bsn/${id}`), await desk.post(`/werkplek/bsn/${id}`, document)])
        expect(answer.statusCode).toBe(404);
    },
  );
});

describe('PS-01 the desk in the database', () => {
  const scope = (patient?: string) => ({
    scope: 'desk' as const,
    organisation: hospital.id,
    employee: receptionist.employee,
    ...(patient === undefined ? {} : { patient }),
  });
  const verification = (patient: string) => ({
    organisation_id: hospital.id,
    id: uuidv7(),
    patient_id: patient,
    employee_id: receptionist.employee,
    document_type: 'passport' as const,
    document_number: 'SPECI2014',
    verified_at: new Date(NOW),
  });

  test('lets only the named patient be verified', async () => {
    const [named, other] = [await hospital.patient(), await hospital.patient()];
    for (const [at, changed] of [
      [undefined, 0n],
      [other.id, 0n],
      [named.id, 1n],
    ] as const)
      await transaction(people.web, scope(at), async ({ db }) => {
        const result = await db
          .updateTable('patient')
          .set({ bsn_verified_at: new Date(NOW) })
          .where('organisation_id', '=', hospital.id)
          .where('id', '=', named.id)
          .executeTakeFirst();
        expect(result.numUpdatedRows).toBe(changed);
      });
    const insert = (at: string | undefined, patient: string) =>
      transaction(people.web, scope(at), ({ db }) =>
        db.insertInto('bsn_verification').values(verification(patient)).execute(),
      );
    await expect(insert(undefined, named.id)).rejects.toThrow(/row-level security/);
    await expect(insert(other.id, named.id)).rejects.toThrow(/row-level security/);
    await insert(named.id, named.id);
  });

  test('changes no other column, removes nothing and reads nothing clinical', async () => {
    const patient = await hospital.patient();
    await hospital.result(patient);
    await hospital.appointment(patient, NOW);
    await hospital.relation('interne', patient);
    const inside = <T>(query: (db: Parameters<Parameters<typeof transaction>[2]>[0]['db']) => Promise<T>) =>
      transaction(people.web, scope(patient.id), ({ db }) => query(db));
    await expect(inside((db) => db.updateTable('patient').set({ number: 'X' }).execute())).rejects.toThrow(
      /permission/,
    );
    await expect(inside((db) => db.updateTable('person').set({ bsn: null }).execute())).rejects.toThrow(/permission/);
    await expect(inside((db) => db.deleteFrom('bsn_verification').execute())).rejects.toThrow(/permission/);
    for (const table of [
      'resource',
      'result_release',
      'appointment',
      'treatment_relation',
      'emergency_access',
    ] as const)
      expect(await inside((db) => db.selectFrom(table).selectAll().execute()), table).toEqual([]);
    await expect(inside((db) => sql`select 1 from audit_event`.execute(db).then(({ rows }) => rows))).resolves.toEqual(
      [],
    );
  });
});
