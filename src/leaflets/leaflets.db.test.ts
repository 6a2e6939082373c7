import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../tests/support/people';
import { type Portal, startPortal } from '../../tests/support/portal';
import { leaflets } from './leaflet';

let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  await people.organisation('drecht');
  portal = await startPortal(database, '2026-11-23T09:00:00Z');
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const textOf = (html: string) =>
  main(html)
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const slugsIn = (html: string) => [...main(html).matchAll(/href="\/folders\/([a-z-]+)"/g)].map(([, slug]) => slug);

describe('PU-02 leaflets through HTTP', () => {
  test('one that is not offered, and one that is not there, are the same page that does not exist', async () => {
    const browser = portal.anonymous('drecht');
    const nowhere = await browser.get('/bestaat-niet');
    for (const slug of ['mri-scan', 'bestaat-niet', '..%2F..%2Fetc', '%27', '__proto__', 'constructor']) {
      const answer = await browser.get(`/folders/${slug}`);
      expect([answer.statusCode, answer.body], slug).toEqual([404, nowhere.body]);
    }
    expect(slugsIn((await browser.get('/folders')).body)).not.toContain('mri-scan');
    expect(slugsIn((await browser.get('/folders?zoek=mri')).body)).toEqual([]);
  });

  test('shows nothing of anybody to somebody who is signed in, but the portal around it', async () => {
    const patient = await duinzicht.patient({ family_name: 'Geheimhouder' });
    await duinzicht.result(patient, { title: 'Uitslag die geheim is' });
    const browser = await portal.person('duinzicht', patient.person);
    for (const path of ['/folders', '/folders/ct-scan', '/folders?zoek=bloed']) {
      const { body } = await browser.get(path);
      expect(main(body)).not.toMatch(/Geheimhouder|geheim is/);
      expect(body).toContain('Uitloggen');
      expect(body).toContain('href="/uitslagen"');
      expect(body).not.toContain('pp-rec');
    }
  });

  test('an ended session reads them as anybody does', async () => {
    const patient = await duinzicht.patient();
    const browser = await portal.person('duinzicht', patient.person);
    await browser.post('/uitloggen');
    const answer = await browser.get('/folders');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('Uitloggen');
  });

  test('a proxy without a record here, and an employee, read them too', async () => {
    const patient = await duinzicht.patient();
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    const employee = await duinzicht.employee(['doctor'], ['interne']);
    for (const browser of [
      await portal.person('duinzicht', proxy),
      await portal.employee('duinzicht', employee),
      portal.anonymous('duinzicht'),
    ])
      expect(textOf((await browser.get('/folders/mri-scan')).body)).toContain('Metaal kan gevaarlijk zijn');
  });

  test('lists by subject, finds by words without JavaScript, says when there is nothing', async () => {
    const browser = portal.anonymous('duinzicht');
    const all = await browser.get('/folders');
    expect(slugsIn(all.body).sort()).toEqual(leaflets.map(({ slug }) => slug).sort());
    expect(textOf(all.body)).toMatch(/Onderzoek .* Behandeling .* Opname .* Medicijnen .* Leven met een ziekte/);
    const found = await browser.get('/folders?zoek=suikerziekte');
    expect(slugsIn(found.body)[0]).toBe('diabetes-controle');
    expect(textOf(found.body)).toContain('gevonden voor ‘suikerziekte’');
    expect(found.body).toContain('value="suikerziekte"');
    const none = await browser.get('/folders?zoek=%3Cscript%3Exylofoon');
    expect(textOf(none.body)).toContain('Geen folder gevonden');
    expect(none.body).not.toContain('<script>xylofoon');
    expect(slugsIn((await browser.get('/folders?onderwerp=medicijnen')).body)).toEqual(['bloedverdunners']);
  });

  test.each(leaflets.map(({ slug }) => slug))('%s can be read in Dutch and in English', async (slug) => {
    for (const [language, says] of [
      ['nl', 'nog niet door een arts beoordeeld'],
      ['en', 'not been reviewed by a doctor yet'],
    ] as const) {
      const answer = await portal.anonymous('duinzicht', { 'accept-language': language }).get(`/folders/${slug}`);
      const leaflet = leaflets.find((one) => one.slug === slug);
      expect(answer.statusCode).toBe(200);
      const text = textOf(answer.body);
      expect(text).toContain(leaflet?.[language].title.replace('’', '’'));
      expect(text).toContain(says);
      for (const { heading } of leaflet?.[language].sections ?? []) expect(text).toContain(heading);
    }
  });

  test('the front page leads to them', async () => {
    expect((await portal.anonymous('duinzicht').get('/')).body).toContain('href="/folders"');
  });
});
