import { addDays, type CalendarDate } from './calendar';

/** Days on which an organisation is closed, both ends included. */
export type ClosedDays = { from: CalendarDate; until: CalendarDate };

const holidaysByYear = new Map<number, ReadonlySet<CalendarDate>>();

/**
 * The Dutch days off that the portal counts with: 1 January, Easter Monday, King's Day (27 April; 26 April when that
 * is a Sunday; before 2014 Queen's Day), Ascension Day, Whit Monday, 25 and 26 December. Good Friday and 5 May are
 * ordinary working days: an organisation that closes on them lists them among its closures.
 */
export function nlHolidays(year: number): ReadonlySet<CalendarDate> {
  let days = holidaysByYear.get(year);
  if (days === undefined) {
    const easter = easterSunday(year);
    days = new Set([
      `${year}-01-01`,
      addDays(easter, 1),
      royalDay(year),
      addDays(easter, 39),
      addDays(easter, 50),
      `${year}-12-25`,
      `${year}-12-26`,
    ]);
    holidaysByYear.set(year, days);
  }
  return days;
}

/** Monday to Friday, no Dutch day off, and the organisation is open. */
export function isWorkingDay(date: CalendarDate, closures: readonly ClosedDays[] = []): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (nlHolidays(Number(date.slice(0, 4))).has(date)) return false;
  return !closures.some((closed) => closed.from <= date && date <= closed.until);
}

/**
 * The working day that comes `count` working days after `date` (the day itself never counts). With 0: the day
 * itself, or the first working day after it. Throws when closures leave no working day within ten years.
 */
export function addWorkingDays(date: CalendarDate, count: number, closures: readonly ClosedDays[] = []): CalendarDate {
  let day = date;
  let left = count;
  if (left === 0 && !isWorkingDay(day, closures)) left = 1;
  for (let steps = 0; left > 0; steps++) {
    if (steps > 3660) throw new RangeError('no working day within ten years');
    day = addDays(day, 1);
    if (isWorkingDay(day, closures)) left--;
  }
  return day;
}

function royalDay(year: number): CalendarDate {
  const date = year >= 2014 ? `${year}-04-27` : `${year}-04-30`;
  const isSunday = new Date(`${date}T00:00:00Z`).getUTCDay() === 0;
  return isSunday ? addDays(date, -1) : date;
}

/** Gauss's computus in its Gregorian form (the 'anonymous' algorithm of 1876): any year from 1583. */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const month = String(Math.floor(f / 31)).padStart(2, '0');
  const day = String((f % 31) + 1).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
