/** Sessions, drafts and forms of the running portal, through HTTP (PS-03, IN-12). */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { house } from '../../src/app';
import { mount, page, recordAction, recordPage, redirect, room, type SessionRoute, type Visit } from '../../src/house';
import { createServer } from '../../src/platform/http';
import { beginSignIn, finishEmployee, finishPerson } from '../../src/sign-in/actions';
import type { DigidAssertion, EmployeeAssertion, OidcClient } from '../../src/sign-in/oidc';
import { type WrittenLog, writtenLog } from '../support/audit';
import { type TestDatabase, withDatabase } from '../support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../support/people';
import { type Portal, startPortal } from '../support/portal';

const START = '2026-12-03T12:00:00Z';
const after = (minutes: number, milliseconds = 0) => new Date(Date.parse(START) + minutes * 60_000 + milliseconds);
const sameOrigin = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };

let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
let log: WrittenLog;
/** The house with a room of the test: a form in a record, and sign-in with a provider that says what it is told. */
let server: FastifyInstance;
let here: TestOrganisation;
let there: TestOrganisation;
let tromp: TestPatient;
let smit: TestPatient;
let doctor: Awaited<ReturnType<TestOrganisation['employee']>>;

/** What the form's room was asked to do, and for whom. */
let done: { patient: string; text: unknown }[] = [];
/** Whom the provider says that it is. */
let bsn = '';
const staffSubject = 'subject';

const client = <A>(assertion: () => A) =>
  ({
    begin: async () => ({
      url: 'https://provider.example/',
      transaction: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' },
    }),
    finish: async () => assertion(),
  }) as unknown as OidcClient<DigidAssertion & EmployeeAssertion>;

const digid = client(() => ({ kind: 'digid', bsn, level: 'midden' }));
const provider = client(() => ({
  kind: 'employee',
  organisation: 'duinzicht',
  subject: staffSubject,
  name: 'S. de Boer',
  roles: ['doctor', 'emperor'],
  clinics: ['interne'],
}));

const open = (method: 'GET' | 'POST', path: string, handle: (visit: Visit) => ReturnType<SessionRoute['handle']>) =>
  ({ door: 'none', why: 'a room of the test', site: 'organisation', method, path, handle }) as const;

const proof = room({
  name: 'proof',
  routes: [
    recordPage({
      path: '/proef',
      rights: ['messages'],
      what: 'proof.form',
      keeps: ['tekst'],
      handle: async (_record, visit) => page('Proef', `draft: ${JSON.stringify(visit.draft ?? null)}` as never),
    }),
    recordAction({
      path: '/proef',
      rights: ['messages'],
      what: 'proof.send',
      keeps: ['tekst'],
      handle: async (record, visit) => {
        done.push({ patient: record.owner.id, text: (visit.body as Record<string, unknown>).tekst });
        return redirect(visit.to('/proef'));
      },
    }),
    recordPage({
      path: '/proef-fout',
      rights: ['messages'],
      what: 'proof.fail',
      handle: async () => {
        throw new Error('bsn 999990019 in table patient');
      },
    }),
    open('POST', '/proef-in', async (visit) => {
      const begun = await beginSignIn(
        visit,
        visit.query.als === 'medewerker' ? 'employee' : 'person',
        digid,
        '/overzicht',
      );
      return redirect('url' in begun ? '/begonnen' : '/mislukt');
    }),
    open('GET', '/proef-terug', async (visit) => {
      const outcome =
        visit.query.als === 'medewerker'
          ? await finishEmployee(visit, provider as never)
          : await finishPerson(visit, digid as never);
      return redirect(outcome.ok ? outcome.returnTo : `/niet-${outcome.why}`);
    }),
  ],
});

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  there = await people.organisation('maasoever');
  tromp = await here.patient();
  smit = await here.patient({ family_name: 'Smit' });
  doctor = await here.employee(['doctor'], ['interne']);
  portal = await startPortal(database, START);
  log = writtenLog(database);
  server = await createServer({ https: false, trustedProxies: [] });
  mount(server, portal.program, [...house, proof]);
});
beforeEach(() => {
  portal.wallClock.set(START);
  portal.careClock.set(START);
  done = [];
});
afterAll(async () => {
  await server.close();
  await log.close();
  await portal.close();
  await people.close();
  await database.close();
});

