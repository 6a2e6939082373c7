import { sql } from 'kysely';
import { type Pool, type Transaction, transaction } from '../platform/database';
import type { Clock } from '../platform/time';
import { deriveAndSave } from './derive';
import { EXTRACTED_BY, extract } from './extract';
import type { FhirResource } from './json';
import type { BatchOptions } from './options';
import { loadImportPolicy } from './policy';
import type { StoredRow } from './rows';
import { loadRows } from './store';

const BATCH = 300;
const START = '00000000-0000-0000-0000-000000000000';

/**
 * Fills the columns of resources again that an older version of the program took from them, and the titles of the
 * directory; answers how many. What the source said stays as it is. It may be interrupted and repeated; the portal may
 * run meanwhile. `pool` is the worker's.
 */
export async function reindex(
  pool: Pool,
  organisation: string,
  careClock: Clock,
  progress?: (count: number) => void,
): Promise<number> {
  const inside = <T>(run: (tx: Transaction) => Promise<T>) => transaction(pool, { scope: 'system', organisation }, run);
  const policy = await inside((tx) => loadImportPolicy(tx, organisation));
  const options: BatchOptions = { organisation, source: '', demo: false, bsnVerified: false, policy };
  let count = await inside((tx) => retitle(tx, organisation));
  for (let after: string | undefined = START; after !== undefined; ) {
    const from: string = after;
    const done: readonly string[] = await inside((tx) => refill(tx, from, options, careClock.now()));
    count += done.length;
    after = done.at(-1);
    progress?.(count);
  }
  return count;
}

/** One batch, by id; answers which. */
async function refill(tx: Transaction, after: string, options: BatchOptions, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM resource WHERE organisation_id = ${options.organisation}
    AND id > ${after}::uuid AND extracted_by < ${EXTRACTED_BY} ORDER BY id LIMIT ${BATCH} FOR UPDATE`.execute(tx.db);
  const ids = rows.map(({ id }) => id);
  const found = await loadRows(tx, options.organisation, { ids });
  const touched = found.map((row): StoredRow => {
    const { status, code, title, effectiveAt, effectiveOn } = extract(row.content);
    const columns = { status, code, title, effective_at: effectiveAt, effective_on: effectiveOn };
    return { ...row, ...columns, extracted_by: EXTRACTED_BY, state: 'completed' };
  });
  await deriveAndSave(tx, touched, options, now);
  return ids;
}

/** The directory is small, and its titles are all that is taken from it. */
async function retitle(tx: Transaction, organisation: string): Promise<number> {
  const { rows } = await sql<{ id: string; content: FhirResource; title: string | null }>`SELECT id, content, title
    FROM directory_resource WHERE organisation_id = ${organisation}`.execute(tx.db);
  const changed = rows
    .map(({ id, content, title }) => ({ id, before: title, title: extract(content).title }))
    .filter(({ before, title }) => before !== title);
  if (changed.length === 0) return 0;
  await sql`UPDATE directory_resource d SET title = t.title
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS t (id uuid, title text)
    WHERE d.organisation_id = ${organisation} AND d.id = t.id`.execute(tx.db);
  return changed.length;
}
