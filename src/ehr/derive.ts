import type { Transaction } from '../platform/database';
import { copyIn } from './copy-in';
import { encounterReference, memberReferences } from './extract';
import { followersOf, saveFollowers } from './followers';
import { objectsOf, textOf } from './json';
import type { BatchOptions } from './options';
import { linkMembers } from './panels';
import { locationOf, Names, placeReferences } from './places';
import { releaseResults } from './releases';
import { ownId, type StoredRow } from './rows';
import { insertRows, loadDirectory, loadOrdered, loadRows, type ResourceRow, updateRows } from './store';
import { plainVisibility, roomWith } from './visibility';

/**
 * Works out what follows from how resources hang together (panel, encounter, location, room, visibility) for these rows
 * and all that it changes for, and writes everything. What comes out depends on what is stored, never on the order in
 * which it came.
 */
export async function deriveAndSave(
  tx: Transaction,
  touched: readonly StoredRow[],
  options: BatchOptions,
  now: Date,
): Promise<void> {
  if (touched.length === 0) return;
  const { organisation } = options;
  const rows = new Map(touched.map((row) => [row.id, row]));
  if (!options.bulk) await loadNeighbours(tx, organisation, rows);
  const before = new Map(options.bulk ? [] : [...rows.values()].map((row) => [row.id, derivedText(row)]));
  await linkMembers(tx, organisation, rows);
  for (const row of rows.values()) row.encounter_id = encounterOf(row, rows);
  dateHolders(rows);
  const names = await directoryNames(tx, organisation, rows.values());
  for (const row of inOrder(rows)) settle(row, rows, names, options);
  const releases = await releaseResults(tx, rows, options, now);
  const all = [...rows.values()];
  if (options.bulk)
    return copyIn(tx, organisation, {
      resources: all,
      releases: releases.rows(),
      ...followersOf(all, names, options),
    });
  await insertRows(tx, organisation, all.filter(({ state }) => state === 'new').map(plain));
  const replaced = all.filter(({ state }) => state === 'changed').map(({ id }) => id);
  const differs = all.filter(
    (row) => row.state !== 'new' && (row.state !== 'nearby' || before.get(row.id) !== derivedText(row)),
  );
  await updateRows(tx, organisation, differs.map(plain), replaced);
  await releases.save();
  await saveFollowers(
    tx,
    all.filter(({ state }) => state !== 'nearby'),
    names,
    options,
    now,
  );
}

const plain = ({ state: _state, ...row }: StoredRow): ResourceRow => row;

const derivedText = (row: StoredRow) =>
  JSON.stringify([row.room, row.part_of, row.encounter_id, row.location, row.visible_from, row.effective_on]);

/** Reads until everything is there that one of the rows hangs on, or that hangs on one of them. */
async function loadNeighbours(tx: Transaction, organisation: string, rows: Map<string, StoredRow>): Promise<void> {
  const asked = new Set(rows.keys());
  const looked = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const above = [...rows.values()].flatMap(namedBy).filter((id) => !asked.has(id));
    // What was not stored before this batch can't have anything below it in the database.
    const below = [...rows.values()].filter(({ id, state }) => state !== 'new' && !looked.has(id));
    if (above.length === 0 && below.length === 0) return;
    for (const id of above) asked.add(id);
    for (const { id } of below) looked.add(id);
    const found = await loadRows(tx, organisation, {
      ids: [...new Set(above)],
      partOf: below.filter(({ type }) => type === 'DiagnosticReport' || type === 'Observation').map(({ id }) => id),
      encounters: below.filter(({ type, state }) => type === 'Encounter' && state !== 'nearby').map(({ id }) => id),
    });
    const requests = below.filter(({ type, state }) => type === 'ServiceRequest' && state !== 'nearby');
    found.push(...(await loadOrdered(tx, organisation, requests)));
    for (const row of found) if (!rows.has(row.id)) rows.set(row.id, { ...row, state: 'nearby' });
  }
}

function namedBy(row: StoredRow): string[] {
  const ids = [
    ownId(encounterReference(row.content), 'Encounter'),
    ...memberReferences(row.content).map((reference) => ownId(reference)),
    row.part_of ?? undefined,
    ...objectsOf(row.content.basedOn).map(({ reference }) => ownId(textOf(reference), 'ServiceRequest')),
  ];
  return ids.filter((id) => id !== undefined);
}

function encounterOf(row: StoredRow, rows: ReadonlyMap<string, StoredRow>): string | null {
  const id = ownId(encounterReference(row.content), 'Encounter');
  const encounter = id === undefined ? undefined : rows.get(id);
  if (row.state === 'nearby' && encounter === undefined) return row.encounter_id;
  return encounter?.patient_id === row.patient_id && encounter.type === 'Encounter' ? encounter.id : null;
}

const DATES = ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming', 'issued'];

/** A panel or report without a date of its own has that of the first of what it holds. */
function dateHolders(rows: ReadonlyMap<string, StoredRow>): void {
  const earliest = new Map<string, StoredRow>();
  for (const row of rows.values()) {
    if (row.part_of === null || row.effective_at === null) continue;
    const known = earliest.get(row.part_of)?.effective_at;
    if (known === undefined || known === null || row.effective_at < known) earliest.set(row.part_of, row);
  }
  for (const [id, { effective_at, effective_on }] of earliest) {
    const holder = rows.get(id);
    if (holder === undefined || DATES.some((name) => holder.content[name] !== undefined)) continue;
    Object.assign(holder, { effective_at, effective_on });
  }
}

/** Encounters first, then holders before what they hold. */
function inOrder(rows: ReadonlyMap<string, StoredRow>): StoredRow[] {
  const depth = (row: StoredRow): number => {
    if (row.type === 'Encounter') return 0;
    let levels = 1;
    for (let at = row; at.part_of !== null && levels < 12; levels++)
      at = rows.get(at.part_of) ?? { ...at, part_of: null };
    return levels;
  };
  return [...rows.values()]
    .map((row) => ({ row, depth: depth(row) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ row }) => row);
}

async function directoryNames(tx: Transaction, organisation: string, rows: Iterable<StoredRow>): Promise<Names> {
  const ids = new Set<string>();
  for (const { content, state } of rows) {
    if (state === 'nearby' && content.resourceType !== 'Encounter') continue;
    const actors = objectsOf(content.participant).flatMap(({ actor }) => objectsOf(actor));
    for (const reference of [...placeReferences(content), ...actors]) {
      const id = reference.display === undefined ? ownId(textOf(reference.reference)) : undefined;
      if (id !== undefined) ids.add(id);
    }
  }
  const directory = await loadDirectory(tx, organisation, [...ids]);
  return new Names(
    new Map(directory.flatMap(({ id, title }): [string, string][] => (title === null ? [] : [[id, title]]))),
  );
}

function settle(row: StoredRow, rows: ReadonlyMap<string, StoredRow>, names: Names, options: BatchOptions): void {
  const holder = row.part_of === null ? undefined : rows.get(row.part_of);
  const encounter = row.encounter_id === null ? undefined : rows.get(row.encounter_id);
  const stated = locationOf(placeReferences(row.content), options.policy.about, names);
  row.location = stated ?? encounter?.location ?? holder?.location ?? null;
  row.room = roomWith(row, holder);
  if (row.room !== 'results') row.visible_from = plainVisibility(row, options.policy);
}
