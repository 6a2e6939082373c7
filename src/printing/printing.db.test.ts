/** A document to keep, from the button to the file: through HTTP, with the worker's own work in between. */
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type WrittenLog, writtenLog } from '../../tests/support/audit';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { uuidv7 } from '../platform/database';
import { type DocumentModel, DocumentRefused } from '../platform/pdf';
import { clearDocuments, type Press, printWaiting } from './queue';

const NOW = '2026-12-03T12:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
let log: WrittenLog;
let here: TestOrganisation;
let tromp: TestPatient;
let smit: TestPatient;
let result: string;
let made: DocumentModel[] = [];
let failures: unknown[] = [];

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  tromp = await here.patient();
  smit = await here.patient({ family_name: 'Smit' });
  result = await here.result(tromp, { title: 'Hemoglobine' });
  portal = await startPortal(database, NOW);
  log = writtenLog(database);
});
afterEach(async () => {
  portal.wallClock.set(NOW);
  await log.superuser.query('DELETE FROM document_request');
  await log.since();
  made = [];
  failures = [];
});
afterAll(async () => {
  await log.close();
  await portal.close();
  await people.close();
  await database.close();
});

const press = (make?: (model: DocumentModel) => Promise<Uint8Array>): Press => ({
  pool: people.worker,
  key: portal.program.keys.fileKey,
  now: () => portal.wallClock.now(),
  make:
    make ??
    (async (model) => {
      made.push(model);
      return Buffer.from(`%PDF of ${String(model.title)}`);
    }),
  failed: (error) => failures.push(error),
});
const print = (make?: Press['make']) => printWaiting(press(make), here.id);
const asPatient = () => portal.person('duinzicht', tromp.person);
const address = (base = '') => `${base}/uitslagen/${result}/pdf`;

async function ask(browser: Browser, at = address()): Promise<string> {
  const asked = await browser.post(at);
  expect(asked.statusCode).toBe(303);
  return String(asked.headers.location);
}

const visible = ({ statusCode, headers: { date: _, ...headers }, body }: LightMyRequestResponse) => ({
  statusCode,
  headers,
  body,
});
const rows = async () =>
  (await log.superuser.query('SELECT state, tries, path, taken_until FROM document_request ORDER BY asked_at')).rows;

describe('PS-01 a document is not for', () => {
  test('somebody else who knows its address: another patient, a proxy, an employee', async () => {
    const at = await ask(await asPatient());
    await print();
    const nowhere = visible(await (await portal.person('duinzicht', smit.person)).get('/is-er-niet'));
    const other = await portal.person('duinzicht', smit.person);
    // In the other's own record there is no such document; in the patient's the other has no place at all.
    const own = await other.get(at);
    expect([own.statusCode, own.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(own.body).not.toContain('Hemoglobine');
    expect(visible(await other.get(`/namens/${tromp.id}${at}`))).toEqual(nowhere);
    const proxy = await here.person();
    await here.grant(proxy, tromp);
    const asProxy = await portal.person('duinzicht', proxy);
    const shown = await asProxy.get(`/namens/${tromp.id}${at}`);
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    await here.relation('interne', tromp);
    const doctor = await portal.employee('duinzicht', await here.employee(['doctor'], ['interne']));
    expect((await doctor.get(at)).headers.location).toMatch(/^\/inloggen/);
  });

  test('the same person in another session, and for nobody whose session ended', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    await print();
    expect((await (await asPatient()).get(at)).statusCode).toBe(404);
    expect((await browser.get(at)).statusCode).toBe(200);
    await browser.post('/uitloggen');
    const after = await browser.get(at);
    // After signing in one is back at the page: what was asked for before is gone with its session.
    expect([after.statusCode, after.headers.location]).toEqual([
      303,
      `/inloggen?terug=${encodeURIComponent(`/uitslagen/${result}`)}&reden=verlopen`,
    ]);
  });

  test('somebody whose right was lost between asking and fetching', async () => {
    const person = await here.person();
    const grant = await here.grant(person, tromp);
    const browser = await portal.person('duinzicht', person);
    const at = await ask(browser, address(`/namens/${tromp.id}`));
    await print();
    expect((await browser.get(at)).headers['content-type']).toBe('application/pdf');
    const end = (rights: string[] | null) =>
      here.inside(({ db }) =>
        db
          .updateTable('access_grant')
          .set(rights === null ? { ended_at: new Date('2026-12-03T11:00:00Z') } : { rights })
          .where('id', '=', grant)
          .execute(),
      );
    await end(['appointments']);
    await log.since();
    const nowhere = visible(await browser.get('/is-er-niet'));
    expect(visible(await browser.get(at))).toEqual(nowhere);
    expect(await log.since({ [tromp.id]: 'Tromp' })).toEqual([
      'record R denied results.one-pdf-fetched Tromp because no-right',
    ]);
    await end(null);
    expect(visible(await browser.get(at))).toEqual(nowhere);
  });

  test('another address than it was asked for at', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    await print();
    const id = at.split('/').at(-1);
    const second = await here.result(tromp);
    for (const wrong of [`/uitslagen/pdf/${id}`, `/uitslagen/${second}/pdf/${id}`, `/uitslagen/${result}/pdf/x`]) {
      const answer = await browser.get(wrong);
      expect([wrong, answer.statusCode, answer.headers['content-type']]).toEqual([
        wrong,
        404,
        'text/html; charset=utf-8',
      ]);
    }
  });

  test('who asks for a result that is not there, not visible yet, or another’s', async () => {
    const browser = await asPatient();
    const hidden = await here.result(tromp, { visible_from: null });
    const foreign = await here.result(smit);
    const nowhere = visible(await browser.get('/is-er-niet'));
    for (const id of [uuidv7(), hidden, foreign, 'x'])
      expect(visible(await browser.post(`/uitslagen/${id}/pdf`))).toEqual(nowhere);
    expect(await rows()).toEqual([]);
  });
});

