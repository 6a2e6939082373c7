/** What a letter says of itself: a Composition or a DocumentReference in words. Pure. */
import type {
  Attachment,
  CodeableConcept,
  Composition,
  DocumentReference,
  Extension,
  Reference,
} from '@medplum/fhirtypes';
import { isObject, objectsOf, textOf } from '../platform/json';
import { conceptText, type Entry, type Said } from '../zib';

export type LetterType = 'Composition' | 'DocumentReference';

/** A letter as lists need it: its content without sections, narrative and files. */
export type LetterEntry = Entry<LetterType>;

/**
 * FHIR R4 has no place for whom a document was sent to: sources use an extension whose name ends in 'recipient'
 * (IHE MHD `ihe-intendedRecipient`, the recipient of a clinical document).
 */
const RECIPIENT = /recipient(extension)?$/i;

/** Whom it was sent to, as the source says. */
export const recipientsOf = ({ content }: Pick<LetterEntry, 'content'>): Reference[] =>
  objectsOf((content as { extension?: unknown }).extension).flatMap((extension) => {
    const { url, valueReference } = extension as unknown as Extension;
    return RECIPIENT.test(textOf(url) ?? '') && isObject(valueReference) ? [valueReference as Reference] : [];
  });

/** Who wrote it; the organisation that keeps it where no writer is named. */
export function sendersOf({ content }: Pick<LetterEntry, 'content'>): Reference[] {
  const authors = objectsOf(content.author) as unknown as Reference[];
  const custodian = isObject(content.custodian) ? [content.custodian as Reference] : [];
  return authors.length > 0 ? authors : custodian;
}

/** What it is about: its own title, else what kind of document it is. */
export function subjectOf({ content, title }: Pick<LetterEntry, 'content' | 'title'>): Said | undefined {
  const own =
    content.resourceType === 'Composition' ? textOf(content.title) : textOf((content as DocumentReference).description);
  const named = own ?? textOf(title ?? undefined);
  return named === undefined ? kindOf({ content }) : conceptText({ text: named });
}

/** 'Samenvattende ontslagbrief', in the words of the source. */
export const kindOf = ({ content }: Pick<LetterEntry, 'content'>): Said | undefined =>
  conceptText(isObject(content.type) ? (content.type as CodeableConcept) : undefined);

/** Its date as exact as the source knew. */
export function dateOf({ content }: Pick<LetterEntry, 'content'>): string | undefined {
  if (content.resourceType === 'Composition') return textOf((content as Composition).date);
  const { date, content: parts } = content as DocumentReference;
  return (
    textOf(date) ?? textOf(objectsOf(parts).map(({ attachment }) => attachment as Attachment | undefined)[0]?.creation)
  );
}

export type LetterState = 'draft' | 'changed' | 'replaced';

/** Where it is not simply the letter as it was sent. */
export function stateOf({ content, status }: Pick<LetterEntry, 'content' | 'status'>): LetterState | undefined {
  const own =
    content.resourceType === 'DocumentReference' ? textOf((content as DocumentReference).docStatus) : undefined;
  if (status === 'superseded') return 'replaced';
  if (status === 'preliminary' || own === 'preliminary') return 'draft';
  return status === 'amended' || own === 'amended' ? 'changed' : undefined;
}

/** To whom a letter went that a patient does not get himself. */
export type Addressee = 'gp' | 'referrer';

const TITLE: Record<Addressee, RegExp> = {
  gp: /\b(aan|voor) (uw |de |mijn |zijn |haar )?huisarts|\bhuisartsbrief\b|\bto (your |the )?(gp|general practitioner)\b/i,
  referrer: /\b(aan|voor) (uw |de |mijn )?verwijz|\bto (your |the )?referr/i,
};

/**
 * DO-03: whether it went to the GP or the referrer: by whom it was sent to, as far as that is known, else because its
 * own title says so.
 */
export function addresseeOf(
  letter: LetterEntry,
  known: { readonly gps: ReadonlySet<string>; readonly referrers: ReadonlySet<string> },
): Addressee | undefined {
  const references = recipientsOf(letter).map(({ reference }) => reference ?? '');
  const words = [subjectOf(letter)?.text, ...recipientsOf(letter).map(({ display }) => display)].join('\n');
  if (references.some((reference) => known.gps.has(reference))) return 'gp';
  if (references.some((reference) => known.referrers.has(reference))) return 'referrer';
  if (
    /\bhuisarts/i.test(
      recipientsOf(letter)
        .map(({ display }) => display ?? '')
        .join(' '),
    )
  )
    return 'gp';
  return (['gp', 'referrer'] as const).find((addressee) => TITLE[addressee].test(words));
}
