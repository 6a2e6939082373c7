import type { Observation } from '@medplum/fhirtypes';
import { noBreak } from '../../platform/time';
import {
  absentText,
  conceptText,
  conceptTexts,
  dateTimeText,
  type Entry,
  momentText,
  numberText,
  periodText,
  referencedId,
  type Said,
  unitText,
  valueText,
} from '../../zib';
import { type Fact, type Line, line, namesIn, notesOf, type Reader, siteText, titleOf } from '../fact';

/** Parts of an observation, such as upper and lower blood pressure; a part without a value is left out. */
function componentLines({ t }: Reader, { component = [] }: Observation): Line[] {
  return component.flatMap((part) =>
    line(conceptText(part.code) ?? t('record.part'), valueText(t, part) ?? absentText(part)),
  );
}

/** A span of time, or the moment with its time of day where the source gave one. */
function whenOf({ t }: Reader, content: Observation): string | undefined {
  if (content.effectiveDateTime !== undefined) return dateTimeText(t, content.effectiveDateTime);
  return periodText(t, content.effectivePeriod) ?? momentText(t, { date: content.effectiveInstant });
}

/** Systolic and diastolic, by LOINC and SNOMED CT. */
const PRESSURE = [
  ['8480-6', '271649006'],
  ['8462-4', '271650006'],
] as const;

/** '125/75 mmHg': how everybody writes a blood pressure. Undefined for anything else, or where a half is missing. */
function pressureText({ t }: Reader, { component = [] }: Observation): Said | undefined {
  const [high, low] = PRESSURE.map((codes) =>
    component.find(({ code }) => (code?.coding ?? []).some(({ code: one }) => codes.some((known) => known === one))),
  );
  const [top, under] = [high, low].map((part) => numberText(t, part?.valueQuantity));
  const unit = unitText(high?.valueQuantity);
  if (top === undefined || under === undefined || unit !== unitText(low?.valueQuantity)) return undefined;
  return { text: [`${top}/${under}`, unit].filter(Boolean).join(noBreak) };
}

/** The value as one short text: its own, or that of a blood pressure. */
export const shortValue = (reader: Reader, content: Observation): Said | undefined =>
  valueText(reader.t, content) ?? pressureText(reader, content) ?? absentText(content);

/** What somebody saw, asked or measured. `members` are the observations that it holds. */
export function observationFact(
  reader: Reader,
  entry: Entry<'Observation'>,
  members: readonly Entry<'Observation'>[] = [],
): Fact {
  const { t, names } = reader;
  const { content } = entry;
  const here = new Set(members.map(({ id }) => id));
  // A member that this reader has no row of may still be told by the words of the reference.
  const elsewhere = (content.hasMember ?? []).filter((member) => !here.has(referencedId(member) ?? ''));
  return {
    entry,
    title: titleOf(content.code, entry, t('record.measurement')),
    value: shortValue(reader, content),
    when: whenOf(reader, content),
    tag: stateOf(reader, content),
    lines: [
      ...componentLines(reader, content),
      ...line(t('record.assessment'), ...conceptTexts(content.interpretation)),
      ...line(t('record.site'), siteText(content.bodySite)),
      ...line(t('record.method'), conceptText(content.method)),
      ...line(t('record.about'), ...namesIn(names, content.focus, content)),
      ...line(
        t('record.belongs-to-it'),
        ...namesIn(
          names,
          elsewhere.filter(({ display }) => display),
          content,
        ),
      ),
    ],
    notes: notesOf(content.note),
    parts: members.map((member) => observationFact(reader, member)),
  };
}

function stateOf({ t }: Reader, { status }: Observation): Fact['tag'] {
  if (status === 'preliminary' || status === 'registered') return { look: 'info', label: t('record.not-final') };
  return status === 'amended' || status === 'corrected' ? { look: 'neutral', label: t('record.corrected') } : undefined;
}
