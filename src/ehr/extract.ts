import { dateIn, isCalendarDate, startOfDay } from '../platform/time';
import { at, type FhirResource, isObject, objectsOf, textAt, textOf } from './json';
import { codeOf, titleOf } from './title';

/** Raise it when a column is filled differently: `inzage reindex` then fills the rows of before again. */
export const EXTRACTED_BY = 2;

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
  'identifiedDateTime',
  'identifiedPeriod',
  'whenHandedOver',
  'whenPrepared',
  'timingDateTime',
  'timingPeriod',
  'startDate',
  'recordedOn',
  'statusDate',
  'executionPeriod',
  'created',
  'content',
] as const;

function momentOf(resource: FhirResource): { at: Date; on: string } | undefined {
  for (const property of MOMENTS) {
    const moment = parseMoment(momentText(resource[property]));
    if (moment !== undefined) return moment;
  }
  const agreed = objectsOf(resource.extension).find(({ url }) => url === AGREED_ON);
  return parseMoment(textOf(agreed?.valueDateTime));
}

/** When a pharmacist agreed how a medicine is taken (toedieningsafspraak): the resource has no place for it. */
const AGREED_ON = 'http://nictiz.nl/fhir/StructureDefinition/zib-AdministrationAgreement-AuthoredOn';

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
