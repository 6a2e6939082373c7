import type { Transaction } from '../platform/database';
import {
  categoryOf,
  categoryOfReport,
  decideReleases,
  lockResults,
  policyAt,
  type ResultCategory,
  type ResultCode,
  type ResultRecord,
  type ResultStatus,
  releaseRow,
  type StoredRelease,
  saveReleases,
  storedDecisions,
  storedReleases,
} from '../results';
import { parseMoment, settingOf } from './extract';
import { at, type FhirResource, objectsOf, textAt, textOf } from './json';
import type { BatchOptions } from './options';
import { orderers } from './orderers';
import type { StoredRow } from './rows';

/** These have a release of their own; what else a report holds (images, specimens) goes with it. */
const RELEASED = new Set(['DiagnosticReport', 'Observation']);
const FINAL = new Set(['final', 'amended', 'corrected', 'appended']);

/** What was decided: to be written, or as the rows that would be. */
interface Releases {
  save(): Promise<void>;
  rows(): readonly ReturnType<typeof releaseRow>[];
}

/** Decides when the results among the rows become visible; sets `visible_from` and answers how to write the rest. */
export async function releaseResults(
  tx: Transaction,
  rows: ReadonlyMap<string, StoredRow>,
  options: BatchOptions,
  now: Date,
): Promise<Releases> {
  const results = [...rows.values()].filter(({ room }) => room === 'results');
  if (results.length === 0) return { save: async () => undefined, rows: () => [] };
  const { organisation } = options;
  const present = results.filter(({ state }) => state !== 'new').map(({ id }) => id);
  await lockResults(tx, organisation, present);
  const before = await storedReleases(tx, organisation, present);
  const decisions = await storedDecisions(tx, organisation, present);
  const orderedBy = await orderers(tx, results, rows, options);
  const released = results.filter(({ type }) => RELEASED.has(type));
  const categories = reportCategories(released, rows, options, now);
  const records = released.map((row) =>
    recordOf(row, rows, {
      before: before.get(row.id),
      category: categories.get(row.id) ?? 'unknown',
      orderer: orderedBy.get(row.id) ?? 'own',
      options,
    }),
  );
  const outcomes = decideReleases(records, decisions, options.policy.timeline);
  for (const row of released) row.visible_from = outcomes.get(row.id)?.visibleFrom ?? null;
  for (const row of results)
    if (!RELEASED.has(row.type)) row.visible_from = rows.get(row.part_of ?? '')?.visible_from ?? null;
  return {
    save: () => saveReleases(tx, organisation, records, outcomes),
    rows: () => records.map((record) => releaseRow(record, outcomes.get(record.id))),
  };
}

/** Every code that may say what kind of result it is. */
export const codesOf = (resource: FhirResource): ResultCode[] =>
  [...objectsOf(resource.code), ...objectsOf(resource.category)].flatMap((concept) =>
    objectsOf(concept.coding).flatMap(({ system, code }) =>
      textOf(code) === undefined ? [] : [{ code: textOf(code) ?? '', system: textOf(system) }],
    ),
  );

/** Own category of each, and of what holds others the one that asks most care of all it holds. */
function reportCategories(
  released: readonly StoredRow[],
  rows: ReadonlyMap<string, StoredRow>,
  { policy }: BatchOptions,
  now: Date,
): Map<string, ResultCategory> {
  const table = policyAt(policy.timeline, now).results.categories;
  const own = new Map(released.map((row) => [row.id, categoryOf(codesOf(row.content), table)]));
  const held = new Map<string, ResultCategory[]>();
  for (const row of released) {
    const seen = new Set([row.id]);
    for (let up = row.part_of; up !== null && !seen.has(up); up = rows.get(up)?.part_of ?? null) {
      seen.add(up);
      held.set(up, [...(held.get(up) ?? []), own.get(row.id) ?? 'unknown']);
    }
  }
  return new Map(released.map(({ id }) => [id, categoryOfReport(own.get(id) ?? 'unknown', held.get(id) ?? [])]));
}

interface Given {
  readonly before: StoredRelease | undefined;
  readonly category: ResultCategory;
  readonly orderer: 'own' | 'gp';
  readonly options: BatchOptions;
}

function recordOf(row: StoredRow, rows: ReadonlyMap<string, StoredRow>, given: Given): ResultRecord {
  const { before, category, orderer, options } = given;
  const { content } = row;
  const issued = parseMoment(textOf(content.issued))?.at;
  // The clock of a version starts when it became known: a later touch of the same version does not move it.
  const received = before === undefined ? firstKnown(row, category) : row.updated_at;
  const knownAt = issued ?? (row.state === 'changed' || before === undefined ? received : before.knownAt);
  const status = (textOf(content.status) ?? 'unknown') as ResultStatus;
  const finalNow = FINAL.has(status) ? (before?.finalAt ?? knownAt) : null;
  const encounter = visitOf(row, rows);
  return {
    id: row.id,
    patientId: row.patient_id,
    partOf: row.part_of,
    status,
    codes: codesOf(content),
    category,
    setting: encounter === undefined ? 'outpatient' : settingOf(at(encounter.content, 'class')),
    orderer,
    location: row.location,
    effectiveOn: row.effective_on,
    knownAt,
    finalAt: finalNow,
    dischargedAt: parseMoment(textAt(encounter?.content, 'period', 'end'))?.at ?? null,
    policyVersion:
      row.state !== 'changed' && before ? before.policyVersion : policyAt(options.policy.timeline, knownAt).version,
    earlierVisibleFrom: earlier(row, before),
  };
}

/** A test of longer ago than this was not new when the message came. */
const OLD_DAYS = 60;

/**
 * When a result without `issued` became known: when it was received. A first load of an existing record would so hide
 * years of results that were long discussed; what is old and of a known kind therefore counts from the day of the
 * test. An unknown kind does not: it may be a new finding in old material (docs/decisions, release of results).
 */
function firstKnown(row: StoredRow, category: ResultCategory): Date {
  const { effective_at: tested, received_at: received } = row;
  const old = tested !== null && received.getTime() - tested.getTime() > OLD_DAYS * 86_400_000;
  return old && (category === 'chemistry' || category === 'haematology') ? tested : received;
}

function earlier(row: StoredRow, before: StoredRelease | undefined): Date | null {
  if (before === undefined) return null;
  return row.state === 'changed' || before.reason === 'as-earlier-version' ? before.visibleFrom : null;
}

/** The encounter that a result belongs to, or that what holds it belongs to. */
function visitOf(row: StoredRow, rows: ReadonlyMap<string, StoredRow>): StoredRow | undefined {
  const seen = new Set<string>();
  for (let here: StoredRow | undefined = row; here !== undefined && !seen.has(here.id); ) {
    seen.add(here.id);
    if (here.encounter_id !== null) return rows.get(here.encounter_id);
    here = here.part_of === null ? undefined : rows.get(here.part_of);
  }
  return undefined;
}
