/** Who may open which record, as tables. The refusals come first. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addYears, birthdayOn, startOfDay } from '../platform/time';
import {
  type AccessPolicy,
  type Decision,
  decideGranted,
  decideOwn,
  decideStaff,
  type GrantFacts,
  keptFrom,
  type PatientFacts,
} from './decide';
import { type RecordRight, type Role, recordRights, roles } from './rights';

const seed = 20261203;
const numRuns = process.env.INZAGE_PROVE ? 5_000 : 200;
const at = new Date('2026-12-03T12:00:00Z');
const policy: AccessPolicy = {
  unverifiedBsn: 'limited',
  ownAccountFrom: 12,
  under12Digid: 'appointments',
  parentAt12: 'ends',
};
const patient: PatientFacts = { birthDate: '1957-03-14', deceasedOn: null, bsnVerified: true };
const grant: GrantFacts = { basis: 'proxy', rights: recordRights, from: new Date('2025-01-01T00:00:00Z'), until: null };

/** A decision in one word: why not, or as what. */
const word = (decision: Decision) => (decision.allowed ? decision.kind : decision.because);
/** Midnight at the start of a day, as people in the Netherlands live it. */
const midnight = startOfDay;
const justBefore = (moment: Date) => new Date(moment.getTime() - 1);

describe('the own record', () => {
  test.each<[string, Partial<PatientFacts>, Partial<AccessPolicy>, string]>([
    ['IN-15 after death', { deceasedOn: '2026-12-03' }, {}, 'deceased'],
    [
      'IN-15 death goes before everything else',
      { deceasedOn: '2020-01-01', bsnVerified: false },
      { unverifiedBsn: 'none' },
      'deceased',
    ],
    [
      'IN-03 BSN not verified, where that gives no access',
      { bsnVerified: false },
      { unverifiedBsn: 'none' },
      'unverified',
    ],
    ['IN-03 BSN not verified, where that limits', { bsnVerified: false }, {}, 'limited'],
    ['IN-04 under 12, where that gives nothing', { birthDate: '2014-12-04' }, { under12Digid: 'none' }, 'too-young'],
    ['IN-04 under 12, where that gives appointments', { birthDate: '2014-12-04' }, {}, 'limited'],
    [
      'IN-04 under 12 and not verified, where that gives no access',
      { birthDate: '2014-12-04', bsnVerified: false },
      { unverifiedBsn: 'none' },
      'unverified',
    ],
    [
      'IN-04 under 12 and not verified, where both limit',
      { birthDate: '2014-12-04', bsnVerified: false },
      {},
      'limited',
    ],
    [
      'IN-04 a policy from 16: 15',
      { birthDate: '2010-12-04' },
      { ownAccountFrom: 16, under12Digid: 'none' },
      'too-young',
    ],
    ['IN-04 12 today', { birthDate: '2014-12-03' }, {}, 'self'],
    ['IN-02 an adult', {}, {}, 'self'],
    ['IN-02 a birth date that nobody knows', { birthDate: null }, {}, 'self'],
    ['IN-15 a death that is still to come is a slip of the pen', { deceasedOn: '2026-12-04' }, {}, 'self'],
  ])('%s', (_, facts, by, expected) => {
    expect(word(decideOwn({ ...patient, ...facts }, { ...policy, ...by }, at))).toBe(expected);
  });

  test('IN-03 IN-04 limited access holds appointments and nothing else', () => {
    const young = decideOwn({ ...patient, birthDate: '2016-01-01' }, policy, at);
    const unverified = decideOwn({ ...patient, bsnVerified: false }, policy, at);
    for (const decision of [young, unverified])
      expect(decision).toMatchObject({ kind: 'limited', held: ['appointments'] });
  });

  test('IN-04 the 12th birthday begins at midnight in Amsterdam, also for 29 February', () => {
    for (const [born, day] of [
      ['2014-12-03', '2026-12-03'],
      ['2014-07-03', '2026-07-03'],
      ['2012-02-29', '2024-02-29'],
      ['2013-03-31', '2025-03-31'],
    ] as const) {
      const facts = { ...patient, birthDate: born };
      expect(word(decideOwn(facts, policy, justBefore(midnight(day)))), born).toBe('limited');
      expect(word(decideOwn(facts, policy, midnight(day))), born).toBe('self');
    }
    // 00:30 in Amsterdam is still the day before in UTC.
    expect(word(decideOwn({ ...patient, birthDate: '2014-12-03' }, policy, new Date('2026-12-02T23:30:00Z')))).toBe(
      'self',
    );
  });

  test('IN-15 the day of death begins at midnight in Amsterdam', () => {
    const facts = { ...patient, deceasedOn: '2026-12-03' };
    expect(word(decideOwn(facts, policy, new Date('2026-12-02T22:59:59.999Z')))).toBe('self');
    expect(word(decideOwn(facts, policy, new Date('2026-12-02T23:00:00Z')))).toBe('deceased');
  });
});

