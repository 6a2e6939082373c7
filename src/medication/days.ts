/** How long a block of medication holds: calendar days out of FHIR dates, periods and durations. Pure. */
import type { Dosage, Duration } from '@medplum/fhirtypes';
import { addDays, addMonths, type CalendarDate, dateIn, isCalendarDate } from '../platform/time';
import { timeUnit } from './units';

export interface Bounds {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly lastDay?: CalendarDate | undefined;
}

/** The period that the dosages span together; open where one of them has no end. */
export function boundsOf(dosages: readonly Dosage[]): Bounds {
  const periods = dosages.map(({ timing }) => timing?.repeat?.boundsPeriod);
  if (periods.length === 0 || periods.some((period) => period === undefined)) return {};
  const starts = periods.flatMap((period) => period?.start ?? []).sort();
  const ends = periods.flatMap((period) => period?.end ?? []).sort();
  const open = ends.length < periods.length;
  const until = open ? undefined : ends.at(-1);
  return { from: starts[0], until, lastDay: until === undefined ? undefined : dayOf(until, 'last') };
}

/**
 * The calendar day of a FHIR date; of a month or a year its first or last day. Undefined for what is no date.
 */
export function dayOf(date: string | undefined, edge: 'first' | 'last' = 'first'): CalendarDate | undefined {
  if (date === undefined) return undefined;
  if (date.length > 10) {
    const at = new Date(date);
    return Number.isNaN(at.getTime()) ? undefined : dateIn(at);
  }
  const whole = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  if (!isCalendarDate(whole)) return undefined;
  if (edge === 'first' || date.length === 10) return whole;
  return addDays(addMonths(whole, date.length === 4 ? 12 : 1), -1);
}

/** The last day of use, also where it follows from a duration; undefined where it is open. */
export function lastDayOf(
  from: string | undefined,
  until: string | undefined,
  duration: Duration | undefined,
): CalendarDate | undefined {
  const end = dayOf(until, 'last');
  const start = dayOf(from);
  if (end !== undefined || start === undefined || typeof duration?.value !== 'number') return end;
  const unit = timeUnit(duration);
  const { value } = duration;
  if (unit === undefined || value < 0 || value > 40_000) return undefined;
  if (unit === 'mo' || unit === 'a') return addDays(addMonths(start, Math.ceil(value * (unit === 'a' ? 12 : 1))), -1);
  const days = { s: 1 / 86_400, min: 1 / 1440, h: 1 / 24, d: 1, wk: 7 }[unit] * value;
  return addDays(start, Math.max(0, Math.ceil(days) - 1));
}
