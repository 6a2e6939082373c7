/** What the stored FHIR resources say of somebody's administrative data (nl-core-Patient and what belongs to it). Pure. */
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  Coverage,
  Extension,
  HumanName,
  Patient,
  Reference,
  RelatedPerson,
} from '@medplum/fhirtypes';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';
const BSN_OID = 'urn:oid:2.16.840.1.113883.2.4.6.3';
const QUALIFIER = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier';
const INTERPRETER = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
const PHARMACY = 'http://hl7.org/fhir/StructureDefinition/patient-preferredPharmacy';
const NATIONALITY = 'http://hl7.org/fhir/StructureDefinition/patient-nationality';
const CODE = 'http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification';
const COMMENT = 'http://nictiz.nl/fhir/StructureDefinition/ext-Comment';

/** The last digits of the BSN, enough to recognise it; undefined where the source gives none, or masks it. */
export function bsnEnding(patient: Patient | undefined): string | undefined {
  const found = patient?.identifier?.find(
    ({ system, use }) => (system === BSN || system === BSN_OID) && (use as string) !== 'old',
  );
  return /^[0-9]{9}$/.test(found?.value ?? '') ? found?.value?.slice(-3) : undefined;
}

/** First names as registered; initials alone are not first names. */
export function firstNames(patient: Patient | undefined): string | undefined {
  const official = patient?.name?.find(({ use, family }) => use === 'official' && family !== undefined);
  const qualifiers = (official as { _given?: (Extension | null)[] } | undefined)?._given;
  const names = (official?.given ?? []).filter(
    (given, index) => qualifierOf(qualifiers?.[index]) !== 'IN' && !/^\p{Lu}\.?$/u.test(given),
  );
  return names.length === 0 ? undefined : names.join(' ');
}

const qualifierOf = (element: Extension | null | undefined): string | undefined =>
  element?.extension?.find(({ url }) => url === QUALIFIER)?.valueCode;

/** How somebody else is called: as the source writes it, else from its parts. */
export function nameText(names: HumanName | HumanName[] | undefined): string | undefined {
  const all = (Array.isArray(names) ? names : names === undefined ? [] : [names]).filter(({ use }) => use !== 'old');
  const name = all.find(({ text, family }) => text !== undefined || family !== undefined) ?? all[0];
  if (name === undefined) return undefined;
  return (name.text ?? [...(name.given ?? []), name.family].filter(Boolean).join(' ')).trim() || undefined;
}

export type PhoneKind = 'mobile' | 'home' | 'work' | 'other';

export interface Phone {
  readonly kind: PhoneKind;
  readonly number: string;
  readonly comment: string | undefined;
}

/** Telephone numbers that hold now. */
export const phonesOf = (telecom: readonly ContactPoint[] | undefined, day: string): Phone[] =>
  pointsOf(telecom, ['phone', 'sms'], day).map((point) => ({
    kind: phoneKind(point),
    number: point.value ?? '',
    comment: commentOf(point),
  }));

export const emailsOf = (telecom: readonly ContactPoint[] | undefined, day: string): string[] =>
  pointsOf(telecom, ['email'], day).map(({ value }) => value ?? '');

const pointsOf = (telecom: readonly ContactPoint[] | undefined, systems: readonly string[], day: string) =>
  (telecom ?? []).filter(
    ({ system, value, use, period }) =>
      value !== undefined && systems.includes(system ?? '') && use !== 'old' && holdsOn(period, day),
  );

function phoneKind(point: ContactPoint): PhoneKind {
  const element = (point as { _system?: Extension })._system;
  const coded = element?.extension?.find(({ url }) => url === CODE)?.valueCodeableConcept?.coding?.[0]?.code;
  if (coded === 'MC' || point.use === 'mobile' || /^(\+31|0031|0)6/.test((point.value ?? '').replace(/[\s-]/g, '')))
    return 'mobile';
  return point.use === 'home' || point.use === 'work' ? point.use : 'other';
}

const commentOf = (element: { extension?: Extension[] }): string | undefined =>
  element.extension?.find(({ url }) => url === COMMENT)?.valueString;

