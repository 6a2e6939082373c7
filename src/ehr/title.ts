import { at, type FhirResource, isObject, type JsonObject, listOf, objectsOf, textAt, textOf } from './json';

const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';

const CONCEPTS = [
  'code',
  'codeCodeableConcept',
  'medicationCodeableConcept',
  'vaccineCode',
  'type',
  'serviceType',
  'category',
] as const;

/** Code systems that tell series of the same thing apart best, best first. */
const PREFERRED = ['http://loinc.org', 'http://snomed.info/sct'];

/** The concept that says what a resource is about. */
function conceptOf(resource: JsonObject): JsonObject | undefined {
  for (const property of CONCEPTS) {
    const concept = objectsOf(resource[property])[0];
    if (concept !== undefined) return concept;
  }
  return undefined;
}

function codingOf(concept: JsonObject | undefined): JsonObject | undefined {
  const codings = objectsOf(concept?.coding).filter(({ code }) => textOf(code) !== undefined);
  for (const system of PREFERRED) {
    const found = codings.find((coding) => coding.system === system);
    if (found) return found;
  }
  return codings[0];
}

/** 'system|code' of what a resource is about. */
export function codeOf(resource: FhirResource): string | null {
  const coding = codingOf(conceptOf(resource));
  return coding === undefined ? null : `${textOf(coding.system) ?? ''}|${textOf(coding.code) ?? ''}`;
}

/** A concept in the source's own words, else by its display, else by its code. Never a translation of ours. */
function wordsOf(value: unknown): string | undefined {
  const concept = objectsOf(value)[0];
  const coding = codingOf(concept);
  const displays = objectsOf(concept?.coding).map(({ display }) => textOf(display));
  return textOf(concept?.text) ?? textOf(coding?.display) ?? displays.find(Boolean) ?? textOf(coding?.code);
}

/** What the source calls a resource: its own words first, then the display of the code. */
export const titleOf = (resource: FhirResource): string | undefined =>
  ownTitle(resource) ?? wordsOf(conceptOf(resource)) ?? lastResort(resource);

function ownTitle(resource: FhirResource): string | undefined {
  switch (resource.resourceType) {
    case 'Composition':
    case 'CarePlan':
      return textOf(resource.title);
    case 'DocumentReference':
    case 'DocumentManifest':
    case 'ClinicalImpression':
    case 'Task':
    case 'ImagingStudy':
    case 'Appointment':
      return textOf(resource.description);
    case 'Goal':
      return wordsOf(resource.description);
    case 'Consent':
      return wordsOf(at(resource, 'provision', 'code'));
    case 'EpisodeOfCare':
      return episodeName(resource) ?? textAt(resource, 'diagnosis', 'condition', 'display');
    case 'Organization':
    case 'Location':
    case 'HealthcareService':
    case 'CareTeam':
      return textOf(resource.name);
    case 'Practitioner':
      return practitionerName(resource);
    case 'PractitionerRole':
      return textAt(resource, 'practitioner', 'display');
    case 'MedicationRequest':
    case 'MedicationStatement':
    case 'MedicationDispense':
    case 'MedicationAdministration':
      return textAt(resource, 'medicationReference', 'display') ?? containedName(resource);
    case 'RelatedPerson':
    case 'FamilyMemberHistory':
      return wordsOf(resource.relationship);
    case 'DeviceUseStatement':
      return textAt(resource, 'device', 'display');
    case 'ImmunizationRecommendation':
      return wordsOf(at(resource, 'recommendation', 'vaccineCode'));
    case 'NutritionOrder':
      return wordsOf(at(resource, 'oralDiet', 'type'));
    case 'Encounter':
      return wordsOf(resource.type) ?? textAt(resource, 'class', 'display');
    case 'QuestionnaireResponse':
      return textOf(resource.questionnaire);
    default:
      return undefined;
  }
}

/** What says at least something, where neither a name nor a concept stands. */
const lastResort = (resource: FhirResource): string | undefined =>
  textAt(resource, 'content', 'attachment', 'title') ??
  textAt(resource, 'content', 'title') ??
  textAt(resource, 'deviceName', 'name') ??
  textAt(resource, 'codeReference', 'display') ??
  textAt(resource, 'payor', 'display');

const episodeName = (resource: FhirResource): string | undefined =>
  textOf(
    objectsOf(resource.extension).find(({ url }) => url === `${NICTIZ}ext-EpisodeOfCare.EpisodeOfCareName`)
      ?.valueString,
  );

/** The name of a medicine that is described inside the resource itself. */
function containedName(resource: FhirResource): string | undefined {
  const reference = textAt(resource, 'medicationReference', 'reference');
  const inside = objectsOf(resource.contained).find(({ id }) => reference === `#${textOf(id)}`);
  return isObject(inside) ? wordsOf(inside.code) : undefined;
}

function practitionerName(practitioner: FhirResource): string | undefined {
  const name = objectsOf(practitioner.name).find(({ use }) => use !== 'old');
  const given = listOf(name?.given).filter((part) => typeof part === 'string');
  const built = [...given, textOf(name?.family)].filter(Boolean).join(' ');
  return textOf(name?.text) ?? (built === '' ? undefined : built);
}
