/** What the patient's side reads of results. Every function takes the record that the door opened. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import type { ResultContent } from './report';

/** A result as lists and pages need it. */
export interface ResultItem {
  readonly id: string;
  readonly type: 'DiagnosticReport' | 'Observation';
  readonly title: string | null;
  readonly status: string | null;
  readonly effectiveAt: Date | null;
  readonly effectiveOn: string | null;
  readonly partOf: string | null;
  readonly category: string;
  readonly content: ResultContent;
}

/** What may be told of a result before it is opened: its name and date. */
export type ResultName = Pick<ResultItem, 'id' | 'type' | 'title' | 'effectiveOn' | 'category'>;

/** Where the next page begins: after this result, newest first. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

export interface ListWish {
  /** Only these categories. */
  readonly categories?: readonly string[] | undefined;
  readonly after?: Cursor | undefined;
}

/** A result that is not opened counts as new for three months after it became visible; after that it has been discussed. */
const newForDays = 90;
export const newSince = (at: Date): Date => new Date(at.getTime() - newForDays * 86_400_000);

type ResultsRecord = OpenRecord<'results'>;

const personOf = (record: ResultsRecord) => (record.viewer.kind === 'person' ? record.viewer.person : null);

/** The text of a report can be megabytes; a list does not show it. */
const listContent = sql`r.content - ARRAY['presentedForm', 'text', 'contained', 'meta']`;
const columns = sql`r.id, r.type, r.title, r.status, r.effective_at AS "effectiveAt", r.effective_on AS "effectiveOn",
  r.part_of AS "partOf", l.category`;
/** By patient as well: one walk over this patient's releases instead of a descent into the index for each result. */
const release = sql`JOIN result_release l ON l.organisation_id = r.organisation_id AND l.patient_id = r.patient_id
  AND l.resource_id = r.id`;

/** Each table is asked for this patient by name, so that its index is used whatever its size. */
const ofPatient = (record: ResultsRecord, table: 'r' | 'l' | 'p') =>
  sql`${sql.ref(`${table}.organisation_id`)} = ${record.organisation}::uuid
    AND ${sql.ref(`${table}.patient_id`)} = ${record.owner.id}::uuid`;

const visible = (record: ResultsRecord) => sql`${ofPatient(record, 'r')} AND ${ofPatient(record, 'l')}
  AND r.room = 'results' AND r.visible_from <= ${record.at}::timestamptz`;

/** Not a part of what this reader sees as a whole. A part that was released by itself stands by itself. */
const whole = (record: ResultsRecord) => sql`(r.part_of IS NULL OR NOT EXISTS (SELECT FROM resource p
  WHERE ${ofPatient(record, 'p')} AND p.id = r.part_of))`;

const opened = (record: ResultsRecord) => sql`EXISTS (SELECT FROM result_opened o
  WHERE o.organisation_id = r.organisation_id AND o.patient_id = r.patient_id
    AND o.person_id = ${personOf(record)}::uuid AND o.resource_id = r.id)`;

/** Found by the release row: its moment is the same for a visible result, and has an index. */
const unopened = (record: ResultsRecord) =>
  sql`l.visible_from > ${newSince(record.at)}::timestamptz AND NOT ${opened(record)}`;

const ofCategories = (categories: readonly string[] | undefined) =>
  categories === undefined ? sql`` : sql`AND l.category = ANY (${[...categories]}::text[])`;

export interface ResultPage {
  readonly items: readonly (ResultItem & { readonly parts: readonly ResultItem[] })[];
  readonly next: Cursor | undefined;
}

const rowsOnPage = 40;

const inCategories = (record: ResultsRecord, categories: readonly string[] | undefined) =>
  categories === undefined
    ? sql``
    : sql`AND o.id IN (SELECT l.resource_id FROM result_release l
        WHERE ${ofPatient(record, 'l')} AND l.category = ANY (${[...categories]}::text[]))`;

