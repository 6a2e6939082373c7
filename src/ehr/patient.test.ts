import { describe, expect, test } from 'vitest';
import type { FhirResource } from './json';
import { identityOf, nameOf, subjectOf } from './patient';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';
const qualified = (kind: string) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: kind }],
});
const part = (name: string, value: string) => ({
  url: `http://hl7.org/fhir/StructureDefinition/humanname-${name}`,
  valueString: value,
});
const patient = (more: object): FhirResource => ({
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Jansen' }],
  ...more,
});

describe('names after nl-core', () => {
  test('full first names give initials; the name for daily use is the given name', () => {
    const name = nameOf([
      {
        use: 'official',
        family: 'van Putten-van der Giessen',
        _family: {
          extension: [
            part('own-prefix', 'van'),
            part('own-name', 'Putten'),
            part('partner-prefix', 'van der'),
            part('partner-name', 'Giessen'),
          ],
        },
        given: ['Johanna', 'Petronella', 'Maria'],
        _given: [qualified('BR'), qualified('BR'), qualified('BR')],
      },
      { use: 'usual', given: ['Jo'] },
    ]);
    expect(name).toEqual({ family: 'Putten-van der Giessen', prefix: 'van', initials: 'J.P.M.', given: 'Jo' });
  });

  test('initials that were given as such are kept as they are', () => {
    const given = ['Hendrik', 'J.', 'W.'];
    expect(
      nameOf([
        { use: 'official', family: 'Schemer', given, _given: [qualified('BR'), qualified('IN'), qualified('IN')] },
      ]),
    ).toEqual({
      family: 'Schemer',
      prefix: null,
      initials: 'H.J.W.',
      given: 'Hendrik',
    });
    expect(nameOf([{ family: 'Schemer', given: ['Thijs IJsbrand'] }])?.initials).toBe('Th.IJ.');
  });

  test('full names and initials in two names of one person are not added up', () => {
    const name = nameOf([
      { use: 'official', family: 'Schemer', given: ['Hendrik', 'Willem'], _given: [qualified('BR'), qualified('BR')] },
      { use: 'official', given: ['H.', 'J.', 'W.'], _given: [qualified('IN'), qualified('IN'), qualified('IN')] },
    ]);
    expect(name?.initials).toBe('H.J.W.');
  });

  test('a former name is not the name', () => {
    expect(nameOf([{ use: 'old', family: 'Oud' }, { family: 'Nieuw' }])?.family).toBe('Nieuw');
    expect(nameOf([{ use: 'old', family: 'Oud' }])).toBeUndefined();
  });
});

describe('who a Patient resource is about', () => {
  test.each([
    [{ identifier: [{ system: BSN, value: '111222334' }] }, 'bsn-invalid'],
    [{ identifier: [{ system: BSN, value: '123456782' }] }, 'bsn-not-for-demo'],
    [{}, 'patient-without-identifier'],
    [{ identifier: [{ system: 'urn:x', value: '1' }], name: [] }, 'patient-without-name'],
  ])('%o is refused: %s', (more, refused) => {
    expect(identityOf(patient(more), { demo: true })).toEqual({ refused });
  });

  test('outside the demonstration any BSN that passes the 11-test is taken', () => {
    expect(identityOf(patient({ identifier: [{ system: BSN, value: '123456782' }] }), { demo: false })).toMatchObject({
      bsn: '123456782',
      number: 'p1',
    });
  });

  test('a masked BSN leaves the source’s own number', () => {
    const masked = {
      system: BSN,
      _value: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
      },
    };
    expect(
      identityOf(patient({ identifier: [masked, { system: 'urn:x', value: '77' }] }), { demo: true }),
    ).toMatchObject({ bsn: null, number: '77' });
    expect(identityOf(patient({ identifier: [masked] }), { demo: true })).toMatchObject({ bsn: null, number: 'p1' });
  });

  test('IN-03 a temporary BSN is not a verified one', () => {
    expect(
      identityOf(patient({ identifier: [{ system: BSN, value: '999990019', use: 'temp' }] }), { demo: true }),
    ).toMatchObject({ bsnTemporary: true });
  });

  test('an incomplete birth date is not guessed, death is taken with or without its day', () => {
    const about = (more: object) =>
      identityOf(patient({ identifier: [{ system: 'urn:x', value: '1' }], ...more }), { demo: true });
    expect(about({ birthDate: '1950-07' })).toMatchObject({ birthDate: null, deceased: null });
    expect(about({ deceasedBoolean: true })).toMatchObject({ deceased: { on: null } });
    expect(about({ deceasedDateTime: '2026-01-02T03:00:00Z' })).toMatchObject({ deceased: { on: '2026-01-02' } });
    expect(about({ deceasedBoolean: false })).toMatchObject({ deceased: null });
  });
});

describe('whose a resource is', () => {
  test('each type names its patient in its own place', () => {
    expect(subjectOf({ resourceType: 'Observation', subject: { reference: 'Patient/1' } })).toEqual({
      target: 'Patient/1',
    });
    expect(subjectOf({ resourceType: 'Immunization', patient: { reference: 'Patient/1' } })).toEqual({
      target: 'Patient/1',
    });
    expect(subjectOf({ resourceType: 'Coverage', beneficiary: { reference: 'Patient/1' } })).toEqual({
      target: 'Patient/1',
    });
    const participant = [{ actor: { reference: 'Location/3' } }, { actor: { reference: 'Patient/1' } }];
    expect(subjectOf({ resourceType: 'Appointment', participant })).toEqual({ target: 'Patient/1' });
    expect(subjectOf({ resourceType: 'Observation' })).toBeUndefined();
  });

  test('by BSN, in the reference or in a contained Patient', () => {
    const identifier = { system: BSN, value: '999990019' };
    expect(subjectOf({ resourceType: 'Observation', subject: { identifier } })).toEqual({ bsn: '999990019' });
    const contained = [{ resourceType: 'Patient', id: 'p', identifier: [identifier] }];
    expect(subjectOf({ resourceType: 'Observation', contained, subject: { reference: '#p' } })).toEqual({
      target: '#p',
      bsn: '999990019',
    });
  });
});
