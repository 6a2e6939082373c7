import { type CalendarDate, startOfDay } from './calendar';

/**
 * The day on which somebody reaches an age.
 *
 * Born on 29 February: in a year without that day one is a year older on 1 March. No Dutch act names this case; it
 * follows from how the Burgerlijk Wetboek counts (art. 1:233 'de ouderdom van achttien jaren … bereikt': a year of
 * life is full when its last day, 28 February, is over) and is the accepted reading. For access it is the safe one
 * as well: nobody's own or parental right changes a day early.
 */
export function birthdayOn(birthDate: CalendarDate, age: number): CalendarDate {
  const [year, month, day] = birthDate.split('-');
  const reached = String(Number(year) + age).padStart(4, '0');
  if (month === '02' && day === '29' && !isLeapYear(Number(reached))) return `${reached}-03-01`;
  return `${reached}-${month}-${day}`;
}

/** The instant at which somebody reaches an age: 00:00 in Europe/Amsterdam of that birthday. */
export function birthdayMoment(birthDate: CalendarDate, age: number): Date {
  return startOfDay(birthdayOn(birthDate, age));
}

/** Full years of life on a day; below zero for a day before the birth. */
export function ageOn(birthDate: CalendarDate, date: CalendarDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date >= birthdayOn(birthDate, years) ? years : years - 1;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
