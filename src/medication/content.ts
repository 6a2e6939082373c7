/** What a block of medication says of its medicine, of people, and of why. Pure. */
import type {
  CodeableConcept,
  Coding,
  Dosage,
  Identifier,
  Medication,
  MedicationAdministration,
  MedicationDispense,
  MedicationRequest,
  MedicationStatement,
  Period,
  Reference,
} from '@medplum/fhirtypes';
import { conceptText, type Entry, type Said } from '../zib';
import { inSequence } from './dosage';
import { objects } from './timing';
import { withoutMicroSign } from './units';

export type MedicationType =
  | 'MedicationRequest'
  | 'MedicationStatement'
  | 'MedicationDispense'
  | 'MedicationAdministration';

/** A row of room `medication`, with the Medication that it refers to where that is in the directory. */
export type MedicationEntry = Entry<MedicationType> & { readonly medication: Medication | null };

export type Content = MedicationRequest | MedicationStatement | MedicationDispense | MedicationAdministration;

export function medicineOf(
  entry: MedicationEntry,
  content: Content,
): { name: Said | undefined; keys: readonly string[] } {
  const { medicationCodeableConcept: concept, medicationReference: reference } = content;
  const medication = entry.medication ?? containedMedication(content, reference);
  const known = concept ?? medication?.code;
  const words =
    conceptText(known) ?? said(reference?.display) ?? said(entry.title ?? undefined) ?? ingredientNames(medication);
  const name = words && { ...words, text: withoutMicroSign(words.text) };
  const codes = codings(known).flatMap(({ system, code }) => (code === undefined ? [] : [`${system ?? ''}|${code}`]));
  // A substance or its group (SNOMED CT, ATC) comes in several strengths: the name tells those apart.
  const products = codes.filter((code) => !/atc|snomed/i.test(code));
  const folded = name?.text.toLowerCase().replace(/\s+/g, ' ');
  return {
    name,
    keys: products.length > 0 ? products : folded !== undefined ? [`name|${folded}`] : codes,
  };
}

const said = (text: string | undefined): Said | undefined =>
  text === undefined || text.trim() === '' ? undefined : (conceptText({ text }) ?? undefined);

export function containedMedication(content: Content, reference: Reference | undefined): Medication | undefined {
  const id = reference?.reference?.startsWith('#') ? reference.reference.slice(1) : undefined;
  const found = id === undefined ? undefined : objects(content.contained).find((inside) => inside.id === id);
  return found?.resourceType === 'Medication' ? found : undefined;
}

function ingredientNames(medication: Medication | undefined | null): Said | undefined {
  const names = objects(medication?.ingredient).flatMap((one) => conceptText(one.itemCodeableConcept)?.text ?? []);
  return names.length === 0 ? undefined : { text: names.join(' / ') };
}

export const codings = (concept: CodeableConcept | undefined): readonly Coding[] => objects(concept?.coding);

export const treatmentOf = (identifier: Identifier | undefined): string | undefined =>
  identifier?.value === undefined ? undefined : `${identifier.system ?? ''}|${identifier.value}`;

/** The identifier in a reference to something that is here. */
export const idOf = (reference: Reference | undefined): string | undefined =>
  /^Medication[A-Za-z]+\/([0-9a-f-]{36})$/.exec(reference?.reference ?? '')?.[1];

export function followsOf(content: Content): string[] {
  const references = [
    ...('basedOn' in content ? objects(content.basedOn as Reference[]) : []),
    ...('derivedFrom' in content ? objects(content.derivedFrom as Reference[]) : []),
    ...('authorizingPrescription' in content ? objects(content.authorizingPrescription) : []),
    ...('request' in content ? objects(content.request) : []),
  ];
  return references.flatMap((reference) => idOf(reference) ?? []);
}

export function periodOf(content: Content): Period | undefined {
  if (content.resourceType === 'MedicationStatement' || content.resourceType === 'MedicationAdministration') {
    const day = content.effectiveDateTime;
    return content.effectivePeriod ?? (day === undefined ? undefined : { start: day });
  }
  return undefined;
}

export function dosagesOf(content: Content): readonly Dosage[] {
  if (content.resourceType === 'MedicationStatement') return inSequence(content.dosage);
  if (content.resourceType === 'MedicationAdministration') {
    const given = content.dosage;
    if (given === undefined) return [];
    const { dose, rateQuantity, rateRatio, text, route, method, site } = given;
    const doseAndRate = [{ doseQuantity: dose, rateQuantity, rateRatio }];
    return [clean({ text, route, method, site, doseAndRate: doseAndRate.map(clean) }) as Dosage];
  }
  return inSequence(content.dosageInstruction);
}

/** Without what is not there: FHIR knows no empty property. */
const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

export function writtenOn(content: Content, agreed: string | undefined): string | undefined {
  switch (content.resourceType) {
    case 'MedicationRequest':
      return content.authoredOn;
    case 'MedicationStatement':
      return content.dateAsserted;
    case 'MedicationDispense':
      return agreed ?? content.whenHandedOver ?? content.whenPrepared;
    case 'MedicationAdministration':
      return content.effectiveDateTime ?? content.effectivePeriod?.start;
  }
}

interface People {
  readonly prescriber: Reference | undefined;
  readonly pharmacy: Reference | undefined;
  readonly saidBy: Reference | undefined;
  readonly byPatient: boolean;
}

export function peopleOf(content: Content, prescriber: Reference | undefined, author: Reference | undefined): People {
  const none = { prescriber, pharmacy: undefined, saidBy: undefined, byPatient: false };
  switch (content.resourceType) {
    case 'MedicationRequest':
      return { ...none, prescriber: content.requester ?? prescriber };
    case 'MedicationDispense':
      return { ...none, pharmacy: objects(content.performer)[0]?.actor };
    case 'MedicationAdministration':
      return { ...none, saidBy: objects(content.performer)[0]?.actor };
    case 'MedicationStatement': {
      const saidBy = content.informationSource ?? author;
      const byPatient = /(^|\/)(Patient|RelatedPerson)\//.test(saidBy?.reference ?? '') || isByPatient(content);
      return { ...none, saidBy, byPatient };
    }
  }
}

const isByPatient = ({ category }: MedicationStatement): boolean =>
  codings(category).some(({ code }) => code === 'patientspecified');

export function statusReasons(content: Content): readonly CodeableConcept[] {
  if (content.resourceType === 'MedicationDispense') return objects(content.statusReasonCodeableConcept);
  return objects(content.statusReason as CodeableConcept | CodeableConcept[] | undefined);
}

export function remarksOf(content: Content, additional: CodeableConcept | undefined): string[] {
  const notes = objects(content.note).flatMap(({ text }) => withWords(text) ?? []);
  return [
    ...notes,
    ...(withWords(conceptText(additional)?.text) === undefined ? [] : [conceptText(additional)?.text ?? '']),
  ];
}

export const withWords = (text: string | undefined): string | undefined =>
  typeof text === 'string' && text.trim() !== '' ? withoutMicroSign(text.trim()) : undefined;
