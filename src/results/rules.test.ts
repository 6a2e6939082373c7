import { describe, expect, test } from 'vitest';
import { recordPolicy, recordStart } from '../organisations';
import { loadPreset } from '../policies';
import { resultsPolicy } from './policy';
import { keepVisible, kindsNotShown, type ResultFacts, release, sensitive } from './rules';

const policyOf = (slug: string) => resultsPolicy.of(loadPreset(slug));
const duinzicht = policyOf('duinzicht');
const maasoever = policyOf('maasoever');
const amstelland = policyOf('amstelland');
const drecht = policyOf('drecht');

const known = new Date('2026-11-13T14:30:00Z');
const blood: ResultFacts = { category: 'haematology', knownAt: known, status: 'final' };
const facts = (more: Partial<ResultFacts>): ResultFacts => ({ ...blood, ...more });
const at = (text: string) => new Date(text);
const outcome = (given: ResultFacts, policy = duinzicht) => {
  const { visibleFrom, reason } = release(given, policy);
  return [visibleFrom?.toISOString() ?? null, reason];
};

describe('RE-02 Duinzicht: 7 days after the final result, sensitive 28', () => {
  test.each<[string, Partial<ResultFacts>, string | null, string]>([
    ['blood', {}, '2026-11-19T23:00:00.000Z', 'delay'],
    ['blood, final later than known', { finalAt: at('2026-11-16T09:00:00Z') }, '2026-11-22T23:00:00.000Z', 'delay'],
    ['blood, final just before midnight', { finalAt: at('2026-11-13T22:59:59Z') }, '2026-11-19T23:00:00.000Z', 'delay'],
    ['blood, final at midnight', { finalAt: at('2026-11-13T23:00:00Z') }, '2026-11-20T23:00:00.000Z', 'delay'],
    ['pathology', { category: 'pathology' }, '2026-12-10T23:00:00.000Z', 'delay'],
    ['sexually transmitted disease', { category: 'sti' }, '2026-12-10T23:00:00.000Z', 'delay'],
    ['unknown category', { category: 'unknown' }, '2026-12-10T23:00:00.000Z', 'delay'],
    ['no category', { category: undefined }, '2026-12-10T23:00:00.000Z', 'delay'],
    ['not final', { status: 'preliminary' }, null, 'awaits-final'],
    ['parts', { status: 'partial', finalAt: known }, null, 'awaits-final'],
    ['status unknown', { status: 'unknown' }, null, 'awaits-final'],
    ['ordered, no result yet', { status: 'registered' }, null, 'awaits-result'],
    ['cancelled', { status: 'cancelled' }, null, 'cancelled'],
    ['entered in error', { status: 'entered-in-error' }, null, 'withdrawn'],
  ])('%s', (_, given, visibleFrom, reason) => {
    expect(outcome(facts(given))).toEqual([visibleFrom, reason]);
  });

  test.each([
    ['into summer time', '2026-03-22T10:00:00Z', '2026-03-28T23:00:00.000Z'],
    ['over the spring change', '2026-03-28T10:00:00Z', '2026-04-03T22:00:00.000Z'],
    ['from the hour that is skipped', '2026-03-29T01:30:00Z', '2026-04-04T22:00:00.000Z'],
    ['into winter time', '2026-10-18T10:00:00Z', '2026-10-24T22:00:00.000Z'],
    ['over the autumn change', '2026-10-24T10:00:00Z', '2026-10-30T23:00:00.000Z'],
    ['from the hour that comes twice', '2026-10-25T01:30:00Z', '2026-10-31T23:00:00.000Z'],
    ['to 29 February', '2028-02-22T10:00:00Z', '2028-02-28T23:00:00.000Z'],
    ['from 29 February', '2028-02-29T10:00:00Z', '2028-03-06T23:00:00.000Z'],
  ])('visible from 00:00 in Amsterdam %s', (_, knownAt, expected) => {
    expect(outcome(facts({ knownAt: at(knownAt) }))[0]).toBe(expected);
  });
});

