import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpretation } from './interpretation';

const range = { low: 7.5, high: 10 };

describe('RE-01 words for a value', () => {
  test.each([
    [8.4, 'in'],
    [7.5, 'in'],
    [10, 'in'],
    [7.4, 'slightly-low'],
    [7.25, 'slightly-low'],
    [7.2, 'low'],
    [10.25, 'slightly-high'],
    [10.3, 'high'],
  ])('%d in the range 7.5 to 10 is %s', (value, words) => {
    expect(interpretation(value, range)).toBe(words);
  });

  test('with one limit, near is a tenth of that limit', () => {
    expect(interpretation(5.4, { high: 5 })).toBe('slightly-high');
    expect(interpretation(5.6, { high: 5 })).toBe('high');
    expect(interpretation(89, { low: 90 })).toBe('slightly-low');
    expect(interpretation(40, { low: 90 })).toBe('low');
    expect(interpretation(4, { high: 5 })).toBe('in');
  });

  test('the source’s own code goes first', () => {
    expect(interpretation(12, range, ['N'])).toBe('in');
    expect(interpretation(8.4, range, ['L'])).toBe('low');
    expect(interpretation(7.4, range, ['LL'])).toBe('very-low');
    expect(interpretation(undefined, undefined, ['HH'])).toBe('very-high');
    expect(interpretation(undefined, undefined, ['A'])).toBe('outside');
    expect(interpretation(undefined, range, ['S', 'H'])).toBe('high');
  });

  test('a plain low or high is softened only when the value is near', () => {
    expect(interpretation(7.4, range, ['L'])).toBe('slightly-low');
    expect(interpretation(10.1, range, ['H'])).toBe('slightly-high');
    expect(interpretation(10.1, range, ['L'])).toBe('low');
  });

  test('nothing is said without a code and a range that can be compared', () => {
    expect(interpretation(8, undefined)).toBeUndefined();
    expect(interpretation(8, {})).toBeUndefined();
    expect(interpretation(undefined, range)).toBeUndefined();
    expect(interpretation(Number.NaN, range)).toBeUndefined();
    expect(interpretation(8, { low: 10, high: 5 })).toBeUndefined();
    expect(interpretation(8, undefined, ['POS', 'constructor'])).toBeUndefined();
  });

  test('low and high are each other’s mirror', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (value, low, width) => {
          const mirrored = interpretation(-value, { low: -(low + width), high: -low });
          const swapped = interpretation(value, { low, high: low + width })?.replace(/low|high/, (side) =>
            side === 'low' ? 'high' : 'low',
          );
          expect(mirrored).toBe(swapped);
        },
      ),
      { seed: 20261203, numRuns: 500 },
    );
  });
});
