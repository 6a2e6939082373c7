import { expect, test } from 'vitest';
import { cursorText, readCursor } from './cursor';

const id = '01a208b0-75de-7346-b80b-17e4ecbb0d89';

test.each(['-999999999999999', '999999999999999', '-62135596800001', '253402300800000'])(
  'PS-03 a moment that the database cannot hold is no place to begin: %s',
  (moment) => {
    expect(readCursor(`${moment}~${id}`)).toBeUndefined();
  },
);

test.each(['0001-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z'])('%s can be read back', (moment) => {
  const cursor = { at: new Date(moment), id };
  expect(readCursor(cursorText(cursor))).toEqual(cursor);
});
