import { expect, test } from 'vitest';
import { cursorText, readCursor } from './cursor';
import { possibleDecisions } from './decisions';
import type { ReleaseReason } from './rules';
import { fitting } from './store';

const at = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-30T00:00:00Z');

test.each<[ReleaseReason, Date | null, string[]]>([
  ['delay', later, ['released', 'held']],
  ['delay', at, ['withdrawn']],
  ['released', at, ['withdrawn']],
  ['held', null, ['released']],
  ['withdrawn', null, ['released']],
  ['awaits-clinician', null, ['released', 'held']],
  ['awaits-discharge', null, ['released', 'held']],
  ['never-shown', null, []],
  ['technical', null, []],
  ['gp-ordered', null, []],
  ['awaits-result', null, []],
])('RE-02 what a doctor can decide about a result that is %s, visible from %s', (because, visibleFrom, expected) => {
  expect(possibleDecisions({ because, visibleFrom, status: 'final' }, at)).toEqual(expected);
});

test('what was entered in error stays away', () => {
  expect(possibleDecisions({ because: 'withdrawn', visibleFrom: null, status: 'entered-in-error' }, at)).toEqual([]);
});

test('a page holds about forty rows with their parts, and at least one result', () => {
  const rows = (...parts: number[]) => fitting(parts.map((count) => ({ parts: count }))).length;
  expect([rows(200, 1), rows(...Array(60).fill(0)), rows(20, 19, 5, 1), rows()]).toEqual([1, 40, 3, 0]);
});

test('the place where a page begins survives its address; anything else is no place', () => {
  const cursor = { at, id: '019ab000-0000-7000-8000-000000000001' };
  expect(readCursor(cursorText(cursor))).toEqual(cursor);
  for (const text of [undefined, '', '1~2', `1e3~${cursor.id}`, `99999999999999999~${cursor.id}`, "1'--"])
    expect(readCursor(text)).toBeUndefined();
});
