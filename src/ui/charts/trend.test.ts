import { describe, expect, test } from 'vitest';
import { byUnit, drawTrend, type Field, type TrendPoint } from './trend';

const FIELD: Field = { left: 0, right: 300, end: 360, top: 0, bottom: 100, labelGap: 80 };

function point(date: string, value: number, rest: Partial<TrendPoint> = {}): TrendPoint {
  const [low, high] = [8.5, 11];
  return {
    at: new Date(`${date}T08:00:00Z`),
    value,
    valueText: String(value),
    label: date,
    unit: 'mmol/l',
    low,
    high,
    ...rest,
  };
}

describe('a trend', () => {
  test('RE-10 time is true to scale', () => {
    const { placed } = drawTrend([point('2026-01-01', 8), point('2026-01-11', 9), point('2026-01-31', 8)], FIELD);
    expect(placed.map(({ x }) => x)).toEqual([0, 100, 300]);
  });

  test('a higher value lies higher, and every point lies inside the field', () => {
    const { placed } = drawTrend([point('2026-01-01', 2), point('2026-02-01', 30), point('2026-03-01', 9)], FIELD);
    const [low, high, middle] = placed.map(({ y }) => y) as [number, number, number];
    expect(high).toBeLessThan(middle);
    expect(middle).toBeLessThan(low);
    for (const { y } of placed) expect(y).toBeGreaterThanOrEqual(0);
    for (const { y } of placed) expect(y).toBeLessThanOrEqual(100);
  });

  test('RE-10 the band follows the range of each message, and changes half way', () => {
    const other = { low: 8, high: 10.5 };
    const { bands } = drawTrend(
      [point('2026-01-01', 9), point('2026-01-11', 9), point('2026-01-21', 9, other), point('2026-01-31', 9, other)],
      FIELD,
    );
    expect(bands.map(({ x, width }) => [x, width])).toEqual([
      [0, 150],
      [150, 210],
    ]);
    expect(bands[0]?.top).toBeLessThan(bands[1]?.top ?? 0);
  });

  test('a message without a range leaves a gap, an open end reaches the edge of the drawing', () => {
    const { bands } = drawTrend(
      [
        point('2026-01-01', 6, { low: undefined, high: 10 }),
        point('2026-01-16', 6, { low: undefined, high: undefined }),
        point('2026-01-31', 6, { low: undefined, high: 10 }),
      ],
      FIELD,
    );
    expect(bands).toHaveLength(2);
    expect(bands[0]).toMatchObject({ x: 0, width: 75, bottom: 100, edges: { top: true, bottom: false } });
    expect(bands[1]).toMatchObject({ x: 225, width: 135 });
  });

  test('values by another method are not joined', () => {
    const { lines, breaks } = drawTrend(
      [
        point('2026-01-01', 8, { method: 'A' }),
        point('2026-01-11', 9, { method: 'A' }),
        point('2026-01-21', 9, { method: 'B' }),
        point('2026-01-31', 9, { method: 'B' }),
      ],
      FIELD,
    );
    expect(lines.map((line) => line.length)).toEqual([2, 2]);
    expect(breaks).toEqual([150]);
  });

  test('one value lies in the middle, with its range', () => {
    const { placed, bands, lines } = drawTrend([point('2026-01-01', 9)], FIELD);
    expect(placed[0]?.x).toBe(150);
    expect(bands).toMatchObject([{ x: 0, width: 360 }]);
    expect(lines).toHaveLength(1);
  });

  test('dates under the axis keep their distance, and the last is always there', () => {
    const days = ['01', '02', '03', '29', '30', '31'].map((day) => point(`2026-01-${day}`, 9));
    expect(drawTrend(days, FIELD).labels.map(({ point: { label } }) => label)).toEqual(['2026-01-03', '2026-01-31']);
  });

  test('a value that never changes still gets a scale', () => {
    const flat = { low: undefined, high: undefined };
    const { placed, ticks } = drawTrend([point('2026-01-01', 0, flat), point('2026-02-01', 0, flat)], FIELD);
    for (const { y } of placed) expect(Number.isFinite(y)).toBe(true);
    expect(ticks.length).toBeGreaterThan(1);
  });
});

test('two units become two charts, the newest unit first', () => {
  const groups = byUnit([
    point('2024-01-01', 14.2, { unit: 'g/dl' }),
    point('2026-02-01', 8.4),
    point('2026-01-01', 8.2),
    point('2023-01-01', 14, { unit: 'g/dl' }),
  ]);
  expect(groups.map((group) => group.map(({ value }) => value))).toEqual([
    [8.2, 8.4],
    [14, 14.2],
  ]);
});
