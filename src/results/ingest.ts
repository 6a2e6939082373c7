/** Writes when results become visible: at import, when an encounter ends, and when a clinician decides. */
import { sql } from 'kysely';
import type { Transaction } from '../platform/database';
import type { ResultCategory } from './categories';
import type { ResultCode } from './category';
import { decideReleases, type ReleaseOutcome, type ResultRecord } from './family';
import type { ClinicianDecision, ReleaseReason, ResultStatus } from './rules';
import { policyTimeline } from './timeline';

/** A row of `result_release`, as import and pages keep it. */
export interface StoredRelease {
  readonly id: string;
  readonly knownAt: Date;
  readonly finalAt: Date | null;
  readonly visibleFrom: Date | null;
  readonly reason: ReleaseReason;
  readonly policyVersion: number;
}

/** The releases of results that are known already. */
export async function storedReleases(
  tx: Transaction,
  organisation: string,
  ids: readonly string[],
): Promise<Map<string, StoredRelease>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<StoredRelease>`SELECT resource_id AS id, known_at AS "knownAt", final_at AS "finalAt",
      visible_from AS "visibleFrom", reason, policy_version AS "policyVersion"
    FROM result_release WHERE organisation_id = ${organisation} AND resource_id = ANY (${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What clinicians decided about these results. */
export async function storedDecisions(
  tx: Transaction,
  organisation: string,
  ids: readonly string[],
): Promise<Map<string, ClinicianDecision[]>> {
  const found = new Map<string, ClinicianDecision[]>();
  if (ids.length === 0) return found;
  const { rows } = await sql<ClinicianDecision & { id: string }>`SELECT resource_id AS id, decision, decided_at AS at
    FROM result_decision WHERE organisation_id = ${organisation} AND resource_id = ANY (${ids}::uuid[])
    ORDER BY decided_at`.execute(tx.db);
  for (const { id, decision, at } of rows) found.set(id, [...(found.get(id) ?? []), { decision, at }]);
  return found;
}

/** Adds or replaces release rows; the resources' own `visible_from` is the caller's to write. System scope. */
export async function saveReleases(
  tx: Transaction,
  organisation: string,
  records: readonly ResultRecord[],
  outcomes: ReadonlyMap<string, ReleaseOutcome>,
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => releaseRow(record, outcomes.get(record.id)));
  await sql`INSERT INTO result_release (organisation_id, resource_id, patient_id, category, setting, orderer, location,
      known_at, final_at, discharged_at, policy_version, visible_from, reason, announced, effective_on)
    SELECT ${organisation}::uuid, t.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (resource_id uuid,
      patient_id uuid, category text, setting text, orderer text, location text, known_at timestamptz,
      final_at timestamptz, discharged_at timestamptz, policy_version integer, visible_from timestamptz, reason text,
      announced boolean, effective_on date)
    ON CONFLICT (organisation_id, resource_id) DO UPDATE SET category = excluded.category, setting = excluded.setting,
      orderer = excluded.orderer, location = excluded.location, known_at = excluded.known_at,
      final_at = excluded.final_at, discharged_at = excluded.discharged_at, policy_version = excluded.policy_version,
      visible_from = excluded.visible_from, reason = excluded.reason, announced = excluded.announced,
      effective_on = excluded.effective_on`.execute(tx.db);
}

/** The columns of one release row, in the order of the statement above and of the bulk loader. */
export function releaseRow(record: ResultRecord, outcome: ReleaseOutcome | undefined) {
  if (outcome === undefined) throw new Error('a result without a decision on its release');
  return {
    resource_id: record.id,
    patient_id: record.patientId,
    category: record.category,
    setting: record.setting,
    orderer: record.orderer,
    location: record.location,
    known_at: record.knownAt,
    final_at: record.finalAt,
    discharged_at: record.dischargedAt,
    policy_version: record.policyVersion,
    visible_from: outcome.toldFrom,
    reason: outcome.reason,
    announced: outcome.announced,
    effective_on: record.effectiveOn,
  };
}

interface StoredRecord {
  id: string;
  patient_id: string;
  part_of: string | null;
  status: ResultStatus;
  codes: ResultCode[] | null;
  category: ResultCategory;
  setting: ResultRecord['setting'];
  orderer: ResultRecord['orderer'];
  location: string | null;
  known_at: Date;
  final_at: Date | null;
  discharged_at: Date | null;
  policy_version: number;
  effective_on: string | null;
  visible_from: Date | null;
  reason: ReleaseReason;
}

/**
 * Decides anew about these results and everything in the same report, from the facts that are stored: call it in the
 * transaction that wrote a decision. Works with the record scope of staff (right `results`) and with the system's.
 */
export async function applyRelease(
  tx: Transaction,
  organisation: string,
  resourceIds: readonly string[],
): Promise<void> {
  const stored = await loadFamilies(tx, organisation, resourceIds);
  if (stored.length === 0) return;
  const records = stored.map(recordOf);
  const ids = records.map(({ id }) => id);
  const decisions = await storedDecisions(tx, organisation, ids);
  const outcomes = decideReleases(records, decisions, await policyTimeline(tx, organisation));
  const rows = records.map(({ id }) => {
    const outcome = outcomes.get(id);
    return {
      id,
      visible: outcome?.visibleFrom ?? null,
      told: outcome?.toldFrom ?? null,
      reason: outcome?.reason ?? 'awaits-result',
      announced: outcome?.announced ?? false,
    };
  });
  const values = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS t (id uuid, visible timestamptz, told timestamptz, reason text, announced boolean)`;
  await sql`UPDATE result_release r SET visible_from = t.told, reason = t.reason, announced = t.announced
    FROM ${values} WHERE r.organisation_id = ${organisation} AND r.resource_id = t.id
      AND r.resource_id = ANY (${ids}::uuid[])`.execute(tx.db);
  await sql`UPDATE resource r SET visible_from = t.visible FROM ${values}
    WHERE r.organisation_id = ${organisation} AND r.id = t.id AND r.id = ANY (${ids}::uuid[])`.execute(tx.db);
  // Images and the like have no release of their own: they go with the report that holds them.
  await sql`UPDATE resource m SET visible_from = h.visible_from FROM resource h
    WHERE m.organisation_id = ${organisation} AND h.organisation_id = ${organisation} AND m.part_of = h.id
      AND h.id = ANY (${ids}::uuid[]) AND m.type NOT IN ('DiagnosticReport', 'Observation')`.execute(tx.db);
}

