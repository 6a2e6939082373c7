/**
 * Every route × every kind of viewer, through HTTP. What each viewer may is written in viewers.ts; what each route asks
 * is what the route declares. A route that declares too little, or answers otherwise, fails.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, test } from 'vitest';
import { house } from '../../src/app';
import { isStaffRecord, type Mounted, mountedRoutes, type Route } from '../../src/house';
import { uuidv7 } from '../../src/platform/database';
import type { TestPatient } from '../support/people';
import type { Browser } from '../support/portal';
import { asEmployee, patient, things, tromp, useViewers, type Viewer, viewers } from './viewers';

const routes = mountedRoutes(house);
const { portal, log, here } = useViewers();

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
  const known: Record<string, string> = { ...things.get(target.id), patient: target.id, taal: 'nl', folder: 'ct-scan' };
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

type Answers = Record<string, string>;

describe('PS-01 ST-04 every route, as each kind of viewer', () => {
  test.each(Object.entries(viewers))('%s', async (name, viewer) => {
    const wanted: Answers = {};
    const given: Answers = {};
    for (const mounted of routes) {
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
  const lines = await log().since();
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
    const person = await portal().person(here().slug, patient('tromp').person);
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
