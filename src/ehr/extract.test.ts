import { describe, expect, test } from 'vitest';
import { encounterReference, extract, memberReferences, parseMoment, settingOf } from './extract';
import { canonicalHash } from './hash';
import type { FhirResource } from './json';
import { rewriteReferences, targetOf, targetsIn } from './references';
import { placeOf } from './rooms';

const observation = (more: object): FhirResource => ({
  resourceType: 'Observation',
  id: 'x',
  status: 'final',
  code: { coding: [{ system: 'urn:own', code: 'K', display: 'Kalium (eigen)' }] },
  ...more,
});

describe('what pages filter on', () => {
  test.each([
    [
      'LOINC goes before the source’s own code',
      [
        { system: 'urn:own', code: 'K' },
        { system: 'http://loinc.org', code: '2823-3' },
      ],
      'http://loinc.org|2823-3',
    ],
    [
      'SNOMED CT goes before the source’s own code',
      [
        { system: 'urn:own', code: 'K' },
        { system: 'http://snomed.info/sct', code: '1' },
      ],
      'http://snomed.info/sct|1',
    ],
    ['a code without a system is still a code', [{ code: 'K' }], '|K'],
    ['a display alone is none', [{ display: 'Kalium' }], null],
  ])('%s', (_, coding, code) => {
    expect(extract(observation({ code: { coding } })).code).toBe(code);
  });

  test('the title is what the source calls it, never a translation', () => {
    expect(extract(observation({})).title).toBe('Kalium (eigen)');
    expect(extract(observation({ code: { text: 'Kalium in bloed', coding: [{ display: 'Potassium' }] } })).title).toBe(
      'Kalium in bloed',
    );
    expect(extract(observation({ code: { coding: [{ code: 'K' }] } })).title).toBe('K');
    expect(extract({ resourceType: 'Goal', description: { text: 'Lopen' } }).title).toBe('Lopen');
  });

  test('an error is told by whichever status says so', () => {
    const condition = { resourceType: 'Condition', verificationStatus: { coding: [{ code: 'entered-in-error' }] } };
    expect(extract(condition).status).toBe('entered-in-error');
    expect(extract({ resourceType: 'Condition', clinicalStatus: { coding: [{ code: 'active' }] } }).status).toBe(
      'active',
    );
  });

  test.each([
    ['2026-03-29T03:30:00+02:00', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['2026-03-28T23:30:00Z', '2026-03-29', '2026-03-28T23:30:00.000Z'],
    ['2026-11-23', '2026-11-23', '2026-11-22T23:00:00.000Z'],
    ['2026-07', '2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2019', '2019-01-01', '2018-12-31T23:00:00.000Z'],
  ])('%s falls on %s in the Netherlands', (text, on, at) => {
    expect(parseMoment(text)).toEqual({ on, at: new Date(at) });
  });

  test.each(['2026-02-30', '2026-13', '', 'gisteren', undefined])('%s is no moment', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });

  test.each([
    ['IMP', 'admitted'],
    ['ACUTE', 'admitted'],
    ['SS', 'admitted'],
    ['EMER', 'emergency'],
    ['AMB', 'outpatient'],
    [undefined, 'outpatient'],
  ])('RE-03 an encounter of class %s is %s', (code, setting) => {
    expect(settingOf({ code })).toBe(setting);
  });

  test('encounters and members are found where each type has them', () => {
    expect(encounterReference(observation({ encounter: { reference: 'Encounter/1' } }))).toBe('Encounter/1');
    expect(
      encounterReference({ resourceType: 'DocumentReference', context: { encounter: [{ reference: 'Encounter/2' }] } }),
    ).toBe('Encounter/2');
    expect(
      encounterReference({ resourceType: 'MedicationStatement', context: { reference: 'EpisodeOfCare/3' } }),
    ).toBeUndefined();
    const report = {
      resourceType: 'DiagnosticReport',
      result: [{ reference: 'Observation/a' }],
      media: [{ link: { reference: 'Media/b' } }],
    };
    expect(memberReferences(report)).toEqual(['Observation/a', 'Media/b']);
  });
});

describe('rooms', () => {
  test.each([
    [observation({ category: [{ coding: [{ code: 'laboratory' }] }] }), 'results'],
    [observation({ category: [{ coding: [{ code: '49581000146104' }] }] }), 'results'],
    [observation({ category: [{ coding: [{ code: 'vital-signs' }] }] }), 'record'],
    [observation({ specimen: { reference: 'Specimen/1' } }), 'results'],
    [{ resourceType: 'DiagnosticReport' }, 'results'],
    [{ resourceType: 'MedicationRequest' }, 'medication'],
    [{ resourceType: 'DocumentReference' }, 'documents'],
    [{ resourceType: 'Composition' }, 'documents'],
    [{ resourceType: 'Composition', type: { coding: [{ system: 'http://loinc.org', code: '34133-9' }] } }, 'documents'],
    [{ resourceType: 'Composition', type: { coding: [{ system: 'http://loinc.org', code: '67781-5' }] } }, 'record'],
    [{ resourceType: 'Device' }, 'directory'],
    [{ resourceType: 'Device', patient: { reference: 'Patient/1' } }, 'record'],
    [{ resourceType: 'Practitioner' }, 'directory'],
    [{ resourceType: 'AuditEvent' }, undefined],
    [{ resourceType: 'constructor' }, undefined],
  ])('%o belongs in %s', (resource, place) => {
    expect(placeOf(resource)).toBe(place);
  });
});

describe('references', () => {
  test.each([
    ['Patient/1', 'Patient/1'],
    ['https://ehr.example.nl/fhir/Patient/1', undefined],
    ['Patient/1/_history/4', 'Patient/1'],
    ['#contained', undefined],
    ['urn:uuid:5d1b', undefined],
    ['Patient?identifier=x', undefined],
    ['javascript:Patient/1', undefined],
    [5, undefined],
  ])('%s names %s', (reference, target) => {
    expect(targetOf(reference)).toBe(target);
  });

  test('are rewritten where they are known and left as they came where not', () => {
    const resource = observation({
      subject: { reference: 'Patient/1', display: 'x' },
      hasMember: [{ reference: 'Observation/2' }],
    });
    expect(targetsIn(resource)).toEqual(new Set(['Patient/1', 'Observation/2']));
    expect(rewriteReferences(resource, (target) => (target === 'Patient/1' ? 'ours' : undefined))).toEqual({
      ...resource,
      subject: { reference: 'Patient/ours', display: 'x' },
    });
  });
});

describe('the hash', () => {
  test('EH-01 is the same for the same content, whatever the order, the version or the time of delivery', () => {
    const one = {
      resourceType: 'A',
      b: 1,
      c: [{ d: 2, e: 3 }],
      meta: { versionId: '1', lastUpdated: 'x', source: 's' },
    };
    const other = { c: [{ e: 3, d: 2 }], meta: { source: 's', versionId: '2' }, b: 1, resourceType: 'A' };
    expect(canonicalHash(one)).toBe(canonicalHash(other));
    expect(canonicalHash(one)).not.toBe(canonicalHash({ ...one, b: 2 }));
    expect(canonicalHash({ a: [1, 2] })).not.toBe(canonicalHash({ a: [2, 1] }));
    expect(canonicalHash({ meta: { lastUpdated: 'x' } })).toBe(canonicalHash({}));
  });
});
