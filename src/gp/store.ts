/** What pages of the GP's record read. Every function takes the record that the door opened. */
import type { Resource } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import type { OpenRecord, RecordRight } from '../access';
import { type EntryOf, findResource, resourcesById, resourcesOf, seen } from '../zib';
import { type NoteLine, noteCode, visitSummaryCode } from './rules';

type TheRecord = OpenRecord<'record'>;

export const episodes = (record: TheRecord): Promise<EntryOf<'EpisodeOfCare'>[]> =>
  resourcesOf(record, 'record', ['EpisodeOfCare']);

export const findEpisode = (record: TheRecord, id: string): Promise<EntryOf<'EpisodeOfCare'> | undefined> =>
  findResource(record, 'record', ['EpisodeOfCare'], id);

/** Every note of a contact with the subjects that it belongs to, newest first. */
export async function noteLines(record: TheRecord): Promise<NoteLine[]> {
  const { rows } = await sql<NoteLine>`SELECT r.id, r.encounter_id AS "encounterId", r.effective_on AS "effectiveOn",
      CASE WHEN jsonb_typeof(e.content -> 'episodeOfCare') = 'array'
        THEN jsonb_path_query_array(e.content, '$.episodeOfCare[*].reference')
        ELSE jsonb_path_query_array(r.content, '$.section[*].entry[*].reference ? (@ starts with "EpisodeOfCare/")')
      END AS episodes
    FROM resource r LEFT JOIN resource e ON e.organisation_id = r.organisation_id AND e.id = r.encounter_id
      AND e.patient_id = r.patient_id AND e.type = 'Encounter'
      AND (e.visible_from <= ${record.at}::timestamptz OR ${record.kind} = 'staff')
    WHERE ${seen(record, 'record')} AND r.type = 'Composition' AND r.code = ${noteCode}
    ORDER BY r.effective_at DESC NULLS LAST, r.id DESC LIMIT 2000`.execute(record.db);
  return rows;
}

/** Whether there is anything of a GP at all, and the day of the newest; for the index of the record. */
export async function countGp(record: TheRecord): Promise<{ count: number; newest: string | null }> {
  const { rows } = await sql<{ count: number; newest: string | null }>`SELECT count(*)::integer AS count,
      max(r.effective_on) AS newest FROM resource r
    WHERE ${seen(record, 'record')}
      AND (r.type = 'EpisodeOfCare' OR r.type = 'Composition' AND r.code = ${noteCode})`.execute(record.db);
  return rows[0] ?? { count: 0, newest: null };
}

export const notesById = (record: TheRecord, ids: readonly string[]): Promise<EntryOf<'Composition'>[]> =>
  resourcesById(record, 'record', ['Composition'], ids);

export const contactsById = (record: TheRecord, ids: readonly string[]): Promise<EntryOf<'Encounter'>[]> =>
  resourcesById(record, 'record', ['Encounter'], ids);

/** What else was recorded at a contact; `content` only where it is shown on this page. */
export interface Related {
  readonly id: string;
  readonly type: Resource['resourceType'];
  readonly room: RecordRight;
  readonly title: string | null;
  readonly code: string | null;
  readonly encounterId: string;
  readonly content: Resource;
}

/** Types by the room that they stand in; of results only whole ones. */
const TYPES: Readonly<Partial<Record<RecordRight, readonly string[]>>> = {
  record: ['Observation', 'Procedure', 'ServiceRequest'],
  medication: ['MedicationRequest'],
  results: ['DiagnosticReport', 'Observation'],
  documents: ['Composition', 'DocumentReference'],
};

/** Everything of these contacts in the rooms that this reader opened, in the order in which it happened. */
export async function relatedTo(record: TheRecord, contacts: readonly string[]): Promise<Related[]> {
  if (contacts.length === 0) return [];
  const rooms = (Object.keys(TYPES) as RecordRight[]).filter((room) => record.having(room) !== undefined);
  const conditions = rooms.map((room) => {
    const opened = record.having(room) as OpenRecord<RecordRight>;
    return sql`(${seen(opened, room)} AND r.type = ANY (${[...(TYPES[room] ?? [])]}::text[]))`;
  });
  const { rows } = await sql<Related>`SELECT r.id, r.type, r.room, r.title, r.code, r.encounter_id AS "encounterId",
      CASE WHEN r.room = 'record' THEN r.content - 'text' ELSE NULL END AS content
    FROM resource r WHERE r.encounter_id = ANY (${[...contacts]}::uuid[]) AND r.part_of IS NULL
      AND (r.code IS NULL OR r.code NOT IN (${noteCode}, ${visitSummaryCode})) AND (${sql.join(conditions, sql` OR `)})
    ORDER BY r.effective_at NULLS LAST, r.id`.execute(record.db);
  return rows;
}
