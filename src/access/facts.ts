/** What the doors ask the database before they decide. */
import { sql } from 'kysely';
import { fullName, type NameParts } from '../people';
import type { Transaction } from '../platform/database';
import type { GrantFacts, PatientFacts } from './decide';
import type { EmployeeViewer } from './viewer';

/** Whose record is open: for the bar on every page (HO-01). */
export interface RecordOwner extends PatientFacts {
  readonly id: string;
  readonly number: string;
  readonly name: NameParts;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
}

const columns = [
  'p.id',
  'p.number',
  'p.family_name as family',
  'p.family_prefix as prefix',
  'p.initials',
  'p.given_name as given',
  'p.sex',
  'p.birth_date as birthDate',
  'p.deceased_on as deceasedOn',
] as const;

function ownerOf({ family, prefix, initials, given, ...rest }: Omit<RecordOwner, 'name'> & NameParts): RecordOwner {
  return { ...rest, name: { family, prefix, initials, given } };
}

export interface Openable {
  readonly owner: RecordOwner;
  /** Null: the person's own registration. */
  readonly grant: GrantFacts | null;
}

export interface Openables {
  readonly records: readonly Openable[];
  /** How the person is called, for the log; null where nothing of the person is known. */
  readonly name: string | null;
}

/** The records a person has to do with: the own registration and those granted, ended or not. */
export async function openableBy(tx: Transaction, organisation: string, person: string): Promise<Openables> {
  // Only for somebody without a registration of the own: a proxy's name stands with the person.
  const name = sql<string | null>`(select n.name from person n
    where n.organisation_id = ${organisation}::uuid and n.id = ${person}::uuid)`.as('personName');
  const own = tx.db
    .selectFrom('patient as p')
    .select([...columns, sql<boolean>`p.bsn_verified_at is not null`.as('bsnVerified'), name])
    .select([
      sql<GrantFacts['basis'] | null>`null::text`.as('basis'),
      sql<string[] | null>`null::text[]`.as('rights'),
      sql<Date | null>`null::timestamptz`.as('from'),
      sql<Date | null>`null::timestamptz`.as('until'),
    ])
    .where('p.organisation_id', '=', organisation)
    .where('p.person_id', '=', person);
  const granted = tx.db
    .selectFrom('access_grant as g')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organisation_id', '=', 'g.organisation_id').onRef('p.id', '=', 'g.patient_id'),
    )
    .select([...columns, sql<boolean>`p.bsn_verified_at is not null`.as('bsnVerified'), name])
    .select([
      sql<GrantFacts['basis'] | null>`g.basis`.as('basis'),
      sql<string[] | null>`g.rights`.as('rights'),
      sql<Date | null>`g.valid_from`.as('from'),
      sql<Date | null>`g.valid_until`.as('until'),
    ])
    .where('g.organisation_id', '=', organisation)
    .where('g.person_id', '=', person)
    .where('g.ended_at', 'is', null);
  const rows = await own.unionAll(granted).execute();
  const records = rows.map(({ basis, rights, from, until, personName: _, ...owner }) => ({
    owner: ownerOf(owner),
    grant: basis === null || from === null ? null : { basis, rights: rights ?? [], from, until },
  }));
  const self = records.find(({ grant }) => grant === null);
  return { records, name: self === undefined ? (rows[0]?.personName ?? null) : fullName(self.owner.name) };
}

export interface StaffFacts {
  readonly owner: RecordOwner;
  readonly related: boolean;
  readonly emergency: boolean;
}

/** What an employee has to do with a patient; undefined when there is no such patient. `at` is care time, `now` wall time. */
export async function staffFacts(
  tx: Transaction,
  viewer: EmployeeViewer,
  patient: string,
  at: Date,
  now: Date,
): Promise<StaffFacts | undefined> {
  const row = await tx.db
    .selectFrom('patient as p')
    .select([...columns, sql<boolean>`p.bsn_verified_at is not null`.as('bsnVerified')])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('treatment_relation as t')
            .select('t.id')
            .where('t.organisation_id', '=', viewer.organisation)
            .where('t.patient_id', '=', patient)
            .where((where) => where('t.clinic', '=', where.fn.any(sql<string[]>`${[...viewer.clinics]}::text[]`)))
            .where('t.valid_from', '<=', at)
            .where((where) => where.or([where('t.valid_until', 'is', null), where('t.valid_until', '>', at)])),
        )
        .as('related'),
      eb
        .exists(
          eb
            .selectFrom('emergency_access as e')
            .select('e.id')
            .where('e.organisation_id', '=', viewer.organisation)
            .where('e.patient_id', '=', patient)
            .where('e.employee_id', '=', viewer.employee)
            .where('e.ends_at', '>', now),
        )
        .as('emergency'),
    ])
    .where('p.organisation_id', '=', viewer.organisation)
    .where('p.id', '=', patient)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { related, emergency, ...owner } = row;
  return { owner: ownerOf(owner), related: Boolean(related), emergency: Boolean(emergency) };
}
