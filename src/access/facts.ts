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

type OpenableRow = NameParts &
  Omit<RecordOwner, 'name'> & {
    personName: string | null;
    basis: GrantFacts['basis'] | null;
    rights: string[] | null;
    from: Date | null;
    until: Date | null;
  };

const ownerColumns = `p.id, p.number, p.family_name AS family, p.family_prefix AS prefix, p.initials,
  p.given_name AS given, p.sex, p.birth_date AS "birthDate", p.deceased_on AS "deceasedOn",
  p.bsn_verified_at IS NOT NULL AS "bsnVerified"`;

// The name: only for somebody without a registration of the own; a proxy's name stands with the person.
const openable = `
  SELECT ${ownerColumns}, NULL::text AS "personName", NULL::text AS basis, NULL::text[] AS rights,
    NULL::timestamptz AS "from", NULL::timestamptz AS until
  FROM patient p WHERE p.organisation_id = $1::uuid AND p.person_id = $2::uuid
  UNION ALL
  SELECT ${ownerColumns}, (SELECT n.name FROM person n WHERE n.organisation_id = $1::uuid AND n.id = $2::uuid),
    g.basis, g.rights, g.valid_from, g.valid_until
  FROM access_grant g JOIN patient p ON p.organisation_id = g.organisation_id AND p.id = g.patient_id
  WHERE g.organisation_id = $1::uuid AND g.person_id = $2::uuid AND g.ended_at IS NULL`;

/**
 * The records a person has to do with: the own registration and those granted, ended or not. Every page of the patient's
 * side asks this, so it is written out: building it anew cost more than the database takes for it.
 */
export async function openableBy(tx: Transaction, organisation: string, person: string): Promise<Openables> {
  const rows = await tx.send<OpenableRow>(openable, [organisation, person]);
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
            .where('e.ends_at', '>', now)
            .where((where) => where.or([where('e.outcome', 'is', null), where('e.outcome', '=', 'justified')])),
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
