/** Where results wait for a clinician, those of before have been looked at: only the last days' wait. */
import { sql } from 'kysely';
import { type Pool, transaction } from '../../platform/database';
import { addEmployees, type Decided, decideAs } from '../clinicians';
import { describe } from '../describe';
import { POPULATE_SOURCE } from './lacking';
import type { PopulateOptions } from './run';

const DAY = 86_400_000;
const NEW_DAYS = 5;

interface Waiting {
  patient_id: string;
  id: string;
  known_at: Date;
}

/** Releases what waited longer than some days, each a day after it was known, as the first described clinician. */
export async function assessOlder(options: PopulateOptions, web: Pool): Promise<void> {
  const { worker, organisation, slug, careClock, stop } = options;
  const now = careClock.now();
  const { rows } = await transaction(worker, { scope: 'system', organisation }, ({ db }) =>
    sql<Waiting>`SELECT r.patient_id, r.id, l.known_at FROM result_release l
      JOIN resource r ON r.organisation_id = l.organisation_id AND r.id = l.resource_id
      WHERE l.organisation_id = ${organisation} AND l.reason = 'awaits-clinician' AND r.part_of IS NULL
        AND r.source = ${POPULATE_SOURCE} AND l.known_at < ${new Date(now.getTime() - NEW_DAYS * DAY)}::timestamptz
      ORDER BY r.patient_id`.execute(db),
  );
  if (rows.length === 0) return;
  const [employee] = [...(await addEmployees(web, { slug, organisation, description: describe(slug), now })).values()];
  if (employee === undefined) return;
  const byPatient = new Map<string, Decided[]>();
  for (const { patient_id, id, known_at } of rows) {
    const one: Decided = { id, what: 'released', at: new Date(known_at.getTime() + DAY) };
    byPatient.set(patient_id, [...(byPatient.get(patient_id) ?? []), one]);
  }
  for (const [patient, decisions] of byPatient) {
    if (stop?.aborted) return;
    await decideAs(web, { organisation, patient, employee, careTime: now }, decisions);
  }
}
