/** One thing that the record says, read from FHIR, in the shape in which pages show it. */
import type { Annotation, CodeableConcept, Reference } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import type { TagLook } from '../ui';
import { conceptText, type Entry, type Names, type Said } from '../zib';

/** Words of the portal (text) or of the source. */
export type Value = string | Said;

export interface Line {
  readonly label: Value;
  readonly values: readonly Value[];
}

export interface Fact {
  readonly entry: Entry;
  readonly title: Value;
  /** What it measured, beside the title. */
  readonly value?: Value | undefined;
  /** 'Sinds 3 november 2026' */
  readonly when?: string | undefined;
  readonly tag?: { readonly look: TagLook; readonly label: string } | undefined;
  readonly lines: readonly Line[];
  /** Remarks in the words of who wrote them. */
  readonly notes: readonly string[];
  /** What belongs to it: the members of a panel. */
  readonly parts: readonly Fact[];
}

/** What every reader gets. */
export interface Reader {
  readonly t: Translate;
  readonly names: Names;
  /** Care time: what ended before it is of the past. */
  readonly at: Date;
}

/** A line where there is something to say; else none. */
export function line(label: Value, ...values: readonly (Value | undefined)[]): Line[] {
  const said = values.filter((value): value is Value => value !== undefined && value !== '');
  return said.length === 0 ? [] : [{ label, values: said }];
}

export const notesOf = (note: readonly Annotation[] | undefined): string[] =>
  (note ?? []).flatMap(({ text }) => (text?.trim() ? [text.trim()] : []));

/** What an entry is called: its concept, else the title that the import took (no bare code), else what kind of thing it is. */
export const titleOf = (concept: CodeableConcept | undefined, entry: Entry, otherwise: string): Value =>
  conceptText(concept) ?? (entry.title !== null && /\p{L}/u.test(entry.title) ? { text: entry.title } : otherwise);

/** Names of what is referred to; what has none is left out. */
export const namesIn = (names: Names, references: readonly (Reference | undefined)[] | undefined, content: object) =>
  (references ?? []).flatMap((reference): Said[] => {
    const text = names.of(reference, content);
    return text === undefined ? [] : [{ text }];
  });

const LATERALITY = 'http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality';

/** 'lies, links' */
export function siteText(site: CodeableConcept | undefined): Said | undefined {
  const place = conceptText(site);
  const side = conceptText(site?.extension?.find(({ url }) => url === LATERALITY)?.valueCodeableConcept);
  if (place === undefined) return side;
  return side === undefined ? place : { ...place, text: `${place.text}, ${side.text.toLowerCase()}` };
}

const SPECIFIED = 'http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification';

/** nl-core gives a plain FHIR code its Dutch words in an extension of the element. */
export function specified(element: unknown): Said | undefined {
  const extension = (element as { extension?: { url?: string; valueCodeableConcept?: CodeableConcept }[] } | undefined)
    ?.extension;
  return conceptText(extension?.find(({ url }) => url === SPECIFIED)?.valueCodeableConcept);
}
