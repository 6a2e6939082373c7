import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from './transaction';

type Cell = string | number | boolean | Date | null | readonly string[] | object;

/** One value in COPY's text format. */
function cell(value: Cell): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'object' ? quoted(JSON.stringify(value)) : String(value);
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const quoted = (text: string) => text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found);

/**
 * Writes rows through COPY, all with the columns of the first. PostgreSQL does not COPY into a table with row-level
 * security, so they go into a temporary table of the same shape and from there by one INSERT that the policies check.
 * The login needs TEMPORARY on the database (the demo's worker and the bench have it).
 */
export async function copyRows(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const list = columns.join(', ');
  await tx.client.query(`CREATE TEMP TABLE stage ON COMMIT DROP AS SELECT ${list} FROM ${table} WITH NO DATA`);
  const lines = (rows as readonly Record<string, Cell>[]).map(
    (row) => `${columns.map((column) => cell(row[column] ?? null)).join('\t')}\n`,
  );
  const chunks = Array.from({ length: Math.ceil(lines.length / 1000) }, (_, index) =>
    Buffer.from(lines.slice(index * 1000, (index + 1) * 1000).join('')),
  );
  await pipeline(Readable.from(chunks), tx.client.query(copyFrom(`COPY stage (${list}) FROM STDIN`)));
  await tx.client.query(`INSERT INTO ${table} (${list}) SELECT ${list} FROM stage`);
  await tx.client.query('DROP TABLE stage');
}
