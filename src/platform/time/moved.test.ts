import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { clockTime, dateIn, daysLater, fixedClock, moveClock, movedClock } from './index';

const folder = mkdtempSync(join(tmpdir(), 'inzage-clock-'));
const file = join(folder, 'clock.json');
afterAll(() => rmSync(folder, { recursive: true }));

test('a moved clock keeps running, and every reader of the same file follows', () => {
  const base = fixedClock('2026-12-03T09:00:00Z');
  const readers = () => [movedClock(base, file), movedClock(base, file, 3_600_000)];
  expect(readers().map((clock) => clock.now().toISOString())).toEqual([
    '2026-12-03T09:00:00.000Z',
    '2026-12-03T10:00:00.000Z',
  ]);
  moveClock(file, base, new Date('2026-12-10T09:00:00Z'));
  base.set('2026-12-03T09:01:00Z');
  for (const clock of readers()) expect(clock.now().toISOString()).toBe('2026-12-10T09:01:00.000Z');
  expect(readdirSync(folder)).toEqual(['clock.json']);
  moveClock(file, base, undefined);
  expect(readers()[1]?.now().toISOString()).toBe('2026-12-03T10:01:00.000Z');
});

test('a clock that has been read follows within a second', () => {
  const passed = vi.spyOn(performance, 'now');
  const base = fixedClock('2026-12-03T09:00:00Z');
  const clock = movedClock(base, file);
  passed.mockReturnValue(1_000);
  clock.now();
  moveClock(file, base, new Date('2027-01-01T00:00:00Z'));
  passed.mockReturnValue(1_900);
  expect(clock.now()).toEqual(new Date('2027-01-01T00:00:00Z'));
  passed.mockRestore();
});

test.each(['', '{', 'null', '{"milliseconds":"x"}', '{"milliseconds":1e99}'])(
  'what is no move moves nothing: %j',
  (text) => {
    writeFileSync(file, text);
    const base = fixedClock('2026-12-03T09:00:00Z');
    expect(movedClock(base, file).now()).toEqual(base.now());
  },
);

test('so many days later it is the same time of day, also where the clock changes', () => {
  expect(daysLater(new Date('2026-03-28T08:30:00Z'), 1).toISOString()).toBe('2026-03-29T07:30:00.000Z');
  expect(daysLater(new Date('2026-10-24T08:30:00Z'), 7).toISOString()).toBe('2026-10-31T09:30:00.000Z');
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }),
      fc.constantFrom(1, 7),
      (now, days) => {
        const later = daysLater(now, days);
        expect(later.getTime()).toBeGreaterThan(now.getTime());
        expect(Date.parse(dateIn(later)) - Date.parse(dateIn(now))).toBe(days * 86_400_000);
        const [hour] = clockTime(now).split(':');
        // In the hour that is skipped in spring there is no such time.
        if (hour !== '02') expect(clockTime(later)).toBe(clockTime(now));
      },
    ),
    { seed: 20261123 },
  );
});