describe('a granted record', () => {
  test.each<[string, Partial<PatientFacts>, Partial<GrantFacts>, Partial<AccessPolicy>, string]>([
    ['IN-15 a proxy after death', { deceasedOn: '2026-12-03' }, {}, {}, 'deceased'],
    [
      'IN-15 a parent after death',
      { birthDate: '2020-01-01', deceasedOn: '2026-12-01' },
      { basis: 'parent' },
      {},
      'deceased',
    ],
    ['IN-15 a legal representative after death', { deceasedOn: '2026-12-03' }, { basis: 'legal' }, {}, 'deceased'],
    ['PR-01 not begun yet', {}, { from: new Date(at.getTime() + 1) }, {}, 'ended'],
    ['PR-01 over at this moment', {}, { until: at }, {}, 'ended'],
    ['PR-01 over', {}, { until: new Date('2026-01-01T00:00:00Z') }, {}, 'ended'],
    [
      'PR-05 a parent from the 12th birthday, where it ends',
      { birthDate: '2014-12-03' },
      { basis: 'parent', from: new Date('2020-01-01') },
      {},
      'ended',
    ],
    [
      'PR-05 a parent from the 12th birthday, where it goes on',
      { birthDate: '2014-12-03' },
      { basis: 'parent', from: new Date('2020-01-01') },
      { parentAt12: 'goes-on' },
      'parent',
    ],
    [
      'PR-06 a parent from the 16th birthday, where it goes on at 12',
      { birthDate: '2010-12-03' },
      { basis: 'parent', from: new Date('2020-01-01') },
      { parentAt12: 'goes-on' },
      'ended',
    ],
    [
      'PR-06 a parent from the 16th birthday, renewed at 13',
      { birthDate: '2010-12-03' },
      { basis: 'parent', from: new Date('2023-12-03T10:00:00Z') },
      {},
      'ended',
    ],
    ['PR-04 a parent of a child whose birth date nobody knows', { birthDate: null }, { basis: 'parent' }, {}, 'ended'],
    [
      'PR-05 a parent, renewed with the child’s consent at 13',
      { birthDate: '2012-12-03' },
      { basis: 'parent', from: new Date('2025-12-10') },
      {},
      'parent',
    ],
    ['PR-04 a parent of a child under 12', { birthDate: '2014-12-04' }, { basis: 'parent' }, {}, 'parent'],
    ['PR-10 a legal representative of a child of 13', { birthDate: '2013-01-01' }, { basis: 'legal' }, {}, 'legal'],
    ['PR-01 from this moment', {}, { from: at }, {}, 'proxy'],
    ['PR-01 until a moment later', {}, { until: new Date(at.getTime() + 1) }, {}, 'proxy'],
    ['PR-03 without end', {}, {}, {}, 'proxy'],
  ])('%s', (_, facts, given, by, expected) => {
    expect(word(decideGranted({ ...patient, ...facts }, { ...grant, ...given }, { ...policy, ...by }, at))).toBe(
      expected,
    );
  });

  test.each<[GrantFacts['basis'], RecordRight[]]>([
    ['proxy', ['proxies', 'personal', 'settings']],
    ['parent', ['settings']],
    ['legal', ['settings']],
  ])('PR-03 a %s never holds %j, whatever was granted', (basis, never) => {
    const facts = { ...patient, birthDate: '2020-01-01' };
    const decision = decideGranted(facts, { ...grant, basis }, policy, at);
    expect(decision).toMatchObject({ allowed: true, held: recordRights.filter((right) => !never.includes(right)) });
  });

  test('PR-03 a narrowed proxy holds what was granted, and words that are no rights count for nothing', () => {
    const rights = ['appointments', 'everything', 'Results', ''];
    expect(decideGranted(patient, { ...grant, rights }, policy, at)).toMatchObject({ held: ['appointments'] });
    expect(decideGranted(patient, { ...grant, rights: [] }, policy, at)).toMatchObject({ allowed: true, held: [] });
  });

  test('PR-05 PR-06 a parent’s access ends at midnight in Amsterdam at the start of the birthday', () => {
    for (const [born, age, by] of [
      ['2014-12-03', 12, 'ends'],
      ['2014-06-30', 12, 'ends'],
      ['2012-02-29', 12, 'ends'],
      ['2010-12-03', 16, 'goes-on'],
      ['2008-02-29', 16, 'goes-on'],
    ] as const) {
      const birthday = midnight(birthdayOn(born, age));
      const given: GrantFacts = { ...grant, basis: 'parent', from: midnight(addYears(born, 2)) };
      const facts = { ...patient, birthDate: born };
      const rule = { ...policy, parentAt12: by };
      expect(word(decideGranted(facts, given, rule, justBefore(birthday))), born).toBe('parent');
      expect(word(decideGranted(facts, given, rule, birthday)), born).toBe('ended');
    }
  });

  test('PR-05 PR-06 born on 29 February, in a year without it, the birthday is 1 March', () => {
    const facts = { ...patient, birthDate: '2016-02-29' };
    expect(birthdayOn('2016-02-29', 13)).toBe('2029-03-01');
    // Renewed the day before the 13th birthday: already with the child's own consent, so it holds at 13.
    const given: GrantFacts = { ...grant, basis: 'parent', from: midnight('2028-02-29') };
    expect(word(decideGranted(facts, given, policy, midnight('2029-03-01')))).toBe('parent');
    expect(word(decideGranted(facts, { ...given, from: midnight('2028-02-28') }, policy, midnight('2028-02-29')))).toBe(
      'ended',
    );
  });

  test('IN-15 no grant of any kind survives the day of death', () => {
    const grants = fc.record({
      basis: fc.constantFrom<GrantFacts['basis']>('proxy', 'parent', 'legal'),
      rights: fc.subarray([...recordRights]),
      from: fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      until: fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })),
    });
    fc.assert(
      fc.property(grants, fc.nat(4_000), fc.constantFrom('ends', 'goes-on'), (given, later, parentAt12) => {
        const facts: PatientFacts = { birthDate: '2012-02-29', deceasedOn: '2020-02-29', bsnVerified: true };
        const moment = midnight(addDays('2020-02-29', later));
        expect(decideGranted(facts, given, { ...policy, parentAt12: parentAt12 as 'ends' }, moment).allowed).toBe(
          false,
        );
        expect(decideOwn(facts, policy, moment).allowed).toBe(false);
      }),
      { seed, numRuns },
    );
  });

  test('PR-01 PR-03 outside its period a grant opens nothing, and never more than it says', () => {
    const moment = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, moment, fc.subarray([...recordRights]), (from, until, now, rights) => {
        const decision = decideGranted(patient, { ...grant, from, until, rights }, policy, now);
        expect(decision.allowed).toBe(from <= now && now < until);
        if (decision.allowed) expect(decision.held.every((right) => rights.includes(right))).toBe(true);
      }),
      { seed, numRuns },
    );
  });
});

