/**
 * Every route × every kind of viewer, through HTTP. What each viewer may is written here by hand; what each route asks
 * is what the route declares. A route that declares too little, or answers otherwise, fails.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import accessLogTexts from '../../locales/nl/access-log.json';
import { abilities, type RecordRight, type Role, recordRights } from '../../src/access';
import { house } from '../../src/app';
import { demoRooms } from '../../src/demo-rooms';
import { isStaffRecord, type Mounted, mountedRoutes, type Route } from '../../src/house';
import { uuidv7 } from '../../src/platform/database';
import { type WrittenLog, writtenLog } from '../support/audit';
import { type TestDatabase, withDatabase } from '../support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../support/people';
import { type Browser, type Portal, startPortal } from '../support/portal';

const NOW = '2026-12-03T12:00:00Z';
const routes = mountedRoutes([...house, ...demoRooms]);

/** One kind of viewer: how to be it, and what it may, by hand. */
interface Viewer {
  readonly signIn: () => Promise<Browser>;
  /** A person's own record. */
  readonly own?: { kind: string; rights: readonly RecordRight[] };
  /** Another's record, that of `target`. */
  readonly other?: { kind: string; rights: readonly RecordRight[] };
  /** An employee: what the roles hold of a record with which there is a relation, and what they may do beside it. */
  readonly staff?: { rights: readonly RecordRight[]; abilities: readonly string[] };
  readonly person?: true;
  readonly target: () => TestPatient;
}

const all = recordRights;
const asProxy = all.filter((right) => !['proxies', 'personal', 'settings'].includes(right));
const asParent = all.filter((right) => right !== 'settings');
const care: RecordRight[] = [
  'appointments',
  'results',
  'record',
  'medication',
  'messages',
  'questionnaires',
  'documents',
  'personal',
];

let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
let log: WrittenLog;
let here: TestOrganisation;
let elsewhere: TestOrganisation;
const patients: Record<string, TestPatient> = {};
const things = new Map<string, Record<string, string>>();

const patient = (name: string): TestPatient => {
  const found = patients[name];
  if (found === undefined) throw new Error(`no patient ${name}`);
  return found;
};

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  elsewhere = await people.organisation('maasoever');
  const rows = {
    tromp: {},
    neighbour: { family_name: 'Smit' },
    unverified: { bsn_verified_at: null },
    child: { birth_date: '2018-06-01' },
    twelve: { birth_date: '2014-12-03' },
    deceased: { deceased_on: '2026-12-01' },
  };
  for (const [name, row] of Object.entries(rows)) patients[name] = await here.patient(row);
  patients.theirs = await elsewhere.patient();
  for (const owner of Object.values(patients)) {
    const organisation = owner === patients.theirs ? elsewhere : here;
    const uitslag = await organisation.result(owner);
    const komend = await organisation.result(owner, { visible_from: null });
    const afspraak = await organisation.appointment(owner, '2026-12-10T09:00:00Z');
    things.set(owner.id, { uitslag, komend, afspraak });
    if (owner !== patients.neighbour) await organisation.relation('interne', owner);
  }
  portal = await startPortal(database, NOW);
  log = writtenLog(database);
});
afterAll(async () => {
  await log.close();
  await portal.close();
  await people.close();
  await database.close();
});

const asPatient = (name: string) => () => portal.person(here.slug, patient(name).person);

/** Somebody who is no patient here, with a grant to a record. */
const withGrant = (name: string, row: Parameters<TestOrganisation['grant']>[2]) => {
  let person: Promise<string> | undefined;
  const make = async () => {
    const id = await here.person();
    await here.grant(id, patient(name), row);
    return id;
  };
  return async () => {
    person ??= make();
    return portal.person(here.slug, await person);
  };
};

const asEmployee = (roles: Role[], clinics: string[] = ['interne']) => {
  const made = new Map<string, ReturnType<TestOrganisation['employee']>>();
  return async () => {
    const employee = made.get('one') ?? here.employee(roles, clinics);
    made.set('one', employee);
    return portal.employee(here.slug, await employee);
  };
};

const tromp = () => patient('tromp');
const staff = (roles: Role[], rights: readonly RecordRight[], can: string[]): Viewer => ({
  signIn: asEmployee(roles),
  staff: { rights, abilities: can },
  target: tromp,
});

