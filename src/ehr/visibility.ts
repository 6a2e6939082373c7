import { recordStart } from '../organisations';
import { policyAt } from '../results';
import { wentOnAt } from './lasting';
import type { ImportPolicy } from './policy';
import { placeOf } from './rooms';
import type { ResourceRow } from './store';

/** About the person, not about what happened: no record start applies. */
const TIMELESS = new Set(['personal', 'appointments']);

/**
 * From when the patient's side sees what is no result: from when it was received; never what was entered in error, and
 * nothing from before the organisation's record began (DO-10); what lasted until then belongs to it. Appointments have a
 * table of their own: their resource is kept for the record only.
 */
export function plainVisibility(row: ResourceRow, policy: ImportPolicy): Date | null {
  if (row.status === 'entered-in-error' || row.room === 'appointments') return null;
  const start = recordStart(policyAt(policy.timeline, row.received_at).record, row.location ?? undefined);
  const before =
    start !== undefined && row.effective_on !== null && row.effective_on < start && !wentOnAt(row.content, start);
  return before && !TIMELESS.has(row.room) ? null : row.received_at;
}

/** What a report or panel of results holds is a result too, whatever it says of itself. */
export function roomWith(row: ResourceRow, holder: ResourceRow | undefined): string {
  if (holder?.room === 'results') return 'results';
  const place = placeOf(row.content);
  if (place === undefined || place === 'directory') return row.room;
  if (place === 'appointment') return 'appointments';
  return place === 'patient' ? 'personal' : place;
}
