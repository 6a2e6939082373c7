import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createServer } from '../platform/http';
import { texts } from '../platform/i18n';
import {
  mount,
  mountedRoutes,
  type Program,
  page,
  pathsOf,
  type Route,
  recordAction,
  recordPage,
  room,
  staffRecordAction,
  staffRecordPage,
} from './index';
import { problemReference } from './problem';
import { birthDateInWords, formalName, greetingName, patientNumber } from './words';

const handle = async () => page('x', 'x' as never);
const open = (
  path: string,
  site: 'organisation' | 'chooser' = 'organisation',
  method: 'GET' | 'POST' = 'GET',
): Route => ({
  door: 'none',
  why: 'for the test',
  site,
  method,
  path,
  handle,
});
const results = { path: '/uitslagen', rights: ['results'], what: 'results.list', handle } as const;

describe('PR-08 where a route is found', () => {
  test.each<[string, Route, string[]]>([
    [
      'a page of the patient’s side: the own record, and another’s',
      recordPage(results),
      ['/uitslagen', '/namens/:patient/uitslagen'],
    ],
    ['what one does there', recordAction(results), ['/uitslagen', '/namens/:patient/uitslagen']],
    [
      'a page of the care team: at the workplace alone',
      staffRecordPage(results),
      ['/werkplek/patient/:patient/uitslagen'],
    ],
    ['what the care team does there', staffRecordAction(results), ['/werkplek/patient/:patient/uitslagen']],
    ['anything else: as it is written', open('/inloggen'), ['/inloggen']],
  ])('%s', (_, route, paths) => {
    expect(pathsOf(route)).toEqual(paths);
    expect(mountedRoutes([room({ name: 'x', routes: [route] })]).map(({ path }) => path)).toEqual(paths);
  });

  test('PS-01 what a page does not say, it is not: no limited reader, nothing kept, a page reads and an action changes', () => {
    const kinds = ['self', 'proxy', 'parent', 'legal'];
    expect(recordPage(results)).toMatchObject({ method: 'GET', action: 'R', for: kinds, also: [], keeps: [] });
    expect(recordAction(results)).toMatchObject({ method: 'POST', action: 'U', for: kinds });
    expect(staffRecordPage(results)).toMatchObject({ method: 'GET', action: 'R', for: ['staff'] });
    expect(staffRecordAction({ ...results, ability: 'decide-results' })).toMatchObject({
      method: 'POST',
      for: ['staff'],
      ability: 'decide-results',
    });
  });
});

describe('PS-01 two rooms', () => {
  let server: FastifyInstance;
  beforeEach(async () => {
    server = await createServer({ https: false, trustedProxies: [], sheds: false });
  });
  afterEach(() => server.close());
  const mountAll = (...routes: Route[][]) =>
    mount(
      server,
      {} as Program,
      routes.map((own, index) => room({ name: `room ${index}`, routes: own })),
    );

  test('cannot declare the same address', () => {
    expect(() => mountAll([open('/hulp')], [open('/hulp')])).toThrow('two rooms declare GET /hulp');
    expect(() => mountAll([recordPage(results)], [open('/uitslagen')])).toThrow('two rooms declare GET /uitslagen');
    expect(() => mountAll([recordPage(results)], [open('/namens/:patient/uitslagen')])).toThrow('two rooms declare');
    expect(() => mountAll([open('/hulp'), open('/hulp')])).toThrow('two rooms declare GET /hulp');
    expect(() => mountAll([open('/', 'chooser')], [open('/', 'chooser')])).toThrow('two rooms declare GET /');
    expect(() => mountAll([open('/hulp/:vraag')], [open('/hulp/:antwoord')])).toThrow(/already declared/);
  });

  test('can share an address between reading and sending, and between the chooser and an organisation', () => {
    mountAll([open('/'), open('/hulp')], [open('/hulp', 'organisation', 'POST'), open('/', 'chooser')]);
    expect(server.hasRoute({ method: 'GET', url: '/' })).toBe(true);
  });
});

describe('HO-01 how people are called', () => {
  const t = texts('nl');
  const at = new Date('2026-12-03T12:00:00Z');
  const owner = {
    id: 'x',
    number: '4118207',
    name: { family: 'Putten', prefix: 'van', initials: 'J.P.', given: 'Jo' },
    sex: 'female' as const,
    birthDate: '1957-03-14' as string | null,
    deceasedOn: null,
    bsnVerified: true,
  };

  test.each([
    [{}, 'Mevrouw J.P. van Putten', 'mevrouw Van Putten'],
    [{ sex: 'male' as const }, 'De heer J.P. van Putten', 'meneer Van Putten'],
    [{ sex: 'other' as const }, 'J.P. van Putten', 'J.P. van Putten'],
    [{ sex: 'unknown' as const, birthDate: null }, 'J.P. van Putten', 'J.P. van Putten'],
    [{ birthDate: '2010-12-04' }, 'Jo van Putten', 'Jo'],
    [{ birthDate: '2010-12-03' }, 'Mevrouw J.P. van Putten', 'mevrouw Van Putten'],
    [
      { birthDate: '2015-01-01', name: { family: 'Putten', prefix: null, initials: 'J.', given: null } },
      'J. Putten',
      'mevrouw Putten',
    ],
  ])('%j: %s, greeted as %s', (change, formal, greeting) => {
    expect(formalName(t, { ...owner, ...change }, at)).toBe(formal);
    expect(greetingName(t, { ...owner, ...change }, at)).toBe(greeting);
  });

  test('numbers in threes, other shapes as they are; an unknown birth date says so', () => {
    expect(patientNumber('4118207')).toBe('4\u00a0118\u00a0207');
    expect(patientNumber('12345')).toBe('12345');
    expect(patientNumber('A-4118207')).toBe('A-4118207');
    expect(birthDateInWords(t, { ...owner, birthDate: null })).not.toMatch(/null|undefined/);
  });
});

describe('HO-06 the name of a failure', () => {
  test('can be read out on the phone, and spells no word', () => {
    const made = Array.from({ length: 500 }, problemReference);
    for (const reference of made) expect(reference).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ2-9]{8}$/);
    expect(new Set(made).size).toBe(made.length);
  });
});
