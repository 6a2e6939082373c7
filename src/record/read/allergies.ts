import type { AllergyIntolerance, AllergyIntoleranceReaction } from '@medplum/fhirtypes';
import { conceptText, conceptTexts, dateText, type Entry, momentText } from '../../zib';
import { type Fact, type Line, line, notesOf, type Reader, specified, titleOf, type Value } from '../fact';

/** SNOMED CT: no known allergy, in general and of one kind. Said as such, never as an allergy. */
const NONE_KNOWN = new Set(['716186003', '409137002', '429625007', '428607008', '428197003', '716184000', '716220001']);

export const isNoneKnown = ({ code }: AllergyIntolerance): boolean =>
  (code?.coding ?? []).some((coding) => NONE_KNOWN.has(coding.code ?? ''));

const certaintyOf = ({ verificationStatus }: AllergyIntolerance) => verificationStatus?.coding?.[0]?.code;

export const isRefutedAllergy = (allergy: AllergyIntolerance): boolean => certaintyOf(allergy) === 'refuted';

export const isPastAllergy = ({ clinicalStatus }: AllergyIntolerance): boolean =>
  ['inactive', 'resolved'].includes(clinicalStatus?.coding?.[0]?.code ?? '');

function tagOf({ t }: Reader, allergy: AllergyIntolerance): Fact['tag'] {
  if (isPastAllergy(allergy) || isNoneKnown(allergy)) return undefined;
  if (certaintyOf(allergy) === 'unconfirmed') return { look: 'att', label: t('record.not-sure') };
  return allergy.criticality === 'high' ? { look: 'neg', label: t('record.watch-out') } : undefined;
}

/** nl-core gives the words of its own value set beside the code of FHIR. */
function criticality({ t }: Reader, allergy: AllergyIntolerance): Value | undefined {
  const own = specified((allergy as { _criticality?: unknown })._criticality);
  if (own !== undefined) return own;
  switch (allergy.criticality) {
    case 'high':
      return t('record.criticality-high');
    case 'low':
      return t('record.criticality-low');
    case 'unable-to-assess':
      return t('record.criticality-unknown');
    default:
      return undefined;
  }
}

function kindOf({ t }: Reader, allergy: AllergyIntolerance): Value[] {
  const own = ((allergy as { _category?: unknown[] })._category ?? []).flatMap((element) => specified(element) ?? []);
  if (own.length > 0) return own;
  return (allergy.category ?? []).map((category) => t(`record.allergy-${category}`));
}

function reactionLines({ t }: Reader, reaction: AllergyIntoleranceReaction): Line[] {
  const seen: Value[] = conceptTexts(reaction.manifestation);
  const words = reaction.description?.trim();
  const severity = reaction.severity === undefined ? undefined : t(`record.reaction-${reaction.severity}`);
  const on = reaction.onset === undefined ? undefined : dateText(t, reaction.onset);
  return line(
    on === undefined ? t('record.reaction') : t('record.reaction-on', { date: on }),
    ...seen,
    words === undefined || words === '' ? undefined : { text: words },
    severity,
  );
}

/** zib AllergyIntolerance: what somebody can't stand, and what it did. */
export function allergyFact(reader: Reader, entry: Entry<'AllergyIntolerance'>): Fact {
  const { t } = reader;
  const { content } = entry;
  const since = momentText(t, {
    date: content.onsetDateTime,
    period: content.onsetPeriod,
    age: content.onsetAge,
    range: content.onsetRange,
    words: content.onsetString,
  });
  return {
    entry,
    title: titleOf(content.code, entry, t('record.allergy')),
    when: since === undefined ? undefined : t('record.since', { start: since }),
    tag: tagOf(reader, content),
    lines: [
      ...(content.reaction ?? []).flatMap((reaction) => reactionLines(reader, reaction)),
      ...line(t('record.criticality'), criticality(reader, content)),
      ...line(t('record.kind'), ...kindOf(reader, content)),
      ...line(
        t('record.last-reaction'),
        content.lastOccurrence === undefined ? undefined : dateText(t, content.lastOccurrence),
      ),
      ...line(
        t('record.exposure'),
        ...conceptTexts((content.reaction ?? []).map(({ exposureRoute }) => exposureRoute)),
      ),
    ],
    notes: notesOf(content.note),
    parts: [],
  };
}

/** For a card: what it did, in one line. */
export const firstReaction = (allergy: AllergyIntolerance): Value | undefined =>
  allergy.reaction?.flatMap(({ description, manifestation }) =>
    description === undefined ? (conceptText(manifestation?.[0]) ?? []) : [{ text: description }],
  )[0];
