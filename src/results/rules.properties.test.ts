import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateIn, startOfDay } from '../platform/time';
import { loadPreset } from '../policies';
import { resultCategories } from './categories';
import { type ReleaseRule, type ResultsPolicy, resultsPolicy } from './policy';
import { keepVisible, type ResultFacts, release, sensitive } from './rules';

const settings = { seed: 20261203, numRuns: 1000 };
const presets = ['duinzicht', 'maasoever', 'amstelland', 'drecht'].map((slug) => resultsPolicy.of(loadPreset(slug)));

/** Around both changes of the clock and 29 February. */
const instant = fc.oneof(
  ...['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2028-02-29T12:00:00Z', '2026-12-31T23:00:00Z'].map((centre) =>
    fc.integer({ min: -40 * 86_400, max: 40 * 86_400 }).map((seconds) => new Date(Date.parse(centre) + seconds * 1000)),
  ),
);
const delay = fc.record({
  when: fc.constant('delay' as const),
  days: fc.integer({ min: 1, max: 60 }),
  from: fc.constantFrom('known' as const, 'final' as const),
});
const plain = fc.constantFrom({ when: 'known' as const }, { when: 'final' as const }, { when: 'clinician' as const });
const releaseRule = fc.oneof(delay, plain);
const hospitalRule: fc.Arbitrary<ReleaseRule> = fc.oneof(releaseRule, fc.constant({ when: 'discharge' as const }));
const words = { nl: 'x', en: 'x' };
const category = fc.constantFrom(...resultCategories);
const notShown = fc.array(
  fc.record({ name: fc.constant(words), why: fc.constant(words), categories: fc.array(category, { minLength: 1 }) }),
  { maxLength: 1 },
);

const invented: fc.Arbitrary<ResultsPolicy> = fc.record({
  outpatient: releaseRule,
  admitted: hospitalRule,
  emergency: hospitalRule,
  sensitive: fc.record({
    categories: fc.array(category),
    rule: releaseRule,
    inHospital: fc.constantFrom('own-rule' as const, 'as-others' as const),
  }),
  gpOrdered: fc.oneof(
    fc.constantFrom('all' as const, 'none' as const),
    fc.array(category, { minLength: 1, maxLength: 3 }),
  ),
  neverShown: notShown,
  technical: notShown,
  announceComing: fc.constantFrom('no' as const, 'not-sensitive' as const, 'yes' as const),
  categories: fc.constant([]),
});

const anyPolicy = fc.oneof(fc.constantFrom(...presets), invented);

const anyFacts: fc.Arbitrary<ResultFacts> = fc.record({
  category: fc.oneof(category, fc.constantFrom('unknown' as const, undefined)),
  setting: fc.constantFrom('outpatient' as const, 'admitted' as const, 'emergency' as const, undefined),
  orderer: fc.constantFrom('own' as const, 'gp' as const, undefined),
  location: fc.constantFrom('oost', 'zuid', undefined),
  knownAt: instant,
  finalAt: fc.option(instant, { nil: undefined }),
  status: fc.constantFrom(
    'registered',
    'partial',
    'preliminary',
    'final',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ),
  dischargedAt: fc.option(instant, { nil: undefined }),
  decisions: fc.array(
    fc.record({ decision: fc.constantFrom('released' as const, 'held' as const, 'withdrawn' as const), at: instant }),
    { maxLength: 5 },
  ),
  earlierVisibleFrom: fc.option(instant, { nil: null }),
  recordStart: fc.constantFrom(undefined, '2026-01-01', '2027-01-01'),
});

/** Everything a viewer could see at an instant: the moment has come. */
const visibleAt = (visibleFrom: Date | null, now: Date) => visibleFrom !== null && visibleFrom <= now;