/** A period of dates: no start is long ago, no end is not yet. Compared as far as the source's precision reaches. */
function holdsOn(period: { start?: string; end?: string } | undefined, day: string): boolean {
  const { start, end } = period ?? {};
  const begun = start === undefined || start.slice(0, 10) <= day.slice(0, Math.min(10, start.length));
  return begun && (end === undefined || end.slice(0, 10) >= day.slice(0, Math.min(10, end.length)));
}

export type AddressKind = 'home' | 'post' | 'temporary' | 'work' | 'other';

export interface PostalAddress {
  readonly kind: AddressKind;
  readonly lines: readonly string[];
}

/** Addresses that hold now, the home first. */
export function addressesOf(addresses: Address | readonly Address[] | undefined, day: string): PostalAddress[] {
  const all = addresses === undefined ? [] : Array.isArray(addresses) ? addresses : [addresses as Address];
  return (all as readonly Address[])
    .filter(({ use, period }) => use !== 'old' && holdsOn(period, day))
    .map((address) => ({ kind: addressKind(address), lines: linesOf(address) }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => Number(b.kind === 'home') - Number(a.kind === 'home'));
}

function addressKind({ use, type }: Address): AddressKind {
  if (type === 'postal') return 'post';
  if (use === 'temp') return 'temporary';
  return use === 'home' || use === 'work' ? use : 'other';
}

function linesOf({ line = [], postalCode, city, country, text }: Address): string[] {
  const abroad = country !== undefined && !/^(nl|nld|nederland|netherlands)$/i.test(country) ? country : undefined;
  const lines = [...line, [postalCode, city].filter(Boolean).join(' '), abroad].filter(
    (part): part is string => part !== undefined && part !== '',
  );
  return lines.length === 0 && text !== undefined ? [text] : lines;
}

/** Somebody to call, from RelatedPerson or from within Patient. */
export interface ContactPerson {
  readonly name: string | undefined;
  readonly relations: readonly CodeableConcept[];
  readonly phones: readonly Phone[];
  readonly emails: readonly string[];
}

export function contactsOf(
  patient: Patient | undefined,
  related: readonly RelatedPerson[],
  day: string,
): ContactPerson[] {
  const own = (patient?.contact ?? [])
    .filter(({ period }) => holdsOn(period, day))
    .map(({ name, relationship = [], telecom }) => ({ name, relationship, telecom }));
  const others = related
    .filter(({ active, period }) => active !== false && holdsOn(period, day))
    .map(({ name, relationship = [], telecom }) => ({ name, relationship, telecom }));
  return [...own, ...others].map(({ name, relationship, telecom }) => ({
    name: nameText(name),
    relations: relationship,
    phones: phonesOf(telecom, day),
    emails: emailsOf(telecom, day),
  }));
}

export interface Insurance {
  readonly payor: readonly Reference[];
  readonly type: CodeableConcept | undefined;
  readonly number: string | undefined;
}

/** What pays now. The bank's details that a payer may have are nobody's to read here. */
export const insurancesOf = (coverages: readonly Coverage[], day: string): Insurance[] =>
  coverages
    .filter(({ status, period }) => status === 'active' && holdsOn(period, day))
    .map(({ payor, type, subscriberId }) => ({ payor, type, number: subscriberId }));

export interface LanguageUse {
  readonly language: CodeableConcept;
  readonly preferred: boolean;
}

export const languagesOf = (patient: Patient | undefined): LanguageUse[] =>
  (patient?.communication ?? []).map(({ language, preferred }) => ({ language, preferred: preferred === true }));

/** Undefined: nobody wrote it down. */
export const needsInterpreter = (patient: Patient | undefined): boolean | undefined =>
  patient?.extension?.find(({ url }) => url === INTERPRETER)?.valueBoolean;

/** The pharmacy that somebody chose. */
export const pharmaciesOf = (patient: Patient | undefined): Reference[] =>
  (patient?.extension ?? [])
    .filter(({ url }) => url === PHARMACY)
    .flatMap(({ valueReference, extension = [] }) => [
      valueReference,
      ...extension.map((inner) => inner.valueReference),
    ])
    .filter((reference) => reference !== undefined);

export const nationalitiesOf = (patient: Patient | undefined): CodeableConcept[] =>
  (patient?.extension ?? [])
    .filter(({ url }) => url === NATIONALITY)
    .flatMap(({ extension = [] }) => extension.filter(({ url }) => url === 'code'))
    .flatMap(({ valueCodeableConcept }) => valueCodeableConcept ?? []);
