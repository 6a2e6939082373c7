import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { isRefusal, openRecord } from '../access';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let amstelland: TestOrganisation;
let portal: Portal;
let patient: TestPatient;
let browser: Browser;

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
beforeEach(async () => {
  patient = await duinzicht.patient();
  browser = await portal.person('duinzicht', patient.person);
});

const hb = (value: number, rest = {}) =>
  JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Hemoglobine' },
    valueQuantity: { value, unit: 'mmol/l' },
    referenceRange: [{ low: { value: 8.5, unit: 'mmol/l' }, high: { value: 11, unit: 'mmol/l' } }],
    ...rest,
  });

const day = (on: string) => ({ effective_at: new Date(`${on}T08:00:00Z`), effective_on: on });
const recently = { visible_from: new Date('2026-11-20T00:00:00Z') };

/** What a reader sees of a page: its main part as plain text. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const list = async (query = '') => textOf((await browser.get(`/uitslagen${query}`)).body);

describe('the list', () => {
  test('HO-05 an empty record says why', async () => {
    expect(await list()).toContain('Er is hier nog niets vastgelegd');
    expect(await list()).toContain('oudere uitslagen die het portaal niet kan tonen');
  });

  test('RE-01 what was not opened yet shows its name and date, and no value', async () => {
    const id = await duinzicht.result(patient, { ...day('2026-11-13'), ...recently, content: hb(6.66) });
    const before = await list();
    expect(before).toMatch(/Nieuw voor u .*Hemoglobine 13 november 2026 Nieuw/);
    expect(before).not.toContain('6,66');
    expect((await browser.get(`/uitslagen/${id}`)).statusCode).toBe(200);
    const after = await list();
    expect(after).not.toContain('Nieuw voor u');
    expect(after).toContain('6,66 mmol/l Lager dan normaal');
  });

  test('opening counts for the reader alone', async () => {
    const id = await duinzicht.result(patient, { ...day('2026-11-13'), ...recently, content: hb(9) });
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    const other = await portal.person('duinzicht', proxy);
    await browser.get(`/uitslagen/${id}`);
    await browser.get(`/uitslagen/${id}`);
    expect(textOf((await other.get(`/namens/${patient.id}/uitslagen`)).body)).toContain('Nieuw voor u');
    expect(await list()).not.toContain('Nieuw voor u');
  });

  test('RE-01 a report stands with its parts under its name, a single value with its report', async () => {
    const report = await duinzicht.result(patient, {
      ...day('2026-02-04'),
      type: 'DiagnosticReport',
      title: 'Bloedonderzoek na uw operatie',
      content: JSON.stringify({ resourceType: 'DiagnosticReport', status: 'final', code: {} }),
    });
    await duinzicht.result(patient, { ...day('2026-02-04'), part_of: report, content: hb(8.4) });
    await duinzicht.result(patient, { ...day('2026-02-04'), part_of: report, title: 'Kalium', content: hb(4.2) });
    const text = await list();
    expect(text).toMatch(
      /4 februari 2026 Bloedonderzoek na uw operatie Hemoglobine 8,4 mmol\/l Iets lager dan normaal Kalium/,
    );
    expect(text.match(/Hemoglobine/g)).toHaveLength(1);
  });

  test('RE-13 a coming result is announced by kind and date, where the policy says so', async () => {
    const coming = { visible_from: new Date('2026-11-29T23:00:00Z') };
    await duinzicht.result(
      patient,
      { ...day('2026-11-23'), ...coming, title: 'Geheim', content: hb(1.23) },
      { announced: true },
    );
    await duinzicht.result(patient, { ...day('2026-11-22'), ...coming, title: 'Verzwegen' }, { announced: false });
    const text = await list();
    expect(text).toMatch(
      /Deze uitslag komt nog Bloed- of urineonderzoek van 23 november .*Zichtbaar vanaf 30 november/,
    );
    for (const word of ['Geheim', '1,23', 'Verzwegen', '22 november']) expect(text).not.toContain(word);
  });

  test('RE-06 a withdrawn result is told of, once, without its content', async () => {
    const id = await duinzicht.result(
      patient,
      { ...day('2026-10-14'), visible_from: null, title: 'Glucose', content: hb(5) },
      { reason: 'withdrawn', visible_from: new Date('2026-10-29T10:00:00Z') },
    );
    const text = await list();
    expect(text).toContain('Bloed- of urineonderzoek van 14 oktober Uw zorgverlener heeft deze uitslag weggehaald.');
    expect(text).not.toContain('Glucose');
    expect((await browser.get(`/uitslagen/${id}`)).statusCode).toBe(404);
  });

  test('a part that was released by itself stands by itself', async () => {
    const held = { visible_from: null, type: 'DiagnosticReport', title: 'Tegengehouden' };
    const report = await duinzicht.result(
      patient,
      { ...day('2026-01-05'), ...held },
      { reason: 'held', visible_from: null },
    );
    await duinzicht.result(patient, { ...day('2026-01-05'), part_of: report, content: hb(9) });
    expect(await list()).toContain('Hemoglobine 9 mmol/l');
    expect(await list()).not.toContain('Tegengehouden');
  });

  test('chips show one kind; many results come in pages without gaps', async () => {
    await duinzicht.result(
      patient,
      { ...day('2026-01-01'), type: 'DiagnosticReport', title: 'Röntgenfoto' },
      { category: 'radiology' },
    );
    for (let index = 1; index <= 95; index++) {
      const on = new Date(Date.UTC(2025, 0, index)).toISOString().slice(0, 10);
      await duinzicht.result(patient, { ...day(on), title: `Test ${index}`, content: hb(9) });
    }
    expect(await list('?soort=beeld')).toMatch(/Röntgenfoto/);
    expect(await list('?soort=beeld')).not.toContain('Test 95');
    const seen: string[] = [];
    let path: string | undefined = '/uitslagen?soort=bloed';
    for (let page = 0; path !== undefined && page < 9; page++) {
      const { body } = await browser.get(path);
      seen.push(...[...body.matchAll(/>(Test \d+)</g)].map((match) => match[1] ?? ''));
      path = /href="([^"]*voor=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 95 }, (_, index) => `Test ${95 - index}`));
  });

  test('RE-05 RE-12 the page says which kinds are not shown and from which date the record is', async () => {
    const other = await amstelland.patient();
    const there = await portal.person('amstelland', other.person);
    const text = textOf((await there.get('/uitslagen')).body);
    expect(text).toContain('Erfelijkheidsonderzoek Wij bespreken deze uitslag altijd eerst met u.');
    expect(text).toContain('Van locatie Oost ziet u gegevens vanaf 25 oktober 2015.');
    expect(text).toContain('De zorgverleners kunnen oudere gegevens wel zien.');
  });
});

describe('one result', () => {
  test('RE-10 shows value, range and words, and earlier results of the same test', async () => {
    const code = 'http://loinc.org|59260-0';
    const series = async (on: string, value: number) =>
      duinzicht.result(patient, { ...day(on), code, content: hb(value) });
    await series('2025-02-10', 9.1);
    await series('2026-02-11', 8.3);
    const last = await series('2026-08-10', 8.4);
    await series('2026-09-10', 7.77);
    await duinzicht.result(patient, { ...day('2026-07-10'), ...recently, code, content: hb(6.66) });
    const { body } = await browser.get(`/uitslagen/${last}`);
    const text = textOf(body);
    expect(text).toContain('8,4 mmol/l Iets lager dan normaal');
    expect(text).toMatch(/De normale waarden zijn 8,5 tot 11 ?\. Deze waarde zit daar net onder\./);
    expect(text).toContain('De vorige keer was het 8,3 mmol/l, op 11 februari 2026.');
    expect(text).toMatch(/10 augustus 2026 8,4.*11 februari 2026 8,3.*10 februari 2025 9,1/);
    for (const unseen of ['7,77', '6,66']) expect(text).not.toContain(unseen);
    expect(body.match(/<figure/g)).toHaveLength(1);
  });

  test('without a range there is no bar and no verdict; words are shown as words', async () => {
    const plain = await duinzicht.result(patient, { content: hb(12, { referenceRange: [] }) });
    const { body } = await browser.get(`/uitslagen/${plain}`);
    expect(textOf(body)).toContain('Bij deze uitslag staan geen normale waarden.');
    expect(body).not.toContain('class="pp-range"');
    const words = await duinzicht.result(patient, {
      title: 'Streptokokken',
      content: JSON.stringify({
        resourceType: 'Observation',
        status: 'final',
        code: {},
        valueString: '<b>Geen groei</b>',
      }),
    });
    expect((await browser.get(`/uitslagen/${words}`)).body).toContain('&lt;b>Geen groei&lt;/b>');
  });

  test('RE-09 RE-06 says when parts are missing and when it was corrected', async () => {
    const partial = await duinzicht.result(patient, { status: 'partial', content: hb(9) });
    const corrected = await duinzicht.result(patient, { status: 'corrected', content: hb(9) });
    expect(textOf((await browser.get(`/uitslagen/${partial}`)).body)).toContain('Deze uitslag is nog niet compleet.');
    expect(textOf((await browser.get(`/uitslagen/${corrected}`)).body)).toContain('Deze uitslag is verbeterd.');
    expect(await list()).toMatch(/Nog niet compleet.*Verbeterd|Verbeterd.*Nog niet compleet/);
  });

  test('HO-06 names whom to call; narrative of the source is never rendered', async () => {
    const id = await duinzicht.result(patient, {
      content: hb(9, { text: { status: 'generated', div: '<div>verborgen tekst</div>' } }),
    });
    const { body } = await browser.get(`/uitslagen/${id}`);
    expect(textOf(body)).toContain('Wie kunt u bellen?');
    expect(body).not.toContain('verborgen tekst');
  });

  test('what may not be seen answers like what does not exist', async () => {
    const neighbour = await duinzicht.patient();
    const theirs = await duinzicht.result(neighbour);
    const coming = await duinzicht.result(patient, { visible_from: new Date('2026-12-01T00:00:00Z') });
    const kept = await duinzicht.result(patient, { kept_from: ['patient'] });
    const elsewhere = await amstelland.result(await amstelland.patient());
    const absent = await browser.get('/uitslagen/019ab000-0000-7000-8000-000000000001');
    expect(absent.statusCode).toBe(404);
    for (const id of [theirs, coming, kept, elsewhere, 'geen-id', "1'--"]) {
      const answer = await browser.get(`/uitslagen/${encodeURIComponent(id)}`);
      expect([answer.statusCode, answer.body]).toEqual([404, absent.body]);
    }
  });
});

test('PS-01 a query that forgets every filter gives nothing that is not visible', async () => {
  const seen = await duinzicht.result(patient, { content: hb(9) });
  await duinzicht.result(patient, { visible_from: null }, { visible_from: null, reason: 'held' });
  await duinzicht.result(patient, { visible_from: new Date('2026-11-23T09:00:00.001Z') });
  await duinzicht.result(patient, { kept_from: ['patient'] });
  await duinzicht.result(await duinzicht.patient());
  await duinzicht.resource(patient);
  const viewer = duinzicht.asPerson(patient.person);
  const found = await openRecord(
    portal.program,
    viewer,
    'own',
    ['results'],
    { what: 'results.list' },
    async ({ db }) => {
      const resources = await sql<{ id: string }>`select * from resource`.execute(db);
      const releases = await sql<{ resource_id: string }>`select * from result_release`.execute(db);
      const decisions = await sql`select * from result_decision`.execute(db);
      return [resources.rows.map(({ id }) => id), releases.rows.map((row) => row.resource_id), decisions.rows];
    },
  );
  expect(isRefusal(found)).toBe(false);
  expect(found).toEqual([[seen], [seen], []]);
});
