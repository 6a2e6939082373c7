import type { Transaction } from '../platform/database';
import type { StoredRow } from './derive';
import { memberReferences } from './extract';
import { loadParents, type ResourceRow } from './store';

/**
 * Sets `part_of` of what reports and panels hold. Of several holders one counts: a panel before a report, then the first
 * by source and id, so that the order of arrival does not matter. A ring of panels holds nothing.
 */
export async function linkMembers(tx: Transaction, organisation: string, rows: Map<string, StoredRow>): Promise<void> {
  const holders = [...rows.values()].filter(({ state }) => state !== 'nearby');
  for (const holder of holders) for (const id of membersOf(holder)) consider(rows.get(id), holder, rows);
  for (const member of [...rows.values()]) {
    const holder = member.part_of === null ? undefined : rows.get(member.part_of);
    if (holder !== undefined && !membersOf(holder).includes(member.id))
      await chooseAnew(tx, organisation, member, rows);
  }
  for (const row of rows.values()) if (isInRing(row, rows)) row.part_of = null;
}

const membersOf = (row: ResourceRow) =>
  memberReferences(row.content).flatMap((reference) => reference.split('/').at(-1) ?? []);

function consider(member: StoredRow | undefined, holder: StoredRow, rows: ReadonlyMap<string, StoredRow>): void {
  if (member === undefined || member.id === holder.id || member.patient_id !== holder.patient_id) return;
  const present = member.part_of === null ? undefined : rows.get(member.part_of);
  if (present === undefined || rank(holder) < rank(present)) member.part_of = holder.id;
}

const rank = ({ type, source, source_id }: ResourceRow) =>
  `${type === 'Observation' ? 0 : 1} ${source} ${type} ${source_id}`;

/** The holder of before no longer names it: whoever else does. */
async function chooseAnew(
  tx: Transaction,
  organisation: string,
  member: StoredRow,
  rows: Map<string, StoredRow>,
): Promise<void> {
  member.part_of = null;
  for (const found of await loadParents(tx, organisation, member.patient_id, member.id)) {
    const holder = rows.get(found.id) ?? { ...found, state: 'nearby' as const };
    if (!membersOf(holder).includes(member.id)) continue;
    rows.set(holder.id, holder);
    consider(member, holder, rows);
  }
}

function isInRing(row: StoredRow, rows: ReadonlyMap<string, StoredRow>): boolean {
  const seen = new Set<string>();
  for (let at: StoredRow | undefined = row; at !== undefined && at.part_of !== null; at = rows.get(at.part_of)) {
    if (seen.has(at.id)) return seen.has(row.id) && at.id === row.id;
    seen.add(at.id);
  }
  return false;
}
