import type { DetectedIssue, FamilyMemberHistory, Flag, RiskAssessment } from '@medplum/fhirtypes';
import { dateIn } from '../../platform/time';
import { conceptText, conceptTexts, type Entry, momentText, periodText } from '../../zib';
import { type Fact, line, namesIn, notesOf, type Reader, titleOf } from '../fact';

/** The source says so, or its period ended before this day. */
export const isOver = ({ status, period }: Flag, at: Date): boolean =>
  status === 'inactive' || (period?.end !== undefined && period.end < dateIn(at));

/** What kind of alert it is; that it is an alert at all (LOINC 74018-3) says nothing new. */
const kindsOf = ({ category }: Flag) =>
  conceptTexts(category?.filter(({ coding = [] }) => coding.every(({ code }) => code !== '74018-3')));

/** zib Alert: what everybody who treats this patient must know. */
export function alertFact({ t, names, at }: Reader, entry: Entry<'Flag'>): Fact {
  const { content } = entry;
  const concern = content.extension?.find(({ url }) => url?.endsWith('/flag-detail'))?.valueReference;
  const named = namesIn(names, [concern], content);
  return {
    entry,
    title: conceptText(content.code) ?? named[0] ?? titleOf(undefined, entry, t('record.alert')),
    when: periodText(t, content.period),
    tag: isOver(content, at) ? undefined : { look: 'att', label: t('record.watch-out') },
    lines: [
      ...line(t('record.kind'), ...kindsOf(content)),
      ...line(t('record.about'), ...(content.code === undefined ? [] : named)),
    ],
    notes: [],
    parts: [],
  };
}

/** A risk that a program or person noticed. */
export function issueFact({ t, names }: Reader, entry: Entry<'DetectedIssue'>): Fact {
  const content: DetectedIssue = entry.content;
  return {
    entry,
    title: titleOf(content.code, entry, t('record.risk')),
    when: momentText(t, { date: content.identifiedDateTime, period: content.identifiedPeriod }),
    tag: undefined,
    lines: [
      ...line(t('record.about'), ...namesIn(names, content.implicated, content)),
      ...line(t('record.what-is-done'), ...conceptTexts(content.mitigation?.map(({ action }) => action))),
    ],
    notes: content.detail === undefined ? [] : [content.detail],
    parts: [],
  };
}

export function riskFact({ t }: Reader, entry: Entry<'RiskAssessment'>): Fact {
  const content: RiskAssessment = entry.content;
  return {
    entry,
    title: titleOf(content.code, entry, t('record.risk')),
    when: momentText(t, { date: content.occurrenceDateTime, period: content.occurrencePeriod }),
    tag: undefined,
    lines: [
      ...line(t('record.expected'), ...conceptTexts(content.prediction?.map(({ outcome }) => outcome))),
      ...line(t('record.chance'), ...conceptTexts(content.prediction?.map(({ qualitativeRisk }) => qualitativeRisk))),
    ],
    notes: [...notesOf(content.note), ...(content.mitigation === undefined ? [] : [content.mitigation])],
    parts: [],
  };
}

/** What runs in the family: who of the family had what. */
export function familyFact({ t }: Reader, entry: Entry<'FamilyMemberHistory'>): Fact {
  const content: FamilyMemberHistory = entry.content;
  return {
    entry,
    title: conceptText(content.relationship) ?? t('record.family-member'),
    when: undefined,
    tag: undefined,
    lines: [
      ...(content.condition ?? []).flatMap((condition) =>
        line(
          conceptText(condition.code) ?? t('record.problem'),
          momentText(t, {
            age: condition.onsetAge,
            range: condition.onsetRange,
            period: condition.onsetPeriod,
            words: condition.onsetString,
          }) ?? t('record.age-unknown'),
        ),
      ),
      ...line(t('record.died'), deathOf({ t }, content)),
    ],
    notes: notesOf(content.note),
    parts: [],
  };
}

function deathOf({ t }: Pick<Reader, 't'>, content: FamilyMemberHistory): string | undefined {
  if (content.deceasedBoolean !== undefined) return t(content.deceasedBoolean ? 'common.yes' : 'common.no');
  return momentText(t, {
    date: content.deceasedDate,
    age: content.deceasedAge,
    range: content.deceasedRange,
    words: content.deceasedString,
  });
}