describe('DE-01 a document', () => {
  test('is asked for and fetched: each a line in the log, and the file can run nothing', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    expect(at).toMatch(new RegExp(`^/uitslagen/${result}/pdf/[0-9a-f-]{36}$`));
    expect(await print()).toBe(1);
    const file = await browser.get(at);
    expect(file.statusCode).toBe(200);
    expect(file.body).toBe('%PDF of Hemoglobine');
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="uitslag.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await log.since({ [tromp.id]: 'Tromp' })).toEqual([
      'record R success results.one-pdf (self) Tromp',
      'record R success results.one-pdf-fetched (self) Tromp',
    ]);
    // Some telephones ask twice.
    expect((await browser.get(at)).body).toBe('%PDF of Hemoglobine');
  });

  test('says whose portal and record it is from, and in the reader’s language', async () => {
    await ask(await portal.person('duinzicht', tromp.person, { 'accept-language': 'en' }));
    await print();
    expect(made[0]).toMatchObject({
      language: 'en',
      direction: 'ltr',
      title: 'Hemoglobine',
      organisation: { name: 'Duinzicht Ziekenhuis' },
      record: { label: 'From the record of' },
      made: 'Made on 3 December 2026 at 13:00',
      pageOf: 'Page {page} of {pages}',
    });
  });

  test('RE-01 of the list says of results that were not opened only their name and date', async () => {
    const value = (number: number) => ({
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Kalium' },
      valueQuantity: { value: number, unit: 'mmol/l' },
    });
    const recent = { visible_from: new Date('2026-12-01T00:00:00Z') };
    const result = (number: number, row: object) =>
      here.result(tromp, { title: 'Kalium', content: JSON.stringify(value(number)), ...recent, ...row });
    const id = await result(4.4, {});
    await result(9.9, { visible_from: new Date('2026-12-04T00:00:00Z') });
    const browser = await asPatient();
    const said = async () => {
      await ask(browser, '/uitslagen/pdf');
      await print();
      return JSON.stringify(made.at(-1)?.blocks);
    };
    const before = await said();
    expect(before).toContain('Kalium');
    expect(before).not.toMatch(/4,4|9,9/);
    await browser.get(`/uitslagen/${id}`);
    const after = await said();
    expect(after).toContain('4,4\u00a0mmol/l');
    expect(after).not.toContain('9,9');
  });

  test('stands in the database without a word of the record to be read, and is gone after ten minutes', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    const stored = async () =>
      JSON.stringify(
        (await log.superuser.query("SELECT encode(coalesce(model, pdf), 'escape') AS x FROM document_content")).rows,
      );
    expect(await stored()).not.toContain('Hemoglobine');
    await print();
    expect(await stored()).not.toContain('Hemoglobine');
    expect((await log.superuser.query('SELECT FROM document_content WHERE model IS NULL')).rowCount).toBe(1);
    portal.wallClock.set('2026-12-03T12:10:00Z');
    const gone = await browser.get(at);
    expect([gone.statusCode, gone.body.includes('Deze pdf is er niet meer')]).toEqual([404, true]);
    await clearDocuments(press(), here.id);
    expect(await rows()).toEqual([]);
    expect((await log.superuser.query('SELECT FROM document_content')).rowCount).toBe(0);
  });

  test('that takes longer says so, without anything of the record and without a line, and does not keep the session', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    await log.since();
    const seen = async () => (await log.superuser.query('SELECT max(seen_at) AS at FROM patient_session')).rows[0].at;
    portal.wallClock.set('2026-12-03T12:05:00Z');
    const before = await seen();
    const waiting = await browser.get(at);
    expect(waiting.statusCode).toBe(200);
    expect(waiting.body).toContain('Uw pdf wordt gemaakt');
    expect(waiting.body).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    expect(waiting.body).not.toMatch(/Tromp|Hemoglobine/);
    expect(await log.since()).toEqual([]);
    expect(await seen()).toEqual(before);
    await print();
    expect((await browser.get(at)).body).toMatch(/^%PDF/);
  });

  test('that cannot be made says what to do, and nothing of it is kept', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    await print(async () => {
      throw new DocumentRefused('the document does not compile');
    });
    const failed = await browser.get(at);
    expect(failed.statusCode).toBe(500);
    expect(failed.body).toContain('De pdf is niet gemaakt');
    expect(failed.body).toContain(`action="/uitslagen/${result}/pdf"`);
    expect(failed.body).toContain('088');
    expect(
      (await log.superuser.query('SELECT FROM document_content WHERE model IS NULL AND pdf IS NULL')).rowCount,
    ).toBe(1);
    expect(failures).toHaveLength(1);
  });

  test('may be asked for ten times at once, and then somebody is asked to wait', async () => {
    const browser = await asPatient();
    for (let count = 0; count < 10; count++) await ask(browser);
    const eleventh = await browser.post(address());
    expect([eleventh.statusCode, eleventh.body.includes('Wacht een minuut')]).toEqual([429, true]);
    expect(await print()).toBe(10);
    expect((await browser.post(address())).statusCode).toBe(303);
  });
});

