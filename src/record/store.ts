/** What this room reads of the open record. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import { resourcesOf, seen } from '../zib';
import { type OwnEntry, type OwnType, ownTypes, type Section } from './sections';

type RecordRecord = OpenRecord<'record'>;

/** At most so many entries on one page, newest first; a page that reaches it says so. */
export const mostOnPage = 1000;

export const entriesOf = (record: RecordRecord, { types }: Section): Promise<OwnEntry[]> =>
  resourcesOf(record, 'record', types, { limit: mostOnPage });

/** Many of one kind: the index counts them without reading them. */
const COUNTED = ['Observation', 'Encounter'] as const satisfies readonly OwnType[];
const READ = ownTypes.filter((type) => !COUNTED.some((counted) => counted === type));

export const readForIndex = (record: RecordRecord): Promise<OwnEntry[]> =>
  resourcesOf(record, 'record', READ, { limit: mostOnPage });

/** Entries that are alike for an index: what tells their heading, how many, and the day of the newest. */
export interface Tally {
  readonly like: OwnEntry;
  readonly count: number;
  readonly newest: string | null;
}

/** What is part of another one is told there. */
export async function tallies(record: RecordRecord): Promise<Tally[]> {
  type Row = { type: string; content: object; count: number; newest: string | null };
  const { rows } =
    await sql<Row>`SELECT type, jsonb_strip_nulls(jsonb_build_object('resourceType', type, 'status', status,
      'code', code, 'category', category, 'class', class)) AS content, count, newest
    FROM (SELECT r.type, r.status, r.content -> 'code' AS code, r.content -> 'category' AS category,
        r.content -> 'class' AS class, count(*)::integer AS count, max(r.effective_on) AS newest
      FROM resource r
      WHERE ${seen(record, 'record')} AND r.type = ANY (${[...COUNTED]}::text[]) AND r.part_of IS NULL
      GROUP BY 1, 2, 3, 4, 5) alike`.execute(record.db);
  return rows.map(({ type, content, count, newest }) => ({
    // Only what tells the heading is read; the rest of an entry has nothing to say about many.
    like: { id: '', type, content, partOf: null } as unknown as OwnEntry,
    count,
    newest,
  }));
}
