import { describe, expect, test } from 'vitest';
import {
  composePolicy,
  describeHours,
  inLanguage,
  isOpen,
  type OpeningHours,
  organisationPolicy,
  outOfHours,
  type Policy,
  presetJson,
  recordStart,
  whomToCall,
} from './index';

const office: OpeningHours = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', until: '17:00' }];
const always: OpeningHours = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', until: '23:59' },
];

const parse = composePolicy([organisationPolicy]);
const organisation = (slug: string) => {
  const json = presetJson(slug);
  return organisationPolicy.of(parse({ organisation: Reflect.get(Object(json), 'organisation') }));
};

describe('opening hours', () => {
  test('in words', () => {
    expect(describeHours('nl', office)).toEqual(['maandag tot en met vrijdag van 8.00 tot 17.00 uur']);
    expect(describeHours('en', office)).toEqual(['Monday to Friday from 8:00 to 17:00']);
    expect(describeHours('nl', always)).toEqual(['dag en nacht']);
    expect(describeHours('nl', [{ days: ['mon', 'wed'], from: '13:00', until: '16:30' }])).toEqual([
      'maandag en woensdag van 13.00 tot 16.30 uur',
    ]);
  });

  test.each([
    ['Thursday morning', '2026-12-03T09:00:00Z', true],
    ['the minute it opens, in winter', '2026-12-03T07:00:00Z', true],
    ['the minute it opens, in summer', '2026-07-02T06:00:00Z', true],
    ['the minute it closes', '2026-12-03T16:00:00Z', false],
    ['Saturday', '2026-12-05T09:00:00Z', false],
    ['Christmas Day', '2026-12-25T09:00:00Z', false],
    ['a closure', '2026-12-29T09:00:00Z', false],
  ])('open on %s', (_, at, open) => {
    const closures = [{ from: '2026-12-28', until: '2026-12-31' }];
    expect(isOpen(office, new Date(at), closures)).toBe(open);
    expect(isOpen(always, new Date(at), closures)).toBe(true);
  });
});

describe('HO-06 whom to call', () => {
  const duinzicht = organisation('duinzicht');

  test('the clinic whose matter it is, with what to have at hand', () => {
    expect(whomToCall(duinzicht, 'results', { language: 'nl', clinic: 'orthopedie' })).toEqual({
      name: 'Orthopedie',
      phone: '088\u00a0555\u00a001\u00a024',
      phoneHref: 'tel:0885550124',
      email: undefined,
      hours: ['maandag tot en met vrijdag van 8.30 tot 16.30 uur'],
      atHand: ['uw patiëntnummer of uw geboortedatum'],
      open: undefined,
    });
  });

  test('else the desk for the purpose, else the general number: there is always somebody', () => {
    const call = (purpose: 'registration' | 'results', clinic?: string) =>
      whomToCall(duinzicht, purpose, {
        language: 'en',
        at: new Date('2026-12-05T09:00:00Z'),
        ...(clinic && { clinic }),
      });
    expect(call('registration')).toMatchObject({ name: 'the main reception', open: false });
    expect(call('results')).toMatchObject({ name: 'Duinzicht reception', email: 'info@duinzicht.example' });
    expect(call('results', 'unknown-clinic')).toMatchObject({ name: 'Duinzicht reception' });
  });

  test('ME-05 out of hours somebody answers day and night', () => {
    expect(outOfHours(duinzicht, { language: 'nl', at: new Date('2026-12-25T02:00:00Z') })).toMatchObject({
      name: 'de huisartsenspoedpost',
      hours: ['dag en nacht'],
      open: true,
    });
    const { outOfHours: _, ...contacts } = duinzicht.contacts;
    expect(outOfHours({ ...duinzicht, contacts }, { language: 'nl' })).toBeUndefined();
  });
});

describe('DO-10 from when the record is shown', () => {
  const perLocation = {
    shownFrom: [
      { location: 'oost', from: '2015-10-25' },
      { location: 'zuid', from: '2016-03-13' },
    ],
  };

  test.each([
    ['oost', '2015-10-25'],
    ['zuid', '2016-03-13'],
    ['elders', '2016-03-13'],
    [undefined, '2016-03-13'],
  ])('at location %s from %s', (location, expected) => {
    expect(recordStart(perLocation, location)).toBe(expected);
  });

  test('one date for all, or none', () => {
    expect(recordStart({ shownFrom: [{ from: '2020-07-01' }] }, 'praktijk')).toBe('2020-07-01');
    expect(recordStart({ shownFrom: [] }, 'zeeweg')).toBeUndefined();
  });
});

test('an organisation’s words in the reader’s language', () => {
  const words = { nl: 'Orthopedie', en: 'Orthopaedics' };
  expect([inLanguage(words, 'nl'), inLanguage(words, 'en'), inLanguage(words, 'x-rtl')]).toEqual([
    'Orthopedie',
    'Orthopaedics',
    'Orthopedie',
  ]);
});

test('a section that the policy was made without is a mistake of the program', () => {
  expect(() => organisationPolicy.of({} as Policy)).toThrow("without section 'organisation'");
});