const viewers: Record<string, Viewer> = {
  nobody: { signIn: async () => portal.anonymous(here.slug), target: tromp },
  'the patient': { signIn: asPatient('tromp'), person: true, own: { kind: 'self', rights: all }, target: tromp },
  'a patient with limited access': {
    signIn: asPatient('unverified'),
    person: true,
    own: { kind: 'limited', rights: ['appointments'] },
    target: tromp,
  },
  'another patient': {
    signIn: asPatient('neighbour'),
    person: true,
    own: { kind: 'self', rights: all },
    target: tromp,
  },
  'a child under 12': {
    signIn: asPatient('child'),
    person: true,
    own: { kind: 'limited', rights: ['appointments'] },
    target: tromp,
  },
  'a patient after death': { signIn: asPatient('deceased'), person: true, target: tromp },
  'a proxy': { signIn: withGrant('tromp', {}), person: true, other: { kind: 'proxy', rights: asProxy }, target: tromp },
  'a narrowed proxy': {
    signIn: withGrant('tromp', { rights: ['appointments'] }),
    person: true,
    other: { kind: 'proxy', rights: ['appointments'] },
    target: tromp,
  },
  'a proxy whose access ended': {
    signIn: withGrant('tromp', { ended_at: new Date('2026-12-01') }),
    person: true,
    target: tromp,
  },
  'a proxy whose time is over': {
    signIn: withGrant('tromp', { valid_until: new Date(NOW) }),
    person: true,
    target: tromp,
  },
  'the proxy of somebody who died': {
    signIn: withGrant('deceased', {}),
    person: true,
    target: () => patient('deceased'),
  },
  'a proxy, at another’s record': { signIn: withGrant('tromp', {}), person: true, target: () => patient('neighbour') },
  'a parent': {
    signIn: withGrant('child', { basis: 'parent' }),
    person: true,
    other: { kind: 'parent', rights: asParent },
    target: () => patient('child'),
  },
  'a parent after the 12th birthday': {
    signIn: withGrant('twelve', { basis: 'parent' }),
    person: true,
    target: () => patient('twelve'),
  },
  'a legal representative': {
    signIn: withGrant('tromp', { basis: 'legal' }),
    person: true,
    other: { kind: 'legal', rights: asParent },
    target: tromp,
  },
  'a doctor': staff(['doctor'], care, ['find-patient', 'open-emergency', 'decide-results']),
  'a doctor without relation': {
    ...staff(['doctor'], [], ['find-patient', 'open-emergency', 'decide-results']),
    target: () => patient('neighbour'),
  },
  'a doctor of another clinic': {
    ...staff(['doctor'], [], ['find-patient', 'open-emergency', 'decide-results']),
    signIn: asEmployee(['doctor'], ['kno']),
  },
  'a nurse': staff(['nurse'], care, ['find-patient', 'open-emergency']),
  'an assistant': staff(['assistant'], care, ['find-patient']),
  'a planner': staff(['planner'], ['appointments'], ['find-patient']),
  reception: staff(['reception'], [], ['find-patient', 'verify-bsn']),
  'a desk': staff(['desk'], [], ['find-patient']),
  'the information department': staff(['information'], [], ['find-patient']),
  'the help desk': staff(['helpdesk'], [], []),
  'a manager': staff(['manager'], [], []),
  'the privacy officer': staff(['privacy'], [], ['review-log']),
  'an employee without any role': staff([], [], []),
  'a doctor of another organisation': { signIn: () => sessionOfElsewhere('employee'), target: tromp },
  'a patient of another organisation': { signIn: () => sessionOfElsewhere('person'), target: tromp },
};

/** A session that is alive over there, shown here. */
async function sessionOfElsewhere(kind: 'person' | 'employee'): Promise<Browser> {
  const there =
    kind === 'person'
      ? await portal.person(elsewhere.slug, patient('theirs').person)
      : await portal.employee(elsewhere.slug, await elsewhere.employee(['doctor', 'privacy'], ['interne']));
  return portal.anonymous(here.slug, { cookie: there.cookie });
}

type Outcome = 'open' | 'opens' | 'signs in' | 'silent' | 'own refusal' | 'not found';

/** What must happen, from what the route declares and what the viewer may. */
function expected({ route, path }: Mounted, viewer: Viewer): Outcome {
  const employee = viewer.staff !== undefined;
  switch (route.door) {
    case 'none':
      return 'open';
    case 'session': {
      const fits = (viewer.person && route.who !== 'employee') || (employee && route.who !== 'person');
      return fits ? 'opens' : route.background ? 'silent' : 'signs in';
    }
    case 'record': {
      if (isStaffRecord(route)) {
        if (!viewer.staff) return 'signs in';
        const { rights: held, abilities: can } = viewer.staff;
        const able = route.ability === undefined || can.includes(route.ability);
        return able && held.length > 0 && route.rights.every((right) => held.includes(right)) ? 'opens' : 'not found';
      }
      if (!viewer.person) return 'signs in';
      const own = !path.startsWith('/namens/');
      const as = own ? viewer.own : viewer.other;
      const may =
        as !== undefined &&
        (route.for as string[]).includes(as.kind) &&
        route.rights.every((right) => as.rights.includes(right));
      return may ? 'opens' : own ? 'own refusal' : 'not found';
    }
    case 'desk':
    case 'log':
    case 'staff': {
      if (!viewer.staff) return 'signs in';
      const needs = route.door === 'log' ? 'review-log' : route.ability;
      return needs === undefined || viewer.staff.abilities.includes(needs) ? 'opens' : 'not found';
    }
  }
}

