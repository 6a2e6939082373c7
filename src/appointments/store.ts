/** What the patient's side reads of appointments. Every function takes the record that the door opened. */
import { sql } from 'kysely';
import type { AppointmentTable } from '../../db/schema';
import type { OpenRecord } from '../access';

export type Appointment = Pick<
  AppointmentTable,
  'id' | 'clinic' | 'title' | 'practitioner' | 'location' | 'place' | 'kind' | 'status' | 'instructions'
> & { readonly startsAt: Date; readonly endsAt: Date };

type AppointmentsRecord = OpenRecord<'appointments'>;

const columns = sql`a.id, a.clinic, a.title, a.practitioner, a.location, a.place, a.kind, a.status, a.instructions,
  a.starts_at AS "startsAt", a.ends_at AS "endsAt"`;

const own = (record: AppointmentsRecord) =>
  sql`a.organisation_id = ${record.organisation}::uuid AND a.patient_id = ${record.owner.id}::uuid`;

/** Soonest first; what is called off stays in the list until its day has passed, so that nobody travels in vain. */
export async function comingAppointments(record: AppointmentsRecord, limit = 50): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${own(record)} AND a.ends_at > ${record.at}::timestamptz
    ORDER BY a.starts_at, a.id LIMIT ${limit}`.execute(record.db);
  return rows;
}

/** For the overview: the next one that takes place, and how many follow. One query. */
export async function nextAppointment(record: AppointmentsRecord): Promise<Appointment | undefined> {
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${own(record)} AND a.ends_at > ${record.at}::timestamptz AND a.status IN ('booked', 'pending', 'arrived')
    ORDER BY a.starts_at, a.id LIMIT 1`.execute(record.db);
  return rows[0];
}

export const pastOnPage = 20;

/** Latest first. Somebody with limited access sees none (IN-03). */
export async function pastAppointments(record: AppointmentsRecord, before: Date): Promise<Appointment[]> {
  if (record.kind === 'limited') return [];
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${own(record)} AND a.ends_at <= ${record.at}::timestamptz AND a.starts_at < ${before}::timestamptz
    ORDER BY a.starts_at DESC, a.id LIMIT ${pastOnPage + 1}`.execute(record.db);
  return rows;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined for what does not exist or may not be seen. */
export async function findAppointment(record: AppointmentsRecord, id: string): Promise<Appointment | undefined> {
  if (!uuid.test(id)) return undefined;
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${own(record)} AND a.id = ${id}::uuid`.execute(record.db);
  return rows[0];
}
