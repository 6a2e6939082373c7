import type { Condition } from '@medplum/fhirtypes';
import { conceptText, conceptTexts, type Entry, momentText } from '../../zib';
import { type Fact, line, namesIn, notesOf, type Reader, siteText, titleOf } from '../fact';

const codesOf = (concepts: Condition['category']): string[] =>
  (concepts ?? []).flatMap(({ coding = [] }) => coding.flatMap(({ code }) => code ?? []));

/** zib LegalSituation: legal status, and who represents the patient. No complaint, no diagnosis. */
const LEGAL = new Set(['303186005', '151701000146105']);

export const isLegal = ({ category }: Condition): boolean => codesOf(category).some((code) => LEGAL.has(code));

const statusOf = ({ clinicalStatus }: Condition) => clinicalStatus?.coding?.[0]?.code;
const certaintyOf = ({ verificationStatus }: Condition) =>
  (verificationStatus?.coding ?? []).flatMap(({ code }) => code ?? []);

/** Looked into and found not to be there (HL7 and SNOMED CT code): not shown as a fact. */
export const isRefuted = (condition: Condition): boolean =>
  certaintyOf(condition).some((code) => code === 'refuted' || code === '410516002');

const OVER = new Set(['inactive', 'remission', 'resolved']);

/** Over: the source says so, or gives the day on which it ended. */
export const isPast = (condition: Condition): boolean =>
  OVER.has(statusOf(condition) ?? '') ||
  condition.abatementDateTime !== undefined ||
  condition.abatementPeriod !== undefined ||
  condition.abatementAge !== undefined ||
  condition.abatementString !== undefined;

function tagOf({ t }: Reader, condition: Condition): Fact['tag'] {
  const certainty = certaintyOf(condition);
  if (certainty.some((code) => ['provisional', 'differential', 'unconfirmed'].includes(code)))
    return { look: 'att', label: t('record.not-sure') };
  const status = statusOf(condition);
  if (status === 'recurrence' || status === 'relapse') return { look: 'info', label: t('record.back-again') };
  if (status === 'remission') return { look: 'neutral', label: t('record.remission') };
  return undefined;
}

function whenOf({ t }: Reader, condition: Condition): string | undefined {
  const start = momentText(t, {
    date: condition.onsetDateTime,
    period: condition.onsetPeriod,
    age: condition.onsetAge,
    range: condition.onsetRange,
    words: condition.onsetString,
  });
  const end = momentText(t, {
    date: condition.abatementDateTime,
    period: condition.abatementPeriod,
    age: condition.abatementAge,
    range: condition.abatementRange,
    words: condition.abatementString,
  });
  if (start !== undefined && end !== undefined) return t('record.began-ended', { start, end });
  if (end !== undefined) return t('record.ended', { end });
  if (start === undefined) return undefined;
  return condition.onsetDateTime === undefined ? t('record.began', { start }) : t('record.since', { start });
}

const SPECIFICATION = 'http://nictiz.nl/fhir/StructureDefinition/ext-Problem.FurtherSpecificationProblemName';

/** zib Problem; also legal status. */
export function conditionFact(reader: Reader, entry: Entry<'Condition'>): Fact {
  const { t, names } = reader;
  const { content } = entry;
  const further = content.code?.extension?.find(({ url }) => url === SPECIFICATION)?.valueString;
  return {
    entry,
    title: titleOf(content.code, entry, t('record.problem')),
    when: whenOf(reader, content),
    tag: tagOf(reader, content),
    lines: [
      ...line(t('record.further'), further === undefined ? undefined : { text: further }),
      ...line(t('record.site'), ...(content.bodySite ?? []).map(siteText)),
      ...line(t('record.severity'), conceptText(content.severity)),
      ...line(t('record.stage'), ...conceptTexts(content.stage?.map(({ summary }) => summary))),
      ...line(
        t('record.because-of'),
        ...namesIn(
          names,
          content.extension?.filter(({ url }) => url?.endsWith('/condition-dueTo')).map((e) => e.valueReference),
          content,
        ),
      ),
    ],
    notes: notesOf(content.note),
    parts: [],
  };
}