describe('the worker', () => {
  test('takes up what another left behind, after a while, and gives up after three tries', async () => {
    await ask(await asPatient());
    const dies = async () => {
      throw new Error('the thread ended');
    };
    for (const [minute, tries] of [
      ['00', 1],
      ['01', 2],
      ['02', 3],
    ]) {
      portal.wallClock.set(`2026-12-03T12:${minute}:00Z`);
      expect(await print(dies)).toBe(1);
      // It stays taken: whoever took it may still be at it.
      expect(await print(dies)).toBe(0);
      expect(await rows()).toMatchObject([{ state: 'waiting', tries }]);
    }
    portal.wallClock.set('2026-12-03T12:03:00Z');
    expect(await print()).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'failed', tries: 4 }]);
    expect(made).toEqual([]);
  });

  test('makes what was left behind when it can', async () => {
    const browser = await asPatient();
    const at = await ask(browser);
    // Killed in the middle: taken, never finished.
    await log.superuser.query(`UPDATE document_request SET tries = 1, taken_until = '2026-12-03T12:00:20Z'`);
    expect(await print()).toBe(0);
    portal.wallClock.set('2026-12-03T12:00:20Z');
    expect(await print()).toBe(1);
    expect((await browser.get(at)).body).toMatch(/^%PDF/);
  });

  test('works two at a time without making anything twice', async () => {
    const browser = await asPatient();
    for (let count = 0; count < 6; count++) await ask(browser);
    expect((await Promise.all([print(), print(), print()])).reduce((sum, count) => sum + count)).toBe(6);
    expect(made).toHaveLength(6);
    expect(await rows()).toEqual(Array.from({ length: 6 }, () => expect.objectContaining({ state: 'made', tries: 1 })));
  });

  test('does not open what was moved from another request', async () => {
    const browser = await asPatient();
    await ask(browser);
    const at = await ask(browser, '/uitslagen/pdf');
    await log.superuser.query(
      `UPDATE document_content c SET model = o.model FROM document_content o WHERE o.id <> c.id`,
    );
    await print();
    expect(made).toEqual([]);
    expect((await browser.get(at)).body).not.toMatch(/^%PDF/);
  });
});
