import type { Sex } from '../../db/schema';
import { isBsn, isDemoBsn, type NameParts } from '../people';
import { isCalendarDate } from '../platform/time';
import { parseMoment } from './extract';
import { at, type FhirResource, isObject, type JsonObject, listOf, objectsOf, textOf } from './json';
import type { Reason } from './reasons';

export const BSN_SYSTEM = 'http://fhir.nl/fhir/NamingSystem/bsn';
const BSN_OID = 'urn:oid:2.16.840.1.113883.2.4.6.3';
const ISO_NAME = 'http://hl7.org/fhir/StructureDefinition/humanname-';
const QUALIFIER = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier';

/** What a Patient resource says about who somebody is. */
export interface Identity {
  readonly bsn: string | null;
  /** The source has not yet compared the BSN with an identity document (`identifier.use` is `temp`). */
  readonly bsnTemporary: boolean;
  /** None where the source gives none of somebody who is known otherwise. */
  readonly number: string | null;
  readonly name: NameParts;
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly deceased: { readonly on: string | null } | null;
}

/** The BSN of an identifier list: undefined = none, null = masked by the source (`data-absent-reason`). */
export function bsnIn(identifiers: unknown): string | null | undefined {
  const [found] = bsnsIn(identifiers);
  return found === undefined ? undefined : (textOf(found.value) ?? null);
}

/** One that was corrected stays in the list as `old`: it can be another person's. */
const bsnsIn = (identifiers: unknown): readonly JsonObject[] =>
  objectsOf(identifiers).filter(({ system, use }) => (system === BSN_SYSTEM || system === BSN_OID) && use !== 'old');

/**
 * Who a Patient resource is about, after nl-core. Refused: no identifier at all (unless it is `known` who it is), a BSN
 * that fails the 11-test, two BSNs, in a demonstration every BSN that could be somebody's, and a record that another
 * one replaced: what belongs to it is the other's, and nothing is joined by a message.
 */
export function identityOf(
  patient: FhirResource,
  options: { readonly demo: boolean; readonly known?: boolean },
): Identity | { refused: Reason } {
  if (objectsOf(patient.link).some(({ type }) => type === 'replaced-by')) return { refused: 'patient-replaced' };
  const bsn = bsnIn(patient.identifier);
  const values = new Set(bsnsIn(patient.identifier).flatMap(({ value }) => textOf(value) ?? []));
  if (values.size > 1 || (typeof bsn === 'string' && !isBsn(bsn))) return { refused: 'bsn-invalid' };
  if (typeof bsn === 'string' && options.demo && !isDemoBsn(bsn)) return { refused: 'bsn-not-for-demo' };
  const number = numberOf(patient) ?? (bsn === undefined ? undefined : textOf(patient.id));
  if (number === undefined && !options.known) return { refused: 'patient-without-identifier' };
  const name = nameOf(patient.name);
  if (name === undefined) return { refused: 'patient-without-name' };
  return {
    bsn: bsn ?? null,
    bsnTemporary: bsnsIn(patient.identifier).some(({ use }) => use === 'temp'),
    number: number ?? null,
    name,
    sex: sexOf(patient.gender),
    birthDate: dayOf(patient.birthDate),
    deceased: deceasedOf(patient),
  };
}

/** The organisation's own number: an identifier of type MR, else the first that is no BSN. */
function numberOf(patient: FhirResource): string | undefined {
  const others = objectsOf(patient.identifier).filter(
    ({ system, value, use }) => system !== BSN_SYSTEM && system !== BSN_OID && textOf(value) && use !== 'old',
  );
  const medicalRecord = others.find((identifier) =>
    objectsOf(at(identifier, 'type', 'coding')).some(({ code }) => code === 'MR' || code === 'PI'),
  );
  return textOf((medicalRecord ?? others[0])?.value);
}

function sexOf(gender: unknown): Sex {
  return gender === 'male' || gender === 'female' || gender === 'other' ? gender : 'unknown';
}

/** A full date; a date of less precision is not one. */
function dayOf(value: unknown): string | null {
  const day = textOf(value)?.slice(0, 10);
  return day !== undefined && isCalendarDate(day) ? day : null;
}

/** The day in the Netherlands; a month or year alone does not say the day. */
const deathOf = (value: unknown): string | null =>
  (textOf(value)?.length ?? 0) < 10 ? null : (parseMoment(textOf(value))?.on ?? null);

function deceasedOf(patient: FhirResource): Identity['deceased'] {
  if (textOf(patient.deceasedDateTime) !== undefined) return { on: deathOf(patient.deceasedDateTime) };
  return patient.deceasedBoolean === true ? { on: null } : null;
}

