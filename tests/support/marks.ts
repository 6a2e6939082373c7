import { Client } from 'pg';
import { OWNER, socketUrl } from '../../src/platform/postgres';
import { databaseOf } from './program';

/** A table of our own beside the program's, to see which confirmed rows are kept. */
export const makeMarks = (data: string) =>
  onDatabase(data, (client) =>
    client.query('CREATE TABLE fault_mark (at timestamptz NOT NULL DEFAULT clock_timestamp())'),
  );

/** Writes rows, each confirmed by itself. */
export const mark = (data: string, rows = 1) =>
  onDatabase(data, async (client) => {
    for (let row = 0; row < rows; row += 1) await client.query('INSERT INTO fault_mark DEFAULT VALUES');
  });

export async function countMarks(data: string): Promise<number> {
  const { rows } = await onDatabase(data, (client) =>
    client.query<{ n: number }>('SELECT count(*)::int AS n FROM fault_mark'),
  );
  return rows[0]?.n ?? 0;
}

/** Opens the embedded database of a running program as its owner. */
export async function onDatabase<T>(data: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { socketFolder, password } = databaseOf(data);
  const client = new Client({ connectionString: socketUrl(socketFolder, 'inzage', OWNER, password) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
