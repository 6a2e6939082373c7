import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from './summary-shares';

test('DO-01 what fits is all shown', () => {
  expect(
    shares([
      { count: 3, most: 12 },
      { count: 0, most: 12 },
      { count: 20, most: 16 },
    ]),
  ).toEqual([3, 0, 16]);
});

test('DO-01 what does not fit one sheet is taken from the longest, never more than needed', () => {
  const parts = fc.array(fc.record({ count: fc.nat({ max: 40 }), most: fc.integer({ min: 4, max: 20 }) }), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(parts, (given) => {
      const shown = shares(given);
      const wanted = given.map(({ count, most }) => Math.min(count, most));
      const total = shown.reduce((sum, share) => sum + share, 0);
      const all = wanted.reduce((sum, share) => sum + share, 0);
      expect(total).toBe(Math.min(all, 46));
      const cut = shown.filter((share, index) => share < (wanted[index] ?? 0));
      expect(shown.every((share, index) => share <= (wanted[index] ?? 0))).toBe(true);
      if (cut.length > 0) expect(Math.max(...shown) - Math.min(...cut)).toBeLessThanOrEqual(1);
    }),
    { seed: 20261123 },
  );
});
