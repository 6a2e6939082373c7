/** What is read of letters, and which were opened. Every function takes the record that the door opened. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import { isUuid } from '../platform/database';
import { seen } from '../zib';
import { longestText, type StoredFile } from './files';
import { type LetterEntry, recipientsOf } from './letter';

type LettersRecord = OpenRecord<'documents'>;

/** A letter with whether this reader has yet to open it. */
export type ListedLetter = LetterEntry & { readonly isNew: boolean; readonly hasFile: boolean };

/** Where the next page begins. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/**
 * A letter that is not opened counts as new for three months after it came; what was written more than half a year ago
 * is no news, also where it came with everything else on the day that a record was filled.
 */
const newForDays = 90;
const recentForDays = 180;
const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 86_400_000);

const personOf = (record: LettersRecord) => (record.viewer.kind === 'person' ? record.viewer.person : null);

const columns = sql`r.id, r.type, r.title, r.status, r.code, r.effective_at AS "effectiveAt",
  r.effective_on AS "effectiveOn", r.source, r.received_at AS "receivedAt", r.location,
  r.encounter_id AS "encounterId", r.part_of AS "partOf", r.visible_from AS "visibleFrom", r.kept_from AS "keptFrom"`;

/** Without sections, narratives and files; files among what is contained stay behind as well. */
const lightContent = sql`(r.content - ARRAY['section', 'content', 'text', 'meta', 'contained']) || jsonb_build_object(
    'contained', jsonb_path_query_array(r.content, '$.contained[*] ? (@.resourceType != "Binary")'))`;

/** A summary of a visit stands with its appointment. */
const visitSummary = 'http://loinc.org|34133-9';

const letters = (record: LettersRecord) => sql`${seen(record, 'documents')}
  AND r.type IN ('Composition', 'DocumentReference') AND r.code IS DISTINCT FROM ${visitSummary}`;

/** What has no date stands last. */
const moment = sql`coalesce(r.effective_at, 'epoch'::timestamptz)`;

const unopened = (record: LettersRecord) => sql`(r.visible_from > ${daysBefore(record.at, newForDays)}::timestamptz
  AND (r.effective_at > ${daysBefore(record.at, recentForDays)}::timestamptz OR r.effective_at IS NULL)
  AND NOT EXISTS (SELECT FROM letter_opened o
    WHERE o.organisation_id = r.organisation_id AND o.patient_id = r.patient_id
      AND o.person_id = ${personOf(record)}::uuid AND o.resource_id = r.id))`;

export const lettersOnPage = 20;

