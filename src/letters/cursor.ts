import type { Cursor } from './store';

/** Where a page of older letters begins, as it stands in an address: milliseconds since 1970 and a letter. */
export const cursorText = ({ at, id }: Cursor): string => `${at.getTime()}~${id}`;

/** The place that an address names; undefined for anything that is none. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const parts = /^(-?\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
  const at = new Date(Number(parts?.[1]));
  // The database has no moments before the year 1.
  const known = at >= new Date('0001-01-01T00:00:00Z') && at <= new Date('9999-12-31T23:59:59.999Z');
  return parts?.[2] === undefined || !known ? undefined : { at, id: parts[2] };
}