const host = 'duinzicht.localhost:3000';
const get = (url: string, cookie = '', headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers: { host, cookie, 'accept-language': 'nl', ...headers } });
const post = (
  url: string,
  cookie: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = sameOrigin,
) =>
  server.inject({
    method: 'POST',
    url,
    headers: { host, cookie, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

const signInAs = async (patient = tromp) => (await portal.person('duinzicht', patient.person)).cookie;
const workAs = async () => (await portal.employee('duinzicht', doctor)).cookie;
/** The cookies that an answer leaves in the browser; undefined value: dropped. */
const cookiesOf = (answer: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));

describe('PS-03 a session', () => {
  test('is kept as the hash of its token, which is in no table', async () => {
    const cookie = await signInAs();
    const token = cookie.split('=')[1] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    const { rows } = await log.superuser.query<{ token_hash: Buffer; row: string }>(
      'SELECT token_hash, to_jsonb(s)::text AS row FROM patient_session s ORDER BY id DESC LIMIT 1',
    );
    expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(token).digest());
    expect(rows[0]?.row).not.toContain(token);
  });

  test('IN-12 ends at the policy’s minute without activity, and not a moment sooner', async () => {
    const idle = portal.program.sessionLimits(portal.program.organisations.all()[0] as never).idleMinutes;
    expect(idle).toBe(15);
    for (const [cookie, path, signIn] of [
      [await signInAs(), '/overzicht', '/inloggen'],
      [await workAs(), '/werkplek', '/werkplek/inloggen'],
    ] as const) {
      portal.wallClock.set(after(idle, -1));
      expect((await get(path, cookie)).statusCode).toBe(200);
      portal.wallClock.set(after(2 * idle, -2));
      expect((await get(path, cookie)).statusCode).toBe(200);
      portal.wallClock.set(after(3 * idle, -2));
      const ended = await get(path, cookie);
      expect(ended.statusCode).toBe(303);
      expect(ended.headers.location).toBe(`${signIn}?terug=${encodeURIComponent(path)}&reden=verlopen`);
      portal.wallClock.set(START);
    }
  });

  test('IN-12 ends after the policy’s hours, whatever one does', async () => {
    const cookie = await signInAs();
    for (let minute = 10; minute < 8 * 60; minute += 10) {
      portal.wallClock.set(after(minute));
      expect((await get('/dossiers', cookie)).statusCode, `after ${minute} minutes`).toBe(200);
    }
    portal.wallClock.set(after(8 * 60));
    expect((await get('/dossiers', cookie)).statusCode).toBe(303);
  });

  test('IN-12 does not live longer by what happens in the background', async () => {
    const cookie = await signInAs();
    for (const minute of [5, 10, 14]) {
      portal.wallClock.set(after(minute));
      expect((await post('/concept', cookie, { _page: '/proef', tekst: 'x' })).statusCode).toBe(204);
    }
    portal.wallClock.set(after(15));
    expect((await post('/concept', cookie, { _page: '/proef', tekst: 'x' })).statusCode).toBe(401);
    expect((await get('/overzicht', cookie)).statusCode).toBe(303);
  });

  test('is nothing at another organisation, nor a token of the other kind', async () => {
    const cookie = await signInAs();
    const token = cookie.split('=')[1];
    const elsewhere = await get('/overzicht', cookie, { host: 'maasoever.localhost:3000' });
    expect(elsewhere.headers.location).toBe('/inloggen?terug=%2Foverzicht');
    expect((await get('/werkplek', `__Host-staff=${token}`)).statusCode).toBe(303);
    expect((await get('/overzicht', `__Host-patient=${(await workAs()).split('=')[1]}`)).statusCode).toBe(303);
    expect((await get('/overzicht', `patient=${token}`)).statusCode).toBe(303);
  });

  test.each(['', 'x', 'a'.repeat(5_000), '%00', '"; drop', 'null'])('is not made by guessing: %s', async (token) => {
    expect((await get('/overzicht', `__Host-patient=${token}`)).statusCode).toBe(303);
  });

  test('ends when one signs out, with its cookie, and says so in the log', async () => {
    for (const [cookie, path, name] of [
      [await signInAs(), '/overzicht', '__Host-patient'],
      [await workAs(), '/werkplek', '__Host-staff'],
    ] as const) {
      await log.since();
      const out = await post('/uitloggen', cookie);
      expect(out.headers.location).toMatch(/^\/uitgelogd/);
      expect(out.headers['set-cookie']).toContain(`${name}=; Max-Age=0`);
      expect(await log.since()).toEqual(['sign-out E success sign-in.out']);
      expect((await get(path, cookie)).statusCode).toBe(303);
    }
  });

  test('IN-15 shows nothing any more after death, in the middle of it', async () => {
    const old = await here.patient();
    const cookie = await signInAs(old);
    expect((await get('/overzicht', cookie)).statusCode).toBe(200);
    await here.inside(({ db }) =>
      db.updateTable('patient').set({ deceased_on: '2026-12-03' }).where('id', '=', old.id).execute(),
    );
    const closed = await get('/overzicht', cookie);
    expect(closed.statusCode).toBe(403);
    expect(closed.body).toContain('na een overlijden gesloten');
  });
});

describe('PS-03 signing in', () => {
  const attempt = async (cookie: string, als: '' | 'medewerker' = '') => {
    const query = als === '' ? '' : `als=${als}`;
    const begun = await post(`/proef-in?${query}`, cookie);
    const jar = [cookie, `__Host-inloggen=${cookiesOf(begun)['__Host-inloggen']}`].filter(Boolean).join('; ');
    return { begun, jar, finished: await get(`/proef-terug?state=state&${query}`, jar) };
  };

  test('gives a new token each time, and ends the session that was there', async () => {
    bsn = tromp.bsn;
    const old = await signInAs(smit);
    const { finished } = await attempt(old);
    expect(finished.headers.location).toBe('/overzicht');
    const fresh = `__Host-patient=${cookiesOf(finished)['__Host-patient']}`;
    expect(fresh).not.toBe(old);
    expect((await get('/overzicht', fresh)).statusCode).toBe(200);
    expect((await get('/overzicht', old)).statusCode).toBe(303);
    const flags = [finished.headers['set-cookie']].flat().filter((line) => line?.startsWith('__Host-patient='));
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatch(/^__Host-patient=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test('as an employee ends the patient’s session in this browser, and the other way round', async () => {
    bsn = tromp.bsn;
    const patient = await signInAs();
    const staff = (await attempt(patient, 'medewerker')).finished;
    expect(staff.headers.location).toBe('/overzicht');
    expect(cookiesOf(staff)['__Host-patient']).toBe('');
    const employee = `__Host-staff=${cookiesOf(staff)['__Host-staff']}`;
    expect((await get('/overzicht', patient)).statusCode).toBe(303);
    expect((await get('/werkplek', employee)).statusCode).toBe(200);
    const back = (await attempt(employee)).finished;
    expect(cookiesOf(back)['__Host-staff']).toBe('');
    expect((await get('/werkplek', employee)).statusCode).toBe(303);
  });

  test('IN-18 takes only roles that exist, and an own organisation’s employee', async () => {
    const finished = (await attempt('', 'medewerker')).finished;
    expect(cookiesOf(finished)['__Host-staff']).toHaveLength(43);
    const { rows } = await log.superuser.query<{ roles: string[] }>(
      'SELECT roles FROM staff_session ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ roles: ['doctor'] }]);
  });

  test('IN-02 refuses an unknown person and gives no session', async () => {
    bsn = '999990019';
    await log.since();
    const { finished } = await attempt('');
    expect(finished.headers.location).toBe('/niet-unknown');
    expect(cookiesOf(finished)['__Host-patient']).toBeUndefined();
    expect(await log.since()).toEqual(['sign-in E denied sign-in.person because unknown']);
  });

  test('IN-15 IN-02 refuses whoever may open nothing, and says why in the log', async () => {
    const dead = await here.patient({ deceased_on: '2026-01-01' });
    bsn = dead.bsn;
    await log.since();
    expect((await attempt('')).finished.headers.location).toBe('/niet-deceased');
    expect(await log.since()).toEqual(['sign-in E denied sign-in.person because deceased']);
  });

  test('answers once, in the browser where it began, within a quarter of an hour', async () => {
    bsn = tromp.bsn;
    const { begun, jar, finished } = await attempt('');
    expect(finished.headers.location).toBe('/overzicht');
    expect((await get('/proef-terug?state=state', jar)).headers.location).toBe('/niet-expired');
    const again = `__Host-inloggen=${cookiesOf(await post('/proef-in?', ''))['__Host-inloggen']}`;
    expect((await get('/proef-terug?state=state', '')).headers.location).toBe('/niet-expired');
    expect((await get('/proef-terug?state=state', `__Host-inloggen=${'x'.repeat(32)}`)).headers.location).toBe(
      '/niet-expired',
    );
    expect((await get('/proef-terug?state=other', again)).headers.location).toBe('/niet-expired');
    expect((await get('/proef-terug?state=state&als=medewerker', again)).headers.location).toBe('/niet-expired');
    expect((await get('/proef-terug?state=state', again, { host: 'maasoever.localhost:3000' })).headers.location).toBe(
      '/niet-expired',
    );
    portal.wallClock.set(after(15, 1));
    expect((await get('/proef-terug?state=state', again)).headers.location).toBe('/niet-expired');
    expect(String(begun.headers['set-cookie'])).toMatch(
      /__Host-inloggen=[\w-]{32}; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });
});

describe('PS-03 a form from elsewhere changes nothing', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another organisation here', { 'sec-fetch-site': 'same-site' }],
    ['no page', { 'sec-fetch-site': 'none' }],
    ['an older browser, another site', { origin: 'https://evil.example' }],
    ['an older browser, another organisation', { origin: 'http://maasoever.localhost:3000' }],
    ['nothing that says where from', {}],
  ])('%s', async (_, headers) => {
    const cookie = await signInAs();
    await log.since();
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    for (const path of ['/proef', '/uitloggen', '/concept', '/sessie/verlengen', '/is-er-niet'])
      expect((await post(path, cookie, { tekst: 'x', _page: '/proef' }, form)).statusCode, path).toBe(403);
    expect(done).toEqual([]);
    expect(await log.since()).toEqual([]);
    expect((await get('/overzicht', cookie)).statusCode).toBe(200);
  });

  test('IN-12 nor becomes a draft', async () => {
    const cookie = await signInAs();
    portal.wallClock.set(after(20));
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
    expect((await post('/proef', cookie, { tekst: 'van elders' }, form)).statusCode).toBe(403);
    expect((await get('/proef', await signInAs())).body).not.toContain('van elders');
  });
});

describe('IN-12 what was typed when the session ended', () => {
  const typeTooLate = async (path: string, cookie: string, text: string, minutes = 20) => {
    portal.wallClock.set(after(minutes));
    const answer = await post(path, cookie, { tekst: text, anders: 'not a field of this form' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/inloggen?terug=${encodeURIComponent(path)}&reden=verlopen`);
    expect(done).toEqual([]);
  };

  test('is given back to the same person, on the same page', async () => {
    await typeTooLate('/proef', await signInAs(), 'mijn vraag');
    const cookie = await signInAs();
    const shown = await get('/proef', cookie);
    expect(shown.body).toContain('mijn vraag');
    expect(shown.body).not.toContain('not a field');
    expect((await get('/overzicht', cookie)).body).not.toContain('mijn vraag');
  });

  test('is given to nobody else, also when they sign in in that browser', async () => {
    await typeTooLate('/proef', await signInAs(), 'alleen van Tromp');
    expect((await get('/proef', await signInAs(smit))).body).not.toContain('alleen van Tromp');
    expect((await get('/proef', await workAs())).statusCode).toBe(303);
  });

  test('for another’s record stays with that record, and with the right to it', async () => {
    const proxy = await here.person();
    const grant = await here.grant(proxy, smit);
    const asProxy = async () => (await portal.person('duinzicht', proxy)).cookie;
    const path = `/namens/${smit.id}/proef`;
    await typeTooLate(path, await asProxy(), 'namens Smit');
    expect((await get(path, await asProxy())).body).toContain('namens Smit');
    expect((await get('/proef', await asProxy())).body).not.toContain('namens Smit');
    expect((await get('/proef', await signInAs(smit))).body).not.toContain('namens Smit');
    await here.inside(({ db }) =>
      db
        .updateTable('access_grant')
        .set({ ended_at: after(0) })
        .where('id', '=', grant)
        .execute(),
    );
    const shut = await get(path, await asProxy());
    expect(shut.statusCode).toBe(404);
    expect(shut.body).not.toContain('namens Smit');
  });

  test('is kept when the session ended within a day, and given back for a day', async () => {
    const cookie = await signInAs(smit);
    await typeTooLate('/proef', cookie, 'net op tijd', 15 + 24 * 60);
    expect((await get('/proef', await signInAs(smit))).body).toContain('net op tijd');
    portal.wallClock.set(after(15 + 48 * 60 - 1));
    expect((await get('/proef', await signInAs(smit))).body).toContain('net op tijd');
    portal.wallClock.set(after(15 + 48 * 60));
    expect((await get('/proef', await signInAs(smit))).body).not.toContain('net op tijd');
    portal.wallClock.set(START);
    const other = await signInAs(smit);
    await typeTooLate('/proef', other, 'te laat', 16 + 24 * 60);
    expect((await get('/proef', await signInAs(smit))).body).not.toContain('te laat');
  });

  test('is not kept for a cookie that was never a session, nor for one of another organisation', async () => {
    const before = await log.superuser.query('SELECT count(*)::int AS drafts FROM draft');
    expect((await post('/proef', '__Host-patient=made-up', { tekst: 'x' })).headers.location).toBe(
      '/inloggen?terug=%2Fproef',
    );
    const foreign = (await portal.person('maasoever', (await there.patient()).person)).cookie;
    portal.wallClock.set(after(20));
    expect((await post('/proef', foreign, { tekst: 'x' })).headers.location).toBe('/inloggen?terug=%2Fproef');
    expect((await log.superuser.query('SELECT count(*)::int AS drafts FROM draft')).rows).toEqual(before.rows);
  });

  test('is kept while one types, for the page that says so, and for its owner alone', async () => {
    const cookie = await signInAs(smit);
    expect((await post('/concept', cookie, { _page: '/proef', _form: 'proef', tekst: 'halverwege' })).statusCode).toBe(
      204,
    );
    expect((await get('/proef', cookie)).body).toContain('halverwege');
    expect((await get('/proef', await signInAs(tromp))).body).not.toContain('halverwege');
    for (const fields of [{ tekst: 'x' }, { _page: 'https://evil.example/', tekst: 'x' }, { _page: '', tekst: 'x' }])
      expect((await post('/concept', cookie, fields as Record<string, string>)).statusCode).toBe(204);
    const { rows } = await log.superuser.query<{ path: string }>(
      'SELECT DISTINCT path FROM draft WHERE path NOT LIKE $1',
      ['%/proef'],
    );
    expect(rows).toEqual([]);
  });
});

describe('IN-12 PS-03 what is kept while one types', () => {
  test('holds no BSN, and nothing without end', async () => {
    const cookie = await signInAs(smit);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`veld${n}`, 'x']));
    for (const fields of [
      { _page: `/${'x'.repeat(300)}`, tekst: 'x' },
      { _page: '/veel', ...many },
      { _page: '/.//veel', tekst: 'x' },
    ])
      expect((await post('/concept', cookie, fields)).statusCode).toBe(204);
    expect((await post('/concept', cookie, {})).statusCode).toBe(204);
    const kept = { _page: '/bewaard', bsn: smit.bsn, anders: '9999 900 19', lang: 'y'.repeat(10_001), tekst: 'blijft' };
    await post('/concept', cookie, kept);
    const { rows } = await log.superuser.query('SELECT path, fields FROM draft WHERE owner_id = $1 AND path <> $2', [
      smit.person,
      '/proef',
    ]);
    expect(rows).toEqual([{ path: '/bewaard', fields: { tekst: 'blijft' } }]);
  });

  test.each([
    ['one name twice', 'tekst=a&tekst=b&_page=/proef&_page=/x'],
    ['names that objects have', '__proto__=x&constructor=y&_page=/proef2&toString=z'],
    ['nothing', ''],
  ])('%s is no failure', async (_, payload) => {
    const cookie = await signInAs(smit);
    for (const url of ['/concept', '/proef', '/uitloggen']) {
      const answer = await server.inject({ method: 'POST', url, headers: { host, cookie, ...sameOrigin }, payload });
      expect(answer.statusCode, url).toBeLessThan(400);
    }
  });
});

describe('PR-08 the record is in the address', () => {
  test('a form from a stale tab reaches the record that its page was about, or none', async () => {
    const person = here.asPerson(tromp.person).person;
    const grant = await here.grant(person, smit);
    const cookie = await signInAs(tromp);
    await get(`/namens/${smit.id}/proef`, cookie);
    await post('/proef', cookie, { tekst: 'eigen' });
    await post(`/namens/${smit.id}/proef`, cookie, { tekst: 'namens', patient: tromp.id });
    expect(done).toEqual([
      { patient: tromp.id, text: 'eigen' },
      { patient: smit.id, text: 'namens' },
    ]);
    await here.inside(({ db }) =>
      db
        .updateTable('access_grant')
        .set({ ended_at: after(0) })
        .where('id', '=', grant)
        .execute(),
    );
    expect((await post(`/namens/${smit.id}/proef`, cookie, { tekst: 'te laat' })).statusCode).toBe(404);
    // Somebody else signed in meanwhile: the old tab's own record is now the other's, its other record is shut.
    const other = await signInAs(smit);
    expect((await post(`/namens/${tromp.id}/proef`, other, { tekst: 'x' })).statusCode).toBe(404);
    expect(done).toHaveLength(2);
  });
});

describe('HO-06 PS-03 a page that fails', () => {
  test('says whom to call and a reference, nothing of what went wrong, and leaves no line as if it was shown', async () => {
    await log.since();
    const answer = await get('/proef-fout', await signInAs());
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/999990019|table patient|Error|node_modules|Tromp/);
    expect(answer.body).toMatch(/[BCDFGHJKLMNPQRSTVWXZ2-9]{8}/);
    expect(answer.body).toContain('tel:');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await log.since()).toEqual([]);
  });
});

describe('PS-03 addresses', () => {
  test.each([
    'evil.example',
    'duinzicht.localhost',
    'duinzicht.localhost:3001',
    'duinzicht.localhost:3000.evil.example',
    'x@duinzicht.localhost:3000',
    '',
  ])('an unknown host is answered by nobody: %s', async (unknown) => {
    for (const url of ['/', '/inloggen', '/overzicht', '/is-er-niet']) {
      const answer = await get(url, await signInAs(), { host: unknown });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toBe('Op dit adres is geen portaal.\n');
    }
  });

  const outside = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'overzicht',
    '/x\r\nset-cookie: a=b',
    '/€',
    '/\u0001',
    '/.//evil.example',
    '/a/..//evil.example',
  ];

  test.each(outside)('nobody is sent away by an address: %j', async (terug) => {
    const query = `terug=${encodeURIComponent(terug)}`;
    const chosen = await get(`/taal/en?${query}`);
    expect(chosen.statusCode).toBe(303);
    const location = String(chosen.headers.location);
    expect(new URL(location, `http://${host}/diep/pad`).host).toBe(host);
    for (const path of ['/inloggen', '/werkplek/inloggen']) {
      const asked = await get(`${path}?${query}`);
      expect(asked.statusCode).toBe(200);
      const links = [...asked.body.matchAll(/(action|href)="([^"]*)"/g)];
      for (const [, kind, address = ''] of links) {
        const target = new URL(address.replaceAll('&amp;', '&'), `http://${host}/`);
        if (kind === 'action') expect(target.host).toBe(host);
        const back = target.searchParams.get('terug');
        if (back !== null && kind === 'action') expect(new URL(back, `http://${host}/`).host).toBe(host);
      }
    }
  });

  test('every page says who may frame it, keep it and learn where one came from', async () => {
    const cookie = await signInAs();
    for (const [url, status] of [
      ['/', 200],
      ['/overzicht', 200],
      ['/uitslagen', 200],
      ['/is-er-niet', 404],
      ['/inloggen', 200],
      ['/dossiers', 200],
    ] as const) {
      const { headers, statusCode } = await get(url, cookie);
      expect(statusCode, url).toBe(status);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });
});
