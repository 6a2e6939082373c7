import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeys, type Keys } from '../src/platform/keys';
import { type Clock, fixedClock, systemClock } from '../src/platform/time';
import {
  type BeginOptions,
  createOidcClient,
  digid,
  employee,
  type IdentityAssertion,
  isSignInFailure,
  type OidcClient,
} from '../src/sign-in/oidc';
import { Browser } from './browser.test-support';
import { loadPeople } from './people';
import { start } from './start';

export const PORTAL = 'http://duinzicht.localhost:4200';

/** Simulators on free ports, a portal's published keys, and that portal's clients. */
export type Scene = Awaited<ReturnType<typeof openScene>>;

export async function openScene() {
  const folder = mkdtempSync(join(tmpdir(), 'inzage-scene-'));
  const keys = await createKeys(join(folder, 'keys.json'));
  const portal = await publish(keys);
  const troubles: string[] = [];
  // The simulators' time: it can be moved, the protocol's own times cannot.
  const clock = fixedClock(systemClock.now());
  const simulators = await start({
    mode: 'test',
    digidPort: 0,
    staffPort: 0,
    people: loadPeople(),
    portalOrigin: (slug) => `http://${slug}.localhost:4200`,
    jwksUri: `http://127.0.0.1:${(portal.address() as AddressInfo).port}/.well-known/jwks.json`,
    clock,
    log: (line) => troubles.push(line),
  });
  const common = { keys, clock: systemClock satisfies Clock, allowInsecure: true };
  return {
    ...simulators,
    keys,
    clock,
    troubles,
    digid: createOidcClient({
      ...common,
      issuer: simulators.digidIssuer,
      clientId: 'inzage-duinzicht',
      redirectUri: `${PORTAL}/inloggen/digid/terug`,
      profile: digid({ level: 'midden' }),
    }),
    staff: createOidcClient({
      ...common,
      issuer: simulators.staffIssuer,
      clientId: 'inzage-werkplek-duinzicht',
      redirectUri: `${PORTAL}/werkplek/inloggen/terug`,
      profile: employee(),
    }),
    close: async () => {
      await simulators.close();
      portal.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Begins with a client and opens the provider's first page; `finish` takes what the browser came back with. */
export async function arrive<A extends IdentityAssertion>(client: OidcClient<A>, options?: BeginOptions) {
  const begun = await client.begin(options);
  if (isSignInFailure(begun)) throw new Error(begun.reason);
  const browser = new Browser(PORTAL);
  await browser.open(begun.url);
  return { browser, ...begun, finish: () => client.finish(browser.url, begun.transaction) };
}

function publish(keys: Keys): Promise<Server> {
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(keys.publicJwks()));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
