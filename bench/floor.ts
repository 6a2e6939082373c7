/**
 * The floor: the very statements of a page, sent by nothing but `pg`: BEGIN, scope, audit, queries, COMMIT with fsync.
 * They are recorded from the program itself, so the floor can't drift away from what the pages do.
 */
import { Client } from 'pg';
import { type Pool, uuidv7 } from '../src/platform/database';

interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}
export type Recording = readonly Sent[];

/** Notes what a pool's connections send from now on; `take` gives it and starts anew. */
export function record(pool: Pool): { take(): Recording } {
  let sent: Sent[] = [];
  const connect = pool.connect.bind(pool);
  const noted = new WeakSet<object>();
  pool.connect = (async () => {
    const client = await connect();
    if (!noted.has(client)) {
      noted.add(client);
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((...args: unknown[]) => {
        const [first] = args;
        sent.push(typeof first === 'string' ? { text: first } : (first as Sent));
        return query(...args);
      }) as typeof client.query;
    }
    return client;
  }) as typeof pool.connect;
  return {
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}

/** A line of the log is written once: a replay writes its own. */
function fresh(statement: Sent): Sent {
  if (statement.values === undefined || !statement.text.startsWith('INSERT INTO audit_event')) return statement;
  const values = [...statement.values];
  values[2] = uuidv7();
  return { ...statement, values };
}

/** Plays recordings `count` times over `concurrency` connections; gives the backends' process ids to `around`. */
export async function replay(
  url: string,
  recordings: readonly Recording[],
  count: number,
  concurrency: number,
  around: (backends: readonly number[], run: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const clients = Array.from(
    { length: concurrency },
    () => new Client({ connectionString: url, options: '-c timezone=UTC' }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const backends: number[] = [];
  for (const client of clients) {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    backends.push(rows[0]?.pid ?? 0);
    for (const statement of recordings[0] ?? []) await client.query(fresh(statement));
  }
  let next = 0;
  const play = async (client: Client) => {
    for (let index = next++; index < count; index = next++)
      for (const statement of recordings[index % recordings.length] ?? []) await client.query(fresh(statement));
    // A backend hands in its counters at leisure, unless it is asked to.
    await client.query('SELECT pg_stat_force_next_flush()');
    await client.query('SELECT 1');
  };
  await around(backends, async () => {
    await Promise.all(clients.map(play));
  });
  await Promise.all(clients.map((client) => client.end()));
}
