import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { type RecordRight, recordRights } from '../access';
import { noteCode } from './rules';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let drecht: TestOrganisation;
let portal: Portal;
let patient: TestPatient;
let browser: Browser;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  drecht = await people.organisation('drecht');
  portal = await startPortal(database, at);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});
beforeEach(async () => {
  patient = await drecht.patient();
  browser = await portal.person('drecht', patient.person);
});

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1');

const read = async (path: string, as = browser) => textOf((await as.get(path)).body);
type Given = Parameters<TestOrganisation['resource']>[1];
type Content = { resourceType: string } & Record<string, unknown>;

const put = (content: Content, row: Given = {}, of = patient) =>
  drecht.resource(of, {
    type: content.resourceType,
    title: null,
    status: null,
    content: JSON.stringify(content),
    ...row,
  });

const on = (day: string): Given => ({ effective_on: day, effective_at: new Date(`${day}T09:00:00Z`) });
const NAME = 'http://nictiz.nl/fhir/StructureDefinition/ext-EpisodeOfCare.EpisodeOfCareName';
const LINES = 'http://fhir.nl/fhir/NamingSystem/journaalregeltypen';

const episode = (name: string, more: Record<string, unknown> = {}, row: Given = {}, of = patient) =>
  put(
    {
      resourceType: 'EpisodeOfCare',
      status: 'active',
      extension: [{ url: NAME, valueString: name }],
      period: { start: '2024-01-08' },
      ...more,
    },
    { ...on('2024-01-08'), ...row },
    of,
  );

const contact = (day: string, episodes: readonly string[], row: Given = {}, of = patient) =>
  put(
    {
      resourceType: 'Encounter',
      status: 'finished',
      class: { code: 'AMB' },
      type: [{ coding: [{ code: '03', display: 'Consult' }] }],
      episodeOfCare: episodes.map((id) => ({ reference: `EpisodeOfCare/${id}` })),
      period: { start: day },
    },
    { ...on(day), ...row },
    of,
  );

