/** The desk's queries: identity columns only, through the desk door. */
import { type SqlBool, sql } from 'kysely';
import type { OpenDesk } from '../access';
import type { NameParts } from '../people';
import { isUuid, uuidv7 } from '../platform/database';
import type { CalendarDate } from '../platform/time';
import { type DocumentType, mostHits, type SearchCriteria, surnameRanges } from './rules';

/** A patient as the desk sees one. */
export interface Identity {
  readonly id: string;
  readonly name: NameParts;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  readonly birthDate: CalendarDate | null;
  readonly deceasedOn: CalendarDate | null;
  readonly number: string;
  readonly bsnVerifiedAt: Date | null;
}

const columns = [
  'p.id',
  'p.family_name as family',
  'p.family_prefix as prefix',
  'p.initials',
  'p.given_name as given',
  'p.sex',
  'p.birth_date as birthDate',
  'p.deceased_on as deceasedOn',
  'p.number',
  'p.bsn_verified_at as bsnVerifiedAt',
] as const;

const identityOf = ({ family, prefix, initials, given, ...rest }: Omit<Identity, 'name'> & NameParts): Identity => ({
  ...rest,
  name: { family, prefix, initials, given },
});

/** The query of a search; exported so that a test can ask the database how it would run it. */
export function searchQuery(desk: Pick<OpenDesk, 'db' | 'organisation'>, criteria: SearchCriteria) {
  const { db, organisation } = desk;
  const folded = sql<string>`p.folded_name collate "C"`;
  let query = db.selectFrom('patient as p').select(columns).where('p.organisation_id', '=', organisation);
  if (criteria.surname !== '')
    query = query.where((where) =>
      where.or(
        surnameRanges(criteria.surname).map(({ from, until }) =>
          where.and([sql<SqlBool>`${folded} >= ${from}`, sql<SqlBool>`${folded} < ${until}`]),
        ),
      ),
    );
  if (criteria.birthDate !== '') query = query.where('p.birth_date', '=', criteria.birthDate);
  if (criteria.number !== '') {
    const typed = criteria.number;
    query = query.where('p.number', 'in', [...new Set([typed, typed.replace(/\s/g, '')])]);
  }
  if (criteria.bsn !== '')
    query = query.where('p.person_id', '=', (where) =>
      where
        .selectFrom('person as n')
        .select('n.id')
        .where('n.organisation_id', '=', organisation)
        .where('n.bsn', '=', criteria.bsn),
    );
  return query
    .orderBy(folded)
    .orderBy('p.birth_date')
    .orderBy('p.id')
    .limit(mostHits + 1);
}

/** Who fits all that was filled in, at most twenty; `more` when there are others. */
export async function findPatients(
  desk: OpenDesk,
  criteria: SearchCriteria,
): Promise<{ readonly hits: readonly Identity[]; readonly more: boolean }> {
  const rows = await searchQuery(desk, criteria).execute();
  return { hits: rows.slice(0, mostHits).map(identityOf), more: rows.length > mostHits };
}

/** One patient; undefined where there is none with this id. */
export async function findIdentity(desk: OpenDesk, patient: string): Promise<Identity | undefined> {
  if (!isUuid(patient)) return undefined;
  const row = await desk.db
    .selectFrom('patient as p')
    .select(columns)
    .where('p.organisation_id', '=', desk.organisation)
    .where('p.id', '=', patient)
    .executeTakeFirst();
  return row && identityOf(row);
}

/** Whether a BSN is known of the patient, and whether it is this one. The number itself stays in the database. */
export async function compareBsn(
  desk: OpenDesk,
  patient: string,
  typed: string,
): Promise<'same' | 'different' | 'unknown'> {
  const row = await desk.db
    .selectFrom('patient as p')
    .innerJoin('person as n', (join) =>
      join.onRef('n.organisation_id', '=', 'p.organisation_id').onRef('n.id', '=', 'p.person_id'),
    )
    .select([sql<boolean | null>`n.bsn = ${typed}`.as('same')])
    .where('p.organisation_id', '=', desk.organisation)
    .where('p.id', '=', patient)
    .executeTakeFirst();
  if (row === undefined || row.same === null) return 'unknown';
  return row.same ? 'same' : 'different';
}

export interface Verification {
  readonly document: DocumentType;
  readonly documentNumber: string;
}

/** Records that the BSN was compared with a document (IN-03). False when somebody had done so already. */
export async function recordVerification(
  desk: OpenDesk,
  patient: string,
  { document, documentNumber }: Verification,
): Promise<boolean> {
  const updated = await desk.db
    .updateTable('patient')
    .set({ bsn_verified_at: desk.now, updated_at: desk.now })
    .where('organisation_id', '=', desk.organisation)
    .where('id', '=', patient)
    .where('bsn_verified_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (updated === undefined) return false;
  await desk.db
    .insertInto('bsn_verification')
    .values({
      organisation_id: desk.organisation,
      id: uuidv7(),
      patient_id: patient,
      employee_id: desk.viewer.employee,
      document_type: document,
      document_number: documentNumber,
      verified_at: desk.now,
    })
    .execute();
  return true;
}

export interface Receipt extends Verification {
  readonly at: Date;
  readonly employee: string;
}

/** The last comparison that was recorded here; undefined where the BSN came verified from the source. */
export async function lastVerification(desk: OpenDesk, patient: string): Promise<Receipt | undefined> {
  const row = await desk.db
    .selectFrom('bsn_verification')
    .select(['document_type', 'document_number', 'verified_at', 'employee_id'])
    .where('organisation_id', '=', desk.organisation)
    .where('patient_id', '=', patient)
    .orderBy('verified_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      document: row.document_type,
      documentNumber: row.document_number,
      at: row.verified_at,
      employee: row.employee_id,
    }
  );
}
