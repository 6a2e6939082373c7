import { sql } from 'kysely';
import type { Transaction } from '../platform/database';
import { asWritten, type FhirResource } from './json';
import { type SourceKey, sourceKey, splitKey } from './references';

/** What is known of a resource of a source. */
export interface Known {
  /** What references to it become; for a Patient: our patient. */
  readonly id: string;
  /** The row that holds it. */
  readonly rowId: string;
  readonly table: 'resource' | 'directory';
  readonly patientId: string | null;
  readonly hash: string;
  readonly version: number;
  /** What later versions keep. */
  readonly partOf: string | null;
  readonly receivedAt: Date | null;
}

/** A row of `resource`, as the import holds it in memory. */
export interface ResourceRow {
  id: string;
  patient_id: string;
  room: string;
  type: string;
  source: string;
  source_id: string;
  version: number;
  hash: string;
  content: FhirResource;
  extracted_by: number;
  status: string | null;
  code: string | null;
  title: string | null;
  effective_at: Date | null;
  effective_on: string | null;
  part_of: string | null;
  encounter_id: string | null;
  location: string | null;
  visible_from: Date | null;
  received_at: Date;
  updated_at: Date;
}

export interface DirectoryRow {
  id: string;
  type: string;
  source: string;
  source_id: string;
  version: number;
  hash: string;
  content: FhirResource;
  title: string | null;
  received_at: Date;
  updated_at: Date;
}

export interface OpenReference {
  readonly fromId: string;
  readonly patientId: string | null;
  readonly target: SourceKey;
}

export interface QuarantineRow {
  readonly id: string;
  readonly key: SourceKey;
  readonly patient: SourceKey | null;
  readonly content: FhirResource;
  readonly reason: string;
}

const columnsOf = (keys: Iterable<SourceKey>) => {
  const parts = [...keys].map(splitKey);
  return { types: parts.map(({ type }) => type), ids: parts.map(({ id }) => id) };
};

/**
 * Keys as rows. What is joined to it stands in a LATERAL … OFFSET 0: so each key is looked up in the index, also while
 * the tables have no statistics yet (a first import; measured 4 ms instead of 190 for 300 keys).
 */
const wanted = (types: readonly string[], ids: readonly string[]) =>
  sql`unnest(${types}::text[], ${ids}::text[]) AS w(type, source_id)`;

/** What the database has of these resources of a source. */
export async function lookUp(
  tx: Transaction,
  organisation: string,
  source: string,
  keys: ReadonlySet<SourceKey>,
): Promise<Map<SourceKey, Known>> {
  const { types, ids } = columnsOf(keys);
  const { rows } = await sql<{
    type: string;
    source_id: string;
    id: string;
    patient_id: string | null;
    hash: string;
    version: number;
    part_of: string | null;
    received_at: Date;
  }>`SELECT w.type, w.source_id, f.* FROM ${wanted(types, ids)}, LATERAL (
      SELECT id, patient_id, hash, version, part_of, received_at FROM resource r
        WHERE r.organisation_id = ${organisation} AND r.source = ${source} AND r.type = w.type
          AND r.source_id = w.source_id
      UNION ALL SELECT id, NULL, hash, version, NULL, received_at FROM directory_resource d
        WHERE d.organisation_id = ${organisation} AND d.source = ${source} AND d.type = w.type
          AND d.source_id = w.source_id OFFSET 0) f`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      sourceKey(row.type, row.source_id),
      {
        id: row.type === 'Patient' && row.patient_id !== null ? row.patient_id : row.id,
        rowId: row.id,
        table: row.patient_id === null ? 'directory' : 'resource',
        patientId: row.patient_id,
        hash: row.hash,
        version: row.version,
        partOf: row.part_of,
        receivedAt: row.received_at,
      },
    ]),
  );
}

/** Rows whose resource goes back as it was: with its numbers as they were written. */
const whole = <Row extends { content: FhirResource }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, content: asWritten(row.content) }));

const RESOURCE_COLUMNS = sql`id, patient_id, room, type, source, source_id, version, hash, content, extracted_by, status,
  code, title, effective_at, effective_on, part_of, encounter_id, location, visible_from, received_at, updated_at`;

