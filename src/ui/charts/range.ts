import { scaleLinear } from 'd3-scale';

/** What is normal according to the message; either end may be absent ('lower than 10'). */
export interface Range {
  low?: number | undefined;
  high?: number | undefined;
}

/** Places along the bar, 0 (left end) to 1 (right end). */
export interface RangePlaces {
  bandFrom: number;
  bandTo: number;
  mark: number;
  /** Which ends of the band are limits, rather than the end of the bar. */
  limits: { low: boolean; high: boolean };
}

/**
 * Where band and value lie on a range bar, on one linear scale: what is drawn twice as far, is twice as far. Gives
 * `undefined` when there is nothing to draw: no range, a range upside down, or a value that is not a number.
 */
export function rangePlaces(value: number, { low, high }: Range): RangePlaces | undefined {
  if (!Number.isFinite(value) || !usable(low, high)) return undefined;
  const [from, to] = domain(value, low, high);
  const place = scaleLinear([from, to], [0, 1]).clamp(true);
  return {
    bandFrom: low === undefined ? 0 : place(low),
    bandTo: high === undefined ? 1 : place(high),
    mark: Math.min(0.98, Math.max(0.02, place(value))),
    limits: { low: low !== undefined, high: high !== undefined },
  };
}

function usable(low: number | undefined, high: number | undefined): boolean {
  if (low === undefined && high === undefined) return false;
  if (low !== undefined && !Number.isFinite(low)) return false;
  if (high !== undefined && !Number.isFinite(high)) return false;
  return low === undefined || high === undefined || low < high;
}

/** Room on either side as wide as the band, more where the value lies further out; not below zero without need. */
function domain(value: number, low: number | undefined, high: number | undefined): [number, number] {
  const size = low !== undefined && high !== undefined ? high - low : Math.abs(high ?? low ?? 0) * 0.7 || 1;
  const floor = value >= 0 && (low ?? 0) >= 0 && (high ?? 0) >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const start = Math.min((low ?? (high as number) - size / 0.7) - (low === undefined ? 0 : size), value - size * 0.1);
  const end = Math.max((high ?? (low as number)) + size, value + size * 0.1);
  return [Math.max(floor, start), end];
}
