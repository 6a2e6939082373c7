import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { recordRights } from '../access';
import { sections } from './sections';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;
let patient: TestPatient;
let browser: Browser;

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
beforeEach(async () => {
  patient = await duinzicht.patient();
  browser = await portal.person('duinzicht', patient.person);
});

/** What a reader sees of a page: its main part as plain text. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

const read = async (path: string, as = browser) => textOf((await as.get(path)).body);
type Given = Parameters<TestOrganisation['resource']>[1];

const put = (content: { resourceType: string } & Record<string, unknown>, row: Given = {}, of = patient) =>
  duinzicht.resource(of, { type: content.resourceType, title: null, content: JSON.stringify(content), ...row });

const concept = (text: string) => ({ text });

/** One fact on each page, and the words by which it is found. */
const examples: Readonly<Record<(typeof sections)[number]['id'], { resourceType: string } & Record<string, unknown>>> =
  {
    problems: { resourceType: 'Condition', code: concept('Hooikoorts') },
    allergies: { resourceType: 'AllergyIntolerance', code: concept('Hooikoorts') },
    alerts: { resourceType: 'Flag', status: 'active', code: concept('Hooikoorts') },
    history: { resourceType: 'Procedure', status: 'completed', code: concept('Hooikoorts') },
    vaccinations: { resourceType: 'Immunization', status: 'completed', vaccineCode: concept('Hooikoorts') },
    measurements: { resourceType: 'Observation', status: 'final', code: concept('Hooikoorts'), valueInteger: 4 },
    devices: { resourceType: 'Device', status: 'active', type: concept('Hooikoorts') },
    life: {
      resourceType: 'Observation',
      status: 'final',
      code: concept('Hooikoorts'),
      category: [{ coding: [{ code: 'social-history' }] }],
    },
  };

describe.each(sections.map(({ id, path }) => [path, examples[id]] as const))('%s', (path, example) => {
  const pages = [path, '/dossier'];
  const seen = async (as = browser, under = '') => {
    const texts = await Promise.all(pages.map(async (one) => (await as.get(`${under}${one}`)).body));
    // The index shows some of it and counts the rest.
    return texts.map((text) => text.includes('Hooikoorts') || /\D1 gegeven|Bekijk alles \(1\)/.test(textOf(text)));
  };

  test('DO-02 a proxy without the right does not get the page, and not its name in the menu', async () => {
    await put(example);
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient, { rights: recordRights.filter((right) => right !== 'record') });
    const proxy = await portal.person('duinzicht', person);
    for (const one of pages) expect((await proxy.get(`/namens/${patient.id}${one}`)).statusCode).toBe(404);
    expect((await proxy.get(`/namens/${patient.id}/overzicht`)).body.includes('/dossier"')).toBe(false);
  });

  test('DO-12 what is kept from a reader is not there for that reader, and is for others', async () => {
    await put(example, { kept_from: ['proxy'] });
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient);
    expect(await seen(await portal.person('duinzicht', person), `/namens/${patient.id}`)).toEqual([false, false]);
    expect(await seen()).toEqual([true, true]);
  });

  test('DO-12 what is about somebody else is kept from the whole of the patient’s side', async () => {
    await put(example, { kept_from: ['patient'] });
    expect(await seen()).toEqual([false, false]);
  });

  test('DO-10 what is not visible, not yet visible, or entered in error is not there', async () => {
    await put(example, { visible_from: null });
    await put(example, { visible_from: new Date('2026-11-23T09:00:01Z') });
    await put(example, { status: 'entered-in-error' });
    await put(example, { room: 'documents' });
    expect(await seen()).toEqual([false, false]);
    expect(await read(path)).toContain('nog niets vastgelegd');
  });

  test('DO-02 what is another’s is not there, whoever asks', async () => {
    const other = await duinzicht.patient();
    await put(example, {}, other);
    expect(await seen()).toEqual([false, false]);
    expect((await browser.get(`/namens/${other.id}${path}`)).statusCode).toBe(404);
  });

  test('IN-03 with limited access there is no record', async () => {
    const limited = await duinzicht.patient({ bsn_verified_at: null });
    await put(example, {}, limited);
    const answer = await (await portal.person('duinzicht', limited.person)).get(path);
    expect([answer.statusCode, answer.body.includes('Hooikoorts')]).toEqual([403, false]);
  });

  test('DO-02 its fact stands there with source and date, and on the index', async () => {
    await put({ ...example, recordedDate: '2026-11-03' }, { location: 'zeeweg' });
    expect(await seen()).toEqual([true, true]);
    expect(await read(path)).toContain('Vastgelegd op 3 november 2026 door Duinzicht Ziekenhuis, locatie Zeeweg.');
  });

  test('DO-02 the care team sees the same, with whether the patient does', async () => {
    await duinzicht.relation('interne', patient);
    await put(example, { visible_from: null, effective_on: '2020-01-01' });
    const doctor = await portal.employee('duinzicht', await duinzicht.employee(['doctor'], ['interne']));
    const page = await read(`/werkplek/patient/${patient.id}${path}`, doctor);
    expect(page).toContain('Hooikoorts');
    expect(page).toContain('Niet zichtbaar');
    expect(await read(`/werkplek/patient/${patient.id}/dossier`, doctor)).toMatch(/1 gegeven/);
    const stranger = await portal.employee('duinzicht', await duinzicht.employee(['doctor'], ['kno']));
    expect((await stranger.get(`/werkplek/patient/${patient.id}${path}`)).statusCode).toBe(404);
  });
});