/** Newest first; where the next page begins. */
export async function letterPage(
  record: LettersRecord,
  after: Cursor | undefined,
): Promise<{ letters: ListedLetter[]; next: Cursor | undefined }> {
  const isNew = personOf(record) === null ? sql`false` : unopened(record);
  const beyond =
    after === undefined ? sql`` : sql`AND (${moment}, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  // Files are heavy: which letters stand on the page is decided before any content is touched.
  const { rows } = await sql<ListedLetter>`WITH page AS MATERIALIZED (
      SELECT r.id FROM resource r WHERE ${letters(record)} ${beyond}
      ORDER BY ${moment} DESC, r.id DESC LIMIT ${lettersOnPage + 1})
    SELECT ${columns}, ${lightContent} AS content, ${isNew} AS "isNew", r.type = 'DocumentReference' AS "hasFile"
    FROM page JOIN resource r ON r.id = page.id AND r.organisation_id = ${record.organisation}::uuid
      AND r.patient_id = ${record.owner.id}::uuid
    ORDER BY ${moment} DESC, r.id DESC`.execute(record.db);
  const shown = rows.slice(0, lettersOnPage);
  const last = shown.at(-1);
  const more = rows.length > shown.length && last !== undefined;
  return { letters: shown, next: more ? { at: last.effectiveAt ?? new Date(0), id: last.id } : undefined };
}

/** For the overview: those that this reader has not opened, latest come first, and whether there are letters at all. */
export async function newLetters(
  record: LettersRecord,
  limit: number,
): Promise<{ letters: LetterEntry[]; total: number; any: boolean }> {
  type Row = { any: boolean; total: number | null } & LetterEntry;
  // As on the list: no content is touched but that of what is shown, found again where it lies (ctid).
  const { rows } = await sql<Row>`WITH own AS MATERIALIZED (
      SELECT r.id, r.ctid AS lies, r.visible_from, ${moment} AS moment, ${unopened(record)} AS fresh
      FROM resource r WHERE ${letters(record)}
    ), fresh AS MATERIALIZED (
      SELECT lies, count(*) OVER ()::integer AS total,
        row_number() OVER (ORDER BY visible_from DESC, moment DESC, id DESC) AS place
      FROM own WHERE fresh ORDER BY place LIMIT ${limit})
    SELECT EXISTS (SELECT FROM own) AS any, fresh.total, ${columns}, ${lightContent} AS content
    FROM (SELECT) one LEFT JOIN fresh ON true
      LEFT JOIN resource r ON r.ctid = fresh.lies AND r.organisation_id = ${record.organisation}::uuid
        AND r.patient_id = ${record.owner.id}::uuid
    ORDER BY fresh.place`.execute(record.db);
  const [first] = rows;
  return { letters: rows.filter(({ id }) => id !== null), total: first?.total ?? 0, any: first?.any ?? false };
}

export interface Letter extends LetterEntry {
  readonly files: readonly StoredFile[];
}

/** The attachments of a document in their order; one that names a contained Binary holds its file. */
const attachments = sql`jsonb_path_query(r.content, '$.content[*].attachment') WITH ORDINALITY AS a (attachment, number)
  CROSS JOIN LATERAL (SELECT coalesce(a.attachment ->> 'data', (
    SELECT c ->> 'data' FROM jsonb_path_query(r.content, '$.contained[*] ? (@.resourceType == "Binary")') c
    WHERE '#' || (c ->> 'id') = a.attachment ->> 'url' LIMIT 1)) AS data) d`;

/** One letter with its sections and its texts, and with its files by name; undefined where there is none to see. */
export async function findLetter(record: LettersRecord, id: string): Promise<Letter | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<Letter>`SELECT ${columns},
      ${lightContent} || jsonb_build_object('section', r.content -> 'section') AS content,
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', a.number, 'type', a.attachment ->> 'contentType',
          'title', a.attachment ->> 'title', 'size', length(d.data), 'head', left(d.data, 8),
          'text', CASE WHEN a.attachment ->> 'contentType' ILIKE 'text/plain%' AND length(d.data) <= ${longestText}
            THEN d.data END) ORDER BY a.number)
        FROM ${attachments}), '[]'::jsonb) AS files
    FROM resource r WHERE ${letters(record)} AND r.id = ${id}::uuid`.execute(record.db);
  return rows[0];
}

/** The file of one attachment in base64, with the document's own date. */
export async function findFile(
  record: LettersRecord,
  id: string,
  number: number,
): Promise<(StoredFile & { data: string; date: string | null }) | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<StoredFile & { data: string; date: string | null }>`SELECT a.number::integer,
      a.attachment ->> 'contentType' AS type, a.attachment ->> 'title' AS title, length(d.data) AS size,
      left(d.data, 8) AS head, NULL AS text, d.data, r.effective_on::text AS date
    FROM resource r, ${attachments}
    WHERE ${letters(record)} AND r.id = ${id}::uuid AND a.number = ${number} AND d.data IS NOT NULL`.execute(record.db);
  return rows[0];
}

/** Remembers that this reader opened it. Once. */
export async function markOpened(record: LettersRecord, id: string): Promise<void> {
  const person = personOf(record);
  if (person === null) return;
  await record.db
    .insertInto('letter_opened')
    .values({
      organisation_id: record.organisation,
      patient_id: record.owner.id,
      person_id: person,
      resource_id: id,
      opened_at: record.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Types of organisation and specialties of a GP (Dutch code list; Vektis COD016, UZI role code). */
const gpCodes = sql`'$.*[*].coding[*] ? (@.code == "Z3" || @.code == "0100" || @.code == "0101" || @.code == "01.015")'`;

/**
 * Which of those that letters were sent to are GPs, and which asked for care of this patient here: by reference. What
 * was asked is part of the record: who may not read that, sees only the GPs. No query where no letter names anybody.
 */
export async function addresseesOf(
  record: LettersRecord,
  shown: readonly LetterEntry[],
): Promise<{ gps: ReadonlySet<string>; referrers: ReadonlySet<string> }> {
  const references = [...new Set(shown.flatMap(recipientsOf).flatMap(({ reference }) => reference ?? []))];
  const ids = references.map((reference) => reference.split('/')[1] ?? '').filter(isUuid);
  if (ids.length === 0) return { gps: new Set(), referrers: new Set() };
  const { rows } = await sql<{ reference: string; kind: 'gp' | 'referrer' }>`
    SELECT d.type || '/' || d.id AS reference, 'gp' AS kind FROM directory_resource d
      LEFT JOIN directory_resource o ON o.organisation_id = d.organisation_id
        AND o.id = CASE WHEN d.content #>> '{organization,reference}' ~ '^Organization/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
          THEN substr(d.content #>> '{organization,reference}', 14)::uuid END
      WHERE d.organisation_id = ${record.organisation}::uuid AND d.id = ANY (${ids}::uuid[])
        AND (jsonb_path_exists(d.content, ${gpCodes}) OR jsonb_path_exists(o.content, ${gpCodes}))
    UNION ALL SELECT r.content #>> '{requester,reference}', 'referrer' FROM resource r
      WHERE r.organisation_id = ${record.organisation}::uuid AND r.patient_id = ${record.owner.id}::uuid
        AND r.type = 'ServiceRequest' AND r.content #>> '{requester,reference}' = ANY (${references}::text[])`.execute(
    record.db,
  );
  const of = (kind: 'gp' | 'referrer') => new Set(rows.filter((row) => row.kind === kind).map((row) => row.reference));
  return { gps: of('gp'), referrers: of('referrer') };
}
