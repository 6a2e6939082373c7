/** Every route declares its door, its rights and for whom it is; nothing is served that is not declared. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import accessLogTexts from '../../locales/nl/access-log.json';
import { abilities, recordRights } from '../../src/access';
import { house } from '../../src/app';
import { demoRooms } from '../../src/demo-rooms';
import { mountedRoutes } from '../../src/house';
import { type TestDatabase, withDatabase } from '../support/database';
import { type Portal, startPortal } from '../support/portal';

const routes = mountedRoutes([...house, ...demoRooms]);

let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await withDatabase();
  portal = await startPortal(database, '2026-12-03T12:00:00Z');
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

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
