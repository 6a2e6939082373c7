import { compactDecrypt, decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isSignInFailure } from '../src/sign-in/oidc';
import type { Browser } from './browser.test-support';
import { arrive, openScene, PORTAL, type Scene } from './scene.test-support';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const TROMP = { gebruikersnaam: 'w.tromp', wachtwoord: 'oefenen' };

/** Chooses a way of signing in and says who it is. */
async function introduce(browser: Browser, means: string, who = TROMP): Promise<void> {
  await browser.submit(/interactie/, { middel: means });
  await browser.submit(/gegevens/, who);
}

/** Reads the newest code on the simulated phone. */
async function newestCode(): Promise<string> {
  const html = await (await fetch(`${scene.digidIssuer}/telefoon`)).text();
  return /<code>([\d ]+)<\/code>/.exec(html)?.[1] ?? '';
}

describe('the ways of signing in', () => {
  test('IN-01 an app with a PIN gives the BSN at level midden', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'app');
    await browser.submit(/pin/, { pin: '12345' });
    expect(await finish()).toEqual({ kind: 'digid', bsn: '999990019', level: 'midden' });
    expect(scene.troubles).toEqual([]);
  });

  test('IN-01 an app after a check of the document gives level substantieel', async () => {
    const { browser, finish } = await arrive(scene.digid, { level: 'substantieel' });
    await introduce(browser, 'app-document');
    await browser.submit(/pin/, { pin: '12345' });
    expect(browser.status).toBe(422);
    await browser.submit(/pin/, { pin: '12345', document: '1' });
    expect(await finish()).toMatchObject({ bsn: '999990019', level: 'substantieel' });
  });

  test('IN-01 a code by SMS is read on the phone, with the space in it', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'sms');
    const code = await newestCode();
    expect(code).toMatch(/^\d{3} \d{3}$/);
    await browser.submit(/code/, { code });
    expect(await finish()).toMatchObject({ bsn: '999990019', level: 'midden' });
  });

  test('IN-01 a practice BSN signs in without being on the list, no other BSN does', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'app', { gebruikersnaam: '123456782', wachtwoord: '' });
    expect(browser.status).toBe(422);
    await browser.submit(/gegevens/, { gebruikersnaam: '999990020', wachtwoord: '' });
    await browser.submit(/pin/, { pin: '12345' });
    expect(await finish()).toMatchObject({ bsn: '999990020' });
  });

  test('IN-01 nobody is remembered: a second person in the same browser is not mixed up with the first', async () => {
    const first = await arrive(scene.digid);
    await introduce(first.browser, 'app');
    await first.browser.submit(/pin/, { pin: '12345' });
    expect(await first.finish()).toMatchObject({ bsn: '999990019' });
    const second = await scene.digid.begin();
    if (isSignInFailure(second)) throw new Error(second.reason);
    await first.browser.open(second.url);
    await introduce(first.browser, 'app', { gebruikersnaam: 'e.tromp', wachtwoord: 'oefenen' });
    await first.browser.submit(/pin/, { pin: '12345' });
    const who = await scene.digid.finish(first.browser.url, second.transaction);
    expect(who).toMatchObject({ bsn: '999990032' });
  });
});

describe('what goes wrong for a person', () => {
  test('IN-01 cancelling is possible on every page and says so', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'sms');
    await browser.submit(/interactie/, { stop: '1' });
    expect(new URL(browser.url).searchParams.get('error')).toBe('CANCELLED');
    expect(await finish()).toMatchObject({ refused: true, code: 'cancelled' });
  });

  test('IN-01 a wrong password and a way that the person does not have are said on the page', async () => {
    const { browser } = await arrive(scene.digid);
    await introduce(browser, 'app', { gebruikersnaam: 'w.tromp', wachtwoord: 'mis' });
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('id="gebruikersnaam-fout"')]);
    await browser.submit(/gegevens/, { gebruikersnaam: 'g.haddad', wachtwoord: 'oefenen' });
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('Kies een andere manier')]);
  });

  test('IN-01 a wrong code is said beside the field; the third ends the attempt', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'sms');
    const wrong = (await newestCode()) === '111 111' ? '222222' : '111111';
    await browser.submit(/code/, { code: wrong });
    expect(browser.html).toContain('nog 2 keer');
    expect(browser.html).toContain('aria-invalid="true"');
    await browser.submit(/code/, { code: wrong });
    expect(browser.html).toContain('nog 1 keer');
    await browser.submit(/code/, { code: wrong });
    expect(await finish()).toMatchObject({ refused: true, code: 'failed' });
  });

  test('IN-01 a code lives ten minutes; a new one can be asked', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'sms');
    const old = await newestCode();
    const sent = scene.clock.now();
    scene.clock.set(new Date(sent.getTime() + 10 * 60 * 1000));
    await browser.submit(/code/, { code: old });
    scene.clock.set(sent);
    expect(browser.html).toContain('Deze code is verlopen');
    await browser.submit(/code/, { nieuw: '1' });
    await browser.submit(/code/, { verouder: '1' });
    await browser.submit(/code/, { code: await newestCode() });
    expect(browser.html).toContain('Deze code is verlopen');
    await browser.submit(/code/, { nieuw: '1' });
    await browser.submit(/code/, { code: await newestCode() });
    expect(await finish()).toMatchObject({ bsn: '999990019' });
  });

  test('IN-01 a too low level: the provider says so, or sends it and we refuse', async () => {
    const honest = await arrive(scene.digid, { level: 'substantieel' });
    await introduce(honest.browser, 'app');
    await honest.browser.submit(/pin/, { pin: '12345' });
    expect(honest.browser.url).toMatch(/te-laag$/);
    await honest.browser.submit(/te-laag/, { terug: '1' });
    expect(await honest.finish()).toMatchObject({ refused: true, code: 'level-too-low' });

    const stubborn = await arrive(scene.digid, { level: 'hoog' });
    await introduce(stubborn.browser, 'app-document');
    await stubborn.browser.submit(/pin/, { pin: '12345', document: '1' });
    await stubborn.browser.submit(/te-laag/, { toch: '1' });
    expect(stubborn.browser.url).toContain('code=');
    expect(await stubborn.finish()).toEqual({
      refused: true,
      code: 'level-too-low',
      reason: 'substantieel where hoog is required',
    });
  });

  test('IN-01 an expired answer, an answer used twice and a failure are told apart', async () => {
    const late = await arrive(scene.digid);
    await late.browser.submit(/interactie/, { verlopen: '1' });
    expect(await late.finish()).toMatchObject({ code: 'expired' });
    const twice = await arrive(scene.digid);
    await introduce(twice.browser, 'app');
    await twice.browser.submit(/pin/, { pin: '12345' });
    expect(await twice.finish()).toMatchObject({ kind: 'digid' });
    expect(await twice.finish()).toMatchObject({ code: 'expired' });
    const failing = await arrive(scene.digid);
    await failing.browser.submit(/interactie/, { storing: '1' });
    expect(await failing.finish()).toMatchObject({ code: 'failed' });
  });

  test('IN-01 another browser, and an attempt that is over, meet a page that says what to do', async () => {
    const { browser } = await arrive(scene.digid);
    const stranger = await fetch(browser.url);
    expect([stranger.status, await stranger.text()]).toEqual([410, expect.stringContaining('verlopen')]);
    const address = browser.url;
    await browser.submit(/interactie/, { stop: '1' });
    await browser.open(address);
    expect(browser.status).toBe(410);
  });
});

