/** Requests from elsewhere, unknown hosts, ways out, and pages that fail, through HTTP (PS-03). */
import { describe, expect, test } from 'vitest';
import { after, host, useScene } from './scene';

const scene = useScene();
const { get, post, signInAs } = scene;

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
    await scene.log.since();
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    for (const path of ['/proef', '/uitloggen', '/concept', '/sessie/verlengen', '/is-er-niet'])
      expect((await post(path, cookie, { tekst: 'x', _page: '/proef' }, form)).statusCode, path).toBe(403);
    expect(scene.done).toEqual([]);
    expect(await scene.log.since()).toEqual([]);
    expect((await get('/overzicht', cookie)).statusCode).toBe(200);
  });

  test('IN-12 nor becomes a draft', async () => {
    const cookie = await signInAs();
    scene.portal.wallClock.set(after(20));
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
    expect((await post('/proef', cookie, { tekst: 'van elders' }, form)).statusCode).toBe(403);
    expect((await get('/proef', await signInAs())).body).not.toContain('van elders');
  });
});

describe('HO-06 PS-03 a page that fails', () => {
  test('says whom to call and a reference, nothing of what went wrong, and leaves no line as if it was shown', async () => {
    await scene.log.since();
    const answer = await get('/proef-fout', await signInAs());
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/999990019|table patient|Error|node_modules|Tromp/);
    expect(answer.body).toMatch(/[BCDFGHJKLMNPQRSTVWXZ2-9]{8}/);
    expect(answer.body).toContain('tel:');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await scene.log.since()).toEqual([]);
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
