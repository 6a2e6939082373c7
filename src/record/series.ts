import type { Translate } from '../platform/i18n';
import { formatDate } from '../platform/time';
import type { TrendPoint } from '../ui';
import { conceptText, numberText, type ResourceOf, unitText } from '../zib';
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

/** The exact numbers of a series, oldest first, as points of a chart; 'less than 5' is no point. */
export function pointsOf(t: Translate, { latest, earlier }: Series): TrendPoint[] {
  return [latest, ...earlier].reverse().flatMap(({ entry }) => {
    const content = entry.type === 'Observation' ? (entry.content as ResourceOf<'Observation'>) : undefined;
    const { value, comparator } = content?.valueQuantity ?? {};
    if (value === undefined || comparator !== undefined || entry.effectiveAt === null) return [];
    return [
      {
        at: entry.effectiveAt,
        value,
        valueText: numberText(t, content?.valueQuantity) ?? '',
        label: formatDate(t.language, entry.effectiveAt, 'short').replace(/^\d+ /, ''),
        unit: unitText(content?.valueQuantity) ?? '',
        method: conceptText(content?.method)?.text,
      },
    ];
  });
}

/** All that one measurement says, for a row of a table. */
export const valuesOf = ({ value, lines }: Fact): Value[] =>
  value === undefined ? lines.flatMap(({ values }) => values) : [value];
