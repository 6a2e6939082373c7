/** HO-02: summaries of visits that a reader has not opened. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import { seen } from '../zib';
import type { AppointmentsPolicy } from './policy';
import { seenAppointments } from './store';
import { VISIT_SUMMARY } from './summary';

type SummaryRecord = OpenRecord<'appointments' | 'documents'>;

/** A visit with a summary to read. */
export interface NewSummary {
  readonly appointment: string;
  readonly title: string;
  readonly startsAt: Date;
}

/** As with letters: new for three months after it came, and no news when it is half a year old. */
const newForDays = 90;
const recentForDays = 180;
const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 86_400_000);

const personOf = ({ viewer }: SummaryRecord) => (viewer.kind === 'person' ? viewer.person : null);

/** Newest visit first, each once; and how many there are. One statement. */
export async function newSummaries(
  record: SummaryRecord,
  policy: AppointmentsPolicy,
  limit: number,
): Promise<{ items: NewSummary[]; total: number }> {
  const { rows } = await sql<NewSummary & { total: number }>`
    SELECT a.id AS appointment, a.title, a.starts_at AS "startsAt", count(*) OVER ()::integer AS total
    FROM appointment a
    WHERE ${seenAppointments(record, policy)} AND a.starts_at > ${daysBefore(record.at, recentForDays)}::timestamptz
      AND EXISTS (SELECT FROM resource r
        WHERE ${seen(record, 'documents')} AND r.type = 'Composition' AND r.code = ${VISIT_SUMMARY}
          AND r.encounter_id = ANY (a.encounters)
          AND r.visible_from > ${daysBefore(record.at, newForDays)}::timestamptz
          AND NOT EXISTS (SELECT FROM summary_opened o
            WHERE o.organisation_id = r.organisation_id AND o.patient_id = r.patient_id
              AND o.person_id = ${personOf(record)}::uuid AND o.resource_id = r.id))
    ORDER BY a.starts_at DESC, a.id LIMIT ${limit}`.execute(record.db);
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0 };
}

/** Remembers that this reader opened them. Once. */
export async function markSummariesOpened(record: SummaryRecord, ids: readonly string[]): Promise<void> {
  const person = personOf(record);
  if (person === null || ids.length === 0) return;
  await record.db
    .insertInto('summary_opened')
    .values(
      ids.map((id) => ({
        organisation_id: record.organisation,
        patient_id: record.owner.id,
        person_id: person,
        resource_id: id,
        opened_at: record.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
