import { dateIn, isCalendarDate, startOfDay } from '../platform/time';
import { at, type FhirResource, isObject, type JsonObject, listOf, objectsOf, textAt, textOf } from './json';

/** Raise it when a column is filled differently: `inzage reindex` then fills the rows of before again. */
export const EXTRACTED_BY = 1;

/** What pages filter and sort on, taken from one resource. */
export interface Extract {
  readonly status: string | null;
  /** 'system|code' */
  readonly code: string | null;
  readonly title: string | null;
  readonly effectiveAt: Date | null;
  /** The day of it in the Netherlands; the first day where the source gives only a month or year. */
  readonly effectiveOn: string | null;
}

/** The columns of a resource. Pure; what is not there is null. */
export function extract(resource: FhirResource): Extract {
  const moment = momentOf(resource);
  return {
    status: statusOf(resource),
    code: codeOf(resource),
    title: titleOf(resource)?.slice(0, 500) ?? null,
    effectiveAt: moment?.at ?? null,
    effectiveOn: moment?.on ?? null,
  };
}

/** Entered in error anywhere means so; a condition's clinical status stands in for a status. */
function statusOf(resource: FhirResource): string | null {
  if (textAt(resource, 'verificationStatus', 'coding', 'code') === 'entered-in-error') return 'entered-in-error';
  const status = textOf(resource.status) ?? textAt(resource, 'clinicalStatus', 'coding', 'code');
  return status ?? textOf(resource.lifecycleStatus) ?? null;
}

const CONCEPTS = ['code', 'medicationCodeableConcept', 'vaccineCode', 'type', 'serviceType', 'category'] as const;

/** Code systems that tell series of the same thing apart best, best first. */
const PREFERRED = ['http://loinc.org', 'http://snomed.info/sct'];

/** The concept that says what a resource is about. */
function conceptOf(resource: FhirResource): JsonObject | undefined {
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

function codeOf(resource: FhirResource): string | null {
  const coding = codingOf(conceptOf(resource));
  return coding === undefined ? null : `${textOf(coding.system) ?? ''}|${textOf(coding.code) ?? ''}`;
}

/** What the source calls it: its own words first, then the display of the code. Never a translation of ours. */
function titleOf(resource: FhirResource): string | undefined {
  const own = ownTitle(resource);
  if (own !== undefined) return own;
  const concept = conceptOf(resource);
  const coding = codingOf(concept);
  const displays = objectsOf(concept?.coding).map(({ display }) => textOf(display));
  return textOf(concept?.text) ?? textOf(coding?.display) ?? displays.find(Boolean) ?? textOf(coding?.code);
}

function ownTitle(resource: FhirResource): string | undefined {
  switch (resource.resourceType) {
    case 'Composition':
    case 'CarePlan':
      return textOf(resource.title);
    case 'DocumentReference':
      return textOf(resource.description);
    case 'Goal':
      return textAt(resource, 'description', 'text') ?? textAt(resource, 'description', 'coding', 'display');
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
      return textAt(resource, 'medicationReference', 'display');
    case 'RelatedPerson':
      return textAt(resource, 'relationship', 'text') ?? textAt(resource, 'relationship', 'coding', 'display');
    case 'Encounter':
      return (
        textAt(resource, 'type', 'text') ??
        textAt(resource, 'type', 'coding', 'display') ??
        textAt(resource, 'class', 'display')
      );
    case 'QuestionnaireResponse':
      return textOf(resource.questionnaire);
    default:
      return undefined;
  }
}

function practitionerName(practitioner: FhirResource): string | undefined {
  const name = objectsOf(practitioner.name).find(({ use }) => use !== 'old');
  const given = listOf(name?.given).filter((part) => typeof part === 'string');
  const built = [...given, textOf(name?.family)].filter(Boolean).join(' ');
  return textOf(name?.text) ?? (built === '' ? undefined : built);
}

/** Where a resource says when it was, in order of worth. */
const MOMENTS = [
  'effectiveDateTime',
  'effectivePeriod',
  'effectiveInstant',
  'onsetDateTime',
  'performedDateTime',
  'performedPeriod',
  'occurrenceDateTime',
  'occurrencePeriod',
  'start',
  'started',
  'createdDateTime',
  'createdPeriod',
  'issued',
  'period',
  'collection',
  'recordedDate',
  'authoredOn',
  'authored',
  'dateAsserted',
  'dateTime',
  'date',
  'recorded',
  'whenHandedOver',
  'timingDateTime',
  'timingPeriod',
  'startDate',
  'created',
  'content',
] as const;

function momentOf(resource: FhirResource): { at: Date; on: string } | undefined {
  for (const property of MOMENTS) {
    const moment = parseMoment(momentText(resource[property]));
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function momentText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  return (
    textAt(value, 'start') ??
    textAt(value, 'collectedDateTime') ??
    textAt(value, 'collectedPeriod', 'start') ??
    textAt(value, 'attachment', 'creation')
  );
}

/** A FHIR date, dateTime or instant as moment and day; a date without a time is the start of that day. */
export function parseMoment(text: string | undefined): { at: Date; on: string } | undefined {
  if (text === undefined) return undefined;
  if (text.length <= 10) {
    const day = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
    return isCalendarDate(day) && day > '0001' ? { at: beginOf(day), on: day } : undefined;
  }
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 ? undefined : { at, on: dayAt(at) };
}

const days = new Map<number, string>();

/** The day of a moment. All that was measured in one sample has the same. */
function dayAt(at: Date): string {
  const time = at.getTime();
  let day = days.get(time);
  if (day === undefined) {
    if (days.size > 20_000) days.clear();
    day = dateIn(at);
    days.set(time, day);
  }
  return day;
}

const begins = new Map<string, number>();

/** The same days come again and again: zone arithmetic is costly. */
function beginOf(day: string): Date {
  let begin = begins.get(day);
  if (begin === undefined) {
    if (begins.size > 20_000) begins.clear();
    begin = startOfDay(day).getTime();
    begins.set(day, begin);
  }
  return new Date(begin);
}

/** What an encounter is to release rules: FHIR class (v3-ActCode). */
export function settingOf(encounterClass: unknown): 'outpatient' | 'admitted' | 'emergency' {
  const code = textAt(encounterClass, 'code');
  if (code === 'EMER') return 'emergency';
  return code !== undefined && ADMITTED.has(code) ? 'admitted' : 'outpatient';
}

const ADMITTED = new Set(['IMP', 'ACUTE', 'NONAC', 'SS', 'OBSENC']);

/** The literal reference to the encounter that a resource belongs to. */
export function encounterReference(resource: FhirResource): string | undefined {
  const context = at(resource, 'context');
  return (
    textAt(resource, 'encounter', 'reference') ??
    textAt(context, 'encounter', 'reference') ??
    (/(^|\/)Encounter\//.test(textAt(context, 'reference') ?? '') ? textAt(context, 'reference') : undefined)
  );
}

/** The literal references to what a report or panel holds. */
export function memberReferences(resource: FhirResource): string[] {
  const holders =
    resource.resourceType === 'DiagnosticReport'
      ? [resource.result, resource.imagingStudy, resource.specimen, objectsOf(resource.media).map(({ link }) => link)]
      : resource.resourceType === 'Observation'
        ? [resource.hasMember]
        : [];
  return holders.flatMap((holder) => objectsOf(holder).flatMap(({ reference }) => textOf(reference) ?? []));
}
