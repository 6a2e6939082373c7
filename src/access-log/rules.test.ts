import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogLine } from '../access';
import { cutPage, groupByDay, momentIn, monthPeriod, sameStory } from './rules';

const line = (at: string | Date, row: Partial<LogLine> = {}): LogLine => ({
  id: String(at),
  at: new Date(at),
  type: 'record',
  outcome: 'success',
  action: 'R',
  what: 'results.list',
  agentKind: 'employee',
  agentId: 'a',
  agentName: 'dr. S. Okafor, orthopedisch chirurg',
  roles: ['doctor'],
  basis: 'treatment',
  detail: null,
  ...row,
});

describe('DO-09 the log in days', () => {
  test('similar lines of one agent on one day become one, with how often and since when', () => {
    const days = groupByDay(
      [
        line('2026-11-23T08:20:00Z'),
        line('2026-11-23T07:00:00Z', { what: 'record.list' }),
        line('2026-11-23T06:35:00Z'),
      ],
      sameStory,
    );
    expect(days).toEqual([
      {
        day: '2026-11-23',
        lines: [
          { line: line('2026-11-23T08:20:00Z'), count: 2, since: new Date('2026-11-23T06:35:00Z') },
          {
            line: line('2026-11-23T07:00:00Z', { what: 'record.list' }),
            count: 1,
            since: new Date('2026-11-23T07:00:00Z'),
          },
        ],
      },
    ]);
  });

  test.each([
    { agentId: 'b' },
    { what: 'results.one' },
    { outcome: 'denied' as const },
    { basis: 'emergency' },
    { detail: { clinic: 'interne' } },
  ])('lines that differ in %o are not merged', (row) => {
    const [day] = groupByDay([line('2026-11-23T08:20:00Z'), line('2026-11-23T08:00:00Z', row)], sameStory);
    expect(day?.lines).toHaveLength(2);
  });

  test('a day begins and ends by the clock in Amsterdam', () => {
    const days = groupByDay([line('2026-11-22T23:30:00Z'), line('2026-11-22T22:30:00Z')], sameStory);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22']);
  });

  test('page after page shows every line once, however many fall on one moment', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), fc.integer({ min: 3, max: 8 }), (minutes, size) => {
        const all = minutes
          .sort((a, b) => b - a)
          .map((minute, index) => line(new Date(minute * 60_000), { id: String(index) }));
        // The rule can't keep more lines of one moment together than a page holds.
        fc.pre(minutes.every((minute) => minutes.filter((other) => other === minute).length <= size));
        const seen: string[] = [];
        let until = new Date(1e15);
        for (;;) {
          const { lines, older } = cutPage(all.filter(({ at }) => at < until).slice(0, size + 1), size);
          seen.push(...lines.map(({ id }) => id));
          if (older === undefined) break;
          until = older;
        }
        expect(seen).toEqual(all.map(({ id }) => id));
      }),
      { seed: 5 },
    );
  });

  test('a month begins and ends at midnight in Amsterdam; anything else is no month', () => {
    expect(monthPeriod('2026-10')).toEqual({
      from: new Date('2026-09-30T22:00:00Z'),
      until: new Date('2026-10-31T23:00:00Z'),
    });
    expect(monthPeriod('2026-12')?.until).toEqual(new Date('2026-12-31T23:00:00Z'));
    for (const text of [undefined, '', '2026-13', '2026-1', '2026-10-01', "2026-10'"])
      expect(monthPeriod(text)).toBeUndefined();
  });

  test('a moment in an address is an exact one or none', () => {
    expect(momentIn('2026-11-23T08:20:00.001Z')).toEqual(new Date('2026-11-23T08:20:00.001Z'));
    for (const text of [undefined, '', '2026-11-23', '2026-13-23T08:20:00.001Z'])
      expect(momentIn(text)).toBeUndefined();
  });
});
