import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Portal, startPortal } from '../../tests/support/portal';
import type { RecordRight } from '../access';
import { uuidv7 } from '../platform/database';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  portal = await startPortal(database, at);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const overview = async (person: string, path = '/overzicht') =>
  textOf((await (await portal.person('duinzicht', person)).get(path)).body);

const fresh = { visible_from: new Date('2026-11-20T00:00:00Z'), effective_on: '2026-11-13' };

/** Somebody with something in every room that has a tile. */
async function everything(): Promise<TestPatient> {
  const patient = await duinzicht.patient();
  const practitioner = uuidv7();
  await duinzicht.inside(({ db }) =>
    db
      .insertInto('directory_resource')
      .values({
        organisation_id: duinzicht.id,
        id: practitioner,
        type: 'Practitioner',
        source: 'test',
        source_id: practitioner,
        version: 1,
        hash: '-',
        content: JSON.stringify({ resourceType: 'Practitioner' }),
        title: 'dr. N. Naam',
        received_at: new Date(at),
        updated_at: new Date(at),
      })
      .execute(),
  );
  const by = { reference: `Practitioner/${practitioner}` };
  await duinzicht.result(patient, fresh);
  await duinzicht.appointment(patient, '2026-12-03T09:20:00Z');
  const recent = { effective_at: new Date('2026-11-13T00:00:00Z'), ...fresh };
  const visitOf = uuidv7();
  await duinzicht.appointment(patient, '2026-11-12T09:00:00Z', {
    title: 'Controle van de enkel',
    status: 'fulfilled',
    encounters: [visitOf],
  });
  await duinzicht.resource(patient, {
    room: 'documents',
    type: 'Composition',
    code: 'http://loinc.org|34133-9',
    encounter_id: visitOf,
    title: 'Verslag',
    content: JSON.stringify({ resourceType: 'Composition', title: 'Verslag', author: [by], date: '2026-11-12' }),
    ...recent,
  });
  const letter = { resourceType: 'Composition', title: 'Brief aan uw huisarts', author: [by], date: '2026-11-13' };
  await duinzicht.resource(patient, {
    room: 'documents',
    type: 'Composition',
    title: letter.title,
    content: JSON.stringify(letter),
    ...recent,
  });
  const medicine = {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationReference: by,
    requester: by,
    authoredOn: '2026-11-13',
  };
  await duinzicht.resource(patient, {
    room: 'medication',
    type: 'MedicationRequest',
    status: 'active',
    content: JSON.stringify(medicine),
    ...recent,
  });
  return patient;
}

