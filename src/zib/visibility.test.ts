import { expect, test } from 'vitest';
import { visibilityOf } from './index';

const at = new Date('2026-11-23T09:00:00Z');
const entry = {
  visibleFrom: new Date('2026-11-01T00:00:00Z'),
  keptFrom: [],
  effectiveOn: '2026-10-01',
  location: null,
};

test.each([
  ['seen', {}, undefined, 'on'],
  ['later', { visibleFrom: new Date('2026-12-01T00:00:00Z') }, undefined, 'wait'],
  ['kept from the patient, whatever its date', { keptFrom: ['patient'] }, undefined, 'kept'],
  ['kept from proxies alone: the patient sees it', { keptFrom: ['proxy'] }, undefined, 'on'],
  ['from before the record began', { visibleFrom: null, effectiveOn: '2014-01-01' }, '2015-01-01', 'before-start'],
  ['never, and not for its date', { visibleFrom: null }, '2015-01-01', 'never'],
  ['never, no date at all', { visibleFrom: null, effectiveOn: null }, '2015-01-01', 'never'],
] as const)('DO-10 what the care team reads of an entry: %s', (_, change, start, state) => {
  expect(visibilityOf({ ...entry, ...change }, start, at)).toBe(state);
});
