/** What clinicians of the demo did: written as they would, through the web login's scope of a record. */
import { type Pool, transaction, uuidv7 } from '../platform/database';
import { applyRelease } from '../results';
import type { Description } from './describe';

export interface Clinician {
  readonly id: string;
  readonly name: string;
}

/** The described employees, added where they are not there yet, by the name of the description. */
export async function addEmployees(
  web: Pool,
  about: { slug: string; organisation: string; description: Pick<Description, 'employees'>; now: Date },
): Promise<Map<string, Clinician>> {
  const { slug, organisation, description, now } = about;
  const found = new Map<string, Clinician>();
  for (const [id, { name, work }] of Object.entries(description.employees)) {
    const row = {
      organisation_id: organisation,
      id: uuidv7(),
      subject: `${slug}-${id}`,
      name,
      job_title: work,
      created_at: now,
      updated_at: now,
    };
    const added = await transaction(web, { scope: 'sign-in', organisation }, (tx) =>
      tx.db
        .insertInto('employee')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'subject']).doUpdateSet({ name, updated_at: now }),
        )
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    found.set(id, { id: added.id, name });
  }
  return found;
}

export interface Decided {
  /** The result. */
  readonly id: string;
  readonly what: 'released' | 'held' | 'withdrawn';
  readonly at: Date;
  readonly reason?: string;
}

/** Writes decisions about results of one patient, and what follows from them. */
export async function decideAs(
  web: Pool,
  about: { organisation: string; patient: string; employee: Clinician; careTime: Date },
  decisions: readonly Decided[],
): Promise<void> {
  const { organisation, patient, employee, careTime } = about;
  await transaction(
    web,
    {
      scope: 'record',
      organisation,
      patient,
      employee: employee.id,
      rights: ['results'],
      viewer: 'staff',
      kept: [],
      careTime,
    },
    async (tx) => {
      const rows = decisions.map(({ id, what, at, reason = null }) => ({
        organisation_id: organisation,
        id: uuidv7(),
        resource_id: id,
        patient_id: patient,
        decision: what,
        reason,
        employee_id: employee.id,
        employee_name: employee.name,
        decided_at: at,
      }));
      await tx.db.insertInto('result_decision').values(rows).execute();
      const ids = decisions.map(({ id }) => id);
      await applyRelease(tx, organisation, ids);
    },
  );
}