describe('the overview', () => {
  test('HO-02 greets, names the next appointment and what is new', async () => {
    const patient = await duinzicht.patient();
    await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { title: 'Controle' });
    await duinzicht.appointment(patient, '2026-12-02T09:20:00Z', { title: 'Afgezegd', status: 'cancelled' });
    for (const title of ['Een', 'Twee', 'Drie', 'Vier']) await duinzicht.result(patient, { ...fresh, title });
    const text = await overview(patient.person);
    expect(text).toContain('Maandag 23 november 2026 Goedemorgen, meneer Tromp U heeft 4 nieuwe uitslagen.');
    expect(text).toMatch(/dec 3 donderdag De volgende afspraak Controle 10\.20 uur/);
    expect(text.match(/13 november 2026 Nieuw/g)).toHaveLength(3);
    expect(text).not.toContain('Afgezegd');
    expect(text).toContain('Bel bij levensgevaar direct 112');
  });

  test.each([
    ['2026-11-23T04:00:00Z', 'Goedemorgen'],
    ['2026-11-23T11:00:00Z', 'Goedemiddag'],
    ['2026-11-23T17:00:00Z', 'Goedenavond'],
  ])('at %s says %s', async (moment, greeting) => {
    portal.careClock.set(moment);
    try {
      expect(await overview((await duinzicht.patient()).person)).toContain(greeting);
    } finally {
      portal.careClock.set(at);
    }
  });

  test('HO-05 an empty record says why', async () => {
    const text = await overview((await duinzicht.patient()).person);
    expect(text).toContain('Er zijn geen afspraken gepland. Nog niet vastgelegd: uitslagen, brieven en medicijnen.');
    expect(text).toContain('Naar het dossier');
    expect(text).toContain('oudere gegevens die het portaal niet kan tonen');
  });

  test('IN-03 limited access reads why, where to go, and sees no result', async () => {
    const patient = await duinzicht.patient({ bsn_verified_at: null });
    await duinzicht.result(patient, { ...fresh, title: 'Geheim' });
    await duinzicht.appointment(patient, '2026-12-03T09:20:00Z');
    const text = await overview(patient.person);
    expect(text).toContain('We hebben uw burgerservicenummer (BSN) nog niet gecontroleerd.');
    expect(text).toContain('Laat het zien bij de hoofdbalie of op de spoedeisende hulp.');
    expect(text).toContain('088 555 01 10');
    expect(text).toContain('De volgende afspraak');
    expect(text).not.toContain('Geheim');
    expect(text).not.toContain('itslag');
  });

  test('IN-04 a child below 12 is told of its age, not of its BSN', async () => {
    const text = await overview((await duinzicht.patient({ birth_date: '2018-05-05', given_name: 'Noor' })).person);
    expect(text).toContain('Goedemorgen, Noor');
    expect(text).toContain('U bent nog jong.');
    expect(text).not.toContain('BSN');
  });

  test('PR-03 somebody else sees only the parts they may open, without being greeted as the patient', async () => {
    const patient = await duinzicht.patient();
    await duinzicht.result(patient, { ...fresh, title: 'Geheim' });
    await duinzicht.appointment(patient, '2026-12-03T09:20:00Z');
    const seenWith = async (rights: RecordRight[]) => {
      const proxy = await duinzicht.person();
      await duinzicht.grant(proxy, patient, { rights });
      return overview(proxy, `/namens/${patient.id}/overzicht`);
    };
    const appointmentsOnly = await seenWith(['appointments']);
    expect(appointmentsOnly).toContain('Overzicht van meneer Tromp');
    expect(appointmentsOnly).not.toContain('Geheim');
    const resultsOnly = await seenWith(['results']);
    expect(resultsOnly).toContain('Geheim');
    expect(resultsOnly).not.toContain('De volgende afspraak');
  });

  test('HO-02 one sentence of every room’s news, in both languages; names that must be looked up hold nothing up', async () => {
    const patient = await everything();
    const browser = await portal.person('duinzicht', patient.person);
    const text = textOf((await browser.get('/overzicht')).body);
    expect(text).toContain('U heeft 1 nieuwe uitslag, 1 nieuw verslag van een bezoek en 1 nieuwe brief.');
    for (const said of [
      'De volgende afspraak',
      'Nieuwe uitslagen',
      'Nieuwe verslagen',
      'Nieuwe brieven',
      'Ook handig',
      'Mijn gegevens',
    ])
      expect(text).toContain(said);
    const english = await portal.person('duinzicht', patient.person, { 'accept-language': 'en' });
    expect(textOf((await english.get('/overzicht')).body)).toContain(
      'You have 1 new result, 1 new summary of a visit and 1 new letter.',
    );
  });

  test('asks the database at most six times beside the door', async () => {
    const patient = await everything();
    const browser = await portal.person('duinzicht', patient.person);
    await browser.get('/overzicht');
    const asked: string[] = [];
    const connect = portal.program.pool.connect.bind(portal.program.pool);
    const client = await connect();
    client.release();
    const original = client.query;
    client.query = ((...args: Parameters<typeof original>) => {
      const [first] = args as unknown as [string | { text: string }];
      asked.push(typeof first === 'string' ? first : first.text);
      return (original as (...all: unknown[]) => unknown).apply(client, args);
    }) as typeof original;
    try {
      await browser.get('/overzicht');
    } finally {
      client.query = original;
    }
    const opened = asked.findIndex((text) => text.includes("inzage.scope = 'record'"));
    const commit = asked.indexOf('COMMIT', opened);
    expect(opened).toBeGreaterThan(0);
    expect(commit - opened - 1).toBeLessThanOrEqual(6);
    expect(commit - opened - 1).toBeGreaterThan(0);
  });
});
