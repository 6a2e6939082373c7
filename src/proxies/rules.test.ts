import { describe, expect, test } from 'vitest';
import { recordRights } from '../access';
import { holdsAll, mayAndMayNot, toldRights } from './rules';

describe('PR-03 what somebody may, in words', () => {
  test('every right that is told of is on one of the two sides, in the same order', () => {
    for (const held of [[], recordRights, ['results'], ['settings', 'messages', 'personal']] as const) {
      const { may, mayNot } = mayAndMayNot(held);
      expect([...may, ...mayNot].sort()).toEqual([...toldRights].sort());
      expect(may).toEqual(toldRights.filter((right) => (held as readonly string[]).includes(right)));
    }
  });

  test('everything, for a proxy, is what a proxy can ever hold', () => {
    expect(holdsAll(recordRights)).toBe(true);
    expect(holdsAll(recordRights.filter((right) => right !== 'personal' && right !== 'proxies'))).toBe(true);
    expect(holdsAll(recordRights.filter((right) => right !== 'results'))).toBe(false);
  });
});
