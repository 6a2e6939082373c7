/** AP-10: what was written down after a visit. A Composition of the visit that an appointment became. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import { type Entry, findResource, seen } from '../zib';
import type { Appointment } from './store';

/** LOINC: Outpatient Note. */
export const VISIT_SUMMARY = 'http://loinc.org|34133-9';

type SummaryRecord = OpenRecord<'appointments' | 'documents'>;

async function summariesOf(record: SummaryRecord, encounters: readonly string[]) {
  if (encounters.length === 0) return [];
  const { rows } = await sql<{ id: string; encounter: string }>`SELECT r.id, r.encounter_id AS encounter FROM resource r
    WHERE ${seen(record, 'documents')} AND r.type = 'Composition' AND r.code = ${VISIT_SUMMARY}
      AND r.encounter_id = ANY(${[...encounters]}::uuid[])
    ORDER BY r.effective_at, r.id`.execute(record.db);
  return rows;
}

/** Which of these appointments have a summary; none where the reader does not hold the right to documents. */
export async function withSummary(
  record: SummaryRecord | undefined,
  appointments: readonly Appointment[],
): Promise<ReadonlySet<string>> {
  if (record === undefined) return new Set();
  const found = await summariesOf(
    record,
    appointments.flatMap(({ encounters }) => encounters),
  );
  const written = new Set(found.map(({ encounter }) => encounter));
  return new Set(appointments.filter(({ encounters }) => encounters.some((id) => written.has(id))).map(({ id }) => id));
}

/** All that was written about an appointment's visits, in order; usually one. */
export async function readSummaries(record: SummaryRecord, appointment: Appointment): Promise<Entry<'Composition'>[]> {
  const entries: Entry<'Composition'>[] = [];
  for (const { id } of await summariesOf(record, appointment.encounters)) {
    const entry = await findResource(record, 'documents', ['Composition'], id);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}
