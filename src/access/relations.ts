/** Treatment relations, as other rooms report them; the doors decide on them. */
import { sql } from 'kysely';
import { type Transaction, uuidv7 } from '../platform/database';
import { addYears, dateIn, startOfDay } from '../platform/time';

export interface TreatmentRelation {
  readonly patientId: string;
  readonly clinic: string;
  readonly source: 'appointment' | 'encounter' | 'referral' | 'thread' | 'task' | 'gp-registration';
  /** The row that it follows from. */
  readonly sourceId: string;
  readonly from: Date;
  /** Null: no end is known. */
  readonly until: Date | null;
}

/** ST-04: from a year before the appointment (so that it can be prepared) until a year after it. */
export function relationOfAppointment(startsAt: Date, endsAt: Date): { from: Date; until: Date } {
  return { from: startOfDay(addYears(dateIn(startsAt), -1)), until: startOfDay(addYears(dateIn(endsAt), 1)) };
}

/**
 * Adds treatment relations, or changes the ones that follow from the same row: a source has one clinic at a time, so a
 * relation that it had with another clinic ends at `now`. Scope `system`.
 */
export async function recordTreatmentRelations(
  tx: Transaction,
  organisation: string,
  relations: readonly TreatmentRelation[],
  now: Date,
): Promise<void> {
  if (relations.length === 0) return;
  const rows = relations.map((relation) => ({
    id: uuidv7(),
    clinic: relation.clinic,
    patient_id: relation.patientId,
    source: relation.source,
    source_id: relation.sourceId,
    valid_from: relation.from,
    valid_until: relation.until,
  }));
  const values = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (id uuid, clinic text, patient_id uuid,
    source text, source_id uuid, valid_from timestamptz, valid_until timestamptz)`;
  await sql`UPDATE treatment_relation r SET valid_until = ${now}::timestamptz FROM ${values}
    WHERE r.organisation_id = ${organisation} AND r.patient_id = t.patient_id AND r.source = t.source
      AND r.source_id = t.source_id AND r.clinic <> t.clinic
      AND (r.valid_until IS NULL OR r.valid_until > ${now}::timestamptz)`.execute(tx.db);
  await sql`INSERT INTO treatment_relation (organisation_id, id, clinic, patient_id, source, source_id, valid_from, valid_until)
    SELECT ${organisation}::uuid, t.* FROM ${values}
    ON CONFLICT (organisation_id, patient_id, clinic, source, source_id)
      DO UPDATE SET valid_from = excluded.valid_from, valid_until = excluded.valid_until`.execute(tx.db);
}

/** One relation; see `recordTreatmentRelations`. */
export const recordTreatmentRelation = (
  tx: Transaction,
  organisation: string,
  relation: TreatmentRelation,
  now: Date,
) => recordTreatmentRelations(tx, organisation, [relation], now);
