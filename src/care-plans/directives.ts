/** Treatment wishes and limits, and advance directives (nl-core-TreatmentDirective2, nl-core-AdvanceDirective: Consent). */
import type { Consent, Extension } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { conceptTexts, dateText, type EntryOf, type Names, type Said } from '../zib';

const TREATMENT = new Set(['treatment', '129125009', '11291000146105']);
const ADVANCE = new Set(['adr', 'acd', '11341000146107']);

export type DirectiveKind = 'treatment' | 'advance';

/** Which kind of wish a Consent holds; undefined for a consent to something else, such as sharing data. */
export function kindOfConsent({ scope, category }: Pick<Consent, 'scope' | 'category'>): DirectiveKind | undefined {
  const codes = [scope, ...(category ?? [])].flatMap((concept) =>
    (concept?.coding ?? []).flatMap(({ code }) => code ?? []),
  );
  if (codes.some((code) => ADVANCE.has(code))) return 'advance';
  return codes.some((code) => TREATMENT.has(code)) ? 'treatment' : undefined;
}

export type Decision =
  | { readonly kind: 'do' | 'do-not' | 'unknown' }
  /** The source says in words what was agreed. */
  | { readonly kind: 'words'; readonly text: string };

export interface Directive {
  readonly entry: EntryOf<'Consent'>;
  readonly kind: DirectiveKind;
  /** Which treatment, or which kind of directive. */
  readonly about: readonly Said[];
  /** Of a treatment. */
  readonly decision: Decision;
  /** When it was last spoken of, or when the directive was signed. */
  readonly on: string | undefined;
  readonly until: string | undefined;
  /** With whom it was agreed, or who speaks for the patient. */
  readonly people: readonly Person[];
  readonly disorders: readonly string[];
  readonly remarks: readonly string[];
  readonly whyEnded: string | undefined;
  /** There is a document; it cannot be shown. */
  readonly hasDocument: boolean;
  readonly holds: boolean;
}

export type Person = { readonly kind: 'patient' } | { readonly kind: 'named'; readonly name: string };

/** What must not be done comes first; else the order given. */
const ORDER: Readonly<Record<Decision['kind'], number>> = { 'do-not': 0, words: 1, unknown: 2, do: 3 };

/** `today` is a calendar date: what expired before it holds no more. */
export const directivesOf = (
  t: Translate,
  entries: readonly EntryOf<'Consent'>[],
  names: Names,
  today: string,
): Directive[] =>
  entries
    .flatMap((entry) => directiveOf(t, entry, names, today) ?? [])
    .sort((a, b) => ORDER[a.decision.kind] - ORDER[b.decision.kind]);

function directiveOf(t: Translate, entry: EntryOf<'Consent'>, names: Names, today: string): Directive | undefined {
  const { content } = entry;
  const kind = kindOfConsent(content);
  if (kind === undefined) return undefined;
  const { provision } = content;
  const end = provision?.period?.end;
  return {
    entry,
    kind,
    about: conceptTexts(provision?.code),
    decision: decisionOf(content),
    on: content.dateTime === undefined ? undefined : dateText(t, content.dateTime),
    until: end === undefined ? undefined : dateText(t, end),
    people: (provision?.actor ?? []).flatMap(({ reference }): Person[] => {
      if (/(^|\/)Patient\//.test(reference?.reference ?? '')) return [{ kind: 'patient' }];
      const name = names.of(reference, content);
      return name === undefined ? [] : [{ kind: 'named', name }];
    }),
    disorders: extensionsOf(content, 'ext-AdvanceDirective.Disorder').flatMap(
      ({ valueReference }) => names.of(valueReference, content) ?? [],
    ),
    remarks: extensionsOf(content, 'ext-Comment').flatMap(({ valueString }) => valueString?.trim() || []),
    whyEnded: named(provision?.extension, 'ext-TreatmentDirective2.ReasonForEnding')[0]?.valueString,
    hasDocument: content.sourceAttachment !== undefined,
    holds: (content.status === 'active' || content.status === 'proposed') && !isBefore(end, today),
  };
}

/** A date of any precision lies wholly before a day: '2025' does before 2026-01-01, not before 2025-06-01. */
const isBefore = (date: string | undefined, day: string): boolean =>
  date !== undefined && date.slice(0, 10) < day.slice(0, date.slice(0, 10).length);

/** Permit and deny are said as such; everything else stands in words, or is not known (nl-core-TreatmentDirective2). */
function decisionOf(content: Consent): Decision {
  const words = named(content.modifierExtension, 'ext-TreatmentDirective2.SpecificationOther')[0]?.valueString?.trim();
  if (words) return { kind: 'words', text: words };
  if (content.provision?.type === 'permit') return { kind: 'do' };
  return { kind: content.provision?.type === 'deny' ? 'do-not' : 'unknown' };
}

const named = (extensions: readonly Extension[] | undefined, name: string): Extension[] =>
  (extensions ?? []).filter(({ url }) => url?.endsWith(`/${name}`));

const extensionsOf = (content: Consent, name: string): Extension[] => named(content.extension, name);
