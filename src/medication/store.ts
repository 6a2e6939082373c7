/** What is read of room `medication`. Every function takes the record that the door opened. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import { dateIn } from '../platform/time';
import { type Names, namesOf, seen } from '../zib';
import { type Block, blockOf, type MedicationEntry } from './block';
import { type Medicine, medicinesOf } from './medicine';

type MedicationRecord = OpenRecord<'medication'>;

/** More than anybody has; what is beyond it would be the oldest. */
const most = 2000;

const columns = sql`r.id, r.type, r.title, r.status, r.code, r.effective_at AS "effectiveAt",
  r.effective_on AS "effectiveOn", r.source, r.received_at AS "receivedAt", r.location,
  r.encounter_id AS "encounterId", r.part_of AS "partOf", r.visible_from AS "visibleFrom", r.kept_from AS "keptFrom",
  r.content - ARRAY['text', 'meta'] AS content, d.content AS medication`;

/** The medicine that a resource refers to, where the directory has it. */
const medication = sql`LEFT JOIN directory_resource d ON d.organisation_id = r.organisation_id AND d.type = 'Medication'
  AND d.id = CASE WHEN r.content #>> '{medicationReference,reference}' ~ '^Medication/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    THEN substr(r.content #>> '{medicationReference,reference}', 12)::uuid END`;

/**
 * All blocks that this reader may see, in one query. What was given in hospital can be thousands of rows: of those the
 * newest of each medicine, or with `allGiven` the newest three hundred.
 */
export async function medicationBlocks(record: MedicationRecord, allGiven = false): Promise<Block[]> {
  const given = allGiven
    ? sql`SELECT id FROM resource r WHERE ${seen(record, 'medication')} AND r.type = 'MedicationAdministration'
        ORDER BY r.effective_at DESC NULLS LAST, r.id DESC LIMIT 300`
    : sql`SELECT DISTINCT ON (r.code, r.title) r.id FROM resource r
        WHERE ${seen(record, 'medication')} AND r.type = 'MedicationAdministration'
        ORDER BY r.code, r.title, r.effective_at DESC NULLS LAST, r.id DESC`;
  const { rows } = await sql<MedicationEntry>`SELECT ${columns} FROM resource r ${medication}
    WHERE ${seen(record, 'medication')} AND (r.type IN ('MedicationRequest', 'MedicationStatement', 'MedicationDispense')
      OR r.id IN (${given}))
    ORDER BY r.effective_at DESC NULLS LAST, r.id DESC LIMIT ${most}`.execute(record.db);
  return rows.flatMap((row) => blockOf(row) ?? []);
}

/** Everything that is known of medicines, as it is on this day. */
export async function allMedicines(record: MedicationRecord): Promise<Medicine[]> {
  return medicinesOf(await medicationBlocks(record), dateIn(record.at));
}

/** One medicine by the identifier of any of its blocks; undefined for what does not exist or may not be seen. */
export async function findMedicine(record: MedicationRecord, id: string): Promise<Medicine | undefined> {
  const medicines = medicinesOf(await medicationBlocks(record, true), dateIn(record.at));
  return medicines.find(({ blocks }) => blocks.some(({ entry }) => entry.id === id));
}

/** What people and reasons are called that these medicines name. One query at most. */
export const namesIn = (record: MedicationRecord, medicines: readonly Medicine[]): Promise<Names> =>
  namesOf(
    record,
    medicines.flatMap(({ blocks }) =>
      blocks.map(({ prescriber, pharmacy, saidBy, reasonReferences }) => [
        prescriber,
        pharmacy,
        saidBy,
        ...reasonReferences,
      ]),
    ),
  );
