import { sql } from 'kysely';
import type { Sex } from '../../db/schema';
import type { Transaction } from '../platform/database';
import { foldName, type NameParts } from './names';

/** A patient as the import knows one. */
export interface PatientRecord {
  readonly id: string;
  readonly personId: string;
  readonly bsn: string | null;
  readonly number: string;
  readonly name: NameParts;
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly deceasedOn: string | null;
  readonly bsnVerifiedAt: Date | null;
  readonly source: string;
}

/** A person, and the patient that the person is here, if any. */
export interface KnownPerson {
  readonly personId: string;
  readonly bsn: string | null;
  readonly patient: PatientRecord | null;
}

interface Row {
  person_id: string;
  bsn: string | null;
  id: string | null;
  number: string;
  family_name: string;
  family_prefix: string | null;
  initials: string | null;
  given_name: string | null;
  sex: Sex;
  birth_date: string | null;
  deceased_on: string | null;
  bsn_verified_at: Date | null;
  source: string;
}

/** Everybody of an organisation with one of these BSNs, patient numbers or patient ids. System scope. */
export async function findPeople(
  tx: Transaction,
  organisation: string,
  by: {
    readonly bsns?: readonly string[];
    readonly numbers?: readonly string[];
    readonly patients?: readonly string[];
  },
): Promise<KnownPerson[]> {
  const select = sql`SELECT p.id AS person_id, p.bsn, t.id, t.number, t.family_name, t.family_prefix, t.initials,
    t.given_name, t.sex, t.birth_date, t.deceased_on, t.bsn_verified_at, t.source`;
  const { rows } = await sql<Row>`
    ${select} FROM person p LEFT JOIN patient t ON t.organisation_id = p.organisation_id AND t.person_id = p.id
      WHERE p.organisation_id = ${organisation} AND p.bsn = ANY (${by.bsns ?? []}::text[])
    UNION ${select} FROM patient t JOIN person p ON p.organisation_id = t.organisation_id AND p.id = t.person_id
      WHERE t.organisation_id = ${organisation} AND t.number = ANY (${by.numbers ?? []}::text[])
    UNION ${select} FROM patient t JOIN person p ON p.organisation_id = t.organisation_id AND p.id = t.person_id
      WHERE t.organisation_id = ${organisation} AND t.id = ANY (${by.patients ?? []}::uuid[])`.execute(tx.db);
  return rows.map((row) => ({
    personId: row.person_id,
    bsn: row.bsn,
    patient: row.id === null ? null : patientOf(row, row.id),
  }));
}

const patientOf = (row: Row, id: string): PatientRecord => ({
  id,
  personId: row.person_id,
  bsn: row.bsn,
  number: row.number,
  name: { family: row.family_name, prefix: row.family_prefix, initials: row.initials, given: row.given_name },
  sex: row.sex,
  birthDate: row.birth_date,
  deceasedOn: row.deceased_on,
  bsnVerifiedAt: row.bsn_verified_at,
  source: row.source,
});

/** Adds a person who is (perhaps) no patient here: a proxy. `name` is how the person is shown. */
export async function addPerson(
  tx: Transaction,
  organisation: string,
  person: { readonly id: string; readonly bsn: string | null; readonly name: string | null },
  now: Date,
): Promise<void> {
  await tx.db
    .insertInto('person')
    .values({ organisation_id: organisation, created_at: now, ...person })
    .execute();
}

/** Adds patients, with their persons where `newPerson`, in two statements. */
export async function addPatients(
  tx: Transaction,
  organisation: string,
  patients: readonly (PatientRecord & { readonly newPerson: boolean })[],
  now: Date,
): Promise<void> {
  const persons = patients.filter(({ newPerson }) => newPerson);
  if (persons.length > 0)
    await sql`INSERT INTO person (organisation_id, id, bsn, created_at)
      SELECT ${organisation}::uuid, p.id, p.bsn, ${now}::timestamptz
      FROM unnest(${persons.map(({ personId }) => personId)}::uuid[], ${persons.map(({ bsn }) => bsn)}::text[]) p(id, bsn)`.execute(
      tx.db,
    );
  if (patients.length > 0)
    await tx.db
      .insertInto('patient')
      .values(
        patients.map((patient) => ({
          organisation_id: organisation,
          id: patient.id,
          person_id: patient.personId,
          created_at: now,
          ...columnsOf(patient, now),
        })),
      )
      .execute();
}

/** Writes what the source now says of a patient; the BSN of a person without one is filled in. */
export async function updatePatient(
  tx: Transaction,
  organisation: string,
  patient: PatientRecord,
  now: Date,
): Promise<void> {
  if (patient.bsn !== null)
    await tx.db
      .updateTable('person')
      .set({ bsn: patient.bsn })
      .where('organisation_id', '=', organisation)
      .where('id', '=', patient.personId)
      .where('bsn', 'is', null)
      .execute();
  await tx.db
    .updateTable('patient')
    .set(columnsOf(patient, now))
    .where('organisation_id', '=', organisation)
    .where('id', '=', patient.id)
    .execute();
}

const columnsOf = (patient: PatientRecord, now: Date) => ({
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
  updated_at: now,
});
