import { z } from 'zod';
import { type Language, listInWords, texts } from '../platform/i18n';
import { type ClosedDays, clockTime, dateIn, formatDate, nlHolidays } from '../platform/time';
import { problem } from './section';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When somebody answers: the same hours on each of these days. */
export const openingHours = z.array(
  z
    .strictObject({ days: z.array(z.enum(weekdays)).min(1), from: timeOfDay, until: timeOfDay })
    .refine(({ from, until }) => from < until, {
      path: ['until'],
      ...problem('De sluitingstijd ligt niet na de openingstijd', 'closes before it opens'),
    }),
);

export type OpeningHours = z.output<typeof openingHours>;

/** One line per stretch of hours: 'maandag tot en met vrijdag van 8.00 tot 17.00 uur'. Always open: one line that says so. */
export function describeHours(language: Language, hours: OpeningHours): string[] {
  const t = texts(language);
  return hours.map(({ days, from, until }) => {
    const named = { days: daysInWords(language, days), from: digits(language, from), until: digits(language, until) };
    return isAlways({ days, from, until }) ? t('organisations.hours-always') : t('organisations.hours-line', named);
  });
}

/** Whether somebody answers at this instant; on Dutch days off and closures only who is there day and night. */
export function isOpen(hours: OpeningHours, at: Date, closures: readonly ClosedDays[] = []): boolean {
  const date = dateIn(at);
  const time = clockTime(at);
  const today = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  const dayOff =
    nlHolidays(Number(date.slice(0, 4))).has(date) || closures.some(({ from, until }) => from <= date && date <= until);
  return hours.some(
    (stretch) =>
      isAlways(stretch) ||
      (!dayOff && stretch.days.some((day) => day === today) && stretch.from <= time && time < stretch.until),
  );
}

function isAlways({ days, from, until }: OpeningHours[number]): boolean {
  return days.length === 7 && from === '00:00' && until === '23:59';
}

/** Days that follow each other are said as a stretch, others one by one. */
function daysInWords(language: Language, days: readonly (typeof weekdays)[number][]): string {
  const t = texts(language);
  const at = weekdays.map((day, index) => (days.includes(day) ? index : -1)).filter((index) => index >= 0);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  if (at.length > 2 && last - first === at.length - 1) {
    return t('organisations.hours-days', { first: dayName(language, first), last: dayName(language, last) });
  }
  return listInWords(
    language,
    at.map((index) => dayName(language, index)),
  );
}

/** 5 January 2026 was a Monday. */
function dayName(language: Language, index: number): string {
  return formatDate(language, `2026-01-${String(5 + index).padStart(2, '0')}`, 'weekday');
}

function digits(language: Language, time: string): string {
  const short = time.replace(/^0/, '');
  return language === 'en' ? short : short.replace(':', '.');
}
