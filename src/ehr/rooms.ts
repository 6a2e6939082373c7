import type { FhirResource } from './json';
import { at, objectsOf } from './json';

/** Where a type of resource belongs. `directory` has no patient; `appointment` and `patient` have tables of their own. */
export type Place =
  | 'appointment'
  | 'directory'
  | 'documents'
  | 'medication'
  | 'patient'
  | 'personal'
  | 'questionnaires'
  | 'record'
  | 'results';

/** One line a type. What is not here is not taken, with that as the reason. */
export const PLACES: Readonly<Record<string, Place>> = {
  Patient: 'patient',
  Appointment: 'appointment',
  Organization: 'directory',
  Practitioner: 'directory',
  PractitionerRole: 'directory',
  Location: 'directory',
  HealthcareService: 'directory',
  Medication: 'directory',
  DiagnosticReport: 'results',
  Observation: 'record', // laboratory and the like: results, see placeOf
  Specimen: 'results',
  ImagingStudy: 'results',
  Media: 'results',
  MolecularSequence: 'results',
  AllergyIntolerance: 'record',
  CarePlan: 'record',
  CareTeam: 'record',
  ClinicalImpression: 'record',
  Condition: 'record',
  Consent: 'record',
  DetectedIssue: 'record',
  Device: 'record',
  DeviceRequest: 'record',
  DeviceUseStatement: 'record',
  Encounter: 'record',
  EpisodeOfCare: 'record',
  FamilyMemberHistory: 'record',
  Flag: 'record',
  Goal: 'record',
  Immunization: 'record',
  ImmunizationRecommendation: 'record',
  NutritionOrder: 'record',
  Procedure: 'record',
  RiskAssessment: 'record',
  ServiceRequest: 'record',
  Task: 'record',
  MedicationAdministration: 'medication',
  MedicationDispense: 'medication',
  MedicationRequest: 'medication',
  MedicationStatement: 'medication',
  Binary: 'documents',
  Composition: 'documents', // notes of consultations: record, see placeOf
  DocumentManifest: 'documents',
  DocumentReference: 'documents',
  Coverage: 'personal',
  RelatedPerson: 'personal',
  QuestionnaireResponse: 'questionnaires',
};

/** Categories of Observation that are results of an examination, by code of observation-category or SNOMED CT. */
const RESULT_CATEGORIES = new Set([
  'laboratory',
  'imaging',
  '275711006',
  '15220000',
  '49581000146104',
  '363679005',
  '404217000',
]);

/** Types that may or may not belong to a patient: without one they stand in the directory. */
const WITHOUT_PATIENT = new Set(['Device']);

/** Where a resource belongs; undefined for a type that the record does not hold. */
export function placeOf(resource: FhirResource): Place | undefined {
  if (!Object.hasOwn(PLACES, resource.resourceType)) return undefined;
  const place = PLACES[resource.resourceType];
  if (resource.resourceType === 'Observation' && isExamination(resource)) return 'results';
  if (resource.resourceType === 'Composition' && isConsultationNote(resource)) return 'record';
  if (WITHOUT_PATIENT.has(resource.resourceType) && at(resource, 'patient') === undefined) return 'directory';
  return place;
}

/** Types of Composition that are a note in the record and no letter: LOINC and SNOMED CT. */
const CONSULTATION_NOTES = new Set([
  'http://loinc.org|11488-4', // consultation note
  'http://loinc.org|67781-5', // GP contact (MedMij GP data)
  'http://snomed.info/sct|11591000146107', // nl-core-SOAPReport
]);

const isConsultationNote = (composition: FhirResource): boolean =>
  objectsOf(at(composition, 'type', 'coding')).some(({ system, code }) => CONSULTATION_NOTES.has(`${system}|${code}`));

/** By its category, or because it was measured in a sample. */
function isExamination(observation: FhirResource): boolean {
  if (at(observation, 'specimen') !== undefined) return true;
  return objectsOf(observation.category).some((category) =>
    objectsOf(category.coding).some(({ code }) => typeof code === 'string' && RESULT_CATEGORIES.has(code)),
  );
}
