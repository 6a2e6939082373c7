import { amsterdam, type CalendarDate, isCalendarDate } from './calendar';

/** The languages of the portal; `x-rtl` is the generated right-to-left test language. */
export type FormatLanguage = 'nl' | 'en' | 'x-rtl';

/**
 * long 'donderdag 3 december 2026' · date '3 december 2026' · short '3 dec 2026' · day '3 december' ·
 * month 'december 2026' · weekday 'donderdag' · numeric '03-12-2026'
 */
export type DateStyle = 'long' | 'date' | 'short' | 'day' | 'month' | 'weekday' | 'numeric';

/** Between a number and what it counts: the line does not break there. */
export const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

const locales: Record<FormatLanguage, string> = { nl: 'nl-NL', en: 'en-GB', 'x-rtl': 'nl-NL' };

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

// Making an Intl formatter costs some 40 µs, using one 0.7 µs: each is made once.
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in words. A `Date` is shown as the day that it is in Europe/Amsterdam. Throws on what is no date. */
export function formatDate(language: FormatLanguage, date: CalendarDate | Date, style: DateStyle = 'date'): string {
  if (typeof date !== 'string') return formatter(language, style, amsterdam).format(date);
  return formatter(language, style, 'UTC').format(Date.parse(`${date}T00:00:00Z`));
}

/**
 * A FHIR `date` or `dateTime` shown as exactly as it was recorded: '2015', 'maart 2015', '3 maart 2015'; one with a
 * time as its day in Europe/Amsterdam. Undefined when the text is none of these.
 */
export function formatRecordedDate(language: FormatLanguage, text: string, style: DateStyle = 'date') {
  if (/^\d{4}$/.test(text)) return text;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return formatDate(language, `${text}-01`, 'month');
  if (isCalendarDate(text)) return formatDate(language, text, style);
  const instant = new Date(text);
  return text.includes('T') && !Number.isNaN(instant.getTime()) ? formatDate(language, instant, style) : undefined;
}

/** The time of day in Europe/Amsterdam: '10.20 uur' in Dutch, '10:20' in English. */
export function formatTime(language: FormatLanguage, instant: Date): string {
  const clock = clockTime(instant);
  return language === 'en' ? clock : `${clock.replace(':', '.')}${noBreak}uur`;
}

/** The time of day as a machine writes it, `HH:mm` (fields of forms, `<time datetime>`). */
export function clockTime(instant: Date): string {
  let format = formats.get('clock');
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: amsterdam,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set('clock', format);
  }
  return format.format(instant);
}

/** Day and time together: 'donderdag 3 december 2026 om 10.20 uur', 'Thursday 3 December 2026 at 10:20'. */
export function formatDateTime(language: FormatLanguage, instant: Date, style: DateStyle = 'long'): string {
  const joint = language === 'en' ? 'at' : 'om';
  return `${formatDate(language, instant, style)} ${joint} ${formatTime(language, instant)}`;
}

/**
 * A number as people read it. Digits are never added or dropped: '8.40' is '8,40' in Dutch, because the zero says how
 * exactly was measured; so pass a measured value as the text it came as. From 10,000 on, digits stand in threes with
 * a narrow space (as SI writes): a point or comma there would mean something else in the other language.
 * What is not a plain decimal ('1:40', '<5') comes back unchanged.
 */
export function formatNumber(language: FormatLanguage, value: number | string): string {
  const text = typeof value === 'number' ? plainDecimal(value) : value;
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return text;
  const [, sign, whole = '', fraction] = parts;
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, narrowNoBreak) : whole;
  const point = language === 'en' ? '.' : ',';
  return `${sign === '-' ? '\u2212' : sign}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

/** A number with its unit, kept on one line: '8,4 mmol/l'. */
export function formatQuantity(language: FormatLanguage, value: number | string, unit: string | undefined): string {
  const number = formatNumber(language, value);
  return unit === undefined || unit === '' ? number : `${number}${noBreak}${unit}`;
}

function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 17 });
}

function formatter(language: FormatLanguage, style: DateStyle, zone: string): Intl.DateTimeFormat {
  const key = `${language}|${style}|${zone}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locales[language], { ...dateOptions[style], timeZone: zone });
    formats.set(key, format);
  }
  return format;
}
