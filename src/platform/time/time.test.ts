import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  ageOn,
  birthdayMoment,
  birthdayOn,
  dateIn,
  daysBetween,
  fixedClock,
  isCalendarDate,
  isWorkingDay,
  momentOn,
  nlHolidays,
  startOfDay,
} from './index';

const seed = 20261203;
const anyDate = fc
  .date({ min: new Date('1915-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days in Europe/Amsterdam', () => {
  test('a day starts at 23:00 UTC in winter and 22:00 UTC in summer', () => {
    expect(startOfDay('2026-12-03').toISOString()).toBe('2026-12-02T23:00:00.000Z');
    expect(startOfDay('2026-07-03').toISOString()).toBe('2026-07-02T22:00:00.000Z');
  });

  test('the days on which the clock changes have 23 and 25 hours', () => {
    const hours = (date: string) => (startOfDay(addDays(date, 1)).getTime() - startOfDay(date).getTime()) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
  });

  test('an instant falls on the day that people there see', () => {
    expect(dateIn(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
    expect(dateIn(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
    expect(dateIn(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
    expect(dateIn(new Date('2026-06-30T22:00:00Z'), 'UTC')).toBe('2026-06-30');
  });

  test('a time of day is found, also where the clock skips it', () => {
    expect(momentOn('2026-12-03', '08:00').toISOString()).toBe('2026-12-03T07:00:00.000Z');
    expect(momentOn('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  test('every day starts within itself and not a millisecond earlier', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const start = startOfDay(date);
        expect(dateIn(start)).toBe(date);
        expect(dateIn(new Date(start.getTime() - 1))).toBe(addDays(date, -1));
      }),
      { seed, numRuns: 300 },
    );
  });

  test('adding and counting days agree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('months and years end on the last day that exists', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
  });

  test('only days that exist are calendar dates', () => {
    expect(['2028-02-29', '2026-12-31'].every(isCalendarDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26-1-1', '', '2026-12-03T10:00'].some(isCalendarDate)).toBe(false);
  });
});

describe('age', () => {
  test.each([
    ['2014-12-03', '2026-12-02', 11],
    ['2014-12-03', '2026-12-03', 12],
    ['2012-02-29', '2023-02-28', 10],
    ['2012-02-29', '2023-03-01', 11],
    ['2012-02-29', '2024-02-28', 11],
    ['2012-02-29', '2024-02-29', 12],
    ['1896-02-29', '1900-02-28', 3],
    ['1896-02-29', '1900-03-01', 4],
    ['2026-12-03', '2026-12-03', 0],
    ['2026-12-03', '2026-12-02', -1],
  ])('born %s is on %s of age %i', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age);
  });

  test('IN-04 a birthday begins at midnight in Amsterdam', () => {
    expect(birthdayMoment('2014-12-03', 12).toISOString()).toBe('2026-12-02T23:00:00.000Z');
    expect(birthdayMoment('2010-07-03', 16).toISOString()).toBe('2026-07-02T22:00:00.000Z');
  });

  test('an age is reached on the birthday and not the day before', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 110 }), (birthDate, age) => {
        const birthday = birthdayOn(birthDate, age);
        expect(ageOn(birthDate, birthday)).toBe(age);
        expect(ageOn(birthDate, addDays(birthday, -1))).toBe(age - 1);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('working days', () => {
  test('AP-07 the Dutch days off of 2026 and 2027', () => {
    expect([...nlHolidays(2026)]).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-04-27',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect([...nlHolidays(2027)].slice(1, 5)).toEqual(['2027-03-29', '2027-04-27', '2027-05-06', '2027-05-17']);
  });

  test('King’s Day moves to Saturday when 27 April is a Sunday', () => {
    expect(nlHolidays(2025).has('2025-04-26')).toBe(true);
    expect(nlHolidays(2025).has('2025-04-27')).toBe(false);
  });

  test('weekends, days off and closures are no working days', () => {
    const closures = [{ from: '2026-12-28', until: '2026-12-31' }];
    expect(['2026-12-05', '2026-12-06', '2026-12-25'].some((day) => isWorkingDay(day))).toBe(false);
    expect(isWorkingDay('2026-12-28')).toBe(true);
    expect(isWorkingDay('2026-12-28', closures)).toBe(false);
    expect(isWorkingDay('2026-05-05')).toBe(true);
  });

  test.each([
    ['2026-12-03', 2, '2026-12-07'],
    ['2026-12-23', 2, '2026-12-28'],
    ['2026-12-05', 0, '2026-12-07'],
    ['2026-12-04', 0, '2026-12-04'],
    ['2026-04-24', 1, '2026-04-28'],
  ])('%s and %i working days is %s', (date, count, expected) => {
    expect(addWorkingDays(date, count)).toBe(expected);
  });

  test('always ends on a working day, later for more days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const day = addWorkingDays(date, count);
        expect(isWorkingDay(day)).toBe(true);
        expect(addWorkingDays(date, count + 1) > day).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('an organisation that is never open is a mistake that is told', () => {
    expect(() => addWorkingDays('2026-01-01', 1, [{ from: '2000-01-01', until: '2099-12-31' }])).toThrow(RangeError);
  });
});

describe('clocks', () => {
  test('a fixed clock stands still until it is set', () => {
    const clock = fixedClock('2026-12-03T09:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-12-03T09:00:00.000Z');
    clock.set('2026-12-04T09:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-12-04T09:00:00.000Z');
    expect(() => fixedClock('yesterday')).toThrow(RangeError);
  });
});
