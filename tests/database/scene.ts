/** The running portal with a room of the test: a form in a record, and sign-in with a provider that says what it is told. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { house } from '../../src/app';
import {
  mount,
  page,
  type Room,
  recordAction,
  recordPage,
  redirect,
  room,
  type SessionRoute,
  type Visit,
} from '../../src/house';
import { createServer } from '../../src/platform/http';
import { beginSignIn, finishEmployee, finishPerson } from '../../src/sign-in/actions';
import type { DigidAssertion, EmployeeAssertion, OidcClient } from '../../src/sign-in/oidc';
import { type WrittenLog, writtenLog } from '../support/audit';
import { type TestDatabase, withDatabase } from '../support/database';
import {
  type TestEmployee,
  type TestOrganisation,
  type TestPatient,
  type TestPeople,
  testPeople,
} from '../support/people';
import { type Portal, startPortal } from '../support/portal';

const START = '2026-12-03T12:00:00Z';
export const host = 'duinzicht.localhost:3000';
export const sameOrigin = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
/** Minutes, and milliseconds, after both clocks' beginning. */
export const after = (minutes: number, milliseconds = 0) =>
  new Date(Date.parse(START) + minutes * 60_000 + milliseconds);

type Headers = Record<string, string>;

export class Scene {
  database!: TestDatabase;
  people!: TestPeople;
  portal!: Portal;
  log!: WrittenLog;
  server!: FastifyInstance;
  here!: TestOrganisation;
  there!: TestOrganisation;
  tromp!: TestPatient;
  smit!: TestPatient;
  doctor!: TestEmployee;
  /** What the form's room was asked to do, and for whom. */
  done: { patient: string; text: unknown }[] = [];
  /** Whom the provider says that it is. */
  bsn = '';

  readonly get = (url: string, cookie = '', headers: Headers = {}): Promise<LightMyRequestResponse> =>
    this.server.inject({ method: 'GET', url, headers: { host, cookie, 'accept-language': 'nl', ...headers } });

  readonly post = (url: string, cookie: string, fields: Headers = {}, headers: Headers = sameOrigin) =>
    this.server.inject({
      method: 'POST',
      url,
      headers: { host, cookie, ...headers },
      payload: new URLSearchParams(fields).toString(),
    });

  /** The cookie of somebody who is signed in. */
  readonly signInAs = async (patient = this.tromp) => (await this.portal.person('duinzicht', patient.person)).cookie;
  readonly workAs = async () => (await this.portal.employee('duinzicht', this.doctor)).cookie;
}

/** Both clocks stand at the beginning again before each test. */
export function useScene(): Scene {
  const scene = new Scene();
  beforeAll(async () => {
    scene.database = await withDatabase();
    scene.people = testPeople(scene.database);
    scene.here = await scene.people.organisation('duinzicht');
    scene.there = await scene.people.organisation('maasoever');
    scene.tromp = await scene.here.patient();
    scene.smit = await scene.here.patient({ family_name: 'Smit' });
    scene.doctor = await scene.here.employee(['doctor'], ['interne']);
    scene.portal = await startPortal(scene.database, START);
    scene.log = writtenLog(scene.database);
    scene.server = await createServer({ https: false, trustedProxies: [], sheds: false });
    mount(scene.server, scene.portal.program, [...house, proofRoom(scene)]);
  });
  beforeEach(() => {
    scene.portal.wallClock.set(START);
    scene.portal.careClock.set(START);
    scene.done = [];
  });
  afterAll(async () => {
    await scene.server.close();
    await scene.log.close();
    await scene.portal.close();
    await scene.people.close();
    await scene.database.close();
  });
  return scene;
}

const client = <A>(assertion: () => A) =>
  ({
    begin: async () => ({
      url: 'https://provider.example/',
      transaction: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' },
    }),
    finish: async () => assertion(),
  }) as unknown as OidcClient<DigidAssertion & EmployeeAssertion>;

const digidSaying = (scene: Scene) => client(() => ({ kind: 'digid', bsn: scene.bsn, level: 'midden' }));
const provider = client(() => ({
  kind: 'employee',
  organisation: 'duinzicht',
  subject: 'subject',
  name: 'S. de Boer',
  roles: ['doctor', 'emperor'],
  clinics: ['interne'],
}));

const open = (method: 'GET' | 'POST', path: string, handle: (visit: Visit) => ReturnType<SessionRoute['handle']>) =>
  ({ door: 'none', why: 'a room of the test', site: 'organisation', method, path, handle }) as const;

function proofRoom(scene: Scene): Room {
  const digid = digidSaying(scene);
  return room({
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
          scene.done.push({ patient: record.owner.id, text: (visit.body as Record<string, unknown>).tekst });
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
}
