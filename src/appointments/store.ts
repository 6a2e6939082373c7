/** What pages read of appointments. Every function takes the record that the door opened. */
import { type RawBuilder, sql } from 'kysely';
import type { AppointmentTable } from '../../db/schema';
import { keptFrom, type OpenRecord } from '../access';
import { isUuid } from '../platform/database';
import type { Cursor } from './cursor';
import type { AppointmentsPolicy } from './policy';

type Status = Exclude<AppointmentTable['status'], 'entered-in-error'>;

export type Appointment = Pick<
  AppointmentTable,
  'id' | 'clinic' | 'title' | 'practitioner' | 'location' | 'place' | 'kind' | 'instructions'
> & {
  readonly status: Status;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  /** When it began before it was moved. */
  readonly movedFrom: Date | null;
  readonly cancelledBecause: string | null;
  /** The visits that it became. */
  readonly encounters: readonly string[];
  readonly keptFrom: readonly string[];
};

type AppointmentsRecord = OpenRecord<'appointments'>;

const columns = sql`a.id, a.clinic, a.title, a.practitioner, a.location, a.place, a.kind, a.status, a.instructions,
  a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.updated_at AS "updatedAt", a.version,
  a.moved_from AS "movedFrom", a.cancelled_because AS "cancelledBecause", a.encounters,
  a.kept_from AS "keptFrom"`;

/** What has been: also what is said to be done before its time. */
const over = (record: AppointmentsRecord): RawBuilder<unknown> =>
  sql`(a.ends_at <= ${record.at}::timestamptz OR a.status IN ('fulfilled', 'noshow'))`;

/**
 * What this viewer may see: of this patient, no mistakes; for the patient's side nothing that is kept apart from this
 * kind of reader, nor what the organisation does not show (AP-01); with limited access nothing that is over (IN-03).
 */
export function seenAppointments(record: AppointmentsRecord, { notShown }: AppointmentsPolicy): RawBuilder<unknown> {
  const patients = sql`a.organisation_id = ${record.organisation}::uuid AND a.patient_id = ${record.owner.id}::uuid
    AND a.status <> 'entered-in-error'`;
  if (record.kind === 'staff') return patients;
  const shown = notShown.map(
    ({ clinics, kinds }) => sql`AND NOT ((${clinics === undefined}::boolean OR a.clinic = ANY(${clinics ?? []}::text[]))
      AND (${kinds === undefined}::boolean OR a.kind = ANY(${kinds ?? []}::text[])))`,
  );
  const limited = record.kind === 'limited' ? sql`AND NOT ${over(record)}` : sql``;
  return sql`${patients} AND NOT a.kept_from && ${[...keptFrom(record.kind)]}::text[] ${limited}
    ${sql.join(shown.length === 0 ? [sql``] : shown, sql` `)}`;
}

/** Soonest first; what is called off stays in the list until its day has passed, so that nobody travels in vain. */
export async function comingAppointments(record: AppointmentsRecord, policy: AppointmentsPolicy, limit = 100) {
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${seenAppointments(record, policy)} AND NOT ${over(record)}
    ORDER BY a.starts_at, a.id LIMIT ${limit}`.execute(record.db);
  return rows;
}

export const pastOnPage = 20;

/** Latest first, one more than a page holds. Somebody with limited access sees none (IN-03). */
export async function pastAppointments(record: AppointmentsRecord, policy: AppointmentsPolicy, after?: Cursor) {
  if (record.kind === 'limited') return [];
  const further =
    after === undefined ? sql`` : sql`AND (a.starts_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${seenAppointments(record, policy)} AND ${over(record)} ${further}
    ORDER BY a.starts_at DESC, a.id DESC LIMIT ${pastOnPage + 1}`.execute(record.db);
  return rows;
}

/** Undefined for what does not exist or may not be seen. */
export async function findAppointment(record: AppointmentsRecord, policy: AppointmentsPolicy, id: string) {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<Appointment>`SELECT ${columns} FROM appointment a
    WHERE ${seenAppointments(record, policy)} AND a.id = ${id}::uuid`.execute(record.db);
  return rows[0];
}
