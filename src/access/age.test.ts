import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, birthdayOn } from '../platform/time';
import { ownAccess, parentAccess, parentAccessLastDay } from './age';

const seed = 20261203;
const ends = { parentAt12: 'ends' } as const;
const goesOn = { parentAt12: 'goes-on' } as const;
const birthDates = fc.oneof(
  fc
    .date({ min: new Date('2005-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2008-02-29', '2012-02-29', '2016-02-29'),
);

describe('IN-04 the own record', () => {
  test.each([
    ['2014-12-03', '2026-12-02', 'appointments', 'appointments'],
    ['2014-12-03', '2026-12-02', 'none', 'none'],
    ['2014-12-03', '2026-12-03', 'none', 'full'],
    ['2011-02-29', '2026-12-03', 'none', 'full'],
    ['2012-02-29', '2024-02-28', 'none', 'none'],
    ['2012-02-29', '2024-02-29', 'none', 'full'],
  ] as const)('born %s, on %s, under 12 %s: %s', (birthDate, on, under12Digid, expected) => {
    expect(ownAccess(birthDate, on, { ownAccountFrom: 12, under12Digid })).toBe(expected);
  });
});

describe('PR-05 PR-06 a parent', () => {
  test.each([
    ['under 12', '2026-12-02', '2014-12-03', ends, 'full'],
    ['on the 12th birthday, ends', '2026-12-03', '2014-12-03', ends, 'ended-12'],
    ['on the 12th birthday, goes on', '2026-12-03', '2014-12-03', goesOn, 'full'],
    ['the day before 16', '2026-12-02', '2010-12-03', goesOn, 'full'],
    ['on the 16th birthday', '2026-12-03', '2010-12-03', goesOn, 'ended-16'],
    ['on the 16th birthday, ended before', '2026-12-03', '2010-12-03', ends, 'ended-16'],
    ['born on 29 February, 28 February of the year of 13', '2025-02-28', '2012-02-29', ends, 'ended-12'],
  ] as const)('%s', (_, on, birthDate, policy, expected) => {
    expect(parentAccess(birthDate, on, policy)).toBe(expected);
  });

  test('what the young person agreed to after the birthday goes on', () => {
    expect(parentAccess('2012-06-01', '2026-12-03', ends, '2024-06-01')).toBe('full');
    expect(parentAccess('2012-06-01', '2026-12-03', ends, '2024-05-31')).toBe('ended-12');
    expect(parentAccess('2012-06-01', '2028-06-01', ends, '2024-06-01')).toBe('ended-16');
    expect(parentAccess('2012-06-01', '2029-01-01', ends, '2028-06-01')).toBe('full');
  });

  test('it ends at the birthday and not a day sooner', () => {
    fc.assert(
      fc.property(birthDates, fc.constantFrom(ends, goesOn), (birthDate, policy) => {
        const age = policy.parentAt12 === 'ends' ? 12 : 16;
        const birthday = birthdayOn(birthDate, age);
        expect(parentAccess(birthDate, addDays(birthday, -1), policy)).toBe('full');
        expect(parentAccess(birthDate, birthday, policy)).toBe(`ended-${age}`);
        expect(parentAccessLastDay(birthDate, policy)).toBe(addDays(birthday, -1));
      }),
      { seed, numRuns: 300 },
    );
  });

  test('what has ended never comes back by itself', () => {
    fc.assert(
      fc.property(
        birthDates,
        fc.constantFrom(ends, goesOn),
        fc.nat(8000),
        fc.nat(3000),
        (birthDate, policy, days, more) => {
          const on = addDays(birthDate, days);
          if (parentAccess(birthDate, on, policy) === 'full') return;
          expect(parentAccess(birthDate, addDays(on, more), policy)).not.toBe('full');
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test('the last day follows from when consent was given', () => {
    expect(parentAccessLastDay('2012-06-01', ends, '2025-01-01')).toBe('2028-05-31');
    expect(parentAccessLastDay('2012-06-01', ends, '2028-06-02')).toBeUndefined();
  });
});
