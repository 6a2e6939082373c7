import type { Socket } from 'node:net';
import { type Client, Pool, type PoolClient, types } from 'pg';
import { parseJsonb } from '../json';

export type { Pool, PoolClient } from 'pg';

const DATE = 1082;
const INT8 = 20;
const JSONB = 3802;

/**
 * Calendar dates stay ISO strings (a Date would move them across time zones); counts fit in a number; how a measured
 * value was written can be asked for (`writtenAs`).
 */
const parsers: { getTypeParser: typeof types.getTypeParser } = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return Number;
    if (oid === JSONB) return parseJsonb;
    return types.getTypeParser(oid, format as 'text');
  }) as typeof types.getTypeParser,
};

export interface PoolOptions {
  /** Shows in pg_stat_activity. */
  readonly name: string;
  /** The number of connections. */
  readonly max?: number;
  /** Sends statements without waiting for the answer to the one before. Not for connections that COPY. */
  readonly pipelined?: boolean;
}

/** A pool for one login. */
export function openPool(url: string, options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: `inzage-${options.name}`,
    max: options.max ?? 8,
    pipeline: options.pipelined ?? false,
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

/** Whether it sends without waiting; the pool's clients are pg's own, which its types do not say. */
export const isPipelined = (client: PoolClient): boolean => (client as PoolClient & Pick<Client, 'pipeline'>).pipeline;

const gathering = new WeakMap<Socket, (() => void)[]>();

/**
 * What is sent on a pipelined connection in one turn of the event loop leaves in one write. Each write wakes a process of
 * the database, which costs more than the statement itself (measured: 40 % of a page's CPU when each went by itself).
 * `last` is done when everything else of this turn has been sent.
 */
export function gatherWrites(client: PoolClient, last?: () => void): void {
  if (!isPipelined(client)) {
    last?.();
    return;
  }
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let ends = gathering.get(stream);
  if (ends === undefined) {
    ends = [];
    gathering.set(stream, ends);
    stream.cork();
    setImmediate(() => {
      for (const end of gathering.get(stream) ?? []) end();
      gathering.delete(stream);
      stream.uncork();
    });
  }
  if (last !== undefined) ends.push(last);
}
