/** How a measured value stands to its reference range, in words that do not say more than is known. */

export type Interpretation =
  | 'in'
  | 'slightly-low'
  | 'low'
  | 'very-low'
  | 'slightly-high'
  | 'high'
  | 'very-high'
  /** The source says only that it lies outside. */
  | 'outside';

export type ReferenceRange = { readonly low?: number | undefined; readonly high?: number | undefined };

/** 'Slightly' is within this part of the range's width beyond a limit. */
const near = 0.1;

/** HL7 v3 ObservationInterpretation and HL7 v2 table 0078, as far as they speak of a range. */
const byCode: ReadonlyMap<string, Interpretation> = new Map([
  ['N', 'in'],
  ['L', 'low'],
  ['LL', 'very-low'],
  ['LU', 'very-low'],
  ['<', 'very-low'],
  ['H', 'high'],
  ['HH', 'very-high'],
  ['HU', 'very-high'],
  ['>', 'very-high'],
  ['A', 'outside'],
  ['AA', 'outside'],
]);

/**
 * The words for a value. The source's own code goes first: it knows method, age and sex. Only for a plain L or H, and
 * where it gives no code, the value is compared with the range that came with it: a value beyond a limit by at most a
 * tenth of the range's width (of the limit itself, when there is only one) is 'slightly' low or high. No code and no
 * range, or a value that is no number: undefined, nothing is said.
 */
export function interpretation(
  value: number | undefined,
  range: ReferenceRange | undefined,
  codes: readonly string[] = [],
): Interpretation | undefined {
  const stated = codes.map((code) => byCode.get(code)).find((found) => found !== undefined);
  const compared = value === undefined || range === undefined ? undefined : compare(value, range);
  if (stated === undefined) return compared;
  const refined =
    (stated === 'low' && compared === 'slightly-low') || (stated === 'high' && compared === 'slightly-high');
  return refined ? compared : stated;
}

function compare(value: number, { low, high }: ReferenceRange): Interpretation | undefined {
  if (!Number.isFinite(value) || (low === undefined && high === undefined)) return undefined;
  if (low !== undefined && high !== undefined && low > high) return undefined;
  if (low !== undefined && value < low) return low - value <= margin(low, high) ? 'slightly-low' : 'low';
  if (high !== undefined && value > high) return value - high <= margin(high, low) ? 'slightly-high' : 'high';
  return 'in';
}

function margin(limit: number, other: number | undefined): number {
  const width = Math.abs(other === undefined ? limit : limit - other);
  // Decimal fractions are not exact in binary: 0.1 of a width must still count as near.
  return width * near * (1 + 1e-9);
}
