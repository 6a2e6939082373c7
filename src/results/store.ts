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
  r.part_of AS "partOf"`;
/** By patient as well: one walk over this patient's releases instead of a descent into the index for each result. */
const release = sql`JOIN result_release l ON l.organisation_id = r.organisation_id AND l.patient_id = r.patient_id
  AND l.resource_id = r.id`;

/** Each table is asked for this patient by name, so that its index is used whatever its size. */
const ofPatient = (record: ResultsRecord, table: 'r' | 'l' | 'p') =>
  sql`${sql.ref(`${table}.organisation_id`)} = ${record.organisation}::uuid
    AND ${sql.ref(`${table}.patient_id`)} = ${record.owner.id}::uuid`;

const visible = (record: ResultsRecord) => sql`${ofPatient(record, 'r')} AND ${ofPatient(record, 'l')}
  AND r.room = 'results' AND r.visible_from <= ${record.at}::timestamptz`;

const ofCategories = (table: 'k', categories: readonly string[] | undefined) =>
  categories === undefined ? sql`` : sql`AND ${sql.ref(`${table}.category`)} = ANY (${[...categories]}::text[])`;

export interface ResultPage {
  readonly items: readonly (ResultItem & { readonly parts: readonly ResultItem[] })[];
  readonly next: Cursor | undefined;
}

const rowsOnPage = 40;

const beyond = (after: Cursor | undefined) =>
  after === undefined ? sql`` : sql`AND (k.effective_at, k.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;

/** What a reader has not opened yet, by the releases of this patient: each index is walked once, whatever is found. */
const openedHere = (record: ResultsRecord) => sql`SELECT o.resource_id FROM result_opened o
  WHERE o.organisation_id = ${record.organisation}::uuid AND o.patient_id = ${record.owner.id}::uuid
    AND o.person_id = ${personOf(record)}::uuid`;

const released = (record: ResultsRecord) =>
  sql`(SELECT l.resource_id, l.category FROM result_release l WHERE ${ofPatient(record, 'l')} OFFSET 0)`;

type ListRow = ResultItem & { stands: 'new' | 'page' | 'part'; news: number; more: boolean };

export interface ResultOverview {
  readonly page: ResultPage;
  /** Visible and not opened by this reader, latest visible first: names only. `total` counts them all. */
  readonly fresh: { readonly items: readonly ResultName[]; readonly total: number };
}

/**
 * Results that are not new for this reader, newest first, with their parts, about forty rows; and the newest that are,
 * `newest` of them. The patient's results are read once, narrow; what is heavy only for those that are shown, where they
 * lie (ctid: the place of a row within one statement).
 */
export async function resultOverview(record: ResultsRecord, wish: ListWish, newest: number): Promise<ResultOverview> {
  const { rows } = await sql<ListRow>`WITH own AS MATERIALIZED (
      SELECT r.ctid AS place, r.id, r.part_of, r.effective_at, r.visible_from FROM resource r
      WHERE ${ofPatient(record, 'r')} AND r.room = 'results' AND r.visible_from <= ${record.at}::timestamptz
        AND r.type IN ('DiagnosticReport', 'Observation')
    ), known AS MATERIALIZED (
      SELECT o.*, l.category, o.part_of IS NULL OR o.part_of NOT IN (SELECT id FROM own) AS whole,
        o.visible_from > ${newSince(record.at)}::timestamptz AND o.id NOT IN (${openedHere(record)}) AS fresh
      FROM own o JOIN ${released(record)} l ON l.resource_id = o.id
    ), news AS (
      SELECT k.* FROM known k WHERE k.whole AND k.fresh ${ofCategories('k', wish.categories)}
    ), held AS (
      SELECT part_of, count(*)::integer AS parts FROM known WHERE part_of IS NOT NULL GROUP BY part_of
    ), listed AS (
      SELECT k.*, coalesce(held.parts, 0) AS parts FROM known k LEFT JOIN held ON held.part_of = k.id
      WHERE k.whole AND NOT k.fresh ${ofCategories('k', wish.categories)} ${beyond(wish.after)}
      ORDER BY k.effective_at DESC, k.id DESC LIMIT ${rowsOnPage + 1}
    ), page AS MATERIALIZED (
      SELECT x.*, x.rank = 1 OR x.rank <= ${rowsOnPage} AND x.rows_before < ${rowsOnPage} AS fits FROM (
        SELECT listed.*, row_number() OVER newest AS rank,
          sum(greatest(1, parts)) OVER newest - greatest(1, parts) AS rows_before
        FROM listed WINDOW newest AS (ORDER BY effective_at DESC, id DESC)) x
    ), shown AS (
      SELECT 'page' AS stands, place, category FROM page WHERE fits
      UNION ALL
      SELECT 'part', k.place, k.category FROM known k JOIN page ON page.id = k.part_of AND page.fits
      UNION ALL
      (SELECT 'new', place, category FROM news ORDER BY visible_from DESC, id DESC LIMIT ${newest})
    )
    SELECT s.stands, s.category, (SELECT count(*)::integer FROM news) AS news,
      EXISTS (SELECT FROM page WHERE NOT fits) AS more, ${columns},
      CASE WHEN s.stands = 'new' THEN NULL ELSE ${listContent} END AS content
    FROM shown s JOIN resource r ON r.ctid = s.place AND ${ofPatient(record, 'r')}
    ORDER BY s.stands, CASE WHEN s.stands = 'new' THEN r.visible_from END DESC,
      CASE WHEN s.stands = 'part' THEN r.effective_at END, CASE WHEN s.stands = 'part' THEN r.source_id END,
      r.effective_at DESC, r.id DESC`.execute(record.db);
  const standing = (where: ListRow['stands']) => rows.filter(({ stands }) => stands === where);
  const parts = Map.groupBy(standing('part'), ({ partOf }) => partOf);
  const items = standing('page').map((row) => ({ ...row, parts: parts.get(row.id) ?? [] }));
  return {
    page: { items, next: rows[0]?.more === true ? cursorOf(items.at(-1)) : undefined },
    fresh: { items: standing('new'), total: rows[0]?.news ?? 0 },
  };
}

/** As many as fill a page, counted with their parts; at least one. The patient's list counts so in its query. */
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

async function partsOf(record: ResultsRecord, whole: string): Promise<ResultItem[]> {
  const { rows } = await sql<ResultItem>`SELECT ${columns}, l.category, ${listContent} AS content
    FROM resource r ${release}
    WHERE ${visible(record)} AND r.part_of = ${whole}::uuid ORDER BY r.effective_at, r.source_id`.execute(record.db);
  return rows;
}

/** For the overview: the newest unopened results, and whether there is anything at all. One query. */
export async function newsOfResults(
  record: ResultsRecord,
  limit: number,
): Promise<{ items: ResultName[]; total: number; any: boolean }> {
  type Row = { any: boolean; total: number } & { [key in keyof ResultName]: ResultName[key] | null };
  // Whether a part's whole is visible is looked up only where the whole is not new itself.
  const { rows } = await sql<Row>`WITH recent AS MATERIALIZED (
      SELECT r.id, r.type, r.title, r.effective_on, r.part_of, r.visible_from FROM resource r
      WHERE ${ofPatient(record, 'r')} AND r.room = 'results' AND r.visible_from <= ${record.at}::timestamptz
        AND r.visible_from > ${newSince(record.at)}::timestamptz
    ), news AS MATERIALIZED (
      SELECT n.*, l.category FROM recent n
        JOIN (SELECT l.resource_id, l.category FROM result_release l WHERE ${ofPatient(record, 'l')}
          AND l.visible_from > ${newSince(record.at)}::timestamptz OFFSET 0) l ON l.resource_id = n.id
      WHERE n.id NOT IN (${openedHere(record)})
        AND (n.part_of IS NULL OR n.part_of NOT IN (SELECT id FROM recent) AND NOT EXISTS (SELECT FROM resource p
          WHERE ${ofPatient(record, 'p')} AND p.id = n.part_of))
    )
    SELECT CASE WHEN EXISTS (SELECT FROM recent) THEN true ELSE EXISTS (SELECT FROM result_release l
        WHERE ${ofPatient(record, 'l')} AND l.visible_from <= ${record.at}::timestamptz
          AND l.reason NOT IN ('withdrawn', 'cancelled')) END AS any,
      (SELECT count(*)::integer FROM news) AS total, n.id, n.type, n.title, n."effectiveOn", n.category
    FROM (SELECT) one LEFT JOIN (SELECT id, type, title, effective_on AS "effectiveOn", category, visible_from FROM news
      ORDER BY visible_from DESC, id DESC LIMIT ${limit}) n ON true
    ORDER BY n.visible_from DESC, n.id DESC`.execute(record.db);
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
  type Row = { [key in keyof Told]: Told[key] | null } & { category: string };
  const { rows } = await sql<Row>`WITH own AS MATERIALIZED (
      SELECT l.resource_id AS id, l.category, l.effective_on AS "effectiveOn", l.visible_from AS "visibleFrom", l.reason,
        l.announced FROM result_release l WHERE ${ofPatient(record, 'l')}
    )
    (SELECT id, category, "effectiveOn", "visibleFrom", reason FROM own
      WHERE "visibleFrom" > ${record.at}::timestamptz AND announced
        OR "visibleFrom" <= ${record.at}::timestamptz AND reason IN ('withdrawn', 'cancelled')
      ORDER BY "visibleFrom" LIMIT 50)
    UNION ALL
    SELECT DISTINCT NULL::uuid, category, NULL::date, NULL::timestamptz, NULL::text FROM own
      WHERE "visibleFrom" <= ${record.at}::timestamptz AND reason NOT IN ('withdrawn', 'cancelled')`.execute(record.db);
  const told = rows.filter((row): row is Told & Row => row.id !== null);
  return {
    coming: told.filter(({ visibleFrom }) => visibleFrom > record.at),
    withdrawn: told.filter(({ visibleFrom }) => visibleFrom <= record.at),
    categories: new Set(rows.filter(({ id }) => id === null).map(({ category }) => category)),
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
  const { rows } =
    await sql<Row>`SELECT ${columns}, l.category, r.code, r.content, p.id AS "holderId", p.title AS "holderTitle"
    FROM resource r ${release}
    LEFT JOIN resource p ON p.organisation_id = r.organisation_id AND p.id = r.part_of AND p.patient_id = r.patient_id
    WHERE ${visible(record)} AND r.id = ${id}::uuid`.execute(record.db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { holderId, holderTitle, ...item } = row;
  const parts = await partsOf(record, id);
  return { ...item, parts, holder: holderId === null ? undefined : { id: holderId, title: holderTitle } };
}

/** Earlier results of the same test and this one, oldest first (RE-10); none that is still new for this reader. */
export async function resultSeries(record: ResultsRecord, of: ResultDetail): Promise<ResultItem[]> {
  if (of.code === null || of.effectiveAt === null || of.type !== 'Observation') return [];
  const { rows } =
    await sql<ResultItem>`SELECT ${columns}, l.category, ${listContent} AS content FROM resource r ${release}
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
