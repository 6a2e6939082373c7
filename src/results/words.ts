/** Results in the reader's language: values, ranges, verdicts. Clinical words stay as the source wrote them. */
import type { TextKey, Translate } from '../platform/i18n';
import { formatDate, formatNumber, noBreak } from '../platform/time';
import type { TrendPoint, Verdict } from '../ui';
import { displayLanguage } from '../zib';
import { groupOf } from './groups';
import type { Interpretation } from './interpretation';
import { type NormalRange, type Reading, readingOf, type Shown } from './reading';
import type { ResultItem, ResultName } from './store';

/** '8,4', '< 5', '1 : 40', 'Ja', 'Negatief'; without the unit. */
export function valueText(t: Translate, shown: Shown): string {
  switch (shown.kind) {
    case 'number': {
      const sign = shown.comparator === undefined ? '' : `${signs[shown.comparator]}${noBreak}`;
      return `${sign}${formatNumber(t.language, shown.written ?? shown.number)}`;
    }
    case 'pair':
      return [shown.first, shown.second]
        .map((number) => formatNumber(t.language, number))
        .join(`${noBreak}${shown.joint}${noBreak}`);
    case 'yes-no':
      return t(shown.yes ? 'common.yes' : 'common.no');
    case 'words':
      return shown.text;
    case 'none':
      return shown.why ?? t('results.no-value');
  }
}

const signs = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

export const unitOf = (shown: Shown): string | undefined =>
  shown.kind === 'number' || shown.kind === 'pair' ? shown.unit : undefined;

/** '8,5 tot 11', '10 of lager', '60 of hoger' */
export function rangeText(t: Translate, range: NormalRange): string {
  const { low, high } = range;
  const [from, to] = (['low', 'high'] as const).map((end) => limitText(t, range, end));
  if (low === undefined) return t('results.range-at-most', { high: to ?? '' });
  if (high === undefined) return t('results.range-at-least', { low: from ?? '' });
  return t('results.range-between', { low: from ?? '', high: to ?? '' });
}

/** One end of a range; empty where there is none. */
export function limitText(t: Translate, range: NormalRange, end: 'low' | 'high'): string {
  const limit = range.written?.[end] ?? range[end];
  return limit === undefined ? '' : formatNumber(t.language, limit);
}

const looks: Record<Interpretation, Verdict['look']> = {
  in: 'ok',
  'slightly-low': 'att',
  low: 'att',
  'very-low': 'att',
  'slightly-high': 'att',
  high: 'att',
  'very-high': 'att',
  outside: 'att',
};

export const verdictOf = (t: Translate, said: Interpretation | undefined): Verdict | undefined =>
  said && { look: looks[said], label: t(`results.verdict-${said}`) };

/** Where the value lies, as a sentence after the range. */
export const placeKey = (said: Interpretation): TextKey => `results.place-${said}`;

/** What a result is called: by its own display, else by its kind. */
export const titleOf = (t: Translate, { title, category }: Pick<ResultName, 'title' | 'category'>): string =>
  title ?? kindText(t, category);

/** What kind of test it is, for results that may not be named yet. */
export const kindText = (t: Translate, category: string): string => t(`results.kind-${groupOf(category)}`);

/** English words keep their language, so that a screen reader says them right. Undefined: the source's Dutch. */
export const languageOfTitle = (title: string | null): 'en' | undefined =>
  title === null ? undefined : displayLanguage(title, undefined);

export const dayOf = (t: Translate, on: string | null, style: 'date' | 'long' | 'day' = 'date'): string =>
  on === null ? t('results.date-unknown') : formatDate(t.language, on, style);

/** 'Bloedonderzoek van 22 november'; of a test whose day nobody gave, only its kind. */
export const kindOnDay = (t: Translate, category: string, on: string | null, style: 'long' | 'day'): string => {
  const kind = kindText(t, category);
  return on === null ? kind : t('results.kind-on-day', { kind, date: formatDate(t.language, on, style) });
};

/** 'feb 2025' */
const monthOf = (t: Translate, at: Date): string => formatDate(t.language, at, 'short').replace(/^\d+ /, '');

/** The exact numbers of a series as points of a chart; 'less than 5' is no point. */
export function trendPoints(t: Translate, series: readonly ResultItem[]): TrendPoint[] {
  return series.flatMap((item) => {
    const reading = itemReading(item);
    if (reading?.shown.kind !== 'number' || reading.shown.comparator !== undefined || item.effectiveAt === null)
      return [];
    return [
      {
        at: item.effectiveAt,
        value: reading.shown.number,
        valueText: valueText(t, reading.shown),
        label: monthOf(t, item.effectiveAt),
        unit: reading.shown.unit ?? '',
        method: reading.method,
        low: reading.range?.low,
        high: reading.range?.high,
      },
    ];
  });
}

/** What an observation measured; undefined for a report and for a panel that has no value of its own. */
export function itemReading({ content }: Pick<ResultItem, 'content'>): Reading | undefined {
  if (content.resourceType !== 'Observation') return undefined;
  const reading = readingOf(content);
  const empty = reading.shown.kind === 'none' && reading.shown.why === undefined;
  return empty && (content.hasMember?.length ?? 0) > 0 ? undefined : reading;
}