/** `family`: the results with everything above and below them in their reports. */
const familyOf = (organisation: string, ids: readonly string[]) => sql`WITH RECURSIVE up AS (
      SELECT id, part_of FROM resource WHERE organisation_id = ${organisation} AND id = ANY (${ids}::uuid[])
      UNION SELECT r.id, r.part_of FROM resource r JOIN up ON r.id = up.part_of
        WHERE r.organisation_id = ${organisation}
    ), family AS (
      SELECT id FROM up
      UNION SELECT r.id FROM resource r JOIN family f ON r.part_of = f.id WHERE r.organisation_id = ${organisation}
    )`;

/**
 * Keeps everybody else from deciding about these results until the transaction ends. Ask it before the facts are read:
 * an import and a clinician at the same moment would each write what follows from half of them, and a result that was
 * just held back would show.
 */
export async function lockResults(tx: Transaction, organisation: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // In one order, so that two who wait never wait for each other.
  await sql`${familyOf(organisation, ids)} SELECT r.id FROM resource r
    WHERE r.organisation_id = ${organisation} AND r.id IN (SELECT id FROM family)
    ORDER BY r.id FOR NO KEY UPDATE`.execute(tx.db);
}

async function loadFamilies(tx: Transaction, organisation: string, ids: readonly string[]): Promise<StoredRecord[]> {
  const { rows } = await sql<StoredRecord>`
    ${familyOf(organisation, ids)}
    SELECT r.id, r.patient_id, r.part_of, r.status, l.category, l.setting, l.orderer, l.location, l.known_at, l.final_at,
      l.discharged_at, l.policy_version, l.effective_on, l.visible_from, l.reason,
      jsonb_path_query_array(r.content, '$.code.coding[*]') || jsonb_path_query_array(r.content, '$.category[*].coding[*]')
        AS codes
    FROM family JOIN resource r ON r.organisation_id = ${organisation} AND r.id = family.id
    JOIN result_release l ON l.organisation_id = ${organisation} AND l.resource_id = r.id`.execute(tx.db);
  return rows;
}

const recordOf = (row: StoredRecord): ResultRecord => ({
  id: row.id,
  patientId: row.patient_id,
  partOf: row.part_of,
  status: row.status,
  codes: row.codes ?? [],
  category: row.category,
  setting: row.setting,
  orderer: row.orderer,
  location: row.location,
  effectiveOn: row.effective_on,
  knownAt: row.known_at,
  finalAt: row.final_at,
  dischargedAt: row.discharged_at,
  policyVersion: row.policy_version,
  earlierVisibleFrom: row.reason === 'as-earlier-version' ? row.visible_from : null,
});
