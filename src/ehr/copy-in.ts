/** New rows by the thousand, through COPY: for invented people and the bench. */
import { relationOfAppointment, type TreatmentRelation } from '../access';
import type { AppointmentRow, VisitOf } from '../appointments';
import { foldName, type PatientRecord } from '../people';
import { copyRows, type Transaction, uuidv7 } from '../platform/database';
import { dateIn } from '../platform/time';
import type { releaseRow } from '../results';
import type { ResourceRow } from './store';

/** Rows of which none is in the database yet. Appointments get their treatment relation here. */
export interface NewRows {
  readonly resources: readonly ResourceRow[];
  readonly releases: readonly ReturnType<typeof releaseRow>[];
  readonly appointments: readonly AppointmentRow[];
  readonly visits: readonly VisitOf[];
  readonly relations: readonly TreatmentRelation[];
}

export async function copyIn(tx: Transaction, organisation: string, rows: NewRows): Promise<void> {
  const ours = { organisation_id: organisation };
  await copyRows(tx, 'resource', rows.resources, ours, ['state']);
  await copyRows(tx, 'result_release', rows.releases, ours);
  const encounters = encountersOf(rows.visits);
  const appointments = rows.appointments.map((row) => ({
    ...row,
    cancelled_because: row.cancelled_because ?? null,
    encounters: `{${(encounters.get(row.id) ?? []).join(',')}}`,
  }));
  await copyRows(tx, 'appointment', appointments, ours);
  const relations = [...rows.appointments.flatMap(relationsOf), ...rows.relations].map(row);
  await copyRows(tx, 'treatment_relation', relations, ours);
}

const row = ({ clinic, patientId, source, sourceId, from, until }: TreatmentRelation) => ({
  id: uuidv7(),
  clinic,
  patient_id: patientId,
  source,
  source_id: sourceId,
  valid_from: from,
  valid_until: until,
});

function relationsOf({ id, patient_id, clinic, status, starts_at, ends_at }: AppointmentRow): TreatmentRelation[] {
  const called = status === 'cancelled' || status === 'entered-in-error';
  const span = called ? { from: starts_at, until: starts_at } : spanOf(starts_at, ends_at);
  return [{ patientId: patient_id, clinic, source: 'appointment', sourceId: id, ...span }];
}

const spans = new Map<string, ReturnType<typeof relationOfAppointment>>();

/** One span a day: zone arithmetic for each appointment would cost more than storing it. */
function spanOf(startsAt: Date, endsAt: Date) {
  const day = dateIn(startsAt);
  const span = spans.get(day) ?? relationOfAppointment(startsAt, endsAt);
  spans.set(day, span);
  return span;
}

function encountersOf(visits: readonly VisitOf[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { encounter, appointments } of visits)
    for (const appointment of appointments) found.set(appointment, [...(found.get(appointment) ?? []), encounter]);
  return found;
}

/** New patients, each with a new person. */
export async function copyPatients(
  tx: Transaction,
  organisation: string,
  patients: readonly PatientRecord[],
  now: Date,
): Promise<void> {
  await copyRows(
    tx,
    'person',
    patients.map(({ personId, bsn }) => ({ id: personId, bsn, created_at: now })),
    { organisation_id: organisation },
  );
  await copyRows(
    tx,
    'patient',
    patients.map((patient) => ({
      id: patient.id,
      person_id: patient.personId,
      number: patient.number,
      family_name: patient.name.family,
      family_prefix: patient.name.prefix,
      initials: patient.name.initials,
      given_name: patient.name.given,
      sex: patient.sex,
      birth_date: patient.birthDate,
      deceased_on: patient.deceasedOn,
      folded_name: foldName(patient.name.family),
      bsn_verified_at: patient.bsnVerifiedAt,
      source: patient.source,
      created_at: now,
      updated_at: now,
    })),
    { organisation_id: organisation },
  );
}
