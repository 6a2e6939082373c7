import type { Coverage, Patient, RelatedPerson } from '@medplum/fhirtypes';
import type { OpenRecord } from '../access';
import { type Names, namesOf, resourcesOf } from '../zib';

export interface PersonalData {
  /** What came last; undefined where no source sent it. */
  readonly patient: Patient | undefined;
  readonly related: readonly RelatedPerson[];
  readonly coverages: readonly Coverage[];
  readonly names: Names;
  readonly receivedAt: Date | undefined;
}

/** The patient's own resource and what stands beside it. Two queries. */
export async function personalData(record: OpenRecord<'personal'>): Promise<PersonalData> {
  const entries = await resourcesOf(record, 'personal', ['Patient', 'RelatedPerson', 'Coverage']);
  const newest = entries
    .filter((entry) => entry.type === 'Patient')
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())[0];
  const related = entries.flatMap(({ content }) => (content.resourceType === 'RelatedPerson' ? [content] : []));
  const coverages = entries.flatMap(({ content }) => (content.resourceType === 'Coverage' ? [content] : []));
  const patient = newest?.content;
  const names = await namesOf(record, [
    patient?.generalPractitioner,
    patient?.extension,
    coverages.map(({ payor }) => payor),
  ]);
  return { patient, related, coverages, names, receivedAt: newest?.receivedAt };
}
