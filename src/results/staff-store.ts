/** What the care team reads of results: all of them, with why the patient sees them from when. */
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import type { ReleaseReason } from './rules';
import { type Cursor, fitting, type ResultItem } from './store';

export interface Decided {
  readonly decision: 'released' | 'held' | 'withdrawn';
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface StaffResult extends ResultItem {
  readonly visibleFrom: Date | null;
  readonly because: ReleaseReason;
  readonly decided: Decided | undefined;
  readonly parts: readonly StaffResult[];
}

type Row = Omit<StaffResult, 'decided' | 'parts'> & {
  decision: Decided['decision'] | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
};

type ResultsRecord = OpenRecord<'results'>;

const columns = sql`r.id, r.type, r.title, r.status, r.effective_at AS "effectiveAt", r.effective_on AS "effectiveOn",
  r.part_of AS "partOf", l.category, r.visible_from AS "visibleFrom", l.reason AS because, d.decision,
  d.reason AS "decisionReason", d.employee_name AS "decidedBy", d.decided_at AS "decidedAt"`;

const tables = sql`resource r
  JOIN result_release l ON l.organisation_id = r.organisation_id AND l.resource_id = r.id
  LEFT JOIN LATERAL (SELECT d.decision, d.reason, d.employee_name, d.decided_at FROM result_decision d
    WHERE d.organisation_id = r.organisation_id AND d.resource_id = r.id
    ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) d ON true`;

const listContent = sql`r.content - ARRAY['presentedForm', 'text', 'contained', 'meta']`;

const own = (record: ResultsRecord) =>
  sql`r.organisation_id = ${record.organisation}::uuid AND r.patient_id = ${record.owner.id}::uuid AND r.room = 'results'`;

/** Newest first, about forty rows. */
export async function staffPage(
  record: ResultsRecord,
  after: Cursor | undefined,
): Promise<{ items: StaffResult[]; next: Cursor | undefined }> {
  const { rows } = await sql<Row & { parts: number }>`WITH page AS MATERIALIZED (
      SELECT r.id, (SELECT count(*) FROM resource m WHERE m.organisation_id = ${record.organisation}::uuid
          AND m.patient_id = ${record.owner.id}::uuid AND m.part_of = r.id)::integer AS parts
      FROM resource r WHERE ${own(record)} AND r.part_of IS NULL AND r.type IN ('DiagnosticReport', 'Observation')
        ${after === undefined ? sql`` : sql`AND (r.effective_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY r.effective_at DESC, r.id DESC LIMIT 41)
    SELECT ${columns}, ${listContent} AS content, page.parts FROM page, ${tables}
    WHERE r.id = page.id AND ${own(record)} ORDER BY r.effective_at DESC, r.id DESC`.execute(record.db);
  const shown = fitting(rows);
  const parts = await partsOf(
    record,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  const more = rows.length > shown.length && last !== undefined;
  return {
    items: shown.map((row) => withParts(row, parts)),
    next: more ? { at: last.effectiveAt ?? new Date('9999-12-31T00:00:00Z'), id: last.id } : undefined,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One result of this patient, for a decision. */
export async function staffResult(record: ResultsRecord, id: string): Promise<StaffResult | undefined> {
  if (!uuid.test(id)) return undefined;
  const { rows } = await sql<Row>`SELECT ${columns}, ${listContent} AS content
    FROM ${tables} WHERE ${own(record)} AND r.id = ${id}::uuid`.execute(record.db);
  return rows[0] && withParts(rows[0], await partsOf(record, [id]));
}

async function partsOf(record: ResultsRecord, ids: readonly string[]): Promise<StaffResult[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`SELECT ${columns}, ${listContent} AS content
    FROM ${tables} WHERE ${own(record)} AND r.part_of = ANY (${[...ids]}::uuid[])
    ORDER BY r.effective_at, r.source_id`.execute(record.db);
  return rows.map((row) => withParts(row, []));
}

function withParts(row: Row, parts: readonly StaffResult[]): StaffResult {
  const { decision, decisionReason, decidedBy, decidedAt, ...result } = row;
  const decided =
    decision === null || decidedAt === null
      ? undefined
      : { decision, reason: decisionReason, by: decidedBy ?? '', at: decidedAt };
  return { ...result, decided, parts: parts.filter(({ partOf }) => partOf === row.id) };
}
