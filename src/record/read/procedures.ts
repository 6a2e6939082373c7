import type { Procedure } from '@medplum/fhirtypes';
import { conceptText, conceptTexts, type Entry, momentText } from '../../zib';
import { type Fact, line, namesIn, notesOf, type Reader, siteText, titleOf } from '../fact';

/** Planned or under way: it still comes. */
export const isComing = ({ status }: Procedure): boolean => status === 'preparation' || status === 'in-progress';

/** Called off: it did not happen, so the history does not hold it. */
export const isCalledOff = ({ status }: Procedure): boolean => status === 'not-done';

function tagOf({ t }: Reader, { status }: Procedure): Fact['tag'] {
  if (status === 'preparation') return { look: 'info', label: t('record.procedure-planned') };
  if (status === 'in-progress') return { look: 'info', label: t('record.procedure-busy') };
  if (status === 'stopped') return { look: 'neutral', label: t('record.procedure-stopped') };
  return undefined;
}

/** zib Procedure: operations and other treatments. */
export function procedureFact(reader: Reader, entry: Entry<'Procedure'>): Fact {
  const { t, names } = reader;
  const { content } = entry;
  return {
    entry,
    title: titleOf(content.code, entry, t('record.procedure')),
    when: momentText(t, {
      date: content.performedDateTime,
      period: content.performedPeriod,
      age: content.performedAge,
      range: content.performedRange,
      words: content.performedString,
    }),
    tag: tagOf(reader, content),
    lines: [
      ...line(t('record.site'), ...(content.bodySite ?? []).map(siteText)),
      ...line(
        t('record.reason'),
        ...conceptTexts(content.reasonCode),
        ...namesIn(names, content.reasonReference, content),
      ),
      ...line(
        t('record.by-whom'),
        ...namesIn(
          names,
          content.performer?.map(({ actor }) => actor),
          content,
        ),
      ),
      ...line(t('record.where'), ...namesIn(names, [content.location], content)),
      ...line(t('record.outcome'), conceptText(content.outcome)),
      ...line(t('record.complication'), ...conceptTexts(content.complication)),
      ...line(t('record.follow-up'), ...conceptTexts(content.followUp)),
      ...line(
        t('record.used'),
        ...namesIn(
          names,
          content.focalDevice?.map(({ manipulated }) => manipulated),
          content,
        ),
      ),
    ],
    notes: notesOf(content.note),
    parts: [],
  };
}
