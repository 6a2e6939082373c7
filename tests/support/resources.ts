import type { FhirResource } from '../../src/ehr/json';

/** FHIR resources of our own making, for tests of the import. */
const LOINC = 'http://loinc.org';
const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';

type More = Readonly<Record<string, unknown>>;

export const patient = (id: string, bsn: string | null, more: More = {}): FhirResource => ({
  resourceType: 'Patient',
  id,
  identifier: [
    ...(bsn === null ? [] : [{ system: BSN, value: bsn }]),
    { system: 'urn:test:number', value: `nr-${id}` },
  ],
  name: [{ use: 'official', family: `Van ${id}`, given: ['A.'] }],
  gender: 'female',
  birthDate: '1970-01-01',
  ...more,
});

export const observation = (id: string, patientId: string, loinc: string, more: More = {}): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
  code: { coding: [{ system: LOINC, code: loinc, display: loinc }] },
  subject: { reference: `Patient/${patientId}` },
  effectiveDateTime: '2026-11-01T08:00:00+01:00',
  issued: '2026-11-02T08:00:00+01:00',
  valueQuantity: { value: 4.2, unit: 'mmol/l' },
  ...more,
});

export const report = (id: string, patientId: string, members: readonly string[], more: More = {}): FhirResource => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  code: { text: 'Bloedonderzoek' },
  subject: { reference: `Patient/${patientId}` },
  effectiveDateTime: '2026-11-01T08:00:00+01:00',
  issued: '2026-11-02T08:00:00+01:00',
  result: members.map((member) => ({ reference: `Observation/${member}` })),
  ...more,
});

export const encounter = (
  id: string,
  patientId: string,
  code: string,
  period: More,
  more: More = {},
): FhirResource => ({
  resourceType: 'Encounter',
  id,
  status: period.end === undefined ? 'in-progress' : 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code },
  subject: { reference: `Patient/${patientId}` },
  period,
  ...more,
});

export const appointment = (id: string, patientId: string, start: string, more: More = {}): FhirResource => ({
  resourceType: 'Appointment',
  id,
  status: 'booked',
  serviceType: [{ coding: [{ code: 'orthopedie' }] }],
  start,
  end: new Date(Date.parse(start) + 20 * 60_000).toISOString(),
  participant: [{ actor: { reference: `Patient/${patientId}` }, status: 'accepted' }],
  ...more,
});

export const place = (id: string, name: string): FhirResource => ({ resourceType: 'Location', id, name });

export const gpPractice = (id: string): FhirResource => ({
  resourceType: 'Organization',
  id,
  name: 'Huisartsen',
  type: [{ coding: [{ code: 'Z3' }] }],
});

export const role = (id: string, organisation: string): FhirResource => ({
  resourceType: 'PractitionerRole',
  id,
  organization: { reference: `Organization/${organisation}` },
});

export const request = (id: string, patientId: string, requester: string): FhirResource => ({
  resourceType: 'ServiceRequest',
  id,
  status: 'completed',
  intent: 'order',
  subject: { reference: `Patient/${patientId}` },
  requester: { reference: requester },
});
