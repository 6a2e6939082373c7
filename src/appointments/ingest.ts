/** Appointments as the organisation's own system has them: one row each, and the treatment relation that follows. */
import { sql } from 'kysely';
import type { AppointmentTable } from '../../db/schema';
import { recordTreatmentRelations, relationOfAppointment } from '../access';
import type { Transaction } from '../platform/database';

export type AppointmentRow = Omit<AppointmentTable, 'organisation_id' | 'kept_from'>;

const STATUSES: Record<string, AppointmentRow['status']> = {
  proposed: 'proposed',
  pending: 'pending',
  waitlist: 'proposed',
  booked: 'booked',
  arrived: 'arrived',
  'checked-in': 'arrived',
  fulfilled: 'fulfilled',
  cancelled: 'cancelled',
  'entered-in-error': 'cancelled',
  noshow: 'noshow',
};

/** Our status for one of FHIR's. */
export const appointmentStatus = (status: string): AppointmentRow['status'] => STATUSES[status] ?? 'booked';

/** Those that give the clinic a reason to open the record: not what was called off or entered in error. */
const counts = ({ status }: AppointmentRow) => status !== 'cancelled';

/** Adds or replaces appointments and their treatment relations. `now` is care time; scope `system`. */
export async function saveAppointments(
  tx: Transaction,
  organisation: string,
  rows: readonly AppointmentRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`INSERT INTO appointment (organisation_id, id, patient_id, source, source_id, hash, clinic, title, practitioner,
      location, place, kind, status, starts_at, ends_at, instructions, updated_at)
    SELECT ${organisation}::uuid, t.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (id uuid,
      patient_id uuid, source text, source_id text, hash text, clinic text, title text, practitioner text, location text,
      place text, kind text, status text, starts_at timestamptz, ends_at timestamptz, instructions text,
      updated_at timestamptz)
    ON CONFLICT (organisation_id, id) DO UPDATE SET hash = excluded.hash, clinic = excluded.clinic,
      title = excluded.title, practitioner = excluded.practitioner, location = excluded.location, place = excluded.place,
      kind = excluded.kind, status = excluded.status, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      instructions = excluded.instructions, updated_at = excluded.updated_at`.execute(tx.db);
  const relations = rows.map((row) => ({
    patientId: row.patient_id,
    clinic: row.clinic,
    source: 'appointment' as const,
    sourceId: row.id,
    ...(counts(row)
      ? relationOfAppointment(row.starts_at, row.ends_at)
      : { from: row.starts_at, until: row.starts_at }),
  }));
  await recordTreatmentRelations(tx, organisation, relations, now);
}
