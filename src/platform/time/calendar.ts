import { Temporal } from 'temporal-polyfill';

/** A day on the wall calendar, `YYYY-MM-DD`: a birth date, the day of a visit. It has no time and no zone. */
export type CalendarDate = string;

/** Where the people live for whom the portal is made: days begin and end by this zone's clock. */
export const amsterdam = 'Europe/Amsterdam';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that an instant falls on, as people in `zone` see it. */
export function dateIn(instant: Date, zone: string = amsterdam): CalendarDate {
  let format = dayFormats.get(zone);
  if (format === undefined) {
    // Swedish writes a date as ISO 8601 does; a cached formatter is faster than zone arithmetic.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(zone, format);
  }
  return format.format(instant);
}

/** True for an existing day written `YYYY-MM-DD` (so not `2026-02-29`). */
export function isCalendarDate(text: string): boolean {
  // No calendar, and no date of the database, has a year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Zone arithmetic costs tens of microseconds, and the same days are asked for again and again. */
const instants = new Map<string, number>();
const KEPT = 20_000;

function instantOf(key: string, work: () => number): Date {
  let found = instants.get(key);
  if (found === undefined) {
    found = work();
    if (instants.size >= KEPT) instants.clear();
    instants.set(key, found);
  }
  return new Date(found);
}

/** The instant at which a day begins (00:00; where the clock skips midnight, the first moment that exists). */
export function startOfDay(date: CalendarDate, zone: string = amsterdam): Date {
  return instantOf(`${date} ${zone}`, () => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/** The instant at which it is `time` (`HH:mm`) on a day. A time skipped in spring becomes the later one. */
export function momentOn(date: CalendarDate, time: string, zone: string = amsterdam): Date {
  return instantOf(`${date} ${time} ${zone}`, () => {
    const plainTime = Temporal.PlainTime.from(time);
    return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
  });
}

/** So many days later (or, below zero, earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** So many months later; 31 January and one month is the last day of February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** So many years later; 29 February becomes 28 February where there is none. Not for birthdays: see `birthdayOn`. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
