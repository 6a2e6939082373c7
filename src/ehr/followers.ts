import { recordTreatmentRelations, type TreatmentRelation } from '../access';
import { linkVisits, saveAppointments, type VisitOf } from '../appointments';
import type { Transaction } from '../platform/database';
import { addYears, dateIn, startOfDay } from '../platform/time';
import { appointmentRow } from './appointment';
import { parseMoment } from './extract';
import { objectsOf, textAt, textOf } from './json';
import type { BatchOptions } from './options';
import { clinicOf, type Names, placeReferences } from './places';
import { ownId, type StoredRow } from './rows';

/** What stands in tables of other rooms: appointments, and the treatment relations that follow from resources. */
export async function saveFollowers(
  tx: Transaction,
  rows: readonly StoredRow[],
  names: Names,
  options: BatchOptions,
  now: Date,
): Promise<void> {
  const { appointments, visits, relations } = followersOf(rows, names, options);
  await saveAppointments(tx, options.organisation, appointments, now);
  await linkVisits(tx, options.organisation, visits);
  await recordTreatmentRelations(tx, options.organisation, relations, now);
}

/** The same, not written yet. Of appointments the treatment relation is not among them: it follows from the row. */
export function followersOf(rows: readonly StoredRow[], names: Names, options: BatchOptions) {
  const { about } = options.policy;
  return {
    appointments: rows.filter(({ type }) => type === 'Appointment').map((row) => appointmentRow(row, about, names)),
    visits: rows.filter(({ type }) => type === 'Encounter').map(visitOf),
    relations: rows.flatMap((row): TreatmentRelation[] => {
      if (row.type === 'Encounter') return [relationOfEncounter(row, options, names)];
      return row.type === 'Patient' && about.kind === 'gp-practice' ? registrations(row, options) : [];
    }),
  };
}

/** The appointments that a visit says it comes from. */
const visitOf = ({ id, patient_id, status, content }: StoredRow): VisitOf => ({
  encounter: id,
  patient: patient_id,
  appointments:
    status === 'entered-in-error'
      ? []
      : objectsOf(content.appointment).flatMap(({ reference }) => ownId(textOf(reference), 'Appointment') ?? []),
});

/** While it lasts, and until a year after its end, as for an appointment. One that never was gives none. */
function relationOfEncounter(row: StoredRow, { policy }: BatchOptions, names: Names): TreatmentRelation {
  const from = row.effective_at ?? row.received_at;
  const end = parseMoment(textAt(row.content, 'period', 'end'))?.at;
  const never = row.status === 'cancelled' || row.status === 'entered-in-error';
  return {
    patientId: row.patient_id,
    clinic: clinicOf(row.content, placeReferences(row.content), policy.about, names),
    source: 'encounter',
    sourceId: row.id,
    from,
    until: never ? from : end === undefined ? null : startOfDay(addYears(dateIn(end), 1)),
  };
}

/** At a GP practice whoever is registered is under treatment. */
const registrations = (row: StoredRow, { policy }: BatchOptions): TreatmentRelation[] =>
  policy.about.clinics.map(({ slug }) => ({
    patientId: row.patient_id,
    clinic: slug,
    source: 'gp-registration',
    sourceId: row.patient_id,
    from: row.received_at,
    until: null,
  }));
