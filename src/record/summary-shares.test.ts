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

test('DO-01 what does not fit one sheet is taken from the fullest, never more than needed', () => {
  const parts = fc.array(fc.record({ count: fc.nat({ max: 40 }), most: fc.integer({ min: 4, max: 20 }) }), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(parts, (given) => {
      const shown = shares(given);
      const wanted = given.map(({ count, most }) => Math.min(count, most));
      const total = shown.reduce((sum, share) => sum + share, 0);
      const all = wanted.reduce((sum, share) => sum + share, 0);
      expect(total).toBe(Math.min(all, 28));
      for (const [index, share] of shown.entries()) {
        const most = given[index]?.most ?? 1;
        expect(share).toBeLessThanOrEqual(wanted[index] ?? 0);
        // What gave way was, before it did, at least as full as any is now.
        if (share < (wanted[index] ?? 0))
          for (const [other, its] of shown.entries())
            expect((share + 1) / most).toBeGreaterThanOrEqual(its / (given[other]?.most ?? 1));
      }
    }),
    { seed: 20261123 },
  );
});
