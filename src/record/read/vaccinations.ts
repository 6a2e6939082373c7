import type { Immunization } from '@medplum/fhirtypes';
import { type CalendarDate, formatNumber } from '../../platform/time';
import { conceptText, conceptTexts, dateText, type Entry, momentText, quantityText } from '../../zib';
import { type Fact, line, namesIn, notesOf, type Reader, siteText, titleOf } from '../fact';

export const isGiven = ({ status }: Immunization): boolean => status === 'completed';

/** zib Vaccination: a vaccine that was given, or was not and why. */
export function vaccinationFact(reader: Reader, entry: Entry<'Immunization'>): Fact {
  const { t, names } = reader;
  const { content } = entry;
  const doses = (content.protocolApplied ?? []).flatMap(({ doseNumberPositiveInt }) => doseNumberPositiveInt ?? []);
  return {
    entry,
    title: titleOf(content.vaccineCode, entry, t('record.vaccination')),
    when: momentText(t, { date: content.occurrenceDateTime, words: content.occurrenceString }),
    tag: isGiven(content) ? undefined : { look: 'neutral', label: t('record.vaccination-not-given') },
    lines: [
      ...line(
        t('record.protects-against'),
        ...conceptTexts(content.protocolApplied?.flatMap(({ targetDisease = [] }) => targetDisease)),
      ),
      ...line(t('record.dose-number'), ...doses.map((dose) => formatNumber(t.language, dose))),
      ...line(t('record.dose'), quantityText(t, content.doseQuantity)),
      ...line(t('record.reason'), ...conceptTexts(content.reasonCode)),
      ...line(t('record.reason-not'), conceptText(content.statusReason)),
      ...line(
        t('record.by-whom'),
        ...namesIn(
          names,
          content.performer?.map(({ actor }) => actor),
          content,
        ),
      ),
      ...line(t('record.where'), ...namesIn(names, [content.location], content)),
      ...line(t('record.site'), siteText(content.site)),
      ...line(t('record.lot-number'), content.lotNumber === undefined ? undefined : { text: content.lotNumber }),
      ...line(t('record.heard-from'), content.primarySource === false ? conceptText(content.reportOrigin) : undefined),
    ],
    notes: notesOf(content.note),
    parts: [],
  };
}

/** Vaccinations that are advised, each its own fact. */
export function adviceFacts(reader: Reader, entry: Entry<'ImmunizationRecommendation'>): Fact[] {
  const { t } = reader;
  return (entry.content.recommendation ?? []).map((advice) => {
    const on: CalendarDate | undefined = advice.dateCriterion?.find(({ value }) => value !== undefined)?.value;
    return {
      entry,
      title: conceptText(advice.vaccineCode?.[0]) ?? conceptText(advice.targetDisease) ?? t('record.vaccination'),
      when: on === undefined ? undefined : t('record.advised-on', { date: dateText(t, on) }),
      tag: undefined,
      lines: [
        ...line(t('record.protects-against'), conceptText(advice.targetDisease)),
        ...line(t('record.reason'), ...conceptTexts(advice.forecastReason)),
      ],
      notes: advice.description === undefined ? [] : [advice.description],
      parts: [],
    };
  });
}
