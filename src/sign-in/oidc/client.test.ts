import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, decodeJwt, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKeys, type Keys } from '../../platform/keys';
import { fixedClock, systemClock } from '../../platform/time';
import {
  type BeginOptions,
  createOidcClient,
  type DigidAssertion,
  digid,
  employee,
  isSignInFailure,
  type OidcClient,
  type Transaction,
} from './index';
import { type Misdeeds, openProvider } from './provider.test-support';

const CLIENT = 'inzage-duinzicht';
const BACK = 'https://portaal.example/inloggen/digid/terug';
const folder = mkdtempSync(join(tmpdir(), 'inzage-oidc-'));
let keys: Keys;
let strangers: Keys;
let provider: Awaited<ReturnType<typeof openProvider>>;
let client: OidcClient<DigidAssertion>;

const common = () => ({ clientId: CLIENT, keys, redirectUri: BACK, clock: systemClock, allowInsecure: true });
const publicEncryptionKey = async (of: Keys, alg = 'RSA-OAEP') => {
  const jwk = of.publicJwks().keys.find(({ use }) => use === 'enc');
  return (await importJWK({ ...jwk, alg }, alg)) as CryptoKey;
};

beforeAll(async () => {
  keys = await createKeys(join(folder, 'keys.json'));
  strangers = await createKeys(join(folder, 'strangers.json'));
  provider = await openProvider(CLIENT, await publicEncryptionKey(keys));
  client = createOidcClient({ ...common(), issuer: provider.issuer, profile: digid({ level: 'midden' }) });
});
afterAll(async () => {
  await provider.close();
  rmSync(folder, { recursive: true });
});

async function begin(options?: BeginOptions) {
  const begun = await client.begin(options);
  if (isSignInFailure(begun)) throw new Error(begun.reason);
  return begun;
}

/** The provider answers once, with these misdeeds; the browser may change what it carries. */
async function answer(misdeeds: Misdeeds, carry: Record<string, string> = {}, change: Partial<Transaction> = {}) {
  const { transaction } = await begin();
  provider.behave(misdeeds, transaction.nonce);
  const query = new URLSearchParams({ code: 'c', state: transaction.state, ...carry });
  return client.finish(`/inloggen/digid/terug?${query}`, { ...transaction, ...change });
}

const refused = (code: string) => expect.objectContaining({ refused: true, code });

describe('what we ask', () => {
  test('IN-01 the request is a signed object with PKCE, state, nonce and the level, and nothing beside it', async () => {
    const { url, transaction } = await begin({ level: 'hoog', prompt: 'login', language: 'en' });
    const { searchParams } = new URL(url);
    expect([...searchParams.keys()].sort()).toEqual(['client_id', 'request']);
    const request = searchParams.get('request') ?? '';
    const signing = keys.publicJwks().keys.find(({ use }) => use === 'sig');
    const { protectedHeader } = await compactVerify(request, await importJWK(signing ?? {}, 'RS256'));
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: signing?.kid });
    const claims = decodeJwt(request);
    expect(claims).toMatchObject({
      iss: CLIENT,
      aud: provider.issuer,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: BACK,
      state: transaction.state,
      nonce: transaction.nonce,
      code_challenge_method: 'S256',
      acr_values: 'http://eidas.europa.eu/LoA/high',
      prompt: 'login',
      ui_locales: 'en',
    });
    expect(JSON.stringify(claims)).not.toContain(transaction.codeVerifier);
    // 128 bits at least (OpenID NLGov)
    expect(Buffer.from(transaction.state, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(Buffer.from(transaction.nonce, 'base64url').length).toBeGreaterThanOrEqual(16);
  });
});

