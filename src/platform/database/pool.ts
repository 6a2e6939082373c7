import { Pool, types } from 'pg';

export type { Pool, PoolClient } from 'pg';

const DATE = 1082;
const INT8 = 20;

/** Calendar dates stay ISO strings (a Date would move them across time zones); counts fit in a number. */
const parsers: { getTypeParser: typeof types.getTypeParser } = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return Number;
    return types.getTypeParser(oid, format as 'text');
  }) as typeof types.getTypeParser,
};

/** A pool for one login. `name` shows in pg_stat_activity; `max` is the number of connections. */
export function openPool(url: string, options: { name: string; max?: number }): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: `inzage-${options.name}`,
    max: options.max ?? 8,
    types: parsers,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  });
  // A connection that breaks (database restarted) must not end the process, be it idle or in use: whoever uses it learns
  // it from the query that fails, and the next use opens a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
