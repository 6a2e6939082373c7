import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangePlaces } from './range';

describe('the places on a range bar', () => {
  test('a value just under the range lies just left of the band', () => {
    const places = rangePlaces(8.4, { low: 8.5, high: 11 });
    expect(places?.bandFrom).toBeCloseTo(1 / 3);
    expect(places?.bandTo).toBeCloseTo(2 / 3);
    expect(places?.mark).toBeCloseTo((8.4 - 6) / 7.5);
    expect(places?.limits).toEqual({ low: true, high: true });
  });

  test('a range with one end reaches to the end of the bar', () => {
    expect(rangePlaces(6, { high: 10 })).toMatchObject({ bandFrom: 0, limits: { low: false, high: true } });
    expect(rangePlaces(78, { low: 60 })).toMatchObject({ bandTo: 1, limits: { low: true, high: false } });
  });

  test.each([
    ['no range', 5, {}],
    ['a range upside down', 5, { low: 9, high: 3 }],
    ['a range of no width', 5, { low: 3, high: 3 }],
    ['no number', Number.NaN, { low: 3, high: 9 }],
    ['an endless range', 5, { low: 3, high: Number.POSITIVE_INFINITY }],
  ])('%s gives nothing to draw', (_, value, range) => expect(rangePlaces(value, range)).toBeUndefined());

  test('the mark lies in the band exactly when the value lies in the range', () => {
    const number = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.01, max: 500, noNaN: true }), (value, low, size) => {
        const places = rangePlaces(value, { low, high: low + size });
        if (places === undefined) return low + size <= low;
        const near = (a: number, b: number) => Math.abs(a - b) < 0.021;
        if (value < low) return places.mark <= places.bandFrom || near(places.mark, places.bandFrom);
        if (value > low + size) return places.mark >= places.bandTo || near(places.mark, places.bandTo);
        return places.mark >= places.bandFrom - 0.021 && places.mark <= places.bandTo + 0.021;
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});
