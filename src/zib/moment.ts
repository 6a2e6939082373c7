import type { Age, Duration, Period, Range } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { type DateStyle, formatDateTime, formatRecordedDate } from '../platform/time';
import { quantityText, rangeText } from './quantity';

/** A FHIR date, dateTime or instant as exactly as the source knew it: '2015', 'maart 2015', '3 maart 2015'. */
export const dateText = (t: Translate, date: string, style: DateStyle = 'date'): string =>
  formatRecordedDate(t.language, date, style) ?? date;

/**
 * The day of a resource as exactly as its source knew it. The column holds the first day where that was only a month or
 * a year: a first day that stands nowhere in the resource is told as month or year, so that nothing is made up.
 */
export function knownDay({ effectiveOn: day, content }: { effectiveOn: string | null; content: object }) {
  if (day === null || !day.endsWith('-01') || JSON.stringify(content).includes(day)) return day;
  return day.slice(0, day.endsWith('-01-01') ? 4 : 7);
}

/** With its time of day, where the source gave one: '3 maart 2015 om 10.20 uur'. */
export function dateTimeText(t: Translate, date: string): string {
  const instant = new Date(date);
  const hasTime = date.includes('T') && !Number.isNaN(instant.getTime());
  return hasTime ? formatDateTime(t.language, instant, 'date') : dateText(t, date);
}

/** 'van 3 maart 2015 tot en met 4 juni 2015', 'sinds maart 2015', 'tot en met 2015'; one day is one date. */
export function periodText(t: Translate, period: Period | undefined): string | undefined {
  const start = period?.start === undefined ? undefined : dateText(t, period.start);
  const end = period?.end === undefined ? undefined : dateText(t, period.end);
  if (start === undefined) return end === undefined ? undefined : t('zib.period-until', { end });
  if (end === undefined) return t('zib.period-since', { start });
  return start === end ? start : t('zib.period', { start, end });
}

/** The words of a choice of moment (onset[x], performed[x], occurrence[x] …), whichever of its forms is there. */
export interface Moment {
  readonly date?: string | undefined;
  readonly period?: Period | undefined;
  readonly age?: Age | Duration | undefined;
  readonly range?: Range | undefined;
  readonly words?: string | undefined;
}

/** Undefined where no form of it is there. */
export function momentText(t: Translate, { date, period, age, range, words }: Moment): string | undefined {
  if (date !== undefined) return dateText(t, date);
  const stated = periodText(t, period) ?? words;
  if (stated !== undefined) return stated;
  const old = quantityText(t, age) ?? rangeText(t, range);
  return old === undefined ? undefined : t('zib.at-age', { age: old });
}
