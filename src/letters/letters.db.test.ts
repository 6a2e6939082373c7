import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { uuidv7 } from '../platform/database';

const at = '2026-11-23T09:00:00Z';
const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');

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
    .replaceAll('&nbsp;', ' ')
    .replace(/[\s\u00a0]+/g, ' ');

/** Everything of an answer that a reader can see. */
const visible = ({ statusCode, headers: { date: _, ...headers }, rawPayload }: LightMyRequestResponse) => ({
  statusCode,
  headers,
  body: rawPayload.toString('base64'),
});

type Row = Parameters<TestOrganisation['resource']>[1];

async function put(patient: TestPatient, content: { resourceType: string; [key: string]: unknown }, row: Row = {}) {
  return duinzicht.resource(patient, {
    room: 'documents',
    type: content.resourceType,
    title: null,
    effective_at: new Date('2026-11-05T10:00:00Z'),
    effective_on: '2026-11-05',
    visible_from: new Date('2026-11-06T00:00:00Z'),
    content: JSON.stringify(content),
    ...row,
  });
}

const composition = (more: object = {}) => ({
  resourceType: 'Composition',
  status: 'final',
  type: { coding: [{ system: 'http://loinc.org', code: '51852-2', display: 'Brief' }] },
  date: '2026-11-05',
  author: [{ display: 'dr. S. Okafor' }],
  title: 'Brief aan uw huisarts',
  text: { status: 'generated', div: '<div>NARRATIEF</div>' },
  section: [
    {
      title: 'Reden van opname',
      text: { status: 'generated', div: '<div><p>Gebroken enkel.</p><p>Geopereerd.</p></div>' },
    },
  ],
  ...more,
});

const attachment = (type: string, data: Buffer | undefined, more: object = {}) => ({
  attachment: { contentType: type, ...(data && { data: data.toString('base64') }), ...more },
});
const reference = (...content: object[]) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  description: 'Ontslagbrief',
  date: '2026-11-05',
  author: [{ display: 'dr. S. Okafor' }],
  content,
});

async function somebody(): Promise<{ patient: TestPatient; browser: Browser }> {
  const patient = await duinzicht.patient();
  return { patient, browser: await portal.person('duinzicht', patient.person) };
}

describe('DO-03 PS-01 who may not see a letter', () => {
  test('its page and its file are byte for byte what does not exist', async () => {
    const { patient, browser } = await somebody();
    const { browser: stranger } = await somebody();
    const file = reference(attachment('application/pdf', pdf));
    const letter = await put(patient, file);
    const rows: Row[] = [
      { visible_from: new Date('2026-11-23T09:00:00.001Z') },
      { visible_from: null },
      { kept_from: ['patient'] },
      { status: 'entered-in-error' },
      { room: 'record' },
      { type: 'Media' },
    ];
    const hidden = await Promise.all(rows.map((row) => put(patient, file, row)));
    const nowhere = visible(await browser.get('/bestaat-niet'));
    const asks = (id: string) => [`/berichten/brieven/${id}`, `/berichten/brieven/${id}/bestand/1`];
    for (const path of [...hidden, uuidv7(), 'x', '%27'].flatMap(asks))
      expect(visible(await browser.get(path)), path).toEqual(nowhere);
    for (const path of asks(letter)) expect(visible(await stranger.get(path)), path).toEqual(nowhere);
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient, { rights: ['appointments', 'medication'] });
    const narrowed = await portal.person('duinzicht', person);
    for (const path of ['/berichten', '/berichten/brieven', ...asks(letter)])
      expect(visible(await narrowed.get(`/namens/${patient.id}${path}`)), path).toEqual(nowhere);
    const nurse = await portal.employee('duinzicht', await duinzicht.employee(['nurse'], ['interne']));
    const address = `/werkplek/patient/${patient.id}/brieven/${letter}/bestand/1`;
    expect(visible(await nurse.get(address))).toEqual(visible(await nurse.get('/bestaat-niet')));
    for (const path of asks(letter)) expect((await browser.get(path)).statusCode).toBe(200);
  });

  test('DO-12 what is kept from a proxy the patient still reads, file and all', async () => {
    const { patient, browser } = await somebody();
    const kept = await put(patient, reference(attachment('application/pdf', pdf)), { kept_from: ['proxy'] });
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient);
    const proxy = await portal.person('duinzicht', person);
    const base = `/namens/${patient.id}/berichten/brieven`;
    expect((await proxy.get(base)).body).not.toContain('Ontslagbrief');
    for (const path of [`${base}/${kept}`, `${base}/${kept}/bestand/1`])
      expect((await proxy.get(path)).statusCode, path).toBe(404);
    expect((await browser.get(`/berichten/brieven/${kept}/bestand/1`)).statusCode).toBe(200);
  });

  test('a summary of a visit is no letter, and an unknown number no file', async () => {
    const { patient, browser } = await somebody();
    const summary = await put(patient, composition({ title: 'Bezoek' }), { code: 'http://loinc.org|34133-9' });
    expect((await browser.get('/berichten')).body).not.toContain('Bezoek');
    expect((await browser.get(`/berichten/brieven/${summary}`)).statusCode).toBe(404);
    const letter = await put(patient, reference(attachment('application/pdf', pdf)));
    for (const number of ['0', '2', '-1', '1.0', '01', 'x', '1%20', '99999', "1'"])
      expect((await browser.get(`/berichten/brieven/${letter}/bestand/${number}`)).statusCode, number).toBe(404);
  });
});