/** nl-core keeps birth name and partner's name apart in extensions; `family` holds them as the person uses them. */
export function nameOf(names: unknown): NameParts | undefined {
  const all = objectsOf(names).filter(({ use }) => use !== 'old');
  const official = all.filter(({ use }) => use === 'official');
  const main = [...official, ...all].find((name) => textOf(name.family) ?? textOf(name.text));
  if (main === undefined) return undefined;
  const family = textOf(main.family) ?? textOf(main.text)?.split(' ').at(-1) ?? '';
  const prefix = prefixOf(main, family);
  return {
    family: prefix === null ? family : family.slice(prefix.length).trim(),
    prefix,
    initials: initialsOf(official.length > 0 ? official : [main]),
    given: givenOf(all, main),
  };
}

/** The prefix that the surname as used begins with: of the birth name or of the partner's name. */
function prefixOf(name: JsonObject, family: string): string | null {
  const extensions = objectsOf(at(name, '_family', 'extension'));
  const stated = ['own-prefix', 'partner-prefix'].map((part) =>
    textOf(extensions.find(({ url }) => url === `${ISO_NAME}${part}`)?.valueString),
  );
  const found = stated.find((prefix) => prefix !== undefined && family.startsWith(`${prefix} `));
  return found ?? null;
}

/** Initials that were given as such, else the first letters of the official first names; a dot after each. */
function initialsOf(names: readonly JsonObject[]): string | null {
  const given = names.flatMap((name) => {
    const extensions = listOf(name._given);
    return listOf(name.given).map((text, place) => ({
      text: textOf(text),
      kind: objectsOf(at(extensions[place], 'extension')).find(({ url }) => url === QUALIFIER)?.valueCode,
    }));
  });
  const asInitials = given.filter(({ kind, text }) => kind === 'IN' || /^\p{L}\.?$/u.test(text ?? ''));
  const separate = asInitials.length > 0 && given.length > asInitials.length && names.length > 1;
  const parts = separate ? asInitials : given.filter(({ kind }) => kind !== 'CL');
  const letters = parts.flatMap(({ text }) => text?.split(/[\s.]+/).filter(Boolean) ?? []).map(initialOf);
  return letters.length === 0 ? null : letters.join('');
}

/** 'Jan' → 'J.', 'IJsbrand' → 'IJ.', 'Th' → 'Th.' */
function initialOf(name: string): string {
  if (name.length <= 2) return `${name}.`;
  return `${/^(IJ|Th|Ch|Ph|Chr)/.exec(name)?.[0] ?? name.charAt(0).toLocaleUpperCase('nl')}.`;
}

/** The name for daily use, else the first official first name that is no initial. */
function givenOf(all: readonly JsonObject[], main: JsonObject): string | null {
  const usual = all.find(({ use }) => use === 'usual' || use === 'nickname');
  const first = textOf(listOf(usual?.given)[0]) ?? textOf(listOf(main.given)[0]);
  return first === undefined || first.length === 1 || first.includes('.') ? null : first;
}

/** The patient that a resource is about: a key of the source, or a BSN of a logical reference. */
export interface Subject {
  readonly target?: unknown;
  readonly bsn?: string;
  /** What the source calls them. */
  readonly display?: string;
}

const SUBJECTS = ['subject', 'patient', 'beneficiary', 'for'] as const;

/** Where each type names its patient. */
export function subjectOf(resource: FhirResource): Subject | undefined {
  if (resource.resourceType === 'Appointment') return appointmentSubject(resource);
  for (const property of SUBJECTS) if (isObject(resource[property])) return subjectFrom(resource, resource[property]);
  const whose = resource.resourceType === 'Binary' ? resource.securityContext : undefined;
  return isObject(whose) && /^Patient\//.test(textOf(whose.reference) ?? '') ? subjectFrom(resource, whose) : undefined;
}

function appointmentSubject(appointment: FhirResource): Subject | undefined {
  const actors = objectsOf(appointment.participant)
    .map(({ actor }) => actor)
    .filter(isObject);
  const patients = actors.filter(
    (actor) => actor.type === 'Patient' || /(^|\/)Patient\//.test(textOf(actor.reference) ?? ''),
  );
  const subjects = patients.map((patient) => subjectFrom(appointment, patient));
  // Of two patients (a group) it belongs in neither's record: each would read who the other is.
  const people = new Set(subjects.map(({ target, bsn }) => JSON.stringify([target, bsn])));
  return people.size > 1 ? undefined : subjects[0];
}

function subjectFrom(resource: FhirResource, reference: JsonObject): Subject {
  const literal = textOf(reference.reference);
  const contained = literal?.startsWith('#')
    ? objectsOf(resource.contained).find(({ id }) => id === literal.slice(1))
    : undefined;
  const bsn = bsnIn(contained?.identifier) ?? bsnIn(reference.identifier) ?? undefined;
  const display = textOf(reference.display);
  return {
    ...(literal === undefined ? {} : { target: literal }),
    ...(bsn === undefined ? {} : { bsn }),
    ...(display === undefined ? {} : { display }),
  };
}
