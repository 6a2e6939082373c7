import { describe, expect, test } from 'vitest';
import { proxiesPolicy } from './access/policy';
import { appointmentsPolicy } from './appointments/policy';
import { organisationPolicy, PolicyError, presetJson, presetSlugs, recordPolicy } from './organisations';
import { accessPolicyOf, loadPreset, parsePolicy } from './policies';
import { resultsPolicy } from './results/policy';
import { signInPolicy } from './sign-in/policy';

const columns = ['duinzicht', 'maasoever', 'amstelland', 'drecht'] as const;
const policies = columns.map(loadPreset);

/** One row of the Policies table of REQUIREMENTS.md: what each organisation's preset says there. */
function row(title: string, read: (policy: (typeof policies)[number]) => unknown, expected: readonly unknown[]) {
  test(`policy row: ${title}`, () => {
    expect(Object.fromEntries(columns.map((slug, index) => [slug, policies[index] && read(policies[index])]))).toEqual(
      Object.fromEntries(columns.map((slug, index) => [slug, expected[index]])),
    );
  });
}

describe('the presets say what the Policies table says', () => {
  test('there are four', () => {
    expect(presetSlugs()).toEqual([...columns].sort());
  });

  row('names', (policy) => organisationPolicy.of(policy).name, [
    'Duinzicht Ziekenhuis',
    'Ziekenhuis Maasoever',
    'UMC Amstelland',
    'Huisartsen De Drecht',
  ]);
  row(
    'kind, locations',
    (policy) => [organisationPolicy.of(policy).kind, organisationPolicy.of(policy).locations.length],
    [
      ['hospital', 3],
      ['hospital', 1],
      ['university-hospital', 2],
      ['gp-practice', 1],
    ],
  );
  row('sign-in', (policy) => [signInPolicy.of(policy).methods, signInPolicy.of(policy).accountActivation], [
    [['digid'], []],
    [['digid', 'account'], ['letter-credentials']],
    [
      ['account', 'digid'],
      ['sms', 'letter-code'],
    ],
    [['digid'], []],
  ]);
  row('DigiD level at least', (policy) => signInPolicy.of(policy).digidLevel, [
    'midden',
    'midden',
    'substantieel',
    'substantieel',
  ]);
  row('unverified BSN', (policy) => signInPolicy.of(policy).unverifiedBsn, ['limited', 'none', 'none', 'none']);
  row('own account from', (policy) => signInPolicy.of(policy).ownAccountFrom, [12, 12, 12, 12]);
  row('DigiD of a child under 12', (policy) => signInPolicy.of(policy).under12Digid, [
    'appointments',
    'none',
    'none',
    'none',
  ]);
  row('results: outpatient', (policy) => resultsPolicy.of(policy).outpatient, [
    { when: 'delay', days: 7, from: 'final' },
    { when: 'final' },
    { when: 'known' },
    { when: 'clinician' },
  ]);
  row('results: sensitive', (policy) => resultsPolicy.of(policy).sensitive.rule, [
    { when: 'delay', days: 28, from: 'final' },
    { when: 'clinician' },
    { when: 'clinician' },
    { when: 'clinician' },
  ]);
  row('results: sensitive categories', (policy) => resultsPolicy.of(policy).sensitive.categories.length > 0, [
    true,
    false,
    false,
    false,
  ]);
  row('results: admitted / ED', (policy) => [resultsPolicy.of(policy).admitted, resultsPolicy.of(policy).emergency], [
    [{ when: 'discharge' }, { when: 'discharge' }],
    [{ when: 'discharge' }, { when: 'discharge' }],
    [{ when: 'known' }, { when: 'known' }],
    [{ when: 'clinician' }, { when: 'clinician' }],
  ]);
  row('results ordered by GP', (policy) => resultsPolicy.of(policy).gpOrdered, [
    ['radiology'],
    ['radiology'],
    'none',
    'all',
  ]);
  row('never shown', (policy) => resultsPolicy.of(policy).neverShown.flatMap((kind) => kind.categories), [
    [],
    ['genetics', 'hla'],
    ['genetics', 'hla'],
    [],
  ]);
  row('not shown, technical', (policy) => resultsPolicy.of(policy).technical.map((kind) => kind.name.en), [
    [],
    [],
    [
      'Part of the tests for blood transfusion',
      'Special blood tests (haematology)',
      'Tests for bacteria and viruses at location Oost',
      'Mobility laboratory',
      'Heart function tests',
      'Nerve and muscle tests (clinical neurophysiology)',
      'Lung function tests',
      'Metabolic tests',
      'Ear, nose and throat tests',
      'Eye tests',
    ],
    [],
  ]);
  row(
    'appointments that are not shown',
    (policy) => appointmentsPolicy.of(policy).notShown.map(({ name }) => name.en),
    [[], [], ['Appointments at the Emergency department'], []],
  );
  row('coming result announced', (policy) => resultsPolicy.of(policy).announceComing, [
    'not-sensitive',
    'no',
    'yes',
    'no',
  ]);
  row('record shown from', (policy) => recordPolicy.of(policy).shownFrom, [
    [],
    [],
    [
      { location: 'oost', from: '2015-10-25' },
      { location: 'zuid', from: '2016-03-13' },
    ],
    [{ from: '2020-07-01' }],
  ]);
  row('proxies', (policy) => proxiesPolicy.of(policy).ways, [['online', 'desk'], ['desk'], ['phone'], ['desk']]);
  row('who can be invited', (policy) => proxiesPolicy.of(policy).invite, [
    'account-holders',
    'anybody',
    'anybody',
    'anybody',
  ]);
  row(
    'parent’s access at 12 / 16',
    (policy) => [proxiesPolicy.of(policy).parentAt12, proxiesPolicy.of(policy).parentAt16],
    [
      ['ends', 'ends'],
      ['ends', 'ends'],
      ['goes-on', 'ends'],
      ['ends', 'ends'],
    ],
  );
  row('idle sign-out', (policy) => signInPolicy.of(policy).idleMinutes, [15, 15, 15, 15]);
  row('what the doors read', accessPolicyOf, [
    { unverifiedBsn: 'limited', ownAccountFrom: 12, under12Digid: 'appointments', parentAt12: 'ends' },
    { unverifiedBsn: 'none', ownAccountFrom: 12, under12Digid: 'none', parentAt12: 'ends' },
    { unverifiedBsn: 'none', ownAccountFrom: 12, under12Digid: 'none', parentAt12: 'goes-on' },
    { unverifiedBsn: 'none', ownAccountFrom: 12, under12Digid: 'none', parentAt12: 'ends' },
  ]);
});