describe('DO-03 letters', () => {
  test('stand newest first with from whom and to whom; a letter is new until it is opened', async () => {
    const { patient, browser } = await somebody();
    const old = new Date('2026-03-01T00:00:00Z');
    await put(patient, composition({ title: 'Oude brief' }), {
      effective_at: old,
      effective_on: '2026-03-01',
      visible_from: old,
    });
    const letter = await put(patient, composition());
    const list = async () => textOf((await browser.get('/berichten/brieven')).body);
    expect(await list()).toMatch(
      /Brief aan uw huisarts 5 november 2026 , van dr. S. Okafor Aan uw huisarts Nieuw Oude brief/,
    );
    expect(textOf((await browser.get('/overzicht')).body)).toContain('1 nieuwe brief');
    const page = textOf((await browser.get(`/berichten/brieven/${letter}`)).body);
    for (const words of [
      'Brief aan uw huisarts',
      'Van dr. S. Okafor',
      'Aan Uw huisarts',
      'Reden van opname',
      'Gebroken enkel.',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('NARRATIEF');
    expect(await list()).not.toContain('Nieuw Oude');
    expect(textOf((await browser.get('/overzicht')).body)).toContain('Er zijn geen nieuwe brieven.');
    // Who opened it is this reader alone.
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient);
    const proxy = await portal.person('duinzicht', person);
    expect(textOf((await proxy.get(`/namens/${patient.id}/berichten`)).body)).toContain('Nieuw');
  });

  test('name their GP and who asked for care by the directory and the record', async () => {
    const { patient, browser } = await somebody();
    const [practice, role, asked] = [uuidv7(), uuidv7(), uuidv7()];
    const entry = (id: string, type: string, title: string, content: object) => ({
      organisation_id: duinzicht.id,
      id,
      type,
      source: 'test',
      source_id: id,
      version: 1,
      hash: '-',
      title,
      content: JSON.stringify({ resourceType: type, ...content }),
      received_at: new Date(at),
      updated_at: new Date(at),
    });
    await duinzicht.inside(({ db }) =>
      db
        .insertInto('directory_resource')
        .values([
          entry(practice, 'Organization', 'Praktijk De Duin', { type: [{ coding: [{ code: 'Z3' }] }] }),
          entry(role, 'PractitionerRole', 'M. de Wit', { organization: { reference: `Organization/${practice}` } }),
          entry(asked, 'PractitionerRole', 'dr. K. Bos', {}),
        ])
        .execute(),
    );
    await duinzicht.resource(patient, {
      type: 'ServiceRequest',
      content: JSON.stringify({
        resourceType: 'ServiceRequest',
        requester: { reference: `PractitionerRole/${asked}` },
      }),
    });
    const sent = (id: string) => ({
      title: 'Verslag van de behandeling',
      extension: [{ url: 'http://example.org/recipient', valueReference: { reference: `PractitionerRole/${id}` } }],
    });
    await put(patient, composition(sent(role)));
    await put(patient, composition(sent(asked)));
    const list = textOf((await browser.get('/berichten/brieven')).body);
    expect(list).toContain('Aan uw huisarts : M. de Wit');
    expect(list).toContain('Aan uw verwijzer : dr. K. Bos');
  });

  test('twenty stand on a page; the next page goes on where it ended', async () => {
    const { patient, browser } = await somebody();
    for (let day = 1; day <= 23; day++)
      await put(patient, composition({ title: `Brief ${day}.`, date: undefined }), {
        effective_at: day > 21 ? null : new Date(Date.UTC(2026, 9, day)),
        effective_on: null,
      });
    const first = (await browser.get('/berichten/brieven')).body;
    const next = /href="(\/berichten\/brieven\?voor=[^"]+)"/.exec(first)?.[1] ?? '';
    const second = (await browser.get(next.replaceAll('&amp;', '&'))).body;
    const numbers = (html: string) => [...textOf(html).matchAll(/Brief (\d+)\./g)].map(([, number]) => Number(number));
    expect(numbers(first)).toEqual(Array.from({ length: 20 }, (_, index) => 21 - index));
    expect(numbers(second).sort((a, b) => a - b)).toEqual([1, 22, 23]);
    expect((await browser.get("/berichten/brieven?voor='x")).statusCode).toBe(200);
  });
});

