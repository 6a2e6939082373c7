import { expect, test } from 'vitest';
import { cursorText, readCursor } from './cursor';

const place = { startsAt: new Date('2026-11-05T09:20:00Z'), id: '019ab000-0000-7000-8000-000000000001' };

test('AP-01 a place in the list of past appointments survives the address', () => {
  expect(readCursor(cursorText(place))).toEqual({ at: place.startsAt, id: place.id });
});

test.each([undefined, '', '5', '5_x', `-5_${place.id}`, `x_${place.id}`, `${'9'.repeat(15)}_${place.id}`])(
  '%s is no place',
  (text) => expect(readCursor(text)).toBeUndefined(),
);
