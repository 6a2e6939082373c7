import { describe, expect, test } from 'vitest';
import { careRows } from '../../../tests/support/stu3/care';
import { medicationRows } from '../../../tests/support/stu3/medication';
import { HL7, NICTIZ, patient, STU3 } from '../../../tests/support/stu3/parts';
import { recordRows } from '../../../tests/support/stu3/record';
import type { FhirResource } from '../json';
import { refusalOf } from '../validate';
import { MAPPINGS, toR4 } from '.';

const rows = [...medicationRows, ...careRows, ...recordRows];

describe('from STU3 to R4', () => {
  test.each(rows)('EH-01 %s: %s', (resourceType, _, source, expected) => {
    const made = toR4({ resourceType, id: 'x', ...source } as FhirResource);
    expect(refusalOf(made)).toBeUndefined();
    expect({ ...Object.fromEntries(Object.keys(expected).map((name) => [name, undefined])), ...made }).toMatchObject(
      expected,
    );
  });

  test('EH-01 every mapping has its row', () => {
    const tested = new Set(rows.map(([type]) => type));
    expect(Object.keys(MAPPINGS).filter((type) => !tested.has(type))).toEqual([]);
  });

  test('EH-01 says where it came from, and claims no profile of STU3', () => {
    const made = toR4({
      resourceType: 'ProcedureRequest',
      id: 'x',
      meta: { versionId: '3', profile: [`${NICTIZ}zib-ProcedureRequest`] },
      status: 'active',
      intent: 'plan',
      subject: patient,
      contained: [{ resourceType: 'Condition', id: 'c', clinicalStatus: 'active', subject: patient }],
    });
    expect(made.meta).toEqual({
      source: 'ProcedureRequest/x',
      versionId: '3',
      extension: [{ url: `${STU3}Meta.profile`, valueString: `${NICTIZ}zib-ProcedureRequest` }],
    });
    expect(made.contained).toMatchObject([
      { id: 'c', clinicalStatus: { coding: [{ system: `${HL7}condition-clinical`, code: 'active' }] } },
    ]);
  });
});
