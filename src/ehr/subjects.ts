import { findPeople, type PatientRecord } from '../people';
import type { Transaction } from '../platform/database';
import { mayBe } from './named';
import type { BatchOptions } from './options';
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

/** To whom resources belong that name a patient whom the source does not describe (`--patient`). */
export interface Adopted {
  readonly patient: PatientRecord;
  /** Patients of the source that were refused: theirs is not taken either. */
  readonly refused: ReadonlySet<SourceKey>;
}

/** The patient of `--patient` where the organisation knows them, with whom the run refused until now. */
export async function adoption(
  tx: Transaction,
  { named, organisation, refusedPatients }: BatchOptions,
): Promise<Adopted | undefined> {
  if (named === undefined) return undefined;
  const found = await findPeople(tx, organisation, {
    bsns: named.bsn === null ? [] : [named.bsn],
    numbers: named.number === null ? [] : [named.number],
  });
  const patient = found[0]?.patient ?? undefined;
  return patient && { patient, refused: refusedPatients ?? new Set() };
}

/** Which BSN is whose, of what a batch names. */
export interface Numbered {
  readonly patientOf: ReadonlyMap<string, string>;
  readonly bsnOf: ReadonlyMap<string, string>;
}

/** The patients that the resources of a batch name by BSN, and the BSNs of those whom they name with one beside it. */
export async function patientsByBsn(
  tx: Transaction,
  organisation: string,
  works: readonly Work[],
  known: ReadonlyMap<SourceKey, Known>,
): Promise<Numbered> {
  const subjects = works.flatMap(({ resource }) => subjectOf(resource) ?? []).filter(({ bsn }) => bsn !== undefined);
  if (subjects.length === 0) return { patientOf: new Map(), bsnOf: new Map() };
  const people = await findPeople(tx, organisation, {
    bsns: subjects.flatMap(({ bsn }) => bsn ?? []),
    patients: subjects.flatMap(({ target }) => known.get(targetOf(target) ?? '')?.patientId ?? []),
  });
  const pairs = people.flatMap(({ bsn, patient }) => (bsn && patient ? [{ bsn, id: patient.id }] : []));
  return {
    patientOf: new Map(pairs.map(({ bsn, id }) => [bsn, id])),
    bsnOf: new Map(pairs.map(({ bsn, id }) => [id, bsn])),
  };
}

/**
 * Whose a resource is. It waits where its patient is not known (yet); it is refused where it names two patients, or
 * another one than before: nothing ever moves from one record to another by a message.
 */
export function ownerOf(
  work: Work,
  known: ReadonlyMap<SourceKey, Known>,
  numbered: Numbered,
  adopted?: Adopted,
): Ownership {
  const before = known.get(work.key)?.patientId ?? undefined;
  const subject = subjectOf(work.resource);
  const target = targetOf(subject?.target);
  const named = target?.startsWith('Patient/') ? target : undefined;
  const stranger = named !== undefined && known.get(named) === undefined && !adopted?.refused.has(named);
  if (stranger && adopted !== undefined && !mayBe(subject?.display, adopted.patient))
    return { refused: 'named-patient-differs' };
  const nobody = subject === undefined && work.place !== 'appointment';
  const theirs = stranger || nobody ? adopted?.patient.id : undefined;
  const byReference = named === undefined ? theirs : (known.get(named)?.patientId ?? theirs);
  const byNumber = subject?.bsn === undefined ? undefined : numbered.patientOf.get(subject.bsn);
  const itsBsn = byReference === undefined ? undefined : numbered.bsnOf.get(byReference);
  if (byReference !== undefined && byNumber !== undefined && byReference !== byNumber)
    return { refused: 'patient-changed' };
  if (itsBsn !== undefined && subject?.bsn !== undefined && itsBsn !== subject.bsn)
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