describe('what we accept', () => {
  test('IN-01 a good answer gives BSN and level, no more', async () => {
    expect(await answer({ claims: { name: 'W. Tromp', birthdate: '1948-01-01' } })).toEqual({
      kind: 'digid',
      bsn: '999990019',
      level: 'substantieel',
    });
    expect(await answer({ claims: { sid: 's1' } })).toMatchObject({ sessionIndex: 's1' });
  });

  test.each<[string, Misdeeds]>([
    ['that is not encrypted', { encryption: 'no' }],
    ['encrypted with a weaker content cipher', { encryption: { enc: 'A128GCM' } }],
    ['without a signature', { signature: 'none' }],
    ['signed with a key that the provider does not publish', { signature: 'other-key' }],
    ['signed with another algorithm', { signature: 'PS256' }],
    ['of another issuer', { claims: { iss: 'https://elders.example' } }],
    ['for another client', { claims: { aud: 'inzage-maasoever' } }],
    ['for several clients', { claims: { aud: [CLIENT, 'inzage-maasoever'] } }],
    ['that is over', { claims: { exp: 1 } }],
    ['without a time', { claims: { iat: undefined } }],
    ['with another nonce', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['of which the subject fails the 11-test', { claims: { sub: '999990018' } }],
    ['of which the subject has eight digits', { claims: { sub: '99999001' } }],
    ['of which the subject is nought', { claims: { sub: '000000000' } }],
    ['of which the subject is of another kind', { claims: { sub_id_type: 'urn:nl-eid-gdi:1.0:id:Pseudonym' } }],
    ['of which the subject has no kind', { claims: { sub_id_type: undefined } }],
    ['on behalf of somebody else', { claims: { represents: { sub: '999990020' } } }],
  ])('IN-01 a token %s is refused', async (_title, misdeeds) => {
    expect(await answer(misdeeds)).toEqual(refused('failed'));
  });

  test('IN-01 a token encrypted for somebody else, or with another algorithm, is refused', async () => {
    const key = await publicEncryptionKey(strangers);
    expect(await answer({ encryption: { key } })).toEqual(refused('failed'));
    const alg = 'RSA-OAEP-256';
    const sameKey = await publicEncryptionKey(keys, alg);
    expect(await answer({ encryption: { alg, key: sameKey } })).toEqual(refused('failed'));
  });

  test.each<[string, unknown]>([
    ['unknown', 'http://eidas.europa.eu/LoA/very-high'],
    ['absent', undefined],
    ['in other letters', 'http://eidas.europa.eu/loa/high'],
    ['a list', ['http://eidas.europa.eu/LoA/high']],
  ])('IN-01 a level that is %s is refused', async (_title, acr) => {
    expect(await answer({ claims: { acr } })).toEqual(refused('level-too-low'));
  });

  test('IN-01 a lower level than was asked is refused, a higher one is accepted', async () => {
    const low = { claims: { acr: 'http://eidas.europa.eu/LoA/low' } };
    expect(await answer(low, {}, { level: 'substantieel' })).toEqual(refused('level-too-low'));
    expect(await answer(low, {}, { level: 'midden' })).toMatchObject({ level: 'midden' });
    expect(await answer({ claims: { acr: 'http://eidas.europa.eu/LoA/high' } })).toMatchObject({ level: 'hoog' });
  });

  test('IN-01 an old token is refused, also while its own end has not come', async () => {
    const iat = Math.floor(systemClock.now().getTime() / 1000) - 3600;
    expect(await answer({ claims: { iat } })).toEqual(refused('expired'));
  });

  test('IN-01 an answer with another state, or none, is refused without asking the provider', async () => {
    expect(await answer({}, { state: 'another' })).toEqual(refused('failed'));
    expect(await answer({}, {}, { state: 'of another browser' })).toEqual(refused('failed'));
    expect(await answer({}, { iss: 'https://elders.example' })).toEqual(refused('failed'));
  });

  test.each([
    ['CANCELLED', 'cancelled'],
    ['access_denied', 'cancelled'],
    ['unmet_authentication_requirements', 'level-too-low'],
    ['temporarily_unavailable', 'unavailable'],
    ['server_error', 'failed'],
    ['999990019', 'failed'],
  ])('IN-01 the error %s becomes %s', async (error, code) => {
    const { transaction } = await begin();
    const query = new URLSearchParams({ error, state: transaction.state, error_description: '999990019' });
    const outcome = await client.finish(`${BACK}?${query}`, transaction);
    expect(outcome).toEqual(refused(code));
    expect(JSON.stringify(outcome)).not.toContain('999990019');
  });

  test('IN-01 an error that does not carry our state does not count as the answer', async () => {
    const { transaction } = await begin();
    expect(await client.finish(`${BACK}?error=CANCELLED`, transaction)).toEqual(refused('failed'));
  });

  test('PS-03 no refusal mentions the BSN', async () => {
    for (const claims of [{ sub_id_type: 'x' }, { acr: 'x' }, { nonce: 'x' }, { aud: 'x' }, { exp: 1 }]) {
      expect(JSON.stringify(await answer({ claims }))).not.toContain('999990019');
    }
  });
});

describe('a provider that does not answer', () => {
  test('IN-01 is a failure of its own, and works again when it is back', async () => {
    const { issuer } = provider;
    const wrong = new URL(issuer);
    wrong.port = '1';
    const dead = createOidcClient({ ...common(), issuer: wrong.origin, profile: digid({ level: 'midden' }) });
    expect(await dead.begin()).toEqual(refused('unavailable'));
    expect(await answer({ token: { status: 503, body: 'down', type: 'text/plain' } })).toEqual(refused('unavailable'));
    expect(await answer({ token: { status: 200, body: 'not json' } })).toEqual(refused('failed'));
    expect(await answer({ token: { status: 400, body: '{"error":"invalid_grant"}' } })).toEqual(refused('expired'));
    expect(await answer({ token: { status: 401, body: '{"error":"invalid_client"}' } })).toEqual(refused('failed'));
    expect(await answer({})).toMatchObject({ kind: 'digid' });
  });

  test('IN-01 plain http is refused unless it was allowed', async () => {
    const strict = createOidcClient({
      ...common(),
      allowInsecure: false,
      issuer: provider.issuer,
      profile: digid({ level: 'midden' }),
    });
    expect(await strict.begin()).toMatchObject({ refused: true });
  });

  test('IN-01 what was discovered is kept, and asked again after an hour', async () => {
    const clock = fixedClock('2026-11-23T10:00:00Z');
    const own = await openProvider(CLIENT, await publicEncryptionKey(keys));
    const kept = createOidcClient({ ...common(), clock, issuer: own.issuer, profile: digid({ level: 'midden' }) });
    expect(await kept.begin()).toHaveProperty('url');
    await own.close();
    expect(await kept.begin()).toHaveProperty('url');
    clock.set('2026-11-23T12:00:00Z');
    // Gone meanwhile: what was known still serves.
    expect(await kept.begin()).toHaveProperty('url');
  });
});

describe('employees', () => {
  const staffClaims = { sub: 'e1', name: 'dr. S. Okafor', organisation: 'duinzicht', roles: ['doctor'] };

  async function staffAnswer(claims: Record<string, unknown>, encryption: Misdeeds['encryption'] = 'no') {
    const staff = createOidcClient({ ...common(), issuer: provider.issuer, profile: employee() });
    const begun = await staff.begin();
    if (isSignInFailure(begun)) throw new Error(begun.reason);
    const { nonce, state } = begun.transaction;
    provider.behave({ claims: { ...staffClaims, ...claims }, ...(encryption && { encryption }) }, nonce);
    return staff.finish(`${BACK}?${new URLSearchParams({ code: 'c', state })}`, begun.transaction);
  }

  test('IN-18 roles and clinics come from the claims; no level is asked', async () => {
    expect(await staffAnswer({ clinics: ['orthopedie'], function: 'Orthopedisch chirurg' })).toEqual({
      kind: 'employee',
      subject: 'e1',
      name: 'dr. S. Okafor',
      organisation: 'duinzicht',
      roles: ['doctor'],
      clinics: ['orthopedie'],
      function: 'Orthopedisch chirurg',
    });
    expect(await staffAnswer({})).toMatchObject({ clinics: [] });
  });

  test.each<[string, Record<string, unknown>]>([
    ['without a name', { name: undefined }],
    ['without an organisation', { organisation: undefined }],
    ['without roles', { roles: undefined }],
    ['with a role that is no list', { roles: 'doctor' }],
  ])('IN-18 an employee %s is refused', async (_title, claims) => {
    expect(await staffAnswer(claims)).toEqual(refused('failed'));
  });
});
