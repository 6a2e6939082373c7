/** What pages of this room read. Every function takes the record that the door opened. */
import type { Consent, ServiceRequest } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import type { OpenRecord } from '../access';
import { type EntryOf, type FhirType, resourcesOf, seen } from '../zib';
import { type ReportEntry, reportCodes } from './reports';

type TheRecord = OpenRecord<'record'>;

export const plansAndGoals = (record: TheRecord) => resourcesOf(record, 'record', ['CarePlan', 'Goal']);

export const plannedRequests = (record: TheRecord) =>
  resourcesOf(record, 'record', ['DeviceRequest', 'NutritionOrder', 'ServiceRequest', 'Task']);

export const serviceRequests = (record: TheRecord): Promise<EntryOf<'ServiceRequest'>[]> =>
  resourcesOf(record, 'record', ['ServiceRequest']);

export const consents = (record: TheRecord): Promise<EntryOf<'Consent'>[]> =>
  resourcesOf(record, 'record', ['Consent']);

export const reportsOnPage = 30;

/** Where the next page of reports begins. */
export interface ReportCursor {
  readonly at: Date;
  readonly id: string;
}

const report = sql`(r.type = 'ClinicalImpression' OR r.type = 'Composition'
  AND r.code = ANY (${[...reportCodes]}::text[]))`;

/** Reports without their text, newest first; what has no date last. */
export async function reportPage(record: TheRecord, after: ReportCursor | undefined): Promise<ReportEntry[]> {
  const beyond =
    after === undefined
      ? sql``
      : sql`AND (coalesce(r.effective_at, '-infinity'), r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } =
    await sql<ReportEntry>`SELECT r.id, r.type, r.title, r.status, r.code, r.effective_at AS "effectiveAt",
      r.effective_on AS "effectiveOn", r.source, r.received_at AS "receivedAt", r.location,
      r.encounter_id AS "encounterId", r.part_of AS "partOf", r.visible_from AS "visibleFrom",
      r.kept_from AS "keptFrom", r.content - 'text' - 'section' AS content
    FROM resource r WHERE ${seen(record, 'record')} AND ${report} ${beyond}
    ORDER BY coalesce(r.effective_at, '-infinity') DESC, r.id DESC LIMIT ${reportsOnPage + 1}`.execute(record.db);
  return rows;
}

/** For the index of the record. */
export async function countReports(record: TheRecord): Promise<{ count: number; newest: string | null }> {
  const { rows } = await sql<{ count: number; newest: string | null }>`SELECT count(*)::integer AS count,
      max(r.effective_on) AS newest FROM resource r WHERE ${seen(record, 'record')} AND ${report}`.execute(record.db);
  return rows[0] ?? { count: 0, newest: null };
}

/** What tells entries of several kinds apart, and their day: the index counts without reading the rest. */
export interface Kind {
  readonly type: FhirType;
  readonly status: string | null;
  readonly content: Pick<Consent, 'scope' | 'category'> & Pick<ServiceRequest, 'code'>;
  readonly effectiveOn: string | null;
}

export async function kindsOf(record: TheRecord, types: readonly FhirType[]): Promise<Kind[]> {
  const { rows } = await sql<Kind>`SELECT r.type, r.status, r.effective_on AS "effectiveOn", jsonb_strip_nulls(
      jsonb_build_object('scope', r.content -> 'scope', 'category', r.content -> 'category', 'code', r.content -> 'code')
    ) AS content
    FROM resource r WHERE ${seen(record, 'record')} AND r.type = ANY (${[...types]}::text[])`.execute(record.db);
  return rows;
}
