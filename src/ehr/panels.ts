import type { Transaction } from '../platform/database';
import { memberReferences } from './extract';
import type { StoredRow } from './rows';
import { loadParents, type ResourceRow } from './store';

/**
 * Sets `part_of` of what reports and panels hold. Of several holders one counts: a panel before a report, then the first
 * by source and id, so that the order of arrival does not matter. Only a report holds a panel: no rings.
 */
export async function linkMembers(tx: Transaction, organisation: string, rows: Map<string, StoredRow>): Promise<void> {
  const holders = [...rows.values()].filter(({ state }) => state !== 'nearby');
  for (const holder of holders) for (const id of membersOf(holder)) consider(rows.get(id), holder, rows);
  for (const member of [...rows.values()]) {
    const holder = member.part_of === null ? undefined : rows.get(member.part_of);
    if (holder !== undefined && !holds(holder, member)) await chooseAnew(tx, organisation, member, rows);
  }
}

function holds(holder: StoredRow, member: StoredRow): boolean {
  if (member.id === holder.id || member.patient_id !== holder.patient_id || member.type === 'DiagnosticReport')
    return false;
  return (
    (holder.type === 'DiagnosticReport' || membersOf(member).length === 0) && membersOf(holder).includes(member.id)
  );
}

const membersOf = (row: ResourceRow) =>
  memberReferences(row.content).flatMap((reference) => reference.split('/').at(-1) ?? []);

function consider(member: StoredRow | undefined, holder: StoredRow, rows: ReadonlyMap<string, StoredRow>): void {
  if (member === undefined || !holds(holder, member)) return;
  const present = member.part_of === null ? undefined : rows.get(member.part_of);
  if (present === undefined || rank(holder) < rank(present)) member.part_of = holder.id;
}

const rank = ({ type, source, source_id }: ResourceRow) =>
  `${type === 'Observation' ? 0 : 1} ${source} ${type} ${source_id}`;

/** What held it no longer does: whatever else holds it. */
async function chooseAnew(
  tx: Transaction,
  organisation: string,
  member: StoredRow,
  rows: Map<string, StoredRow>,
): Promise<void> {
  member.part_of = null;
  for (const found of await loadParents(tx, organisation, member.patient_id, member.id)) {
    const holder = rows.get(found.id) ?? { ...found, state: 'nearby' as const };
    if (!holds(holder, member)) continue;
    rows.set(holder.id, holder);
    consider(member, holder, rows);
  }
}