describe('the index', () => {
  test('HO-05 an empty record names every part, and that nothing was recorded yet', async () => {
    const text = await read('/dossier');
    expect(text.match(/Nog niets vastgelegd/g)?.length).toBeGreaterThanOrEqual(sections.length);
    expect(text).toContain('U ziet hier gegevens vanaf het begin van het dossier');
  });

  test('DO-02 how many facts, and the day of the newest; what is part of another is not counted', async () => {
    const weight = { ...examples.measurements, code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] } };
    const panel = await put(weight, { effective_on: '2026-10-05' });
    await put(weight, { effective_on: '2026-09-05' });
    await put(weight, { part_of: panel });
    expect(await read('/dossier')).toContain('Metingen en scores 2 gegevens, het laatste van 5 oktober 2026');
  });

  test('DO-01 current problems and allergies stand in cards, with what they did', async () => {
    await put({ resourceType: 'Condition', code: concept('Gebroken enkel'), onsetDateTime: '2026-11-03' });
    await put({ resourceType: 'Condition', code: concept('Mazelen'), abatementDateTime: '1960' });
    await put({
      resourceType: 'AllergyIntolerance',
      code: concept('Penicilline'),
      criticality: 'high',
      reaction: [{ description: 'rode huid', manifestation: [] }],
    });
    const text = await read('/dossier');
    expect(text).toMatch(/Gezondheidsproblemen Gebroken enkel Sinds 3 november 2026 Bekijk alles \(2\)/);
    expect(text).toMatch(/Allergieën Penicilline rode huid Let op/);
    expect(text).not.toContain('Mazelen');
  });

  test('DO-10 every part says from which date it is shown, per location', async () => {
    const maasoever = await people.organisation('maasoever');
    const fresh = await startPortal(database, at);
    try {
      const theirs = await maasoever.patient();
      const reader = await fresh.person('maasoever', theirs.person);
      for (const path of ['/dossier', ...sections.map((section) => section.path)])
        expect(await read(path, reader), path).toMatch(/U ziet hier gegevens vanaf|ziet u gegevens vanaf/);
    } finally {
      await fresh.close();
    }
  });
});

