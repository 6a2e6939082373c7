/** What rooms read of the record: FHIR resources of the open patient, as this viewer may see them. */
import type { Resource } from '@medplum/fhirtypes';
import { type RawBuilder, sql } from 'kysely';
import { keptFrom, type OpenRecord, type RecordRight } from '../access';
import { isUuid } from '../platform/database';

export type FhirType = Resource['resourceType'];

type ByType = { readonly [T in FhirType]: Extract<Resource, { resourceType: T }> };

/** The FHIR resource of a type. */
export type ResourceOf<T extends FhirType> = ByType[T];

/** One resource of the record, of whatever type. */
export interface AnyEntry {
  readonly id: string;
  readonly type: FhirType;
  readonly title: string | null;
  readonly status: string | null;
  /** 'system|code' of what it is about. */
  readonly code: string | null;
  readonly effectiveAt: Date | null;
  /** Its day in the Netherlands; the first day where the source gave a month or a year: show `content`'s own date. */
  readonly effectiveOn: string | null;
  readonly content: object;
  /** Which system it came from. */
  readonly source: string;
  readonly receivedAt: Date;
  readonly location: string | null;
  readonly encounterId: string | null;
  readonly partOf: string | null;
  /** For the care team: from when the patient's side sees it; null is not (yet). */
  readonly visibleFrom: Date | null;
  readonly keptFrom: readonly string[];
}

/** One resource of a type. References in `content` name our own identifiers where the other one is here. */
export interface Entry<T extends FhirType = FhirType> extends AnyEntry {
  readonly type: T;
  readonly content: ResourceOf<T>;
}

/** Entries of several types: which type, which content. */
export type EntryOf<T extends FhirType> = T extends FhirType ? Entry<T> : never;

export interface EntryWish {
  /** At most so many, newest first; 500 unless said otherwise. */
  readonly limit?: number | undefined;
  /** Only those of these codes ('system|code'). */
  readonly codes?: readonly string[] | undefined;
}

/**
 * What this viewer may see of one room, as SQL over `resource r`: of this patient, never what was entered in error; for
 * the patient's side what is visible by now and not kept apart from this kind of reader.
 */
export function seen<Room extends RecordRight>(record: OpenRecord<NoInfer<Room>>, room: Room): RawBuilder<unknown> {
  const own = sql`r.organisation_id = ${record.organisation}::uuid AND r.patient_id = ${record.owner.id}::uuid
    AND r.room = ${room} AND r.status IS DISTINCT FROM 'entered-in-error'`;
  if (record.kind === 'staff') return own;
  return sql`${own} AND r.visible_from <= ${record.at}::timestamptz
    AND NOT r.kept_from && ${[...keptFrom(record.kind)]}::text[]`;
}

const columns = sql`r.id, r.type, r.title, r.status, r.code, r.effective_at AS "effectiveAt",
  r.effective_on AS "effectiveOn", r.source, r.received_at AS "receivedAt", r.location,
  r.encounter_id AS "encounterId", r.part_of AS "partOf", r.visible_from AS "visibleFrom", r.kept_from AS "keptFrom"`;

/** A narrative is never shown, and the files of documents are heavy: a list goes without. */
const listContent = sql`r.content #- '{text,div}' #- '{content,0,attachment,data}'`;

/** Newest first, what has no date last. One query. */
export async function resourcesOf<Room extends RecordRight, T extends FhirType>(
  record: OpenRecord<NoInfer<Room>>,
  room: Room,
  types: readonly T[],
  { limit = 500, codes }: EntryWish = {},
): Promise<EntryOf<T>[]> {
  const ofCodes = codes === undefined ? sql`` : sql`AND r.code = ANY (${[...codes]}::text[])`;
  const { rows } = await sql<EntryOf<T>>`SELECT ${columns}, ${listContent} AS content FROM resource r
    WHERE ${seen(record, room)} AND r.type = ANY (${[...types]}::text[]) ${ofCodes}
    ORDER BY r.effective_at DESC NULLS LAST, r.id DESC LIMIT ${limit}`.execute(record.db);
  return rows;
}

/** One of them with all its content; undefined for what does not exist or may not be seen. */
export async function findResource<Room extends RecordRight, T extends FhirType>(
  record: OpenRecord<NoInfer<Room>>,
  room: Room,
  types: readonly T[],
  id: string,
): Promise<EntryOf<T> | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<EntryOf<T>>`SELECT ${columns}, r.content FROM resource r
    WHERE ${seen(record, room)} AND r.type = ANY (${[...types]}::text[]) AND r.id = ${id}::uuid`.execute(record.db);
  return rows[0];
}

/** Several of them with all their content, newest first; those that do not exist or may not be seen are not among them. */
export async function resourcesById<Room extends RecordRight, T extends FhirType>(
  record: OpenRecord<NoInfer<Room>>,
  room: Room,
  types: readonly T[],
  ids: readonly string[],
): Promise<EntryOf<T>[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<EntryOf<T>>`SELECT ${columns}, r.content FROM resource r
    WHERE ${seen(record, room)} AND r.type = ANY (${[...types]}::text[]) AND r.id = ANY (${[...ids]}::uuid[])
    ORDER BY r.effective_at DESC NULLS LAST, r.id DESC`.execute(record.db);
  return rows;
}

/** How many there are and the day of the newest; for the index of the record. */
export async function countOf<Room extends RecordRight>(
  record: OpenRecord<NoInfer<Room>>,
  room: Room,
  types: readonly FhirType[],
): Promise<{ count: number; newest: string | null }> {
  const { rows } = await sql<{ count: number; newest: string | null }>`SELECT count(*)::integer AS count,
      max(r.effective_on) AS newest FROM resource r
    WHERE ${seen(record, room)} AND r.type = ANY (${[...types]}::text[])`.execute(record.db);
  return rows[0] ?? { count: 0, newest: null };
}
