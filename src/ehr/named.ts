import { foldName, isBsn, isDemoBsn, type NameParts, type PatientRecord } from '../people';
import type { Identity } from './patient';
import type { Reason } from './reasons';

/** Whose everything is, as somebody said who knows: `--patient`. */
export interface Named {
  readonly bsn: string | null;
  readonly number: string | null;
}

/** A BSN where it can be one, else a patient number. */
export const namedBy = (text: string): Named =>
  isBsn(text) ? { bsn: text, number: null } : { bsn: null, number: text };

/**
 * Whether a Patient resource may be the one that was named: what both say of BSN, birth date and name must agree. What
 * one of them does not say does not count. Answers the reason when it may not.
 */
export function refusedAs(
  named: Named,
  identity: Identity,
  known: PatientRecord | undefined,
  options: { readonly demo: boolean },
): Reason | undefined {
  if (named.bsn !== null && options.demo && !isDemoBsn(named.bsn)) return 'bsn-not-for-demo';
  if (known === undefined && named.bsn === null) return 'named-patient-unknown';
  const bsn = known?.bsn ?? named.bsn;
  if (differ(identity.bsn, bsn)) return 'named-patient-differs';
  if (known === undefined) return undefined;
  const same = !differ(identity.birthDate, known.birthDate) && isSameName(identity.name, known.name);
  return same ? undefined : 'named-patient-differs';
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

/** The same for a resource that names somebody of whom nothing is known but what the source calls them. */
export function mayBe(display: string | undefined, known: PatientRecord): boolean {
  if (display === undefined) return true;
  const words = display.split(/[\s,-]+/).map(foldName);
  return surnames(known.name).some((name) => words.includes(name));
}

/** One surname in common (of birth or of a partner), and first names that do not begin differently. */
function isSameName(one: NameParts, other: NameParts): boolean {
  const others = surnames(other);
  return surnames(one).some((name) => others.includes(name)) && !differ(firstLetter(one), firstLetter(other));
}

/** Of each the last word: prefixes are written in many ways. */
const surnames = ({ family }: NameParts): string[] =>
  family.split('-').map((part) => foldName(part.trim().split(/\s+/).at(-1) ?? ''));

const firstLetter = ({ given, initials }: NameParts): string | null =>
  foldName(given ?? initials ?? '').charAt(0) || null;
