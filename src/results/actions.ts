/** What clinicians do with results: show now, hold back, take away. They never change a value. */
import { type EmployeeViewer, type OpenRecord, takeOnce } from '../access';
import { isUuid, uuidv7 } from '../platform/database';
import { type Decision, possibleDecisions } from './decisions';
import { applyRelease, lockResults } from './ingest';
import { staffResult } from './staff-store';

export interface DecisionWish {
  readonly result: string;
  readonly decision: Decision;
  /** Obligatory for holding back and taking away. */
  readonly reason: string | null;
  /** The form's one-time id. */
  readonly submission: string;
}

/** 'unknown': no such result. 'not-now': its state changed meanwhile. Sent twice, it is carried out once. */
export type DecisionOutcome = 'done' | 'unknown' | 'not-now';

/** Writes the decision and from when the patient sees the result, in the transaction of the opened record. */
export async function decideResult(
  record: OpenRecord<'results'>,
  employee: EmployeeViewer,
  { result: id, decision, reason, submission }: DecisionWish,
): Promise<DecisionOutcome> {
  if (!isUuid(id)) return 'unknown';
  await lockResults(record.tx, record.organisation, [id]);
  const result = await staffResult(record, id);
  if (result === undefined) return 'unknown';
  if (!(await takeOnce(record.tx, record.organisation, submission, record.now))) return 'done';
  if (!possibleDecisions(result, record.at).includes(decision)) return 'not-now';
  await record.db
    .insertInto('result_decision')
    .values({
      organisation_id: record.organisation,
      id: uuidv7(),
      resource_id: id,
      patient_id: record.owner.id,
      decision,
      reason,
      employee_id: employee.employee,
      employee_name: employee.name,
      decided_at: record.at,
    })
    .execute();
  await applyRelease(record.tx, record.organisation, [id]);
  return 'done';
}
