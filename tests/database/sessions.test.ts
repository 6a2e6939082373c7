/** Sessions and signing in, through HTTP (PS-03, IN-12). */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { after, useScene } from './scene';

const scene = useScene();
const { get, post, signInAs, workAs } = scene;

/** The cookies that an answer leaves in the browser; an empty one was dropped. */
const cookiesOf = (answer: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));

describe('PS-03 a session', () => {
  test('is kept as the hash of its token, which is in no table', async () => {
    const cookie = await signInAs();
    const token = cookie.split('=')[1] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    const { rows } = await scene.log.superuser.query<{ token_hash: Buffer; row: string }>(
      'SELECT token_hash, to_jsonb(s)::text AS row FROM patient_session s ORDER BY id DESC LIMIT 1',
    );
    expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(token).digest());
    expect(rows[0]?.row).not.toContain(token);
  });

  test('IN-12 ends at the policy’s minute without activity, and not a moment sooner', async () => {
    const idle = scene.portal.program.sessionLimits(scene.portal.program.organisations.all()[0] as never).idleMinutes;
    expect(idle).toBe(15);
    for (const [cookie, path, signIn] of [
      [await signInAs(), '/overzicht', '/inloggen'],
      [await workAs(), '/werkplek', '/werkplek/inloggen'],
    ] as const) {
      scene.portal.wallClock.set(after(idle, -1));
      expect((await get(path, cookie)).statusCode).toBe(200);
      scene.portal.wallClock.set(after(2 * idle, -2));
      expect((await get(path, cookie)).statusCode).toBe(200);
      scene.portal.wallClock.set(after(3 * idle, -2));
      const ended = await get(path, cookie);
      expect(ended.statusCode).toBe(303);
      expect(ended.headers.location).toBe(`${signIn}?terug=${encodeURIComponent(path)}&reden=verlopen`);
      scene.portal.wallClock.set(after(0));
    }
  });

  test('IN-12 ends after the policy’s hours, whatever one does', async () => {
    const cookie = await signInAs();
    for (let minute = 10; minute < 8 * 60; minute += 10) {
      scene.portal.wallClock.set(after(minute));
      expect((await get('/dossiers', cookie)).statusCode, `after ${minute} minutes`).toBe(200);
    }
    scene.portal.wallClock.set(after(8 * 60));
    expect((await get('/dossiers', cookie)).statusCode).toBe(303);
  });

  test('IN-12 does not live longer by what happens in the background', async () => {
    const cookie = await signInAs();
    for (const minute of [5, 10, 14]) {
      scene.portal.wallClock.set(after(minute));
      expect((await post('/concept', cookie, { _page: '/proef', tekst: 'x' })).statusCode).toBe(204);
    }
    scene.portal.wallClock.set(after(15));
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
      await scene.log.since();
      const out = await post('/uitloggen', cookie);
      expect(out.headers.location).toMatch(/^\/uitgelogd/);
      expect(out.headers['set-cookie']).toContain(`${name}=; Max-Age=0`);
      expect(await scene.log.since()).toEqual(['sign-out E success sign-in.out']);
      expect((await get(path, cookie)).statusCode).toBe(303);
    }
  });

  test('IN-15 shows nothing any more after death, in the middle of it', async () => {
    const old = await scene.here.patient();
    const cookie = await signInAs(old);
    expect((await get('/overzicht', cookie)).statusCode).toBe(200);
    await scene.here.inside(({ db }) =>
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

  test('a cookie that names another person than its session opens nothing', async () => {
    const own = await signInAs(scene.tromp);
    const other = own.replace(scene.tromp.person, scene.smit.person);
    expect(other).not.toBe(own);
    expect((await get('/overzicht', own)).statusCode).toBe(200);
    expect((await get('/overzicht', other)).statusCode).toBe(303);
  });

  test('gives a new token each time, and ends the session that was there', async () => {
    scene.bsn = scene.tromp.bsn;
    const old = await signInAs(scene.smit);
    const { finished } = await attempt(old);
    expect(finished.headers.location).toBe('/overzicht');
    const fresh = `__Host-patient=${cookiesOf(finished)['__Host-patient']}`;
    expect(fresh).not.toBe(old);
    expect((await get('/overzicht', fresh)).statusCode).toBe(200);
    expect((await get('/overzicht', old)).statusCode).toBe(303);
    const flags = [finished.headers['set-cookie']].flat().filter((line) => line?.startsWith('__Host-patient='));
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatch(/^__Host-patient=[\w-]{43}\.[\da-f-]{36}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test('as an employee ends the patient’s session in this browser, and the other way round', async () => {
    scene.bsn = scene.tromp.bsn;
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
    const { rows } = await scene.log.superuser.query<{ roles: string[] }>(
      'SELECT roles FROM staff_session ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ roles: ['doctor'] }]);
  });

  test('IN-02 refuses an unknown person and gives no session', async () => {
    scene.bsn = '999990019';
    await scene.log.since();
    const { finished } = await attempt('');
    expect(finished.headers.location).toBe('/niet-unknown');
    expect(cookiesOf(finished)['__Host-patient']).toBeUndefined();
    expect(await scene.log.since()).toEqual(['sign-in E denied sign-in.person because unknown']);
  });

  test('IN-15 IN-02 refuses whoever may open nothing, and says why in the log', async () => {
    const dead = await scene.here.patient({ deceased_on: '2026-01-01' });
    scene.bsn = dead.bsn;
    await scene.log.since();
    expect((await attempt('')).finished.headers.location).toBe('/niet-deceased');
    expect(await scene.log.since()).toEqual(['sign-in E denied sign-in.person because deceased']);
  });

  test('answers once, in the browser where it began, within a quarter of an hour', async () => {
    scene.bsn = scene.tromp.bsn;
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
    scene.portal.wallClock.set(after(15, 1));
    expect((await get('/proef-terug?state=state', again)).headers.location).toBe('/niet-expired');
    expect(String(begun.headers['set-cookie'])).toMatch(
      /__Host-inloggen=[\w-]{32}; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });
});