describe('pages', () => {
  test('DO-02 no HTML of the source reaches the page, and its narrative is not shown', async () => {
    await put({
      resourceType: 'Condition',
      code: concept('<b>vet</b>'),
      note: [{ text: '<script>x</script>' }],
      text: { status: 'generated', div: '<div>geheim verhaal</div>' },
    });
    const { body } = await browser.get('/dossier/gezondheidsproblemen');
    expect(body).not.toMatch(/<b>vet|<script>x|geheim verhaal/);
    expect(body).toContain('&lt;b>vet');
  });

  test('DO-02 an English term is spoken as English and named so; Dutch ones on an English page as Dutch', async () => {
    const display = (words: string) => ({ coding: [{ system: 'http://snomed.info/sct', code: '1', display: words }] });
    await put({ resourceType: 'Condition', code: display('Pressure ulcer') });
    await put({ resourceType: 'Condition', code: display('Oedeem') });
    const { body } = await browser.get('/dossier/gezondheidsproblemen');
    expect(body).toMatch(/<bdi lang="en">Pressure ulcer<\/bdi> <span[^>]*>\(Engels\)/);
    const english = await portal.person('duinzicht', patient.person, { 'accept-language': 'en' });
    const translated = (await english.get('/dossier/gezondheidsproblemen')).body;
    expect(translated).toContain('<bdi lang="nl">Oedeem</bdi>');
    expect(translated).not.toContain('(English)');
  });

  test('DO-02 who and what a fact names is called by name, and what this reader may not see is not', async () => {
    const [cause, hidden] = [
      await put({ resourceType: 'Condition', code: concept('Artrose') }, { title: 'Artrose' }),
      await put({ resourceType: 'Condition', code: concept('Geheim') }, { title: 'Geheim', visible_from: null }),
    ];
    await put({
      resourceType: 'Procedure',
      status: 'completed',
      code: concept('Knieprothese'),
      reasonReference: [{ reference: `Condition/${cause}` }, { reference: `Condition/${hidden}` }],
      performer: [{ actor: { reference: '#wie' } }],
      contained: [{ resourceType: 'Practitioner', id: 'wie', name: [{ text: 'dr. S. Okafor' }] }],
    });
    const text = await read('/dossier/voorgeschiedenis');
    expect(text).toMatch(/Knieprothese .*Reden Artrose Door dr\. S\. Okafor/);
    expect(text).not.toContain('Geheim');
  });

  test('earlier measurements of the same thing stand in a table under the newest', async () => {
    const weigh = (on: string, value: number) =>
      put(
        {
          resourceType: 'Observation',
          status: 'final',
          code: { text: 'Gewicht', coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
          effectiveDateTime: on,
          valueQuantity: { value, unit: 'kg' },
        },
        { code: 'http://loinc.org|29463-7', effective_at: new Date(`${on}T08:00:00Z`), effective_on: on },
      );
    await weigh('2026-09-01', 81.5);
    await weigh('2026-11-01', 79);
    await weigh('2026-10-01', 80);
    const text = await read('/dossier/metingen');
    await duinzicht.relation('interne', patient);
    const doctor = await portal.employee('duinzicht', await duinzicht.employee(['doctor'], ['interne']));
    const staff = await read(`/werkplek/patient/${patient.id}/dossier/metingen`, doctor);
    expect(staff).toMatch(/1 oktober 2026 80 kg Duinzicht Ziekenhuis Zichtbaar sinds 1 januari 2020/);
    expect(text).toMatch(
      /Gewicht 79 kg 1 november 2026 2 eerdere metingen .*1 oktober 2026 80 kg .*1 september 2026 81,5 kg/,
    );
  });

  test('of very many measurements the page tells the number', async () => {
    const code = { text: 'Hartslag', coding: [{ system: 'http://loinc.org', code: '8867-4' }] };
    const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number));
    const beat = (number: number) =>
      put(
        {
          resourceType: 'Observation',
          status: 'final',
          code,
          effectiveDateTime: day(number).toISOString().slice(0, 10),
          valueQuantity: { value: 60 + number, unit: '/min' },
        },
        { code: 'http://loinc.org|8867-4', effective_at: day(number) },
      );
    await Promise.all(Array.from({ length: 64 }, (_, number) => beat(number)));
    const text = await read('/dossier/metingen');
    expect(text).toMatch(/Hartslag 123 \/min .*63 eerdere metingen .* En 3 oudere\./);
    expect(text).not.toContain(' 62 /min');
  });

  test('another’s record is called so: no ‘uw’ in its title', async () => {
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient);
    const text = await read(`/namens/${patient.id}/dossier`, await portal.person('duinzicht', person));
    expect(text).toContain('Dit weten de zorgverleners van');
    expect(text).not.toContain('Uw dossier in het kort');
    expect(text).not.toContain('Wie bekeek');
  });
});
