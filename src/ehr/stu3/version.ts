import { isObject, type JsonObject, listOf, objectsOf, textOf } from '../json';

/** The versions of FHIR that an import takes. */
export type FhirVersion = 'r4' | 'stu3';

const PROFILES: readonly (readonly [FhirVersion, RegExp])[] = [
  // nl-core of STU3 stood at fhir.nl, that of R4 stands at nictiz.nl.
  ['stu3', /^http:\/\/fhir\.nl\/fhir\/StructureDefinition\/|\/fhir\/3\.0\/|STU3/],
  // Resources of R4 claim nl-core; its zib profiles are only what those are built on.
  ['stu3', /^http:\/\/nictiz\.nl\/fhir\/StructureDefinition\/(zib-|gp-|eAfspraak-|IHE\.MHD\.)/],
  ['r4', /^http:\/\/nictiz\.nl\/fhir\/StructureDefinition\/nl-core-|\/fhir\/(4\.0|R4)\//],
];

/** Types that R4 has under another name. */
const TYPES: ReadonlySet<string> = new Set(['BodySite', 'ProcedureRequest', 'ReferralRequest', 'Sequence']);

/** Elements that STU3 has and R4 has not, per type. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  Appointment: ['incomingReferral', 'indication', 'reason'],
  Binary: ['content'],
  CarePlan: ['context', 'definition'],
  CareTeam: ['context'],
  Composition: ['class'],
  Condition: ['assertedDate', 'context'],
  AllergyIntolerance: ['assertedDate'],
  Consent: ['consentingParty', 'except', 'purpose'],
  Coverage: ['grouping'],
  Device: ['udi', 'model'],
  DeviceRequest: ['context'],
  DeviceUseStatement: ['whenUsed', 'indication'],
  DiagnosticReport: ['context', 'codedDiagnosis', 'image'],
  DocumentReference: ['class', 'created', 'indexed'],
  Encounter: ['incomingReferral', 'reason'],
  Goal: ['status'],
  ImagingStudy: ['accession', 'availability', 'context', 'modalityList', 'patient', 'uid'],
  Immunization: ['date', 'explanation', 'notGiven', 'practitioner', 'vaccinationProtocol'],
  Media: ['context', 'occurrenceDateTime', 'occurrencePeriod'],
  Medication: ['isBrand', 'isOverTheCounter', 'package'],
  MedicationDispense: ['notDone'],
  MedicationRequest: ['context', 'definition'],
  MedicationStatement: ['reasonNotTaken', 'taken'],
  Observation: ['comment', 'context', 'related'],
  Patient: ['animal'],
  Procedure: ['context', 'definition', 'notDone', 'notDoneReason'],
  QuestionnaireResponse: ['context', 'parent'],
  Task: ['context', 'reason'],
};

/** Extensions that only the Dutch profiles of STU3 have. */
const EXTENSION = /^http:\/\/nictiz\.nl\/fhir\/StructureDefinition\/(practitionerrole-reference|code-specification)$/;

/** The place that shows that a resource is FHIR STU3; undefined when nothing does. */
export function signOfStu3(resource: JsonObject): string | undefined {
  const type = textOf(resource.resourceType) ?? '';
  if (TYPES.has(type)) return type;
  if (profileSays(resource) === 'stu3') return `${type}.meta.profile`;
  const elements = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined;
  for (const element of elements ?? []) if (Object.hasOwn(resource, element)) return `${type}.${element}`;
  const status = type === 'Condition' || type === 'AllergyIntolerance';
  if (status && typeof resource.clinicalStatus === 'string') return `${type}.clinicalStatus`;
  if (isObject(resource.requester) && Object.hasOwn(resource.requester, 'agent')) return `${type}.requester.agent`;
  return undefined;
}

/** The same, with what a resource of R4 could have too but has not. */
const isStu3 = (resource: JsonObject): boolean => signOfStu3(resource) !== undefined || extensionIn(resource, 3);

function profileSays(resource: JsonObject): FhirVersion | undefined {
  for (const profile of listOf(isObject(resource.meta) ? resource.meta.profile : undefined))
    for (const [version, pattern] of PROFILES) if (typeof profile === 'string' && pattern.test(profile)) return version;
  return undefined;
}

function extensionIn(value: JsonObject, deep: number): boolean {
  if (objectsOf(value.extension).some(({ url }) => EXTENSION.test(textOf(url) ?? ''))) return true;
  return deep > 0 && Object.values(value).some((inner) => objectsOf(inner).some((one) => extensionIn(one, deep - 1)));
}

/**
 * The version of what stands in one file or Bundle. A server speaks one version at a time: one resource that is surely
 * of STU3 tells it for those that look the same in both, unless another is surely of R4.
 */
export function versionOf(resources: readonly JsonObject[]): (resource: JsonObject) => FhirVersion {
  const old = resources.some(isStu3);
  const all = old && !resources.some((resource) => profileSays(resource) === 'r4');
  return (resource) => (all || (old && isStu3(resource)) ? 'stu3' : 'r4');
}