const RESOURCE_RECORD = sql`(id uuid, patient_id uuid, room text, type text, source text, source_id text, version integer,
  hash text, content jsonb, extracted_by integer, status text, code text, title text, effective_at timestamptz,
  effective_on date, part_of uuid, encounter_id uuid, location text, visible_from timestamptz, received_at timestamptz,
  updated_at timestamptz)`;

/** The rows with these ids, and those that belong to them: members of a panel, and what was done in an encounter. */
export async function loadRows(
  tx: Transaction,
  organisation: string,
  by: { ids?: readonly string[]; partOf?: readonly string[]; encounters?: readonly string[] },
): Promise<ResourceRow[]> {
  const found: ResourceRow[] = [];
  const ask = async (column: 'id' | 'part_of' | 'encounter_id', ids: readonly string[] = []) => {
    if (ids.length === 0) return;
    const { rows } = await sql<ResourceRow>`SELECT ${RESOURCE_COLUMNS} FROM resource
      WHERE organisation_id = ${organisation} AND ${sql.ref(column)} = ANY (${ids}::uuid[])`.execute(tx.db);
    found.push(...whole(rows));
  };
  await ask('id', by.ids);
  await ask('part_of', by.partOf);
  await ask('encounter_id', by.encounters);
  return found;
}

/** Rows of a patient that name one of `ids` as a member: the other parents of a member that lost one. */
export async function loadParents(
  tx: Transaction,
  organisation: string,
  patient: string,
  member: string,
): Promise<ResourceRow[]> {
  const { rows } = await sql<ResourceRow>`SELECT ${RESOURCE_COLUMNS} FROM resource
    WHERE organisation_id = ${organisation} AND patient_id = ${patient} AND type IN ('DiagnosticReport', 'Observation')
      AND content::text LIKE ${`%/${member}"%`}`.execute(tx.db);
  return whole(rows);
}

/** Results of these patients that were done on one of these requests. */
export async function loadOrdered(
  tx: Transaction,
  organisation: string,
  requests: readonly { readonly id: string; readonly patient_id: string }[],
): Promise<ResourceRow[]> {
  if (requests.length === 0) return [];
  const { rows } = await sql<ResourceRow>`SELECT ${RESOURCE_COLUMNS} FROM resource
    WHERE organisation_id = ${organisation} AND patient_id = ANY (${requests.map((row) => row.patient_id)}::uuid[])
      AND type IN ('DiagnosticReport', 'Observation')
      AND content::text LIKE ANY (${requests.map(({ id }) => `%ServiceRequest/${id}"%`)}::text[])`.execute(tx.db);
  return whole(rows);
}

/** Requests by one of these directory resources or by somebody who works there. Looks through all requests: rare. */
export async function loadRequestsBy(
  tx: Transaction,
  organisation: string,
  ids: readonly string[],
): Promise<ResourceRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ResourceRow>`SELECT ${RESOURCE_COLUMNS} FROM resource
    WHERE organisation_id = ${organisation} AND type = 'ServiceRequest'
      AND split_part(content -> 'requester' ->> 'reference', '/', 2) IN (
        SELECT unnest(${ids}::text[]) UNION SELECT d.id::text FROM directory_resource d
          WHERE d.organisation_id = ${organisation} AND d.type = 'PractitionerRole'
            AND split_part(d.content -> 'organization' ->> 'reference', '/', 2) = ANY (${ids}::text[]))`.execute(tx.db);
  return whole(rows);
}

export async function loadDirectory(
  tx: Transaction,
  organisation: string,
  ids: readonly string[],
): Promise<DirectoryRow[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<DirectoryRow>`SELECT id, type, source, source_id, version, hash, content, title, received_at,
    updated_at FROM directory_resource WHERE organisation_id = ${organisation} AND id = ANY (${ids}::uuid[])`.execute(
      tx.db,
    );
  return whole(rows);
}

export async function insertRows(tx: Transaction, organisation: string, rows: readonly ResourceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`INSERT INTO resource (organisation_id, ${RESOURCE_COLUMNS})
    SELECT ${organisation}::uuid, ${RESOURCE_COLUMNS} FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS t ${RESOURCE_RECORD}`.execute(tx.db);
}