/** The address with real things of the target's in it; what nobody knows stays an id that nobody has. */
function fill(path: string, target: TestPatient): string {
  const known: Record<string, string> = { ...things.get(target.id), patient: target.id, taal: 'nl' };
  // What is visible already cannot be held back.
  if (path.endsWith('/tegenhouden')) known.uitslag = known.komend ?? '';
  return path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? uuidv7());
}

const ask = (browser: Browser, route: Route, address: string) =>
  route.method === 'GET' ? browser.get(address) : browser.post(address);

/** Everything of an answer that a reader can see. */
function visible(answer: LightMyRequestResponse) {
  const { date: _, ...headers } = answer.headers;
  return { status: answer.statusCode, headers, body: answer.rawPayload.toString('base64') };
}

describe('PS-01 every route', () => {
  test.each(routes.map(({ route, path }) => [`${route.method} ${path}`, route] as const))(
    '%s declares its door, its rights and for whom',
    (_, route) => {
      expect(route.path.startsWith('/')).toBe(true);
      expect(['GET', 'POST']).toContain(route.method);
      switch (route.door) {
        case 'none':
          expect(route.why.length).toBeGreaterThan(5);
          return;
        case 'session':
          expect(['person', 'employee', 'either']).toContain(route.who);
          return;
        case 'record':
          expect(route.for.length).toBeGreaterThan(0);
          // A page is either the patient's side's or the care team's: never both at one address.
          expect(route.for.includes('staff') && route.for.length > 1).toBe(false);
          for (const right of [...route.rights, ...route.also]) expect(recordRights).toContain(right);
          break;
        case 'staff':
          expect(route.why.length).toBeGreaterThan(5);
          break;
        case 'desk':
          expect(abilities).toContain(route.ability);
          break;
        case 'log':
          break;
        default:
          throw new Error(`a route without a door: ${JSON.stringify(route)}`);
      }
      expect(route.what).toMatch(/^[a-z-]+\.[a-z-]+$/);
    },
  );

  test('opens something of the record, except the overview, which shows what the reader holds', () => {
    const empty = routes.filter(({ route }) => route.door === 'record' && route.rights.length === 0);
    expect(empty.map(({ path }) => path)).toEqual(['/overzicht', '/namens/:patient/overzicht']);
  });

  test('DO-09 that opens a door is in the log in words', () => {
    const doors = routes.filter(
      ({ route }) => route.door === 'record' || route.door === 'desk' || route.door === 'log',
    );
    const keys = doors.map(({ route }) => ('what' in route ? `what-${route.what.replaceAll('.', '-')}` : ''));
    expect(keys.filter((key) => !(key in accessLogTexts))).toEqual([]);
  });

  test('is served as it is declared, and nothing else is served', () => {
    const declared = routes.map(({ path }) => path);
    const fixed = ['/.well-known/jwks.json', '/gezond', '/ontwikkelaars/galerij'];
    const files = /^\/assets\/(theme-[a-z]+-[0-9a-f]+\.css|mark-[a-z]+\.svg)$/;
    // The built files stand behind /assets/*, which the drawing shows without its folder.
    expect(portal.server.hasRoute({ method: 'GET', url: '/*' })).toBe(false);
    const rest = servedBy(portal.server.printRoutes({ commonPrefix: false })).filter(
      (path) => path !== '/*' && !files.test(path),
    );
    const unnamed = (paths: string[]) => [...new Set(paths.map((path) => path.replace(/:\w+/g, ':')))].sort();
    expect(unnamed(rest)).toEqual(unnamed([...declared, ...fixed]));
  });
});

/** The addresses in Fastify's drawing of its routes: a tree, four characters a level, parameters of one place with '|'. */
function servedBy(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, name = '', methods] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
    if (indent === undefined) return [];
    const level = indent.length / 4;
    const path = `${above[level - 1] ?? ''}${name.replace(/\|:\w+/g, '')}`;
    above[level] = path;
    return methods === undefined ? [] : [path];
  });
}

type Answers = Record<string, string>;

