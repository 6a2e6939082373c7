import { describe, expect, test } from 'vitest';
import { loadPreset } from '../policies';
import { appointmentsPolicy } from './policy';
import {
  directionsTo,
  instructionParts,
  isOnSite,
  nightsOf,
  notShownBecause,
  phaseOf,
  programmeOf,
  toBring,
} from './rules';

const duinzicht = appointmentsPolicy.of(loadPreset('duinzicht'));
const amstelland = appointmentsPolicy.of(loadPreset('amstelland'));
const text = { nl: 'x', en: 'x' };

describe('AP-01 where an appointment stands', () => {
  const at = new Date('2026-12-03T09:00:00Z');
  const when = (startsAt: string, endsAt: string, status = 'booked') => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    status,
  });
  test.each([
    ['coming', when('2026-12-04T09:00:00Z', '2026-12-04T09:20:00Z')],
    ['coming', when('2026-12-03T23:00:00Z', '2026-12-03T23:20:00Z')], // after midnight in the Netherlands
    ['today', when('2026-12-03T22:59:00Z', '2026-12-03T23:20:00Z')],
    ['today', when('2026-12-03T09:00:00.001Z', '2026-12-03T09:20:00Z')],
    ['now', when('2026-12-03T09:00:00Z', '2026-12-03T09:20:00Z')],
    ['now', when('2026-12-01T07:00:00Z', '2026-12-05T10:00:00Z')],
    ['over', when('2026-12-03T08:00:00Z', '2026-12-03T09:00:00Z')],
    ['over', when('2026-12-03T08:00:00Z', '2026-12-03T10:00:00Z', 'fulfilled')],
    ['off', when('2026-12-04T09:00:00Z', '2026-12-04T09:20:00Z', 'cancelled')],
    ['off', when('2026-11-04T09:00:00Z', '2026-11-04T09:20:00Z', 'cancelled')],
  ])('%s', (phase, appointment) => expect(phaseOf(appointment, at)).toBe(phase));
});

describe('AP-11 what to bring', () => {
  const whats = (clinic: string, kind: 'visit' | 'phone' | 'admission') =>
    toBring(duinzicht, { clinic, kind }).map((item) => (item.what === 'own' ? item.text.nl : item.what));
  test('identity document, insurance card, referral, medicines, and what the clinic adds', () => {
    expect(whats('interne', 'visit')).toEqual(['identity', 'insurance', 'referral', 'medicines']);
    expect(whats('orthopedie', 'visit')).toEqual([
      'identity',
      'insurance',
      'referral',
      'medicines',
      'Uw krukken, als u die gebruikt',
    ]);
  });
  test('who does not travel brings nothing, but has the medicines at hand', () => {
    expect(whats('interne', 'phone')).toEqual(['medicines']);
    expect(isOnSite({ kind: 'phone' })).toBe(false);
  });
  test('AP-14 an admission asks for night things', () => {
    expect(whats('interne', 'admission').at(-1)).toMatch(/Nachtkleding/);
  });
  test('a policy from before there was this section has the usual things', () => {
    const { success, data } = appointmentsPolicy.schema.safeParse(undefined);
    expect(success && toBring(data, { clinic: 'x', kind: 'visit' })).toHaveLength(4);
  });
});

describe('AP-01 AP-14 what the organisation wrote down', () => {
  test('what is not shown: by clinic, by kind, by both', () => {
    expect(notShownBecause(amstelland, { clinic: 'spoed', kind: 'visit' })?.name.en).toMatch(/Emergency/);
    expect(notShownBecause(amstelland, { clinic: 'interne', kind: 'visit' })).toBeUndefined();
    const both = { ...duinzicht, notShown: [{ name: text, why: text, clinics: ['kno'], kinds: ['phone' as const] }] };
    expect(notShownBecause(both, { clinic: 'kno', kind: 'phone' })).toBeDefined();
    expect(notShownBecause(both, { clinic: 'kno', kind: 'visit' })).toBeUndefined();
    expect(notShownBecause(both, { clinic: 'interne', kind: 'phone' })).toBeUndefined();
  });
  test('the way to a clinic, and how a day of admission goes', () => {
    expect(directionsTo(duinzicht, 'orthopedie').map(({ title }) => title.nl)).toEqual([
      'Loop naar lift B',
      'Ga naar de 2e verdieping',
    ]);
    expect(directionsTo(duinzicht, 'radiologie')).toEqual([]);
    expect(programmeOf(duinzicht, { clinic: 'orthopedie', kind: 'operation' })[0]?.title.nl).toBe('U meldt zich');
    expect(programmeOf(duinzicht, { clinic: 'orthopedie', kind: 'visit' })).toEqual([]);
  });
  test('a clinic that does not exist is refused by name', () => {
    const policy = { appointments: { ...duinzicht, directions: [{ clinic: 'weg', steps: [{ title: text }] }] } };
    const whole = { ...loadPreset('duinzicht'), ...policy };
    expect(appointmentsPolicy.problems(whole)).toEqual([
      { field: 'appointments.directions.0', nl: "Polikliniek 'weg' bestaat niet", en: "there is no clinic 'weg'" },
    ]);
  });
});

test('AP-14 nights are counted by the days in the Netherlands', () => {
  const nights = (startsAt: string, endsAt: string) =>
    nightsOf({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  expect(nights('2026-12-07T06:30:00Z', '2026-12-09T10:00:00Z')).toBe(2);
  expect(nights('2026-12-07T06:30:00Z', '2026-12-07T22:30:00Z')).toBe(0);
  expect(nights('2026-12-07T20:30:00Z', '2026-12-08T06:00:00Z')).toBe(1);
  expect(nights('2026-12-07T22:30:00Z', '2026-12-07T23:30:00Z')).toBe(0);
});

test('instructions keep their lines and lists', () => {
  expect(instructionParts(' Eet niets.\r\n\r\n- water mag\n• thee mag\nKom nuchter.')).toEqual([
    'Eet niets.',
    ['water mag', 'thee mag'],
    'Kom nuchter.',
  ]);
  expect(instructionParts(' \n')).toEqual([]);
});
