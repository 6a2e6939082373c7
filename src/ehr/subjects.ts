import { findPeople } from '../people';
import type { Transaction } from '../platform/database';
import { subjectOf } from './patient';
import type { Work } from './prepare';
import type { QuarantineReason, Reason } from './reasons';
import { type SourceKey, sourceKey, targetOf } from './references';
import type { Known } from './store';

/** Whose a resource is. */
export type Ownership =
  | { readonly patientId: string }
  | { readonly refused: Reason }
  | { readonly waits: QuarantineReason; readonly for: SourceKey | null };

/** The patients by BSN that the resources of a batch name by a logical reference. */
export async function patientsByBsn(
  tx: Transaction,
  organisation: string,
  works: readonly Work[],
): Promise<Map<string, string>> {
  const bsns = works.flatMap(({ resource }) => subjectOf(resource)?.bsn ?? []);
  if (bsns.length === 0) return new Map();
  const people = await findPeople(tx, organisation, { bsns });
  return new Map(people.flatMap(({ bsn, patient }): [string, string][] => (bsn && patient ? [[bsn, patient.id]] : [])));
}

/**
 * Whose a resource is. It waits where its patient is not known (yet); it is refused where it names two patients, or
 * another one than before: nothing ever moves from one record to another by a message.
 */
export function ownerOf(
  work: Work,
  known: ReadonlyMap<SourceKey, Known>,
  byBsn: ReadonlyMap<string, string>,
): Ownership {
  const before = known.get(work.key)?.patientId ?? undefined;
  const subject = subjectOf(work.resource);
  const target = targetOf(subject?.target);
  const named = target?.startsWith('Patient/') ? target : undefined;
  const byReference = named === undefined ? undefined : (known.get(named)?.patientId ?? undefined);
  const byNumber = subject?.bsn === undefined ? undefined : byBsn.get(subject.bsn);
  if (byReference !== undefined && byNumber !== undefined && byReference !== byNumber)
    return { refused: 'patient-changed' };
  const patientId = byReference ?? byNumber;
  if (before !== undefined && before !== patientId) return { refused: 'patient-changed' };
  if (patientId !== undefined) return { patientId };
  if (named !== undefined) return { waits: 'patient-unknown', for: named };
  if (subject?.bsn !== undefined) return { waits: 'patient-unknown', for: bsnKey(subject.bsn) };
  return { waits: 'names-no-patient', for: null };
}

/** How a patient is named in the quarantine who is known by BSN alone. */
export const bsnKey = (bsn: string): SourceKey => sourceKey('bsn', bsn);
