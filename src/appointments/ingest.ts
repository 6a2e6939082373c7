/** Appointments as the organisation's own system has them: one row each, and the treatment relation that follows. */
import { sql } from 'kysely';
import type { AppointmentTable } from '../../db/schema';
import { recordTreatmentRelations, relationOfAppointment } from '../access';
import type { Transaction } from '../platform/database';

/** What a source says of an appointment; the rest follows from what it said before, and from visits. */
export type AppointmentRow = Omit<
  AppointmentTable,
  'organisation_id' | 'kept_from' | 'version' | 'moved_from' | 'encounters' | 'cancelled_because'
> & { readonly cancelled_because?: string | null };

const STATUSES: Record<string, AppointmentRow['status']> = {
  proposed: 'proposed',
  pending: 'pending',
  waitlist: 'proposed',
  booked: 'booked',
  arrived: 'arrived',
  'checked-in': 'arrived',
  fulfilled: 'fulfilled',
  cancelled: 'cancelled',
  'entered-in-error': 'entered-in-error',
  noshow: 'noshow',
};

/** Our status for one of FHIR's. */
export const appointmentStatus = (status: string): AppointmentRow['status'] => STATUSES[status] ?? 'booked';

/** Those that give the clinic a reason to open the record: not what was called off or entered in error. */
const counts = ({ status }: AppointmentRow) => status !== 'cancelled' && status !== 'entered-in-error';

/**
 * Adds or replaces appointments and their treatment relations. Another beginning than before means that it was moved.
 * `now` is care time; scope `system`.
 */
export async function saveAppointments(
  tx: Transaction,
  organisation: string,
  rows: readonly AppointmentRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`INSERT INTO appointment AS a (organisation_id, id, patient_id, source, source_id, hash, clinic, title,
      practitioner, location, place, kind, status, starts_at, ends_at, instructions, cancelled_because, updated_at)
    SELECT ${organisation}::uuid, t.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (id uuid,
      patient_id uuid, source text, source_id text, hash text, clinic text, title text, practitioner text, location text,
      place text, kind text, status text, starts_at timestamptz, ends_at timestamptz, instructions text,
      cancelled_because text, updated_at timestamptz)
    ON CONFLICT (organisation_id, id) DO UPDATE SET hash = excluded.hash, clinic = excluded.clinic,
      title = excluded.title, practitioner = excluded.practitioner, location = excluded.location, place = excluded.place,
      kind = excluded.kind, status = excluded.status, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      instructions = excluded.instructions, cancelled_because = excluded.cancelled_because,
      updated_at = excluded.updated_at, version = a.version + (a.hash <> excluded.hash)::int,
      moved_from = CASE WHEN a.starts_at <> excluded.starts_at THEN a.starts_at ELSE a.moved_from END`.execute(tx.db);
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

/** A visit, and the appointments that it says it comes from; none for one that was entered in error. */
export interface VisitOf {
  readonly encounter: string;
  readonly patient: string;
  readonly appointments: readonly string[];
}

/**
 * Writes beside appointments what became of them (AP-10), and takes away what these visits no longer say. An appointment
 * of another patient is never touched. Scope `system`.
 */
export async function linkVisits(tx: Transaction, organisation: string, visits: readonly VisitOf[]): Promise<void> {
  if (visits.length === 0) return;
  const touched = visits.map(({ encounter }) => encounter);
  const links = visits.flatMap(({ encounter, patient, appointments }) =>
    appointments.map((appointment) => ({ encounter, patient, appointment })),
  );
  await sql`WITH link AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      AS t (encounter uuid, patient uuid, appointment uuid))
    UPDATE appointment a SET encounters = ARRAY(
      SELECT unnest(a.encounters) EXCEPT SELECT unnest(${touched}::uuid[])
      UNION SELECT l.encounter FROM link l WHERE l.appointment = a.id AND l.patient = a.patient_id ORDER BY 1)
    WHERE a.organisation_id = ${organisation}::uuid
      AND a.patient_id = ANY(${[...new Set(visits.map(({ patient }) => patient))]}::uuid[])
      AND (a.encounters && ${touched}::uuid[] OR a.id IN (SELECT appointment FROM link))`.execute(tx.db);
}