/** Writes rows that exist already. The version of before goes to `resource_version` where `replaced` names it. */
export async function updateRows(
  tx: Transaction,
  organisation: string,
  rows: readonly ResourceRow[],
  replaced: readonly string[],
): Promise<void> {
  if (replaced.length > 0)
    await sql`INSERT INTO resource_version (organisation_id, resource_id, version, patient_id, content, received_at)
      SELECT organisation_id, id, version, patient_id, content, updated_at FROM resource
      WHERE organisation_id = ${organisation} AND id = ANY (${replaced}::uuid[])`.execute(tx.db);
  if (rows.length === 0) return;
  await sql`UPDATE resource r SET room = t.room, version = t.version, hash = t.hash, content = t.content,
      extracted_by = t.extracted_by, status = t.status, code = t.code, title = t.title, effective_at = t.effective_at,
      effective_on = t.effective_on, part_of = t.part_of, encounter_id = t.encounter_id, location = t.location,
      visible_from = t.visible_from, updated_at = t.updated_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t ${RESOURCE_RECORD}
    WHERE r.organisation_id = ${organisation} AND r.id = t.id
      AND r.id = ANY (${rows.map(({ id }) => id)}::uuid[])`.execute(tx.db);
}

/** Adds or replaces directory resources. */
export async function saveDirectory(
  tx: Transaction,
  organisation: string,
  rows: readonly DirectoryRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`INSERT INTO directory_resource
      (organisation_id, id, type, source, source_id, version, hash, content, title, received_at, updated_at)
    SELECT ${organisation}::uuid, t.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (id uuid, type text,
      source text, source_id text, version integer, hash text, content jsonb, title text, received_at timestamptz,
      updated_at timestamptz)
    ON CONFLICT (organisation_id, id) DO UPDATE SET version = excluded.version, hash = excluded.hash,
      content = excluded.content, title = excluded.title, updated_at = excluded.updated_at`.execute(tx.db);
}

/** Replaces the open references of `from` by `open`. */
export async function saveOpenReferences(
  tx: Transaction,
  organisation: string,
  source: string,
  from: readonly string[],
  open: readonly OpenReference[],
): Promise<void> {
  if (from.length > 0)
    await sql`DELETE FROM open_reference WHERE organisation_id = ${organisation}
      AND from_id = ANY (${from}::uuid[])`.execute(tx.db);
  if (open.length === 0) return;
  const { types, ids } = columnsOf(open.map(({ target }) => target));
  await sql`INSERT INTO open_reference (organisation_id, from_id, patient_id, source, target_type, target_source_id)
    SELECT ${organisation}::uuid, t.f, t.p, ${source}, t.t, t.s FROM unnest(${open.map(({ fromId }) => fromId)}::uuid[],
      ${open.map(({ patientId }) => patientId)}::uuid[], ${types}::text[], ${ids}::text[]) AS t(f, p, t, s)`.execute(
    tx.db,
  );
}

/** Takes the open references to these targets away, and says who had them. */
export async function closeOpenReferences(
  tx: Transaction,
  organisation: string,
  source: string,
  targets: readonly SourceKey[],
): Promise<{ fromId: string; patientId: string | null; target: SourceKey }[]> {
  if (targets.length === 0) return [];
  const { types, ids } = columnsOf(targets);
  const { rows } = await sql<{ from_id: string; patient_id: string | null; type: string; id: string }>`
    DELETE FROM open_reference o USING (SELECT f.* FROM ${wanted(types, ids)}, LATERAL (
      SELECT from_id, target_type, target_source_id FROM open_reference x WHERE x.organisation_id = ${organisation}
        AND x.source = ${source} AND x.target_type = w.type AND x.target_source_id = w.source_id OFFSET 0) f) k
    WHERE o.organisation_id = ${organisation} AND o.from_id = k.from_id AND o.target_type = k.target_type
      AND o.target_source_id = k.target_source_id
    RETURNING o.from_id, o.patient_id, k.target_type AS type, k.target_source_id AS id`.execute(tx.db);
  return rows.map((row) => ({ fromId: row.from_id, patientId: row.patient_id, target: sourceKey(row.type, row.id) }));
}

