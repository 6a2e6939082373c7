import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar';

const madeAt = new Date('2026-11-23T09:00:00Z');
const event: CalendarEvent = {
  uid: '019ab000-0000-7000-8000-000000000001',
  sequence: 0,
  status: 'CONFIRMED',
  startsAt: new Date('2026-12-03T09:20:00Z'),
  endsAt: new Date('2026-12-03T09:40:00Z'),
  updatedAt: new Date('2026-11-20T08:00:00Z'),
  summary: 'Afspraak Duinzicht Ziekenhuis',
  location: 'Duinzicht Ziekenhuis, Zeeweg 120, 1999 AB Zandoord',
  description: 'Meer leest u in Mijn Duinzicht.',
  url: 'https://duinzicht.example.nl/afspraken/019ab000-0000-7000-8000-000000000001',
};

/** As another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}
const readOne = (change: Partial<CalendarEvent> = {}) => {
  const [found] = read(calendarFile([{ ...event, ...change }], 'Afspraken', madeAt));
  if (found === undefined) throw new Error('no event');
  return found;
};

describe('AP-01 a calendar file, as an independent program reads it', () => {
  test('all that was put in comes out', () => {
    const found = readOne({ sequence: 3 });
    expect(found.uid).toBe(event.uid);
    expect(found.sequence).toBe(3);
    expect(found.summary).toBe(event.summary);
    expect(found.location).toBe(event.location);
    expect(found.description).toBe(event.description);
    expect(found.startDate.toJSDate()).toEqual(event.startsAt);
    expect(found.endDate.toJSDate()).toEqual(event.endsAt);
    expect(found.component.getFirstPropertyValue('url')).toBe(event.url);
    expect(found.component.getFirstPropertyValue('class')).toBe('PRIVATE');
    expect(String(found.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T09:00:00Z');
  });

  test.each(['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const)('status %s', (status) => {
    const { component } = readOne({ status });
    expect(component.getFirstPropertyValue('status')).toBe(status);
    expect(component.getFirstPropertyValue('transp')).toBe(status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE');
  });

  test.each([
    ['the last hour before summer time', '2026-03-29T00:30:00Z'],
    ['the first hour of summer time', '2026-03-29T01:30:00Z'],
    ['half past two, the first time', '2026-10-25T00:30:00Z'],
    ['half past two, the second time', '2026-10-25T01:30:00Z'],
  ])('%s is the same moment', (_, startsAt) => {
    const starts = new Date(startsAt);
    const ends = new Date(starts.getTime() + 3_600_000);
    const found = readOne({ startsAt: starts, endsAt: ends });
    expect([found.startDate.toJSDate(), found.endDate.toJSDate()]).toEqual([starts, ends]);
  });

  test('an empty list is a calendar without events', () => {
    expect(read(calendarFile([], 'Afspraken', madeAt))).toEqual([]);
  });

  test('whatever the words are: they come back, no line is longer than 75 octets, none forges another', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'aé€😀;,\\:"\n\r\tBEGIN:VEVENT X-=ق'.split('')),
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const text = calendarFile([{ ...event, summary, description }], summary, madeAt);
        expect(text.endsWith('\r\n')).toBe(true);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const found = read(text);
        const same = (given: string) => given.replace(/\r\n?/g, '\n');
        expect(found).toHaveLength(1);
        expect(found[0]?.summary ?? '').toBe(same(summary));
        expect(found[0]?.description ?? '').toBe(same(description));
      }),
      { seed: 5545, numRuns: 200 },
    );
  });

  test('a character that no calendar may hold is left out', () => {
    expect(readOne({ summary: 'a\u0000\u0007b' }).summary).toBe('ab');
  });
});
