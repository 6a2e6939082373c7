import type { Encounter } from '@medplum/fhirtypes';
import { codingText, conceptTexts, type Entry, periodText } from '../../zib';
import { type Fact, line, namesIn, type Reader, type Value } from '../fact';

export type EncounterKind = 'admission' | 'emergency' | 'phone' | 'home' | 'visit';

const KINDS: Readonly<Record<string, EncounterKind>> = {
  IMP: 'admission',
  ACUTE: 'admission',
  NONAC: 'admission',
  SS: 'admission',
  OBSENC: 'admission',
  EMER: 'emergency',
  VR: 'phone',
  HH: 'home',
};

/** By its class (v3-ActCode); what is not named there is a visit. */
export const kindOfEncounter = (encounter: Encounter): EncounterKind => KINDS[encounter.class?.code ?? ''] ?? 'visit';

/** It took place or is taking place: what is planned stands with the appointments. */
export const tookPlace = ({ status }: Encounter): boolean =>
  ['arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'unknown'].includes(status ?? '');

/** Its own name, else what kind it was in our words: a class is a code of HL7 that says little to a reader. */
const titleOf = ({ t }: Reader, { content }: Entry<'Encounter'>): Value =>
  conceptTexts(content.type)[0] ??
  conceptTexts(content.serviceType === undefined ? [] : [content.serviceType])[0] ??
  (KINDS[content.class?.code ?? ''] === undefined && content.class?.code !== 'AMB'
    ? codingText(content.class)
    : undefined) ??
  t(`record.encounter-${kindOfEncounter(content)}`);

/** zib Encounter: an admission, or a visit to a clinic. */
export function encounterFact(reader: Reader, entry: Entry<'Encounter'>): Fact {
  const { t, names } = reader;
  const { content } = entry;
  const here = content.status === 'in-progress' || content.status === 'arrived';
  return {
    entry,
    title: titleOf(reader, entry),
    when: periodText(t, content.period),
    tag: here && content.period?.end === undefined ? { look: 'info', label: t('record.encounter-now') } : undefined,
    lines: [
      ...line(
        t('record.reason'),
        ...conceptTexts(content.reasonCode),
        ...namesIn(names, content.reasonReference, content),
      ),
      ...line(
        t('record.by-whom'),
        ...namesIn(
          names,
          content.participant?.map(({ individual }) => individual),
          content,
        ),
      ),
      ...line(
        t('record.where'),
        ...namesIn(
          names,
          [...(content.location ?? []).map(({ location }) => location), content.serviceProvider],
          content,
        ),
      ),
      ...line(t('record.came-from'), ...conceptTexts([content.hospitalization?.admitSource ?? {}])),
      ...line(t('record.went-to'), ...conceptTexts([content.hospitalization?.dischargeDisposition ?? {}])),
    ],
    notes: [],
    parts: [],
  };
}