describe('PS-01 ST-04 every route, as each kind of viewer', () => {
  test.each(Object.entries(viewers))('%s', async (name, viewer) => {
    const wanted: Answers = {};
    const given: Answers = {};
    for (const mounted of routes.filter(({ route }) => !(route.door === 'none' && route.site === 'chooser'))) {
      const key = `${mounted.route.method} ${mounted.path}`;
      wanted[key] = expected(mounted, viewer);
      given[key] = await walk(mounted, viewer, ownThings[name] ?? 'tromp', wanted[key]);
    }
    expect(given).toEqual(wanted);
  });
});

/** Whose things stand in the address of an own page: the viewer's own, so that they exist. */
const ownThings: Record<string, string> = {
  'a patient with limited access': 'unverified',
  'another patient': 'neighbour',
  'a child under 12': 'child',
};

/** Asks for one route, and says what happened; where it is not what was to happen, with what the answer was. */
async function walk({ route, path }: Mounted, viewer: Viewer, own: string, wanted: string): Promise<string> {
  const others = path.startsWith('/namens/') || path.startsWith('/werkplek/');
  const address = fill(path, others ? viewer.target() : patient(own));
  const browser = await viewer.signIn();
  const answer = await ask(browser, route, address);
  const lines = await log.since();
  const outcome =
    answer.headers['cache-control'] === 'no-store' ? outcomeOf(route, answer, lines, path) : 'may be kept';
  if (outcome === 'not found' && !isDeepStrictEqual(visible(answer), visible(await ask(browser, route, '/is-er-niet'))))
    return 'another page than what does not exist';
  return outcome === wanted ? outcome : `${outcome} (${answer.statusCode}, ${lines.join(' / ') || 'no line'})`;
}

function outcomeOf(route: Route, answer: LightMyRequestResponse, lines: readonly string[], path: string): string {
  const status = answer.statusCode;
  const what = 'what' in route ? route.what : '';
  const about = lines.filter((line) => line.includes(` ${what}`));
  const denied = lines.filter((line) => line.includes(` denied ${what}`));
  if (route.door === 'none') return status === 404 || status === 403 ? 'shut' : 'open';
  if (lines.length === 0 && status === 401) return 'silent';
  if (
    lines.length === 0 &&
    status === 303 &&
    /^\/(werkplek\/)?inloggen\?terug=%2F/.test(String(answer.headers.location))
  )
    return 'signs in';
  if (lines.length === 1 && denied.length === 1 && status === 403) return 'own refusal';
  if (lines.length === 1 && denied.length === 1 && status === 404) return 'not found';
  const logged = route.door === 'session' || route.door === 'staff' || about.length === 1;
  // What a page shows of something that nobody has is that it is not there: the door opened all the same.
  const shown = [200, 204, 303, 422, ...(path.includes(':id') ? [404] : [])].includes(status);
  return lines.every((line) => !line.includes(' denied ')) && logged && shown ? 'opens' : 'something else';
}

describe('PS-01 what may not be read looks like what does not exist', () => {
  test('at /namens, at the workplace and in a record: unknown, strange and foreign ids', async () => {
    const person = await portal.person(here.slug, patient('tromp').person);
    const employee = await asEmployee(['doctor'])();
    const foreign = patient('theirs');
    const nowhere = visible(await person.get('/deze-bladzijde-bestaat-niet'));
    const ids = [uuidv7(), patient('neighbour').id, foreign.id, patient('tromp').id, 'x', '%27', 'A'.repeat(150)];
    for (const id of ids) {
      for (const address of [`/namens/${id}/uitslagen`, `/namens/${id}/overzicht`, `/namens/${id}/bestaat-niet`])
        expect(visible(await person.get(address)), address).toEqual(nowhere);
      expect(visible(await person.get(`/uitslagen/${id}`)), `/uitslagen/${id}`).toEqual(nowhere);
    }
    const strange = things.get(patient('neighbour').id);
    const theirs = things.get(foreign.id);
    for (const id of [strange?.uitslag, strange?.afspraak, theirs?.uitslag, things.get(tromp().id)?.afspraak])
      expect(visible(await person.get(`/uitslagen/${id}`))).toEqual(nowhere);
    for (const id of [strange?.uitslag, strange?.afspraak, theirs?.afspraak, things.get(tromp().id)?.uitslag])
      expect(visible(await person.get(`/afspraken/${id}`))).toEqual(nowhere);
    for (const id of [uuidv7(), patient('neighbour').id, foreign.id, 'x'])
      expect(visible(await employee.get(`/werkplek/patient/${id}/uitslagen`))).toEqual(nowhere);
  });
});
