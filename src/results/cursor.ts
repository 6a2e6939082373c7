import type { Cursor } from './store';

/** What four digits of a year can say: further away the database has no moments. */
const earliest = new Date('0001-01-01T00:00:00Z');
const latest = new Date('9999-12-31T23:59:59.999Z');

/** Where a page of older results begins, as it stands in an address: milliseconds since 1970 and a result. */
export const cursorText = ({ at, id }: Cursor): string => `${at.getTime()}~${id}`;

/** The place that an address names; undefined for anything that is none. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const parts = /^(-?\d{1,15})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
  const at = new Date(Number(parts?.[1]));
  return parts?.[2] === undefined || !(at >= earliest && at <= latest) ? undefined : { at, id: parts[2] };
}
