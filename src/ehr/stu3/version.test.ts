import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json';
import { signOfStu3, versionOf } from './version';

const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';
const claiming = (profile: string, more: JsonObject = {}): JsonObject => ({
  resourceType: 'Observation',
  meta: { profile: [profile] },
  ...more,
});
const plain: JsonObject = { resourceType: 'Practitioner', id: 'x' };

describe('which version of FHIR something is', () => {
  test.each<[string, JsonObject, string | undefined]>([
    [
      'a profile of fhir.nl',
      claiming('http://fhir.nl/fhir/StructureDefinition/nl-core-patient'),
      'Observation.meta.profile',
    ],
    ['a zib profile', claiming(`${NICTIZ}zib-BloodPressure`), 'Observation.meta.profile'],
    ['nl-core at nictiz.nl', claiming(`${NICTIZ}nl-core-BloodPressure`), undefined],
    ['an element', { resourceType: 'Observation', comment: 'x' }, 'Observation.comment'],
    ['a status that is a code', { resourceType: 'Condition', clinicalStatus: 'active' }, 'Condition.clinicalStatus'],
    ['a status that is a concept', { resourceType: 'Condition', clinicalStatus: { coding: [] } }, undefined],
    [
      'a requester with an agent',
      { resourceType: 'MedicationRequest', requester: { agent: {} } },
      'MedicationRequest.requester.agent',
    ],
    ['a type that R4 does not have', { resourceType: 'ProcedureRequest' }, 'ProcedureRequest'],
    ['nothing that tells', plain, undefined],
  ])('EH-01 %s', (_, resource, sign) => {
    expect(signOfStu3(resource)).toBe(sign);
  });

  test('EH-01 what says nothing is of the version that the others of its Bundle are', () => {
    const old = claiming(`${NICTIZ}zib-BloodPressure`);
    expect(versionOf([plain])(plain)).toBe('r4');
    expect(versionOf([old, plain])(plain)).toBe('stu3');
    expect(versionOf([old, claiming(`${NICTIZ}nl-core-BloodPressure`), plain])(plain)).toBe('r4');
  });

  test('EH-01 an extension that only the Dutch profiles of STU3 have tells too', () => {
    const role = { extension: [{ url: `${NICTIZ}practitionerrole-reference` }], reference: 'Practitioner/x' };
    const composition = { resourceType: 'Composition', author: [role] };
    expect(versionOf([composition])(composition)).toBe('stu3');
  });
});