describe('RE-03 Duinzicht: admissions and the emergency department', () => {
  const discharged = at('2026-11-15T10:00:00Z');

  test.each<[string, Partial<ResultFacts>, string | null, string]>([
    ['still in hospital', {}, null, 'awaits-discharge'],
    ['known before discharge', { dischargedAt: discharged }, '2026-11-15T10:00:00.000Z', 'at-discharge'],
    ['known after discharge', { dischargedAt: at('2026-11-12T10:00:00Z') }, '2026-11-13T14:30:00.000Z', 'at-discharge'],
    ['known at the moment of discharge', { dischargedAt: known }, '2026-11-13T14:30:00.000Z', 'at-discharge'],
    [
      'not final at discharge',
      { dischargedAt: discharged, status: 'preliminary' },
      '2026-11-15T10:00:00.000Z',
      'at-discharge',
    ],
    [
      'sensitive keeps its own rule',
      { dischargedAt: discharged, category: 'sti' },
      '2026-12-10T23:00:00.000Z',
      'delay',
    ],
    [
      'unknown keeps the sensitive rule',
      { dischargedAt: discharged, category: 'unknown' },
      '2026-12-10T23:00:00.000Z',
      'delay',
    ],
  ])('%s', (_, given, visibleFrom, reason) => {
    expect(outcome(facts({ setting: 'admitted', ...given }))).toEqual([visibleFrom, reason]);
    expect(outcome(facts({ setting: 'emergency', ...given }))).toEqual([visibleFrom, reason]);
  });

  test('a discharge means nothing for an outpatient, and an unknown setting is outpatient', () => {
    expect(outcome(facts({ dischargedAt: discharged }))).toEqual(['2026-11-19T23:00:00.000Z', 'delay']);
    expect(outcome(facts({ setting: undefined, dischargedAt: discharged }))[1]).toBe('delay');
  });

  test('a policy may let sensitive results go with the others', () => {
    const policy = { ...duinzicht, sensitive: { ...duinzicht.sensitive, inHospital: 'as-others' as const } };
    expect(outcome(facts({ setting: 'admitted', category: 'sti', dischargedAt: discharged }), policy)[1]).toBe(
      'at-discharge',
    );
    expect(outcome(facts({ category: 'sti' }), policy)).toEqual(['2026-12-10T23:00:00.000Z', 'delay']);
  });
});

describe('RE-02 the other organisations', () => {
  test.each<[string, Partial<ResultFacts>, typeof duinzicht, string | null, string]>([
    ['Maasoever, final', { finalAt: at('2026-11-14T08:00:00Z') }, maasoever, '2026-11-14T08:00:00.000Z', 'when-final'],
    [
      'Maasoever, final before it was received',
      { finalAt: at('2026-11-01T08:00:00Z') },
      maasoever,
      known.toISOString(),
      'when-final',
    ],
    ['Maasoever, not final', { status: 'preliminary' }, maasoever, null, 'awaits-final'],
    ['Maasoever, admitted', { setting: 'admitted' }, maasoever, null, 'awaits-discharge'],
    ['Maasoever, unknown category', { category: 'unknown' }, maasoever, null, 'awaits-clinician'],
    ['Amstelland, known', {}, amstelland, known.toISOString(), 'when-known'],
    ['Amstelland, parts', { status: 'partial' }, amstelland, known.toISOString(), 'when-known'],
    ['Amstelland, admitted', { setting: 'admitted' }, amstelland, known.toISOString(), 'when-known'],
    ['Amstelland, emergency', { setting: 'emergency' }, amstelland, known.toISOString(), 'when-known'],
    ['Amstelland, pathology', { category: 'pathology' }, amstelland, known.toISOString(), 'when-known'],
    ['Amstelland, unknown category', { category: 'unknown' }, amstelland, null, 'awaits-clinician'],
    ['De Drecht, not assessed', {}, drecht, null, 'awaits-clinician'],
    ['De Drecht, ordered by the GP', { orderer: 'gp' }, drecht, null, 'awaits-clinician'],
  ])('%s', (_, given, policy, visibleFrom, reason) => {
    expect(outcome(facts(given), policy)).toEqual([visibleFrom, reason]);
  });

  test('De Drecht, assessed by the GP: from then on', () => {
    const decisions = [{ decision: 'released' as const, at: at('2026-11-16T08:00:00Z') }];
    expect(outcome(facts({ decisions }), drecht)).toEqual(['2026-11-16T08:00:00.000Z', 'released']);
  });

  test('RE-09 what is not complete says so', () => {
    expect(release(facts({ status: 'partial' }), amstelland).incomplete).toBe(true);
    expect(release(facts({ status: 'preliminary' }), amstelland).incomplete).toBe(true);
    expect(release(facts({ status: 'unknown' }), amstelland).incomplete).toBe(true);
    expect(release(facts({ status: 'final' }), amstelland).incomplete).toBe(false);
  });
});

