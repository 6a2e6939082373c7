/**
 * A calendar file (RFC 5545) for a person's own calendar, which others may see: that there is an appointment, when, and
 * at which address. Never with which clinic, with whom or why. Times are in UTC, which every calendar shows in local
 * time, so that no description of the time zone has to go along.
 */

export interface CalendarEvent {
  /** Stays the same for all versions of one appointment. */
  readonly uid: string;
  /** Rises with every version, so that a newer file replaces an older one. */
  readonly sequence: number;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly updatedAt: Date;
  readonly summary: string;
  readonly location: string | undefined;
  readonly description: string;
  /** Where the appointment stands in the portal, behind signing in. */
  readonly url: string;
}

export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH';

/** The text of a file with these events. `madeAt` is the moment of making it; `name` what a calendar may call it. */
export function calendarFile(events: readonly CalendarEvent[], name: string, madeAt: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Inzage//Afspraken//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const eventLines = (event: CalendarEvent, madeAt: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${moment(madeAt)}`,
  `LAST-MODIFIED:${moment(event.updatedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `STATUS:${event.status}`,
  `DTSTART:${moment(event.startsAt)}`,
  `DTEND:${moment(event.endsAt)}`,
  `SUMMARY:${text(event.summary)}`,
  ...(event.location === undefined ? [] : [`LOCATION:${text(event.location)}`]),
  `DESCRIPTION:${text(event.description)}`,
  `URL:${event.url}`,
  'CLASS:PRIVATE',
  `TRANSP:${event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
  'END:VEVENT',
];

/** '20261203T092000Z' */
const moment = (at: Date): string => `${at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')}`;

/** §3.3.11: backslash, semicolon, comma and new lines are escaped; other control characters have no place in it. */
const text = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** §3.1: no line longer than 75 octets; a character of several octets is never cut. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > 75) {
      parts.push(part);
      part = '';
      octets = 1; // the space that a continued line begins with
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
