import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockTime,
  formatDate,
  formatDateTime,
  formatNumber,
  formatQuantity,
  formatRecordedDate,
  formatTime,
} from './index';

const morning = new Date('2026-12-03T09:20:00Z');

describe('dates and times', () => {
  test.each([
    ['long', 'donderdag 3 december 2026'],
    ['date', '3 december 2026'],
    ['short', '3 dec 2026'],
    ['day', '3 december'],
    ['month', 'december 2026'],
    ['weekday', 'donderdag'],
    ['numeric', '03-12-2026'],
  ] as const)('Dutch %s is %s', (style, expected) => {
    expect(formatDate('nl', '2026-12-03', style)).toBe(expected);
    expect(formatDate('nl', morning, style)).toBe(expected);
  });

  test('English and the test language', () => {
    expect(formatDate('en', '2026-12-03', 'date')).toBe('3 December 2026');
    expect(formatDate('x-rtl', '2026-12-03', 'date')).toBe('3 december 2026');
  });

  test('an instant shows the day in Amsterdam', () => {
    expect(formatDate('nl', new Date('2026-12-02T23:00:00Z'))).toBe('3 december 2026');
    expect(formatDate('nl', new Date('2026-07-02T22:00:00Z'))).toBe('3 juli 2026');
  });

  test('times', () => {
    expect(formatTime('nl', morning)).toBe('10.20\u00a0uur');
    expect(formatTime('en', morning)).toBe('10:20');
    expect(clockTime(new Date('2026-12-02T23:05:00Z'))).toBe('00:05');
    expect(formatDateTime('nl', morning)).toBe('donderdag 3 december 2026 om 10.20\u00a0uur');
  });

  test('a recorded date is shown as exactly as it is known', () => {
    expect(formatRecordedDate('nl', '2015')).toBe('2015');
    expect(formatRecordedDate('nl', '2015-03')).toBe('maart 2015');
    expect(formatRecordedDate('nl', '2015-03-09')).toBe('9 maart 2015');
    expect(formatRecordedDate('nl', '2015-03-09T23:30:00Z')).toBe('10 maart 2015');
    expect(['2015-13', '2015-02-30', 'onbekend', ''].map((text) => formatRecordedDate('nl', text))).toEqual(
      Array(4).fill(undefined),
    );
  });

  test('what is no date is a mistake', () => {
    expect(() => formatDate('nl', 'yesterday')).toThrow(RangeError);
  });

  test('formatting is fast enough for a page of dates', () => {
    formatDate('nl', morning, 'long');
    const start = performance.now();
    for (let i = 0; i < 20_000; i++) formatDate('nl', morning, 'long');
    // 0.7 µs measured; the limit only catches a formatter that is made anew each time (40 µs).
    expect((performance.now() - start) / 20_000).toBeLessThan(0.02);
  });
});

describe('numbers', () => {
  test.each([
    ['8.40', '8,40', '8.40'],
    ['0', '0', '0'],
    ['-1.5', '\u22121,5', '\u22121.5'],
    ['1250', '1250', '1250'],
    ['12500', '12\u202f500', '12\u202f500'],
    ['1234567.125', '1\u202f234\u202f567,125', '1\u202f234\u202f567.125'],
    ['<5', '<5', '<5'],
    ['1:40', '1:40', '1:40'],
  ])('%s is %s in Dutch and %s in English', (value, dutch, english) => {
    expect([formatNumber('nl', value), formatNumber('en', value)]).toEqual([dutch, english]);
  });

  test('very small and very large numbers are written out', () => {
    expect(formatNumber('nl', 1e-7)).toBe('0,0000001');
    expect(formatNumber('nl', 1e21)).toBe('1\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000');
  });

  test('RE-01 no digit is added or lost', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,9}(\.\d{1,6})?$/), (text) => {
        const shown = formatNumber('nl', text);
        expect(shown.replaceAll('\u202f', '').replace('\u2212', '-').replace(',', '.')).toBe(text);
      }),
      { seed: 20261203, numRuns: 500 },
    );
  });

  test('a unit stays with its number', () => {
    expect(formatQuantity('nl', '8.4', 'mmol/l')).toBe('8,4\u00a0mmol/l');
    expect(formatQuantity('nl', 8, undefined)).toBe('8');
  });
});