describe('what is not shown at all', () => {
  const code = (system: string, value: string) => [{ system, code: value }];
  const afdeling = 'https://umcamstelland.example/fhir/CodeSystem/afdeling';
  const section = 'http://terminology.hl7.org/CodeSystem/v2-0074';

  test.each<[string, Partial<ResultFacts>, typeof duinzicht, string]>([
    ['RE-04 chemistry for the GP, Duinzicht', { orderer: 'gp', category: 'chemistry' }, duinzicht, 'gp-ordered'],
    ['RE-04 unknown for the GP, Duinzicht', { orderer: 'gp', category: undefined }, duinzicht, 'gp-ordered'],
    ['RE-04 radiology for the GP, Duinzicht', { orderer: 'gp', category: 'radiology' }, duinzicht, 'delay'],
    ['RE-04 radiology for the GP, Maasoever', { orderer: 'gp', category: 'radiology' }, maasoever, 'when-final'],
    ['RE-04 radiology for the GP, Amstelland', { orderer: 'gp', category: 'radiology' }, amstelland, 'gp-ordered'],
    ['RE-05 genetics, Maasoever', { category: 'genetics' }, maasoever, 'never-shown'],
    ['RE-05 HLA, Amstelland', { category: 'hla' }, amstelland, 'never-shown'],
    ['RE-05 genetics, Duinzicht', { category: 'genetics' }, duinzicht, 'delay'],
    ['RE-05 microbiology at Oost', { category: 'microbiology', location: 'oost' }, amstelland, 'technical'],
    ['RE-05 microbiology at Zuid', { category: 'microbiology', location: 'zuid' }, amstelland, 'when-known'],
    [
      'RE-05 red cell antibodies',
      { category: 'transfusion', codes: code('http://loinc.org', '890-4') },
      amstelland,
      'technical',
    ],
    [
      'RE-05 blood group',
      { category: 'transfusion', codes: code('http://loinc.org', '882-1') },
      amstelland,
      'when-known',
    ],
    ['RE-05 cardiac ultrasound', { category: 'function', codes: code(section, 'CUS') }, amstelland, 'technical'],
    [
      'RE-05 the same letters of another list',
      { category: 'function', codes: code('urn:x', 'CUS') },
      amstelland,
      'when-known',
    ],
    ['RE-05 eye', { category: 'function', codes: code(afdeling, 'OOG') }, amstelland, 'technical'],
  ])('%s', (_, given, policy, reason) => {
    expect(release(facts(given), policy).reason).toBe(reason);
  });

  test.each<[string, Partial<ResultFacts>, string]>([
    ['the day before, Oost', { location: 'oost', effectiveOn: '2015-10-24' }, 'before-record-start'],
    ['the day itself, Oost', { location: 'oost', effectiveOn: '2015-10-25' }, 'when-known'],
    ['the same day at Zuid', { location: 'zuid', effectiveOn: '2015-10-25' }, 'before-record-start'],
    ['location unknown', { effectiveOn: '2015-10-25' }, 'before-record-start'],
    ['day unknown, received today', { location: 'oost' }, 'when-known'],
  ])('RE-12 %s', (_, given, reason) => {
    const start = recordStart(recordPolicy.of(loadPreset('amstelland')), given.location);
    expect(release(facts({ ...given, recordStart: start }), amstelland).reason).toBe(reason);
  });

  test('RE-05 a clinician’s release does not open it', () => {
    const decisions = [{ decision: 'released' as const, at: at('2026-11-14T08:00:00Z') }];
    expect(outcome(facts({ category: 'genetics', decisions }), amstelland)).toEqual([null, 'never-shown']);
    expect(outcome(facts({ orderer: 'gp', decisions }), duinzicht)).toEqual([null, 'gp-ordered']);
    expect(outcome(facts({ effectiveOn: '2019-01-01', recordStart: '2020-07-01', decisions }), drecht)[1]).toBe(
      'before-record-start',
    );
  });

  test('RE-05 the patient can read which kinds, and why', () => {
    expect(kindsNotShown(amstelland)).toHaveLength(12);
    expect(kindsNotShown(amstelland)[0]).toEqual({
      name: { nl: 'Erfelijkheidsonderzoek', en: 'Genetic tests' },
      why: expect.objectContaining({ nl: expect.stringContaining('bespreken') }),
    });
    expect(kindsNotShown(duinzicht)).toEqual([]);
  });
});

