/** Emergency access (ST-04): a record without treatment relation, with a reason, for a short time, reviewed afterwards. */
import type { NameParts } from '../people';
import { isUuid, type Transaction, transaction, uuidv7 } from '../platform/database';
import { writeAudit } from './audit/event';
import { type House, type Refusal, refusal } from './house';
import { takeOnce } from './once';
import type { OpenLog, Shown } from './other-doors';
import { can } from './rights';
import type { EmployeeViewer } from './viewer';

/** A new reason is asked after this; a shift's end never leaves a door open. */
export const emergencyHours = 2;
export const reasonLength = { min: 10, max: 500 } as const;

/**
 * Opens the emergency door to one patient. Refused for roles without the right and for patients that do not exist.
 * The same `submission` (the form's one-time id) opens it once.
 */
export async function openEmergency(
  house: House,
  viewer: EmployeeViewer,
  patient: string,
  reason: string,
  submission: string = uuidv7(),
): Promise<{ until: Date } | Refusal> {
  const now = house.wallClock.now();
  const line = { type: 'emergency', action: 'E', what: 'access.emergency', purpose: 'ETREAT' } as const;
  const who = { scope: 'door' as const, organisation: viewer.organisation, employee: viewer.employee };
  const scope = isUuid(patient) ? { ...who, patient } : who;
  return transaction(house.pool, scope, async (tx) => {
    const known = isUuid(patient) ? await findPatient(tx, viewer.organisation, patient) : undefined;
    if (known === undefined || !can(viewer.roles, 'open-emergency')) {
      const because = known === undefined ? 'unknown' : 'no-right';
      await writeAudit(tx, viewer, { ...line, outcome: 'denied', patient: known?.id, detail: { because } }, now);
      return refusal(because);
    }
    const until = new Date(now.getTime() + emergencyHours * 3_600_000);
    if (!(await takeOnce(tx, viewer.organisation, submission, now))) return { until };
    await tx.db
      .insertInto('emergency_access')
      .values({
        organisation_id: viewer.organisation,
        id: uuidv7(),
        patient_id: patient,
        employee_id: viewer.employee,
        reason,
        opened_at: now,
        ends_at: until,
      })
      .execute();
    await writeAudit(tx, viewer, { ...line, basis: 'emergency', patient, detail: { reason } }, now);
    return { until };
  });
}

const findPatient = (tx: Transaction, organisation: string, patient: string) =>
  tx.db
    .selectFrom('patient')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('id', '=', patient)
    .executeTakeFirst();

export interface EmergencyRow {
  readonly id: string;
  readonly patient: string;
  readonly patientName: NameParts;
  readonly patientNumber: string;
  readonly employee: string;
  readonly employeeName: string;
  readonly jobTitle: string | null;
  readonly reason: string;
  readonly openedAt: Date;
  readonly endsAt: Date;
  readonly reviewedAt: Date | null;
  readonly outcome: 'justified' | 'not-justified' | null;
  readonly note: string | null;
}

/** The emergency accesses, those to review first, then the last hundred that were. */
export async function emergenciesToReview(log: OpenLog): Promise<Shown<readonly EmergencyRow[]>> {
  const rows = await log.db
    .selectFrom('emergency_access as e')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.patient_id'),
    )
    .innerJoin('employee as m', (join) =>
      join.onRef('m.organisation_id', '=', 'e.organisation_id').onRef('m.id', '=', 'e.employee_id'),
    )
    .select([
      'e.id',
      'e.patient_id as patient',
      'p.family_name as family',
      'p.family_prefix as prefix',
      'p.initials',
      'p.given_name as given',
      'p.number as patientNumber',
      'e.employee_id as employee',
      'm.name as employeeName',
      'm.job_title as jobTitle',
      'e.reason',
      'e.opened_at as openedAt',
      'e.ends_at as endsAt',
      'e.reviewed_at as reviewedAt',
      'e.outcome',
      'e.review_note as note',
    ])
    .where('e.organisation_id', '=', log.organisation)
    .orderBy('e.reviewed_at', (order) => order.desc().nullsFirst())
    .orderBy('e.opened_at', 'desc')
    .limit(100)
    .execute();
  const result = rows.map(({ family, prefix, initials, given, ...row }) => ({
    ...row,
    patientName: { family, prefix, initials, given },
  }));
  return { result, shown: rows.map(({ patient }) => patient) };
}

/** Records the judgement. False where it does not exist, was judged already, or is the reviewer's own. */
export async function reviewEmergency(
  log: OpenLog,
  id: string,
  outcome: 'justified' | 'not-justified',
  note: string | null,
): Promise<Shown<boolean>> {
  if (!isUuid(id)) return { result: false, shown: [] };
  const row = await log.db
    .updateTable('emergency_access')
    .set({ reviewed_at: log.now, reviewed_by: log.viewer.employee, outcome, review_note: note })
    .where('organisation_id', '=', log.organisation)
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('employee_id', '<>', log.viewer.employee)
    .returning('patient_id')
    .executeTakeFirst();
  return { result: row !== undefined, shown: row === undefined ? [] : [row.patient_id] };
}
