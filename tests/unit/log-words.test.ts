import { expect, test } from 'vitest';
import { whatKey } from '../../src/access-log';
import { house } from '../../src/app';
import { mountedRoutes } from '../../src/house';

test('DO-09 whatever a route does with a record, the patient can read it in words', () => {
  const named = mountedRoutes(house).flatMap(({ route }) =>
    'what' in route && route.door !== 'session' ? [route.what] : [],
  );
  expect([...new Set(named)].filter((what) => whatKey(what) === undefined)).toEqual([]);
  expect(named.length).toBeGreaterThan(10);
});