describe('ST-04 an employee, for each role', () => {
  const opens: Record<Role, boolean> = {
    reception: false,
    desk: false,
    information: false,
    planner: true,
    assistant: true,
    nurse: true,
    doctor: true,
    helpdesk: false,
    manager: false,
    privacy: false,
  };

  test.each(
    roles.flatMap((role) =>
      [true, false].flatMap((related) => [true, false].map((emergency) => [role, related, emergency] as const)),
    ),
  )('%s, relation %s, emergency %s', (role, related, emergency) => {
    const decision = decideStaff({ roles: [role] }, { related, emergency });
    const inEmergency = emergency && (role === 'nurse' || role === 'doctor');
    const expected = !opens[role] ? 'no-right' : related || inEmergency ? 'staff' : 'no-relation';
    expect(word(decision)).toBe(expected);
    if (decision.allowed) expect(decision.basis).toBe(related ? 'treatment' : 'emergency');
  });
});

describe('DO-12 what is kept apart', () => {
  test.each([
    ['self', ['patient']],
    ['limited', ['patient']],
    ['proxy', ['patient', 'proxy']],
    ['parent', ['patient', 'parent']],
    ['legal', ['patient', 'legal']],
    ['staff', []],
  ] as const)('from a viewer of kind %s: %j', (kind, kept) => {
    expect(keptFrom(kind)).toEqual(kept);
  });
});
