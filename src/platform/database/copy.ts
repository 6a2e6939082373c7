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
const SPECIAL = /[\\\n\r\t]/;
const quoted = (text: string) =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found) : text;

/**
 * Writes rows through COPY, all with the columns of the first; `same` gives columns that are the same in every row,
 * `without` properties of the rows that are no columns.
 * PostgreSQL does not COPY into a table with row-level security, so they go into a temporary table of the same shape
 * and from there by one INSERT that the policies check. The login needs TEMPORARY on the database (the demo's worker
 * and the bench have it).
 */
export async function copyRows(
  tx: Transaction,
  table: string,
  rows: readonly object[],
  same: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first).filter((name) => !without.includes(name));
  const list = columns.join(', ');
  await tx.client.query(`CREATE TEMP TABLE stage ON COMMIT DROP AS SELECT ${list} FROM ${table} WITH NO DATA`);
  await pipeline(
    Readable.from(chunks(rows as readonly Record<string, Cell>[], columns)),
    tx.client.query(copyFrom(`COPY stage (${list}) FROM STDIN`)),
  );
  const more = Object.keys(same);
  const into = [...more, ...columns].join(', ');
  const from = [...more.map((_, place) => `$${place + 1}`), ...columns].join(', ');
  await tx.client.query(`INSERT INTO ${table} (${into}) SELECT ${from} FROM stage`, Object.values(same));
  await tx.client.query('DROP TABLE stage');
}

const AT_ONCE = 500;

function* chunks(rows: readonly Record<string, Cell>[], columns: readonly string[]): Generator<Buffer> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    let text = '';
    for (const row of rows.slice(from, from + AT_ONCE)) {
      for (let place = 0; place < columns.length; place++)
        text += `${place === 0 ? '' : '\t'}${cell(row[columns[place] ?? ''] ?? null)}`;
      text += '\n';
    }
    yield Buffer.from(text);
  }
}