describe('what the simulator gives and asks', () => {
  test('IN-01 the identity token is encrypted and holds the BSN, the level and nothing else of the person', async () => {
    const { browser, finish } = await arrive(scene.digid);
    await introduce(browser, 'app');
    await browser.submit(/pin/, { pin: '12345' });
    const answers: Response[] = [];
    const send = globalThis.fetch;
    const listening = vi.spyOn(globalThis, 'fetch').mockImplementation(async (...call) => {
      const response = await send(...call);
      if (String(call[0]).endsWith('/token')) answers.push(response.clone());
      return response;
    });
    await finish();
    listening.mockRestore();
    const answer = (await answers[0]?.json()) as { id_token: string };
    const opened = await compactDecrypt(answer.id_token, scene.keys.encryption.key);
    expect(opened.protectedHeader).toMatchObject({ alg: 'RSA-OAEP', enc: 'A256GCM' });
    const claims = decodeJwt(new TextDecoder().decode(opened.plaintext));
    const protocol = ['acr', 'aud', 'exp', 'iat', 'iss', 'nonce', 'sub', 'sub_id_type'];
    expect(Object.keys(claims).sort()).toEqual(protocol);
    expect(claims).toMatchObject({ sub: '999990019', sub_id_type: 'urn:nl-eid-gdi:1.0:id:legacy-BSN' });
  });

  test('IN-01 a request that is not signed, or signed by another, is refused', async () => {
    const plain = new URL(`${scene.digidIssuer}/auth`);
    plain.search = new URLSearchParams({
      client_id: 'inzage-duinzicht',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${PORTAL}/inloggen/digid/terug`,
    }).toString();
    const refused = await fetch(plain, { redirect: 'manual' });
    expect(refused.headers.get('location') ?? (await refused.text())).toContain('invalid_request');
    const { url } = await arrive(scene.digid);
    const forged = new URL(url);
    const [header = '', payload = ''] = (forged.searchParams.get('request') ?? '').split('.');
    forged.searchParams.set('request', `${header}.${payload}.${'A'.repeat(342)}`);
    const answer = await fetch(forged, { redirect: 'manual' });
    expect(answer.headers.get('location') ?? (await answer.text())).toContain('invalid_request_object');
  });

  test('IN-01 every page says that it is a simulator and not DigiD, and asks nothing of another host', async () => {
    const { browser } = await arrive(scene.digid, { level: 'substantieel' });
    const pages = [browser.html];
    const keep = () => pages.push(browser.html);
    await browser.submit(/interactie/, { middel: 'sms' });
    keep();
    await browser.submit(/gegevens/, TROMP);
    keep();
    await browser.submit(/code/, { code: await newestCode() });
    keep();
    await browser.open('/telefoon');
    keep();
    await browser.open('/auth?client_id=x');
    keep();
    await browser.open('/interactie/onbekend');
    keep();
    expect(pages).toHaveLength(7);
    for (const page of pages) {
      expect(page).toContain('<b>SIMULATOR</b><span>Dit is niet DigiD.');
      expect(page).not.toMatch(/(src|href)="https?:/);
      expect(page).not.toContain('<script');
    }
  });

  test('IN-01 the pages follow the language that the portal asks', async () => {
    const { browser } = await arrive(scene.digid, { language: 'en' });
    expect(browser.html).toContain('<html lang="en"');
    expect(browser.html).toContain('This is not DigiD.');
  });
});