describe('release, for any policy and any result', () => {
  test('RE-02 is never before the result was known, but for the correction of what was visible', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { visibleFrom, reason } = release(facts, policy);
        if (visibleFrom === null) return;
        if (reason === 'as-earlier-version') expect(visibleFrom).toEqual(facts.earlierVisibleFrom);
        else expect(visibleFrom >= facts.knownAt).toBe(true);
      }),
      settings,
    );
  });

  test('RE-02 without a clinician nothing is visible before the moment of its rule', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, instant, (given, policy, now) => {
        const facts = { ...given, decisions: [], earlierVisibleFrom: null };
        if (!visibleAt(release(facts, policy).visibleFrom, now)) return;
        const isSensitive = sensitive(facts.category ?? 'unknown', policy);
        const setting = facts.setting ?? 'outpatient';
        const own = isSensitive && (setting === 'outpatient' || policy.sensitive.inHospital === 'own-rule');
        const rule = own ? policy.sensitive.rule : policy[setting];
        const isFinal = facts.status === 'final' || facts.status === 'corrected';
        expect(rule.when).not.toBe('clinician');
        if (rule.when === 'discharge') expect(facts.dischargedAt !== undefined && facts.dischargedAt <= now).toBe(true);
        if (rule.when === 'final') expect(isFinal && (facts.finalAt ?? facts.knownAt) <= now).toBe(true);
        if (rule.when === 'delay') {
          const from = rule.from === 'final' ? (facts.finalAt ?? facts.knownAt) : facts.knownAt;
          if (rule.from === 'final') expect(isFinal).toBe(true);
          expect(dateIn(now) >= addDays(dateIn(from), rule.days)).toBe(true);
        }
      }),
      settings,
    );
  });

  test('a delay ends at 00:00 in Amsterdam, whatever the clock does', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { visibleFrom, reason } = release(facts, policy);
        if (reason === 'delay' && visibleFrom !== null) expect(visibleFrom).toEqual(startOfDay(dateIn(visibleFrom)));
      }),
      settings,
    );
  });

  test('RE-05 what is never shown stays so under any decision, and is never announced', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const kinds = [...policy.neverShown, ...policy.technical].filter((kind) => kind.codes === undefined);
        const hidden = kinds.some(
          (kind) =>
            kind.categories?.some((own) => own === facts.category) === true &&
            (kind.location === undefined || kind.location === facts.location),
        );
        if (!hidden) return;
        expect(release(facts, policy)).toMatchObject({ visibleFrom: null, announced: false });
      }),
      settings,
    );
  });

  test('RE-06 what a clinician held or withdrew last is not visible, nor announced', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyPolicy,
        fc.constantFrom('held' as const, 'withdrawn' as const),
        (facts, policy, decision) => {
          const last = { decision, at: new Date('2029-01-01T00:00:00Z') };
          const after = release({ ...facts, decisions: [...(facts.decisions ?? []), last] }, policy);
          expect(after).toMatchObject({ visibleFrom: null, announced: false });
        },
      ),
      settings,
    );
  });

  test('RE-06 who saw a result that goes away is told, and nobody else', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (given, policy) => {
        const facts = { ...given, earlierVisibleFrom: null };
        const at = new Date('2029-01-01T00:00:00Z');
        const before = release({ ...facts, decisions: [] }, policy);
        const after = release({ ...facts, decisions: [{ decision: 'withdrawn', at }] }, policy);
        expect(after.tellWithdrawn).toBe(visibleAt(before.visibleFrom, at));
      }),
      settings,
    );
  });

  test('RE-13 only a result with a date is announced', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { announced, visibleFrom, sensitive: isSensitive } = release(facts, policy);
        if (!announced) return;
        expect(visibleFrom).not.toBeNull();
        expect(policy.announceComing).not.toBe('no');
        if (policy.announceComing === 'not-sensitive') expect(isSensitive).toBe(false);
      }),
      settings,
    );
  });

  test('the order in which decisions are given does not matter', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const reversed = [...(facts.decisions ?? [])].reverse();
        fc.pre(new Set(reversed.map(({ at }) => at.getTime())).size === reversed.length);
        expect(release({ ...facts, decisions: reversed }, policy)).toEqual(release(facts, policy));
      }),
      settings,
    );
  });

  test('RE-02 a change of policy hides nothing that was visible', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyPolicy, instant, (facts, before, after, now) => {
        const old = release(facts, before);
        const next = release(facts, after);
        const kept = keepVisible(old.visibleFrom, next, now);
        if (visibleAt(old.visibleFrom, now)) expect(visibleAt(kept.visibleFrom, now)).toBe(true);
        else expect(kept).toEqual(next);
      }),
      settings,
    );
  });
});