const line = (code: string, text: string) => ({
  code: { coding: [{ system: LINES, code }] },
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>` },
});

const note = (day: string, encounter: string | null, text: string, row: Given = {}, more = {}, of = patient) =>
  put(
    {
      resourceType: 'Composition',
      status: 'final',
      date: day,
      author: [{ display: 'dokter Bernard' }],
      section: [line('S', text), line('O', 'Keel rood.'), line('E', 'Keelontsteking.'), line('P', 'Afwachten.')],
      ...more,
    },
    { ...on(day), code: noteCode, encounter_id: encounter, ...row },
    of,
  );

const pages = async (id: string) => ['/dossier/huisarts', `/dossier/huisarts/${id}`];

describe('DO-04 who may not see it', () => {
  test('a proxy without the right gets neither page', async () => {
    const id = await episode('Keelpijn');
    const person = await drecht.person();
    await drecht.grant(person, patient, { rights: recordRights.filter((right) => right !== 'record') });
    const proxy = await portal.person('drecht', person);
    for (const path of await pages(id)) expect((await proxy.get(`/namens/${patient.id}${path}`)).statusCode).toBe(404);
  });

  test.each<[string, Given]>([
    ['not visible yet', { visible_from: new Date('2026-12-01T00:00:00Z') }],
    ['never visible', { visible_from: null }],
    ['kept apart from the patient', { kept_from: ['patient'] }],
    ['entered in error', { status: 'entered-in-error' }],
    ['of another right', { room: 'personal' }],
  ])('a subject that is %s is not in the list, and its address is nowhere', async (_, row) => {
    const id = await episode('Keelpijn', {}, row);
    const nowhere = await browser.get('/dossier/huisarts/019ab000-0000-7000-8000-000000000001');
    const answer = await browser.get(`/dossier/huisarts/${id}`);
    expect(await read('/dossier/huisarts')).not.toContain('Keelpijn');
    expect([answer.statusCode, answer.body]).toEqual([404, nowhere.body]);
  });

  test.each<[string, Given]>([
    ['not visible yet', { visible_from: new Date('2026-12-01T00:00:00Z') }],
    ['never visible', { visible_from: null }],
    ['kept apart from the patient', { kept_from: ['patient'] }],
    ['entered in error', { status: 'entered-in-error' }],
  ])('a note that is %s is on neither page, nor counted', async (_, row) => {
    const id = await episode('Keelpijn');
    await note('2026-01-08', await contact('2026-01-08', [id]), 'Wespensteek', row);
    await note('2026-01-08', null, 'Wespensteek', row);
    for (const path of await pages(id)) expect(await read(path)).not.toMatch(/Wespensteek|1 contact/);
  });

  test('the subject or note of another patient, by list, address or reference', async () => {
    const other = await drecht.patient();
    const theirs = await episode('Keelpijn', {}, {}, other);
    const own = await episode('Eczeem');
    await note('2026-01-08', await contact('2026-01-08', [own, theirs], {}, other), 'Wespensteek', {}, {}, other);
    await note('2026-01-08', await contact('2026-01-08', [theirs]), 'Vlooienbeet');
    expect((await browser.get(`/dossier/huisarts/${theirs}`)).statusCode).toBe(404);
    for (const path of await pages(own)) expect(await read(path)).not.toMatch(/Wespensteek|Keelpijn/);
    expect(await read('/dossier/huisarts')).toMatch(/niet bij een onderwerp horen.*Vlooienbeet/);
  });

  test('what hangs on a contact shows only to who holds its own right, and only what may be seen', async () => {
    const id = await episode('Keelpijn');
    const encounter_id = await contact('2026-01-08', [id]);
    await note('2026-01-08', encounter_id, 'Zere keel');
    const things = { encounter_id, ...on('2026-01-08') };
    const result = await drecht.result(patient, { title: 'Streptokokkentest', ...things });
    await drecht.result(patient, { title: 'Verborgen uitslag', ...things, visible_from: null });
    await put({ resourceType: 'MedicationRequest' }, { room: 'medication', title: 'Feneticilline', ...things });
    const letter = await put(
      { resourceType: 'Composition' },
      { room: 'documents', title: 'Brief aan KNO-arts', ...things },
    );
    const summary = { room: 'documents', title: 'Samenvatting', code: 'http://loinc.org|34133-9', ...things } as const;
    await put({ resourceType: 'Composition' }, summary);
    await put({ resourceType: 'ServiceRequest' }, { title: 'Verborgen verwijzing', ...things, visible_from: null });
    const address = `/dossier/huisarts/${id}`;
    const { body } = await browser.get(address);
    expect(textOf(body)).toMatch(/Uitslagen Streptokokkentest.*Feneticilline.*Brief aan KNO-arts/);
    expect(body).toContain(`href="/uitslagen/${result}"`);
    expect(body).toContain(`href="/berichten/brieven/${letter}"`);
    expect((await browser.get(`/berichten/brieven/${letter}`)).statusCode).toBe(200);
    expect(body).not.toMatch(/Verborgen|Samenvatting/);
    const person = await drecht.person();
    await drecht.grant(person, patient, { rights: ['record'] as RecordRight[] });
    const text = await read(`/namens/${patient.id}${address}`, await portal.person('drecht', person));
    expect(text).toContain('Zere keel');
    expect(text).not.toMatch(/Streptokokkentest|Feneticilline|Brief aan/);
  });

  test('ST-03 the care team with a relation sees all of it with what the patient sees; without one, no page', async () => {
    const id = await episode('Keelpijn', {}, { visible_from: null });
    await note('2026-01-08', await contact('2026-01-08', [id]), 'Zere keel', { visible_from: null });
    const doctor = await portal.employee('drecht', await drecht.employee(['doctor'], ['praktijk']));
    const paths = (await pages(id)).map((path) => `/werkplek/patient/${patient.id}${path}`);
    for (const path of paths) expect((await doctor.get(path)).statusCode).toBe(404);
    await drecht.relation('praktijk', patient);
    for (const path of paths) expect(await read(path, doctor)).toMatch(/Keelpijn.*Niet zichtbaar/);
    expect(await read(paths[1] ?? '', doctor)).toContain('Zere keel');
  });
});

describe('DO-04 the GP’s record', () => {
  test('HO-05 DO-10 an empty one says why, and from when the practice opened it', async () => {
    const text = await read('/dossier/huisarts');
    expect(text).toContain('Er staan hier geen gegevens van de huisarts');
    expect(text).toContain('U ziet hier gegevens vanaf 1 juli 2020. De zorgverleners kunnen oudere gegevens wel zien.');
  });

  test('subjects: what is going on by latest contact, then what is closed; with how many contacts', async () => {
    const throat = await episode('Keelpijn');
    await episode('Eczeem', { period: { start: '2025-01-01' } }, on('2025-01-01'));
    await episode(
      'Gebroken pols',
      { status: 'finished', period: { start: '2021-03', end: '2021-06' } },
      on('2021-03-01'),
    );
    for (const day of ['2026-02-08', '2026-05-27']) await note(day, await contact(day, [throat]), 'Zere keel');
    expect(await read('/dossier/huisarts')).toMatch(
      /Keelpijn Sinds 8 januari 2024\. 2 contacten, laatst op 27 mei 2026 Eczeem .*Hier is geen contact bij te zien.*Afgesloten onderwerpen Gebroken pols Van maart 2021 tot en met juni 2021/,
    );
  });

  test('a subject: its notes newest first, each line under its heading, with date, kind and author', async () => {
    const id = await episode('Keelpijn', { diagnosis: [{ condition: { display: 'Acute tonsillitis' } }] });
    await note('2026-02-08', await contact('2026-02-08', [id]), 'Eerste keer.');
    await note('2026-05-27', await contact('2026-05-27', [id]), 'Nog steeds.');
    const text = await read(`/dossier/huisarts/${id}`);
    expect(text).toContain('Staat in het dossier als Acute tonsillitis');
    expect(text).toMatch(
      /27 mei 2026 Consult, dokter Bernard Klachten \(S\) Nog steeds\. Onderzoek \(O\) Keel rood\. Conclusie \(E\) Keelontsteking\. Plan \(P\) Afwachten\..*8 februari 2026.*Eerste keer\./,
    );
  });

  test('a note whose contact names no subject belongs to the one that its lines name', async () => {
    const id = await episode('Keelpijn');
    const section = [{ ...line('S', 'Hees.'), entry: [{ reference: `EpisodeOfCare/${id}` }] }];
    await note('2026-02-08', null, '', {}, { section });
    expect(await read(`/dossier/huisarts/${id}`)).toContain('Hees.');
    expect(await read('/dossier/huisarts')).not.toContain('Hees.');
  });

  test('what was measured stands with its contact; a line that came as an observation does not', async () => {
    const id = await episode('Hoge bloeddruk');
    const encounter_id = await contact('2026-02-08', [id]);
    await note('2026-02-08', encounter_id, 'Controle.');
    const component = [
      { code: { text: 'Systolisch' }, valueQuantity: { value: 140, unit: 'mmHg' } },
      { code: { text: 'Diastolisch' }, valueQuantity: { value: 85, unit: 'mmHg' } },
    ];
    await put({ resourceType: 'Observation', code: { text: 'Bloeddruk' }, component }, { encounter_id });
    await put(
      { resourceType: 'Observation', code: { text: 'Gewicht' }, valueQuantity: { value: 78.5, unit: 'kg' } },
      { encounter_id },
    );
    await put({ resourceType: 'Observation', code: line('S', '').code, valueString: 'Dubbel.' }, { encounter_id });
    const text = (await read(`/dossier/huisarts/${id}`)).replaceAll('\u00a0', ' ');
    expect(text).toContain('Gemeten Bloeddruk: Systolisch: 140 mmHg, Diastolisch: 85 mmHg Gewicht: 78,5 kg');
    expect(text).not.toContain('Dubbel');
  });

  test('many contacts come in pages, each once', async () => {
    const id = await episode('Suikerziekte');
    const encounter = await contact('2026-01-01', [id]);
    for (let day = 1; day <= 20; day++) {
      await note(`2026-03-${String(day).padStart(2, '0')}`, encounter, `Keer ${day}.`);
      await note(`2026-04-${String(day).padStart(2, '0')}`, null, `Los ${day}.`);
    }
    const times = (body: string) => [...body.matchAll(/(?:Keer|Los) (\d+)\./g)].map((match) => Number(match[1]));
    for (const path of await pages(id)) {
      const first = (await browser.get(path)).body;
      const next = /href="([^"]*voor=[^"]*)"/.exec(first)?.[1] ?? '';
      const all = [...times(first), ...times((await browser.get(next)).body)];
      expect(all).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
    }
  });
});