const beyond = (after: Cursor | undefined) =>
  after === undefined ? sql`` : sql`AND (o.effective_at, o.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;

/**
 * Results that are not new for this reader, newest first, with their parts; about forty rows. The patient's results are
 * read once, narrow; what is heavy only for those on the page.
 */
export async function resultPage(record: ResultsRecord, wish: ListWish): Promise<ResultPage> {
  const { rows } = await sql<ResultItem & { parts: number }>`WITH own AS MATERIALIZED (
      SELECT r.id, r.part_of, r.effective_at, r.visible_from FROM resource r
      WHERE ${ofPatient(record, 'r')} AND r.room = 'results' AND r.visible_from <= ${record.at}::timestamptz
        AND r.type IN ('DiagnosticReport', 'Observation')
    ), page AS MATERIALIZED (
      SELECT o.id FROM own o
      WHERE (o.part_of IS NULL OR o.part_of NOT IN (SELECT id FROM own))
        AND (o.visible_from <= ${newSince(record.at)}::timestamptz OR o.id IN (SELECT resource_id FROM result_opened
          WHERE organisation_id = ${record.organisation}::uuid AND patient_id = ${record.owner.id}::uuid
            AND person_id = ${personOf(record)}::uuid))
        ${inCategories(record, wish.categories)} ${beyond(wish.after)}
      ORDER BY o.effective_at DESC, o.id DESC LIMIT ${rowsOnPage + 1}
    ), held AS (SELECT part_of, count(*)::integer AS parts FROM own GROUP BY part_of)
    SELECT ${columns}, ${listContent} AS content, coalesce(held.parts, 0) AS parts
    FROM page JOIN resource r ON r.id = page.id AND ${ofPatient(record, 'r')} ${release}
      LEFT JOIN held ON held.part_of = page.id
    ORDER BY r.effective_at DESC, r.id DESC`.execute(record.db);
  const shown = fitting(rows);
  const parts = await partsOf(record, shown);
  const items = shown.map((row) => ({ ...row, parts: parts.filter(({ partOf }) => partOf === row.id) }));
  return { items, next: rows.length > shown.length ? cursorOf(shown.at(-1)) : undefined };
}

/** As many as fill a page, counted with their parts; at least one. */
export function fitting<Row extends { readonly parts: number }>(rows: readonly Row[]): Row[] {
  let count = 0;
  return rows.filter((row, index) => {
    const room = index === 0 || count < rowsOnPage;
    count += Math.max(1, row.parts);
    return room && index < rowsOnPage;
  });
}

/** Undated results stand on top of the first page; after them the dated ones begin. */
const cursorOf = (last: ResultItem | undefined): Cursor | undefined =>
  last && { at: last.effectiveAt ?? new Date('9999-12-31T00:00:00Z'), id: last.id };

async function partsOf(
  record: ResultsRecord,
  wholes: readonly { readonly id: string; readonly parts: number }[],
): Promise<ResultItem[]> {
  const ids = wholes.filter(({ parts }) => parts > 0).map(({ id }) => id);
  if (ids.length === 0) return [];
  const { rows } = await sql<ResultItem>`SELECT ${columns}, ${listContent} AS content FROM resource r ${release}
    WHERE ${visible(record)} AND r.part_of = ANY (${ids}::uuid[]) ORDER BY r.effective_at, r.source_id`.execute(
    record.db,
  );
  return rows;
}

/** Visible and not opened by this reader, latest visible first: names only. `total` counts them all. */
export async function newResults(
  record: ResultsRecord,
  limit: number,
  categories?: readonly string[],
): Promise<{ items: ResultName[]; total: number }> {
  const { rows } = await sql<ResultName & { total: number }>`SELECT r.id, r.type, r.title,
      r.effective_on AS "effectiveOn", l.category, count(*) OVER ()::integer AS total
    FROM resource r ${release}
    WHERE ${visible(record)} AND ${whole(record)} AND ${unopened(record)} ${ofCategories(categories)}
    ORDER BY r.visible_from DESC, r.id DESC LIMIT ${limit}`.execute(record.db);
  return { items: rows, total: rows[0]?.total ?? 0 };
}

/** For the overview: the newest unopened results, and whether there is anything at all. One query. */
export async function newsOfResults(
  record: ResultsRecord,
  limit: number,
): Promise<{ items: ResultName[]; total: number; any: boolean }> {
  type Row = { any: boolean; total: number | null } & { [key in keyof ResultName]: ResultName[key] | null };
  const { rows } = await sql<Row>`SELECT x.any, n.* FROM (SELECT EXISTS (SELECT FROM result_release l
      WHERE ${ofPatient(record, 'l')} AND l.visible_from <= ${record.at}::timestamptz
        AND l.reason NOT IN ('withdrawn', 'cancelled')) AS any) x
    LEFT JOIN LATERAL (SELECT r.id, r.type, r.title, r.effective_on AS "effectiveOn", l.category,
        count(*) OVER ()::integer AS total
      FROM resource r ${release} WHERE ${visible(record)} AND ${whole(record)} AND ${unopened(record)}
      ORDER BY r.visible_from DESC, r.id DESC LIMIT ${limit}) n ON true`.execute(record.db);
  const items = rows.flatMap(({ any: _, total: __, ...name }) => (name.id === null ? [] : [name as ResultName]));
  return { items, total: rows[0]?.total ?? 0, any: rows[0]?.any ?? false };
}

/** What is told of results that can't be seen. */
export interface Told {
  readonly id: string;
  readonly category: string;
  readonly effectiveOn: string | null;
  readonly visibleFrom: Date;
  readonly reason: string;
}

/** RE-13, RE-06: results that come, soonest first, and those that were withdrawn; and which categories there are. */
export async function toldResults(
  record: ResultsRecord,
): Promise<{ coming: Told[]; withdrawn: Told[]; categories: ReadonlySet<string> }> {
  const { rows } = await sql<Told>`SELECT l.resource_id AS id, l.category, l.effective_on AS "effectiveOn",
      l.visible_from AS "visibleFrom", l.reason
    FROM result_release l
    WHERE ${ofPatient(record, 'l')}
      AND (l.visible_from > ${record.at}::timestamptz AND l.announced OR l.reason IN ('withdrawn', 'cancelled')
        AND l.visible_from <= ${record.at}::timestamptz)
    ORDER BY l.visible_from LIMIT 50`.execute(record.db);
  const { rows: present } = await sql<{ category: string }>`SELECT DISTINCT l.category FROM result_release l
    WHERE ${ofPatient(record, 'l')}
      AND l.visible_from <= ${record.at}::timestamptz AND l.reason NOT IN ('withdrawn', 'cancelled')`.execute(
    record.db,
  );
  return {
    coming: rows.filter(({ visibleFrom }) => visibleFrom > record.at),
    withdrawn: rows.filter(({ visibleFrom }) => visibleFrom <= record.at),
    categories: new Set(present.map(({ category }) => category)),
  };
}

export interface ResultDetail extends ResultItem {
  readonly code: string | null;
  readonly parts: readonly ResultItem[];
  /** What holds it, where this reader sees that. */
  readonly holder: { readonly id: string; readonly title: string | null } | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One result with its parts; undefined for what does not exist or may not be seen. */
export async function findResult(record: ResultsRecord, id: string): Promise<ResultDetail | undefined> {
  if (!uuid.test(id)) return undefined;
  type Row = ResultItem & { code: string | null; holderId: string | null; holderTitle: string | null };
  const { rows } = await sql<Row>`SELECT ${columns}, r.code, r.content, p.id AS "holderId", p.title AS "holderTitle"
    FROM resource r ${release}
    LEFT JOIN resource p ON p.organisation_id = r.organisation_id AND p.id = r.part_of AND p.patient_id = r.patient_id
    WHERE ${visible(record)} AND r.id = ${id}::uuid`.execute(record.db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { holderId, holderTitle, ...item } = row;
  const parts = await partsOf(record, [{ id, parts: 1 }]);
  return { ...item, parts, holder: holderId === null ? undefined : { id: holderId, title: holderTitle } };
}

/** Earlier results of the same test and this one, oldest first (RE-10); none that is still new for this reader. */
export async function resultSeries(record: ResultsRecord, of: ResultDetail): Promise<ResultItem[]> {
  if (of.code === null || of.effectiveAt === null || of.type !== 'Observation') return [];
  const { rows } = await sql<ResultItem>`SELECT ${columns}, ${listContent} AS content FROM resource r ${release}
    WHERE ${visible(record)} AND r.code = ${of.code} AND r.type = 'Observation'
      AND r.effective_at <= ${of.effectiveAt}::timestamptz
      AND (r.id = ${of.id}::uuid OR l.visible_from <= ${newSince(record.at)}::timestamptz OR EXISTS (
        SELECT FROM result_opened o WHERE o.organisation_id = r.organisation_id AND o.patient_id = r.patient_id
          AND o.person_id = ${personOf(record)}::uuid AND o.resource_id IN (r.id, r.part_of)))
    ORDER BY r.effective_at DESC LIMIT 60`.execute(record.db);
  return rows.reverse();
}

/** Remembers that this reader saw it, with the parts that stand on the same page. Once. */
export async function markOpened(record: ResultsRecord, ids: readonly string[]): Promise<void> {
  const person = personOf(record);
  if (person === null) return;
  await record.db
    .insertInto('result_opened')
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