describe('RE-02 RE-06 what clinicians decide', () => {
  const by = (...list: ['released' | 'held' | 'withdrawn', string][]) =>
    facts({ decisions: list.map(([decision, when]) => ({ decision, at: at(when) })) });
  const early = '2026-11-14T08:00:00Z';
  const later = '2026-11-16T08:00:00Z';
  const afterwards = '2026-11-21T08:00:00Z';

  test.each<[string, ResultFacts, string | null, string]>([
    ['released sooner', by(['released', early]), '2026-11-14T08:00:00.000Z', 'released'],
    ['released when it was visible already', by(['released', afterwards]), '2026-11-19T23:00:00.000Z', 'delay'],
    ['held', by(['held', early]), null, 'held'],
    ['held, then released', by(['held', early], ['released', later]), '2026-11-16T08:00:00.000Z', 'released'],
    [
      'held past its moment, then released',
      by(['held', early], ['released', afterwards]),
      '2026-11-21T08:00:00.000Z',
      'released',
    ],
    [
      'released twice after holding',
      by(['held', early], ['released', later], ['released', afterwards]),
      '2026-11-16T08:00:00.000Z',
      'released',
    ],
    ['held after it was seen', by(['held', afterwards]), null, 'withdrawn'],
    ['withdrawn', by(['withdrawn', afterwards]), null, 'withdrawn'],
    ['withdrawn, then released', by(['withdrawn', early], ['released', later]), '2026-11-16T08:00:00.000Z', 'released'],
    ['given in another order', by(['released', later], ['held', early]), '2026-11-16T08:00:00.000Z', 'released'],
  ])('%s', (_, given, visibleFrom, reason) => {
    expect(outcome(given)).toEqual([visibleFrom, reason]);
  });

  test('RE-06 only who could have seen it reads that it was withdrawn', () => {
    const tells = (given: ResultFacts) => release(given, duinzicht).tellWithdrawn;
    expect(tells(by(['withdrawn', afterwards]))).toBe(true);
    expect(tells(by(['withdrawn', early]))).toBe(false);
    expect(tells(by(['released', early], ['withdrawn', later]))).toBe(true);
    expect(tells(by(['held', afterwards]))).toBe(true);
    expect(tells(by(['held', early], ['withdrawn', afterwards]))).toBe(false);
    expect(tells(facts({ status: 'entered-in-error', earlierVisibleFrom: at('2026-11-13T00:00:00Z') }))).toBe(true);
    expect(tells(facts({ status: 'cancelled', earlierVisibleFrom: null }))).toBe(false);
  });

  test('a result in parts can be released before it is final', () => {
    const given = { ...by(['released', early]), status: 'preliminary' as const };
    expect(release(given, duinzicht)).toMatchObject({ reason: 'released', incomplete: true });
  });

  test('a decision from before this version does not make it visible before it was known', () => {
    expect(outcome(by(['released', '2026-11-10T08:00:00Z']))[0]).toBe(known.toISOString());
  });
});

