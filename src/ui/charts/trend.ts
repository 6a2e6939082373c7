import { scaleLinear } from 'd3-scale';
import type { Range } from './range';

/** One measured value, as its message gave it. */
export interface TrendPoint extends Range {
  at: Date;
  value: number;
  /** In the reader's notation: '8,4', '< 5'. */
  valueText: string;
  /** Of the date, short: 'feb 2025'. */
  label: string;
  unit: string;
  /** How it was measured, where the message says so. Values by different methods are not joined. */
  method?: string | undefined;
}

/** A stretch of time in which the same range held, in the drawing's units. */
export interface Band {
  x: number;
  width: number;
  top: number;
  bottom: number;
  /** Which edges are limits of the range, rather than of the drawing. */
  edges: { top: boolean; bottom: boolean };
}

export interface Placed {
  x: number;
  y: number;
  point: TrendPoint;
}

export interface TrendDrawing {
  placed: Placed[];
  /** Runs of points that a line joins, in order. */
  lines: Placed[][];
  /** Where the method changed. */
  breaks: number[];
  bands: Band[];
  ticks: { y: number; value: number }[];
  /** The dates that are written under the axis; the last one always is. */
  labels: Placed[];
}

export interface Field {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How far bands reach past the last point. */
  end: number;
  /** Least distance between two dates. */
  labelGap: number;
}

/**
 * Points in groups of one unit, the newest unit first: two units cannot share a scale, so they become two charts.
 */
export function byUnit(points: readonly TrendPoint[]): TrendPoint[][] {
  const groups = new Map<string, TrendPoint[]>();
  for (const point of [...points].sort((a, b) => b.at.getTime() - a.at.getTime())) {
    const group = groups.get(point.unit);
    if (group === undefined) groups.set(point.unit, [point]);
    else group.unshift(point);
  }
  return [...groups.values()];
}

/**
 * Where everything of a trend chart lies. Time is true to scale: a year is twice as wide as half a year. Takes points
 * of one unit in order of time, at least one.
 */
export function drawTrend(points: readonly TrendPoint[], field: Field): TrendDrawing {
  const x = timeScale(points, field);
  const y = valueScale(points, field);
  const placed = points.map((point) => ({ x: round(x(point.at.getTime())), y: round(y(point.value)), point }));
  return {
    placed,
    lines: runs(placed),
    breaks: pairs(placed).flatMap(([a, b]) => (sameMethod(a, b) ? [] : [round((a.x + b.x) / 2)])),
    bands: bands(placed, y, field),
    ticks: y.ticks(4).map((value) => ({ value, y: round(y(value)) })),
    labels: labels(placed, field.labelGap),
  };
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function timeScale(points: readonly TrendPoint[], { left, right }: Field): (time: number) => number {
  const first = points[0]?.at.getTime() ?? 0;
  const last = points.at(-1)?.at.getTime() ?? 0;
  if (first === last) return () => (left + right) / 2;
  return scaleLinear([first, last], [left, right]);
}

function valueScale(points: readonly TrendPoint[], { top, bottom }: Field): Scale {
  const values = points.flatMap(({ value, low, high }) => [value, low, high]).filter((value) => value !== undefined);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least) * 0.12 || Math.abs(most) * 0.2 || 1;
  const from = least >= 0 ? Math.max(0, least - room) : least - room;
  return scaleLinear([from, most + room], [bottom, top]).nice(4);
}

const round = (value: number): number => Math.round(value * 10) / 10;

const sameMethod = (a: Placed, b: Placed): boolean => a.point.method === b.point.method;

function pairs(placed: readonly Placed[]): [Placed, Placed][] {
  return placed.slice(1).map((point, index) => [placed[index] as Placed, point]);
}

function runs(placed: readonly Placed[]): Placed[][] {
  const found: Placed[][] = [];
  for (const point of placed) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && sameMethod(last, point)) run.push(point);
    else found.push([point]);
  }
  return found;
}

/** Each range reaches half way to the next point that has another one; a point without a range leaves a gap. */
function bands(placed: readonly Placed[], y: Scale, field: Field): Band[] {
  const found: (Band & { low: number | undefined; high: number | undefined })[] = [];
  placed.forEach((here, index) => {
    const { low, high } = here.point;
    if (low === undefined && high === undefined) return;
    const before = placed[index - 1];
    const after = placed[index + 1];
    const from = before === undefined ? field.left : (before.x + here.x) / 2;
    const to = after === undefined ? field.end : (here.x + after.x) / 2;
    const previous = found.at(-1);
    if (previous !== undefined && previous.low === low && previous.high === high && meets(previous, from)) {
      previous.width = round(to - previous.x);
      return;
    }
    found.push({
      x: round(from),
      width: round(to - from),
      top: high === undefined ? field.top : round(y(high)),
      bottom: low === undefined ? field.bottom : round(y(low)),
      edges: { top: high !== undefined, bottom: low !== undefined },
      low,
      high,
    });
  });
  return found.map(({ low: _low, high: _high, ...band }) => band);
}

const meets = (band: Band, from: number): boolean => Math.abs(band.x + band.width - from) < 0.2;

/** From the newest back, whatever keeps its distance. */
function labels(placed: readonly Placed[], gap: number): Placed[] {
  const kept: Placed[] = [];
  for (const point of [...placed].reverse()) {
    const next = kept[0];
    if (next === undefined || next.x - point.x >= gap) kept.unshift(point);
  }
  return kept;
}
