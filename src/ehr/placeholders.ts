import { addDays, addMonths, addYears, type CalendarDate } from '../platform/time';

/** Stands for a test server's own address: reserved, so nothing can ever answer there. */
const OWN_SERVER = 'https://own-server.invalid/';

/** What a resource names by that address is of the same server: a relative reference says just that. */
const OWN_REFERENCE = /("(?:reference|url)"\s*:\s*")\{\{BASE_URL\}\}(?:fhir\/)?(?=[A-Z])/g;

/** `{{TODAY}}`, `{{TODAY-14}}`, `{{TODAY+2M}}`; and the form of Nictiz: `${DATE, T, D, -1}`. */
const TODAY = /\{\{TODAY(?:([+-]\d{1,4})([DMY])?)?\}\}/g;
const DATE = /\$\{DATE, T, ([DMY]), ([+-]?\d{1,4})\}/g;

/**
 * The text of a file with what a test server fills in when it answers: its own address, and days counted from `today`
 * (care time). Text without placeholders comes back as it is.
 */
export function filled(text: string, today: CalendarDate): string {
  if (!text.includes('{{') && !text.includes('${DATE')) return text;
  return text
    .replace(OWN_REFERENCE, '$1')
    .replaceAll('{{BASE_URL}}', OWN_SERVER)
    .replace(TODAY, (_, count: string | undefined, unit: string | undefined) => day(today, unit ?? 'D', count ?? '0'))
    .replace(DATE, (_, unit: string, count: string) => day(today, unit, count));
}

function day(today: CalendarDate, unit: string, count: string): CalendarDate {
  const number = Number(count);
  return unit === 'Y' ? addYears(today, number) : unit === 'M' ? addMonths(today, number) : addDays(today, number);
}