describe('RE-06 corrected versions', () => {
  const corrected = facts({ status: 'corrected' });

  test('visible from the same moment as the version that was visible', () => {
    const earlier = at('2026-11-10T00:00:00Z');
    expect(release({ ...corrected, earlierVisibleFrom: earlier }, duinzicht)).toMatchObject({
      visibleFrom: earlier,
      reason: 'as-earlier-version',
      corrected: true,
    });
  });

  test('a final version after a preliminary one has its own moment', () => {
    expect(outcome(facts({ earlierVisibleFrom: at('2026-11-10T00:00:00Z') }))[1]).toBe('delay');
  });

  test('by the rule, when the first version was not visible yet or never would be', () => {
    const rule = ['2026-11-19T23:00:00.000Z', 'delay'];
    expect(outcome({ ...corrected, earlierVisibleFrom: at('2026-11-18T00:00:00Z') })).toEqual(rule);
    expect(outcome({ ...corrected, earlierVisibleFrom: null })).toEqual(rule);
    expect(outcome(corrected)).toEqual(rule);
  });

  test('what was withdrawn stays so until a clinician releases the correction', () => {
    const withdrawn = { decision: 'withdrawn' as const, at: at('2026-11-12T08:00:00Z') };
    const given = { ...corrected, earlierVisibleFrom: at('2026-11-10T00:00:00Z'), decisions: [withdrawn] };
    expect(release(given, duinzicht)).toMatchObject({ visibleFrom: null, reason: 'withdrawn', tellWithdrawn: true });
    const released = { decision: 'released' as const, at: at('2026-11-14T08:00:00Z') };
    expect(outcome({ ...given, decisions: [withdrawn, released] })).toEqual(['2026-11-14T08:00:00.000Z', 'released']);
  });
});

describe('RE-13 coming results', () => {
  test.each<[string, Partial<ResultFacts>, typeof duinzicht, boolean]>([
    ['Duinzicht, blood', {}, duinzicht, true],
    ['Duinzicht, sensitive', { category: 'sti' }, duinzicht, false],
    ['Duinzicht, unknown category', { category: 'unknown' }, duinzicht, false],
    ['Duinzicht, not final', { status: 'preliminary' }, duinzicht, false],
    ['Duinzicht, not discharged', { setting: 'admitted' }, duinzicht, false],
    ['Duinzicht, held', { decisions: [{ decision: 'held', at: known }] }, duinzicht, false],
    ['Duinzicht, ordered by the GP', { orderer: 'gp' }, duinzicht, false],
    ['Maasoever', {}, maasoever, false],
    ['Amstelland', {}, amstelland, true],
    ['Amstelland, genetics', { category: 'genetics' }, amstelland, false],
    ['De Drecht', {}, drecht, false],
  ])('%s', (_, given, policy, announced) => {
    expect(release(facts(given), policy).announced).toBe(announced);
  });
});

describe('a change of policy', () => {
  const seenFrom = at('2026-11-13T14:30:00Z');
  const now = at('2026-11-14T12:00:00Z');

  test('hides nothing that was visible', () => {
    expect(keepVisible(seenFrom, release(blood, duinzicht), now)).toMatchObject({
      visibleFrom: seenFrom,
      reason: 'kept-visible',
      announced: false,
    });
    expect(keepVisible(seenFrom, release(facts({ category: 'genetics' }), maasoever), now).visibleFrom).toEqual(
      seenFrom,
    );
  });

  test('works for what was not visible yet', () => {
    expect(keepVisible(at('2026-11-15T00:00:00Z'), release(blood, duinzicht), now).reason).toBe('delay');
    expect(keepVisible(null, release(blood, amstelland), now).reason).toBe('when-known');
  });

  test('does not undo what a clinician or the source took back', () => {
    const decisions = [{ decision: 'withdrawn' as const, at: now }];
    expect(keepVisible(seenFrom, release(facts({ decisions }), duinzicht), now).reason).toBe('withdrawn');
    expect(keepVisible(seenFrom, release(facts({ status: 'cancelled' }), duinzicht), now).visibleFrom).toBeNull();
  });

  test('keeps an earlier moment', () => {
    expect(keepVisible(seenFrom, release(facts({ knownAt: at('2026-11-01T00:00:00Z') }), amstelland), now).reason).toBe(
      'when-known',
    );
  });
});

test('RE-02 an unknown category is sensitive everywhere', () => {
  for (const policy of [duinzicht, maasoever, amstelland, drecht]) expect(sensitive('unknown', policy)).toBe(true);
  expect([sensitive('sti', duinzicht), sensitive('chemistry', duinzicht), sensitive('sti', amstelland)]).toEqual([
    true,
    false,
    false,
  ]);
});
