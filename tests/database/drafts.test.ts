/** What somebody typed, when the session ended or the tab is stale, through HTTP (IN-12, PR-08). */
import { describe, expect, test } from 'vitest';
import { after, host, sameOrigin, useScene } from './scene';

const scene = useScene();
const { get, post, signInAs, workAs } = scene;

describe('IN-12 what was typed when the session ended', () => {
  const typeTooLate = async (path: string, cookie: string, text: string, minutes = 20) => {
    scene.portal.wallClock.set(after(minutes));
    const answer = await post(path, cookie, { tekst: text, anders: 'not a field of this form' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/inloggen?terug=${encodeURIComponent(path)}&reden=verlopen`);
    expect(scene.done).toEqual([]);
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
    expect((await get('/proef', await signInAs(scene.smit))).body).not.toContain('alleen van Tromp');
    expect((await get('/proef', await workAs())).statusCode).toBe(303);
  });

  test('for another’s record stays with that record, and with the right to it', async () => {
    const proxy = await scene.here.person();
    const grant = await scene.here.grant(proxy, scene.smit);
    const asProxy = async () => (await scene.portal.person('duinzicht', proxy)).cookie;
    const path = `/namens/${scene.smit.id}/proef`;
    await typeTooLate(path, await asProxy(), 'namens Smit');
    expect((await get(path, await asProxy())).body).toContain('namens Smit');
    expect((await get('/proef', await asProxy())).body).not.toContain('namens Smit');
    expect((await get('/proef', await signInAs(scene.smit))).body).not.toContain('namens Smit');
    await scene.here.inside(({ db }) =>
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
    const cookie = await signInAs(scene.smit);
    await typeTooLate('/proef', cookie, 'net op tijd', 15 + 24 * 60);
    expect((await get('/proef', await signInAs(scene.smit))).body).toContain('net op tijd');
    scene.portal.wallClock.set(after(15 + 48 * 60 - 1));
    expect((await get('/proef', await signInAs(scene.smit))).body).toContain('net op tijd');
    scene.portal.wallClock.set(after(15 + 48 * 60));
    expect((await get('/proef', await signInAs(scene.smit))).body).not.toContain('net op tijd');
    scene.portal.wallClock.set(after(0));
    const other = await signInAs(scene.smit);
    await typeTooLate('/proef', other, 'te laat', 16 + 24 * 60);
    expect((await get('/proef', await signInAs(scene.smit))).body).not.toContain('te laat');
  });

  test('is not kept for a cookie that was never a session, nor for one of another organisation', async () => {
    const before = await scene.log.superuser.query('SELECT count(*)::int AS drafts FROM draft');
    expect((await post('/proef', '__Host-patient=made-up', { tekst: 'x' })).headers.location).toBe(
      '/inloggen?terug=%2Fproef',
    );
    const foreign = (await scene.portal.person('maasoever', (await scene.there.patient()).person)).cookie;
    scene.portal.wallClock.set(after(20));
    expect((await post('/proef', foreign, { tekst: 'x' })).headers.location).toBe('/inloggen?terug=%2Fproef');
    expect((await scene.log.superuser.query('SELECT count(*)::int AS drafts FROM draft')).rows).toEqual(before.rows);
  });

  test('is kept while one types, for the page that says so, and for its owner alone', async () => {
    const cookie = await signInAs(scene.smit);
    expect((await post('/concept', cookie, { _page: '/proef', _form: 'proef', tekst: 'halverwege' })).statusCode).toBe(
      204,
    );
    expect((await get('/proef', cookie)).body).toContain('halverwege');
    expect((await get('/proef', await signInAs(scene.tromp))).body).not.toContain('halverwege');
    for (const fields of [{ tekst: 'x' }, { _page: 'https://evil.example/', tekst: 'x' }, { _page: '', tekst: 'x' }])
      expect((await post('/concept', cookie, fields as Record<string, string>)).statusCode).toBe(204);
    const { rows } = await scene.log.superuser.query<{ path: string }>(
      'SELECT DISTINCT path FROM draft WHERE path NOT LIKE $1',
      ['%/proef'],
    );
    expect(rows).toEqual([]);
  });
});

describe('IN-12 PS-03 what is kept while one types', () => {
  test('holds no BSN, and nothing without end', async () => {
    const cookie = await signInAs(scene.smit);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`veld${n}`, 'x']));
    for (const fields of [
      { _page: `/${'x'.repeat(300)}`, tekst: 'x' },
      { _page: '/veel', ...many },
      { _page: '/.//veel', tekst: 'x' },
    ])
      expect((await post('/concept', cookie, fields)).statusCode).toBe(204);
    expect((await post('/concept', cookie, {})).statusCode).toBe(204);
    const kept = {
      _page: '/bewaard',
      bsn: scene.smit.bsn,
      anders: '9999 900 19',
      lang: 'y'.repeat(10_001),
      tekst: 'blijft',
    };
    await post('/concept', cookie, kept);
    const { rows } = await scene.log.superuser.query(
      'SELECT path, fields FROM draft WHERE owner_id = $1 AND path <> $2',
      [scene.smit.person, '/proef'],
    );
    expect(rows).toEqual([{ path: '/bewaard', fields: { tekst: 'blijft' } }]);
  });

  test.each([
    ['one name twice', 'tekst=a&tekst=b&_page=/proef&_page=/x'],
    ['names that objects have', '__proto__=x&constructor=y&_page=/proef2&toString=z'],
    ['nothing', ''],
  ])('%s is no failure', async (_, payload) => {
    const cookie = await signInAs(scene.smit);
    for (const url of ['/concept', '/proef', '/uitloggen']) {
      const answer = await scene.server.inject({
        method: 'POST',
        url,
        headers: { host, cookie, ...sameOrigin },
        payload,
      });
      expect(answer.statusCode, url).toBeLessThan(400);
    }
  });
});

describe('PR-08 the record is in the address', () => {
  test('a form from a stale tab reaches the record that its page was about, or none', async () => {
    const person = scene.here.asPerson(scene.tromp.person).person;
    const grant = await scene.here.grant(person, scene.smit);
    const cookie = await signInAs(scene.tromp);
    await get(`/namens/${scene.smit.id}/proef`, cookie);
    await post('/proef', cookie, { tekst: 'eigen' });
    await post(`/namens/${scene.smit.id}/proef`, cookie, { tekst: 'namens', patient: scene.tromp.id });
    expect(scene.done).toEqual([
      { patient: scene.tromp.id, text: 'eigen' },
      { patient: scene.smit.id, text: 'namens' },
    ]);
    await scene.here.inside(({ db }) =>
      db
        .updateTable('access_grant')
        .set({ ended_at: after(0) })
        .where('id', '=', grant)
        .execute(),
    );
    expect((await post(`/namens/${scene.smit.id}/proef`, cookie, { tekst: 'te laat' })).statusCode).toBe(404);
    // Somebody else signed in meanwhile: the old tab's own record is now the other's, its other record is shut.
    const other = await signInAs(scene.smit);
    expect((await post(`/namens/${scene.tromp.id}/proef`, other, { tekst: 'x' })).statusCode).toBe(404);
    expect(scene.done).toHaveLength(2);
  });
});