describe('files of letters', () => {
  test('PS-03 a PDF comes as a download that can run nothing and is kept nowhere', async () => {
    const { patient, browser } = await somebody();
    const letter = await put(
      patient,
      reference(
        attachment('application/pdf', pdf, { title: '../../Brief "Tromp".pdf', url: 'http://169.254.169.254/x' }),
      ),
    );
    const answer = await browser.get(`/berichten/brieven/${letter}/bestand/1`);
    expect(answer.rawPayload.equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="brief-2026-11-05-1.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const page = (await browser.get(`/berichten/brieven/${letter}`)).body;
    expect(page).not.toContain('169.254');
    expect(page).not.toContain(pdf.toString('base64').slice(0, 8));
  });

  test('text is shown as paragraphs; a file inside the document is found; what is no PDF is only named', async () => {
    const { patient, browser } = await somebody();
    const letter = await put(patient, {
      ...reference(
        attachment('text/plain; charset=utf-8', Buffer.from('Geachte heer,\n\nAlles <b>goed</b>.')),
        attachment('application/pdf', undefined, { url: '#b' }),
        attachment('text/html', Buffer.from('<script>alert(1)</script>')),
        attachment('application/pdf', Buffer.from('<script>alert(2)</script>')),
        attachment('application/pdf', undefined, { url: 'https://elders.example/brief.pdf', title: 'Elders' }),
      ),
      contained: [{ resourceType: 'Binary', id: 'b', contentType: 'application/pdf', data: pdf.toString('base64') }],
    });
    const path = `/berichten/brieven/${letter}`;
    const { body } = await browser.get(path);
    expect(textOf(body)).toContain('Geachte heer, Alles &lt;b>goed&lt;/b>.');
    expect(body).not.toMatch(/<script>alert|elders\.example/);
    expect(textOf(body)).toContain('webpagina, 1 kB Dit soort bestand kunt u hier niet openen.');
    expect(textOf(body)).toContain('Elders pdf Dit bestand staat niet in het portaal.');
    const states = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => browser.get(`${path}/bestand/${number}`)));
    expect(states.map(({ statusCode }) => statusCode)).toEqual([404, 200, 404, 404, 404, 404]);
  });

  test('lists carry none of the files', async () => {
    const { patient, browser } = await somebody();
    const heavy = Buffer.concat([pdf, Buffer.alloc(3_000_000, 'x')]);
    for (let index = 0; index < 5; index++) await put(patient, reference(attachment('application/pdf', heavy)));
    const list = await browser.get('/berichten/brieven');
    expect(list.rawPayload.length).toBeLessThan(60_000);
  });

  test('whatever a source sends, the page is there', async () => {
    const { patient, browser } = await somebody();
    const strange = [
      { resourceType: 'DocumentReference', content: 'x', author: 'y', type: 'z', contained: 'c' },
      { resourceType: 'DocumentReference', content: [{ attachment: 'x' }, {}, null] },
      { resourceType: 'Composition', section: [], author: [null], title: '' },
      { resourceType: 'Composition', extension: [{ url: 3 }], date: 'gisteren' },
    ];
    for (const content of strange) {
      const id = await put(patient, content);
      expect((await browser.get(`/berichten/brieven/${id}`)).statusCode, JSON.stringify(content)).toBe(200);
    }
    expect((await browser.get('/berichten')).statusCode).toBe(200);
  });
});

test('HO-05 DO-10 no letters: the page says why, and from when', async () => {
  const { browser } = await somebody();
  const list = textOf((await browser.get('/berichten')).body);
  expect(list).toContain('Er zijn nog geen brieven.');
  expect(list).toMatch(/U ziet hier (alles|gegevens vanaf)/);
});

test('ST-03 the care team reads letters with from when the patient does, and nothing is marked as opened', async () => {
  const { patient, browser } = await somebody();
  await duinzicht.relation('interne', patient);
  const seen = await put(patient, composition());
  await put(patient, reference(attachment('application/pdf', pdf)), { visible_from: null, kept_from: ['patient'] });
  const nurse = await portal.employee('duinzicht', await duinzicht.employee(['nurse'], ['interne']));
  const base = `/werkplek/patient/${patient.id}/brieven`;
  const list = textOf((await nurse.get(base)).body);
  for (const words of ['Brief aan uw huisarts', 'Ontslagbrief', 'Zichtbaar sinds', 'Niet zichtbaar: apart gehouden'])
    expect(list).toContain(words);
  expect(textOf((await nurse.get(`${base}/${seen}`)).body)).toContain('Gebroken enkel.');
  expect(textOf((await browser.get('/berichten')).body)).toContain('Nieuw');
});