/** Puts resources aside until their patient is known; the newest version of each is kept. */
export async function putAside(
  tx: Transaction,
  organisation: string,
  source: string,
  rows: readonly QuarantineRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const plain = rows.map(({ id, key, patient, content, reason }) => ({
    id,
    type: splitKey(key).type,
    source_id: splitKey(key).id,
    patient_type: patient === null ? null : splitKey(patient).type,
    patient_source_id: patient === null ? null : splitKey(patient).id,
    content,
    reason,
  }));
  await sql`INSERT INTO quarantine (organisation_id, source, received_at, id, type, source_id, patient_type,
      patient_source_id, content, reason)
    SELECT ${organisation}::uuid, ${source}, ${now}::timestamptz, t.* FROM jsonb_to_recordset(${JSON.stringify(plain)}::jsonb)
      AS t (id uuid, type text, source_id text, patient_type text, patient_source_id text, content jsonb, reason text)
    ON CONFLICT (organisation_id, source, type, source_id) DO UPDATE SET patient_type = excluded.patient_type,
      patient_source_id = excluded.patient_source_id, content = excluded.content, reason = excluded.reason`.execute(
    tx.db,
  );
}

/** What waits for these patients. */
export async function waitingFor(
  tx: Transaction,
  organisation: string,
  source: string,
  patients: readonly SourceKey[],
): Promise<{ key: SourceKey; content: FhirResource }[]> {
  if (patients.length === 0) return [];
  const { types, ids } = columnsOf(patients);
  const { rows } = await sql<{ type: string; source_id: string; content: FhirResource }>`
    SELECT f.* FROM ${wanted(types, ids)}, LATERAL (
      SELECT q.type, q.source_id, q.content FROM quarantine q WHERE q.organisation_id = ${organisation}
        AND q.source = ${source} AND q.patient_source_id = w.source_id AND q.patient_type = w.type OFFSET 0) f
    ORDER BY f.type, f.source_id`.execute(tx.db);
  return whole(rows).map((row) => ({ key: sourceKey(row.type, row.source_id), content: row.content }));
}

/** Takes resources out of the quarantine. */
export async function takeOut(
  tx: Transaction,
  organisation: string,
  source: string,
  keys: readonly SourceKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const { types, ids } = columnsOf(keys);
  await sql`DELETE FROM quarantine WHERE organisation_id = ${organisation} AND id = ANY (ARRAY (
    SELECT f.id FROM ${wanted(types, ids)}, LATERAL (
      SELECT q.id FROM quarantine q WHERE q.organisation_id = ${organisation} AND q.source = ${source}
        AND q.type = w.type AND q.source_id = w.source_id OFFSET 0) f))`.execute(tx.db);
}

/** Whose stored resources wait for these (open references): of each the patients, in no order. */
export async function patientsAwaiting(
  tx: Transaction,
  organisation: string,
  source: string,
  targets: readonly SourceKey[],
): Promise<{ target: SourceKey; patientId: string }[]> {
  if (targets.length === 0) return [];
  const { types, ids } = columnsOf(targets);
  const { rows } = await sql<{ type: string; source_id: string; patient_id: string }>`
    SELECT w.type, w.source_id, f.patient_id FROM ${wanted(types, ids)}, LATERAL (
      SELECT patient_id FROM open_reference o WHERE o.organisation_id = ${organisation} AND o.source = ${source}
        AND o.target_type = w.type AND o.target_source_id = w.source_id AND o.patient_id IS NOT NULL OFFSET 0) f`.execute(
    tx.db,
  );
  return rows.map((row) => ({ target: sourceKey(row.type, row.source_id), patientId: row.patient_id }));
}

/** Resources of these patients that name one of these files. */
export async function loadNaming(
  tx: Transaction,
  organisation: string,
  files: readonly { readonly id: string; readonly patient_id: string }[],
): Promise<ResourceRow[]> {
  if (files.length === 0) return [];
  const { rows } = await sql<ResourceRow>`SELECT ${RESOURCE_COLUMNS} FROM resource
    WHERE organisation_id = ${organisation} AND patient_id = ANY (${files.map((row) => row.patient_id)}::uuid[])
      AND type <> 'Binary' AND content::text LIKE ANY (${files.map(({ id }) => `%"Binary/${id}"%`)}::text[])`.execute(
    tx.db,
  );
  return whole(rows);
}
