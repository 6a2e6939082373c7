import { expect, test } from 'vitest';
import { monthPeriod } from './rules';

test.each(['9999-12', '0000-01', '0001-01', '2026-00', '2026-13', '2026-1', '12026-01'])(
  'DO-09 a month from an address that no log has is none: %s',
  (month) => {
    expect(monthPeriod(month)).toBeUndefined();
  },
);

test('DO-09 a month begins and ends at midnight in the Netherlands', () => {
  expect(monthPeriod('2026-12')).toEqual({
    from: new Date('2026-11-30T23:00:00Z'),
    until: new Date('2026-12-31T23:00:00Z'),
  });
});
