import type { Fact, Value } from './fact';

/** The same thing measured more than once: the newest, and the earlier ones. */
export interface Series {
  readonly latest: Fact;
  readonly earlier: readonly Fact[];
}

/** By code; what has no code, or holds others, stands by itself. `facts` are newest first and stay so. */
export function seriesOf(facts: readonly Fact[]): Series[] {
  const found = new Map<string, { latest: Fact; earlier: Fact[] }>();
  for (const fact of facts) {
    const { code, id } = fact.entry;
    const key = code === null || fact.parts.length > 0 ? id : code;
    const series = found.get(key);
    if (series === undefined) found.set(key, { latest: fact, earlier: [] });
    else series.earlier.push(fact);
  }
  return [...found.values()];
}

/** All that one measurement says, for a row of a table. */
export const valuesOf = ({ value, lines }: Fact): Value[] =>
  value === undefined ? lines.flatMap(({ values }) => values) : [value];
