/** What every answer carries, and what is refused before any room is asked. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropCookie, writeCookie } from './cookies';
import { contentSecurityPolicy, isForeignChange } from './security';
import { createServer } from './server';

let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({ https: true, trustedProxies: [], sheds: true });
  server.get('/in', async (_request, reply) => {
    writeCookie(reply, '__Host-patient', 'token');
    return reply.type('text/html').send('<p>in</p>');
  });
  server.get('/uit', async (_request, reply) => {
    dropCookie(reply, '__Host-patient');
    return 'uit';
  });
  server.get('/wie', async (request) => ({ host: request.host, address: request.ip }));
  server.post('/op', async (request) => ({ body: request.body ?? null }));
  server.get('/fout', async () => {
    throw new Error('secret detail');
  });
});
afterAll(() => server.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (payload: string | Buffer, headers: Record<string, string> = form) =>
  server.inject({ method: 'POST', url: '/op', headers, payload });

describe('PS-03 headers', () => {
  test.each([
    ['a page', 'GET', '/in'],
    ['nothing there', 'GET', '/nergens'],
    ['an error', 'GET', '/fout'],
    ['an address that cannot be read', 'GET', '/%zz'],
    ['another method', 'DELETE', '/in'],
    ['a body that is refused', 'POST', '/op'],
  ] as const)('of %s', async (_, method, url) => {
    const { headers } = await server.inject({
      method,
      url,
      ...(method === 'POST' ? { headers: { 'content-type': 'application/json' }, payload: '{' } : {}),
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
    expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
  });

  test('allow no inline script or style, no other host, no frame', () => {
    const policy = contentSecurityPolicy(['https://digid.example.nl']);
    expect(policy).not.toMatch(/unsafe|\*|http:|blob:/);
    const parts = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
    expect(Object.fromEntries(parts)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self' https://digid.example.nl",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
  });
});

describe('PS-03 cookies', () => {
  test('are for this host alone, over a secure connection, out of reach of scripts', async () => {
    const { headers } = await server.inject('/in');
    expect(headers['set-cookie']).toBe('__Host-patient=token; Path=/; HttpOnly; Secure; SameSite=Lax');
  });

  test('end at once when they are dropped', async () => {
    const { headers } = await server.inject('/uit');
    expect(headers['set-cookie']).toBe(
      '__Host-patient=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    );
  });
});

describe('PS-03 a request that changes something', () => {
  type Headers = Record<string, string>;
  test.each<[string, string, Headers, boolean]>([
    ['from our own page', 'POST', { 'sec-fetch-site': 'same-origin' }, false],
    ['from another organisation of this installation', 'POST', { 'sec-fetch-site': 'same-site' }, true],
    ['from another site', 'POST', { 'sec-fetch-site': 'cross-site' }, true],
    ['from no page', 'POST', { 'sec-fetch-site': 'none' }, true],
    ['from a word that is none', 'POST', { 'sec-fetch-site': 'same-origin, cross-site' }, true],
    ['of an older browser, from our own page', 'POST', { origin: 'https://duinzicht.example.nl' }, false],
    ['of an older browser, from another organisation', 'POST', { origin: 'https://maasoever.example.nl' }, true],
    ['of an older browser, from another port', 'POST', { origin: 'https://duinzicht.example.nl:8443' }, true],
    [
      'of an older browser, from a name that ends like ours',
      'POST',
      { origin: 'https://evilduinzicht.example.nl' },
      true,
    ],
    ['with an origin that is hidden', 'POST', { origin: 'null' }, true],
    ['with an origin that is no address', 'POST', { origin: 'duinzicht.example.nl' }, true],
    ['that says nothing about where it is from', 'POST', {}, true],
    [
      'from another site, with our origin',
      'POST',
      { 'sec-fetch-site': 'cross-site', origin: 'https://duinzicht.example.nl' },
      true,
    ],
    ['by another method', 'DELETE', {}, true],
    ['a page that is asked for', 'GET', { 'sec-fetch-site': 'cross-site' }, false],
  ])('%s', (_, method, headers, foreign) => {
    const request = { method, headers, host: 'duinzicht.example.nl' };
    expect(isForeignChange(request as unknown as Parameters<typeof isForeignChange>[0])).toBe(foreign);
  });
});

describe('PS-03 a body', () => {
  test('of a form is read', async () => {
    expect((await post('naam=Tromp&naam2=%C3%A9')).json()).toEqual({ body: { naam: 'Tromp', naam2: 'é' } });
  });

  test.each<[string, string, Record<string, string>, number]>([
    ['JSON', '{"a":1}', { 'content-type': 'application/json' }, 415],
    ['JSON that reaches for prototypes', '{"__proto__":{"a":1}}', { 'content-type': 'application/json' }, 415],
    ['half a JSON', '{"a":', { 'content-type': 'application/json' }, 415],
    ['plain text', 'hallo', { 'content-type': 'text/plain' }, 415],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415],
    ['a multipart form', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['nothing that says what it is', 'a=1', { 'content-type': '' }, 415],
    ['too much', `a=${'x'.repeat(300_000)}`, form, 413],
    ['a null byte', 'a=%00', form, 400],
    ['a null byte in a name', 'a%00b=1', form, 400],
  ])('that is %s: a refusal, no failure', async (_, payload, headers, status) => {
    expect((await post(payload, headers)).statusCode).toBe(status);
  });

  test.each<[string, string]>([
    ['broken percent signs', 'a=%zz&%=1'],
    ['bytes that are no text', 'a=%ff%fe'],
    ['names that objects have', '__proto__=1&constructor=2&toString=3'],
    ['the same name a thousand times', 'a=1&'.repeat(1_000)],
    ['nothing', ''],
  ])('with %s is read without failing', async (_, payload) => {
    expect((await post(payload)).statusCode).toBe(200);
  });

  test('without anything that says what it is', async () => {
    expect((await server.inject({ method: 'POST', url: '/op' })).json()).toEqual({ body: null });
  });
});

describe('PS-03 an address', () => {
  test.each(['/wie?naam=%00', '/in%00'])('with a null byte is refused: %s', async (url) => {
    expect((await server.inject(url)).statusCode).toBe(400);
  });

  test('that is too long for an identifier is not there', async () => {
    expect((await server.inject(`/in/${'a'.repeat(5_000)}`)).statusCode).toBe(404);
  });
});

describe('PS-03 behind a proxy', () => {
  const forwarded = {
    host: 'duinzicht.example.nl',
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-host': 'evil.example',
  };

  test('nobody is believed who is not on the list', async () => {
    expect((await server.inject({ url: '/wie', headers: forwarded })).json()).toEqual({
      host: 'duinzicht.example.nl',
      address: '127.0.0.1',
    });
  });

  test('who is on the list says for whom it asks', async () => {
    const trusting = await createServer({ https: true, trustedProxies: ['127.0.0.1'], sheds: true });
    trusting.get('/wie', async (request) => ({ address: request.ip }));
    expect((await trusting.inject({ url: '/wie', headers: forwarded })).json()).toEqual({ address: '192.0.2.7' });
    await trusting.close();
  });
});
