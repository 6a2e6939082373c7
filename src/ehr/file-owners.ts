import type { Transaction } from '../platform/database';
import type { BatchOptions } from './options';
import type { Work } from './prepare';
import { type SourceKey, splitKey } from './references';
import { type Known, patientsAwaiting } from './store';
import type { Ownership } from './subjects';

export const isFile = (key: SourceKey): boolean => splitKey(key).type === 'Binary';

/**
 * Whose files are: a Binary rarely says so itself, but the document that names it does. Of documents of several patients
 * none counts: it waits. `documents` are those of this batch.
 */
export async function fileOwners(
  tx: Transaction,
  files: readonly Work[],
  documents: readonly Work[],
  known: ReadonlyMap<SourceKey, Known>,
  { organisation, source }: BatchOptions,
): Promise<(file: Work) => Ownership> {
  const found = new Map<SourceKey, Set<string>>();
  const add = (file: SourceKey, patient: string) => found.set(file, new Set([...(found.get(file) ?? []), patient]));
  for (const { target, patientId } of await patientsAwaiting(
    tx,
    organisation,
    source,
    files.map(({ key }) => key),
  ))
    add(target, patientId);
  for (const { key, targets } of documents) {
    const patient = known.get(key)?.patientId;
    if (patient) for (const target of targets) if (isFile(target)) add(target, patient);
  }
  return ({ key }) => {
    const patients = [...(found.get(key) ?? [])];
    const before = known.get(key)?.patientId ?? undefined;
    const patientId = before ?? (patients.length === 1 ? patients[0] : undefined);
    return patientId === undefined ? { waits: 'no-document-names-it', for: key } : { patientId };
  };
}
