/** What the desk may look for and what an identity document must say. Pure. */
import { foldName, isBsn } from '../people';
import type { TextKey } from '../platform/i18n';
import { type CalendarDate, isCalendarDate } from '../platform/time';

/** At most this many people are shown at a time: a search finds somebody, it does not list everybody. */
export const mostHits = 20;

export interface SearchCriteria {
  readonly surname: string;
  readonly birthDate: CalendarDate | '';
  readonly number: string;
  readonly bsn: string;
}

export const isEmptySearch = (criteria: SearchCriteria): boolean => Object.values(criteria).every((one) => one === '');

/** '27-03-1958', '27 3 1958', '27031958' or '1958-03-27'; undefined for what is no day that exists. */
export function parseBirthDate(text: string): CalendarDate | undefined {
  const clean = text.trim();
  const parts =
    /^(?<day>\d{1,2})[-/. ]+(?<month>\d{1,2})[-/. ]+(?<year>\d{4})$/.exec(clean) ??
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/.exec(clean) ??
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(clean);
  const { day, month, year } = parts?.groups ?? {};
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** People copy numbers with the spaces and dots that cards print between the digits. */
export const digitsOf = (text: string): string => text.replace(/[\s.-]/g, '');

const prefixes =
  /^(?:(?:aan|al|bij|da|de|del|den|der|di|dos|du|el|het|in|la|le|onder|op|over|t|te|ten|ter|uit|van|von|voor) )+/;

export interface NameRange {
  readonly from: string;
  readonly until: string;
}

/** Sorts after every letter, so that the range from a prefix to here holds all names that begin with it. */
const afterAllLetters = '\u{10FFFF}';

/**
 * Ranges of the folded surname that begin as typed. Files keep 'van der' apart from the surname, so what follows such
 * words is looked for as well: 'van der Berg' finds both 'Van der Berg' and 'Berg, van der'.
 */
export function surnameRanges(typed: string): NameRange[] {
  const folded = foldName(typed);
  if (folded === '') return [];
  const without = folded.replace(prefixes, '');
  return [...new Set([folded, without])].map((from) => ({ from, until: `${from}${afterAllLetters}` }));
}

/** What the log keeps of a search: which fields, and what stood in them, but never anything that is a BSN. */
export function criteriaForLog(typed: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const filled = ['achternaam', 'geboortedatum', 'nummer', 'bsn'].filter((field) => (typed[field] ?? '').trim() !== '');
  const kept = filled.filter((field) => field !== 'bsn').map((field) => [field, withoutBsn(typed[field] ?? '').trim()]);
  return { fields: filled, ...Object.fromEntries(kept) };
}

/** Replaces every nine digits that are a BSN, with or without spaces and dots between them. */
export function withoutBsn(text: string): string {
  let clean = '';
  let rest = text.slice(0, 1_000);
  while (rest !== '') {
    const found = bsnAtStart(rest);
    if (found === 0) {
      clean += rest[0];
      rest = rest.slice(1);
    } else {
      clean += '…';
      rest = rest.slice(found);
    }
  }
  return clean;
}

/** How many characters the BSN at the start of a text takes; 0 where there is none. */
function bsnAtStart(text: string): number {
  const found = /^\d(?:[\s.-]*\d){8}/.exec(text)?.[0];
  return found !== undefined && isBsn(digitsOf(found)) ? found.length : 0;
}

export const documentTypes = ['passport', 'identity-card', 'driving-licence', 'residence-document'] as const;
export type DocumentType = (typeof documentTypes)[number];

export const isDocumentType = (word: string): word is DocumentType =>
  (documentTypes as readonly string[]).includes(word);

/** A document number as it is stored: capitals, nothing between the characters. */
export const cleanDocumentNumber = (typed: string): string => digitsOf(typed).toUpperCase();

/** IN-03: what is wrong with a document number (clean) for its kind; undefined when it can be right. */
export function wrongDocumentNumber(type: DocumentType, number: string): TextKey | undefined {
  if (number === '') return 'registration.number-missing';
  if (type === 'driving-licence') return /^\d{10}$/.test(number) ? undefined : 'registration.number-licence';
  return /^[A-Z0-9]{9}$/.test(number) ? undefined : 'registration.number-nine';
}

/** The last three characters are enough to recognise a document on a receipt. */
export const maskedDocumentNumber = (number: string): string => `${'•'.repeat(number.length - 3)}${number.slice(-3)}`;