describe('an invalid policy is refused with the name of the field', () => {
  const problemsAfter = (change: (json: ReturnType<typeof editable>) => void) => {
    const json = editable('duinzicht');
    change(json);
    try {
      parsePolicy(json);
    } catch (error) {
      if (error instanceof PolicyError) return error.problems;
      throw error;
    }
    return [];
  };
  const set = (path: string, value: unknown) => (json: Record<string, unknown>) => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), json);
    Reflect.set(Object(parent), last, value);
  };

  test.each([
    ['signIn.digidLevel', 'laag'],
    ['signIn.idleMinutes', 600],
    ['signIn.methods', []],
    ['signIn.ownAccountFrom', '12'],
    ['results.outpatient.days', 0],
    ['results.outpatient.when', 'soon'],
    ['results.sensitive.categories.0', 'bloed'],
    ['results.announceComing', true],
    ['proxies.parentAt16', 'goes-on'],
    ['organisation.hosts.0', 'https://duinzicht.example'],
    ['organisation.locations.0.address.postalCode', '0999 AB'],
    ['organisation.contacts.general.phone', 'bel ons'],
    ['organisation.contacts.general.email', 'niemand'],
    ['organisation.clinics.0.name.en', ''],
    ['organisation.clinics.0.hours.0.from', '00:99'],
  ])('%s = %j', (path, value) => {
    expect(problemsAfter(set(path, value)).map((found) => found.field)).toEqual([path]);
  });

  test('says what is wrong in Dutch and English', () => {
    const [problem] = problemsAfter(set('organisation.clinics.0.location', 'elders'));
    expect(problem).toEqual({
      field: 'organisation.clinics.0.location',
      nl: "Locatie 'elders' bestaat niet",
      en: "there is no location 'elders'",
    });
    expect(problemsAfter(set('signIn.accountActivation', ['sms']))).toEqual([
      expect.objectContaining({ field: 'signIn.accountActivation', nl: expect.stringContaining('account') }),
    ]);
    const [zod] = problemsAfter(set('signIn.idleMinutes', 600));
    expect(zod?.nl).not.toBe(zod?.en);
  });

  test('tells all problems at once, and unknown fields too', () => {
    const problems = problemsAfter((json) => {
      set('signIn.digidLevel', 'laag')(json);
      set('signIn.digiDLevel', 'hoog')(json);
      Reflect.deleteProperty(json, 'record');
    });
    expect(problems.map((problem) => problem.field).sort()).toEqual(['record', 'signIn', 'signIn.digidLevel']);
  });

  test.each([
    [
      'organisation.closures',
      [{ from: '2026-02-30', until: '2026-03-01', reason: { nl: 'x', en: 'x' } }],
      'organisation.closures.0.from',
    ],
    [
      'organisation.closures',
      [{ from: '2026-03-02', until: '2026-03-01', reason: { nl: 'x', en: 'x' } }],
      'organisation.closures',
    ],
    ['record.shownFrom', [{ location: 'elders', from: '2020-01-01' }], 'record.shownFrom.0.location'],
    [
      'results.technical',
      [{ name: { nl: 'x', en: 'x' }, why: { nl: 'x', en: 'x' } }],
      'results.technical.0.categories',
    ],
    [
      'results.neverShown',
      [{ name: { nl: 'x', en: 'x' }, why: { nl: 'x', en: 'x' }, categories: ['hla'], location: 'elders' }],
      'results.neverShown.0.location',
    ],
  ])('%s that does not fit', (path, value, field) => {
    expect(problemsAfter(set(path, value)).map((found) => found.field)).toEqual([field]);
  });

  test.each([[null], ['duinzicht'], [[]], [{}]])('%j is no policy', (json) => {
    expect(() => parsePolicy(json)).toThrow(PolicyError);
  });

  test('a preset that is not there', () => {
    expect(() => loadPreset('elders')).toThrow("no preset 'elders'");
  });
});

function editable(slug: string): Record<string, unknown> {
  return presetJson(slug) as Record<string, unknown>;
}
