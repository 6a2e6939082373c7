import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Schema } from '../../../db/schema';
import { gatherWrites, isPipelined, type Pool, type PoolClient } from './pool';
import { type Scope, scopeStatements } from './scope';

const names = new Map<string, string>();

/** A prepared statement is named by the hash of its text: planned once a connection (1.4 × faster, measured). */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return name;
}

type Lease = () => Promise<{ client: PoolClient; release(): void }>;

class LeasedConnection implements DatabaseConnection {
  constructor(private readonly lease: Lease) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { client, release } = await this.lease();
    try {
      const result = await client.query({
        name: statementName(query.sql),
        text: query.sql,
        values: query.parameters as unknown[],
      });
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    } finally {
      release();
    }
  }

  // biome-ignore lint/correctness/useYield: required by the interface, streaming is not offered
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming queries are not offered');
  }
}

class LeasedDriver implements Driver {
  private readonly connection: LeasedConnection;
  constructor(lease: Lease) {
    this.connection = new LeasedConnection(lease);
  }
  async init() {}
  async acquireConnection() {
    return this.connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('transactions are opened by transaction() only');
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

const kysely = (lease: Lease) =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new LeasedDriver(lease),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  });

export interface Transaction {
  /** Queries of this transaction; throws once it has ended. */
  readonly db: Kysely<Schema>;
  /** A statement whose text is always the same, for what every page asks: nothing is built, it is sent at once. */
  send<R extends object>(text: string, values: readonly unknown[]): Promise<R[]>;
  /**
   * Narrows or changes the row-level scope for what follows. Sent at once and not waited for: the database does one
   * statement after the other, and a transaction with one that failed does nothing more and is never committed.
   */
  rescope(scope: Scope): void;
  /** What was sent and need not be waited for: unless it succeeds, nothing is committed. */
  behind(sent: Promise<unknown>): void;
  /**
   * Nothing is asked after this turn of the event loop: COMMIT leaves with what is asked in it, and nobody waits twice.
   * What is asked later meets a dead handle.
   */
  endWithThis(): void;
  /** The connection itself, for COPY; prepared statements go through `db`. */
  readonly client: PoolClient;
}

/**
 * Runs `run` in one transaction under a row-level scope. Commits when it returns, rolls back when it throws;
 * the handle is dead afterwards. Serialisation and connection failures reach the caller as they are.
 */
export async function transaction<T>(pool: Pool, scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const sent: Promise<unknown>[] = [];
  let ending: Promise<void> | undefined;
  const live = () => {
    if (ending !== undefined) throw new Error('this transaction has ended: a record handle was kept too long');
    gatherWrites(client);
    return client;
  };
  const behind = (promise: Promise<unknown>) => {
    // Heard below, before anything is given away; until then a failure is not nobody's.
    promise.catch(() => undefined);
    sent.push(promise);
  };
  const end = (): Promise<void> => {
    ending ??= commit(client);
    return ending;
  };
  const tx: Transaction = {
    db: kysely(async () => ({ client: live(), release: () => undefined })),
    send: async <R extends object>(text: string, values: readonly unknown[]) =>
      (await live().query<R>({ name: statementName(text), text, values: [...values] })).rows,
    rescope: (next) => behind(live().query(scopeStatements(next))),
    behind,
    endWithThis: () => gatherWrites(client, () => void end().catch(() => undefined)),
    get client() {
      return live();
    },
  };
  try {
    const begun = live().query(`BEGIN;${scopeStatements(scope)}`);
    behind(begun);
    if (!isPipelined(client)) await begun;
    const result = await run(tx);
    await Promise.all(sent);
    await end();
    client.release();
    return result;
  } catch (error) {
    ending ??= Promise.resolve();
    // A connection that can't even roll back is not given to the next request.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/** COMMIT of a transaction in which a statement failed is a ROLLBACK without an error: then nothing may be shown. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('a statement of this transaction failed, and nobody heard it');
}

const unscoped = new WeakMap<Pool, Kysely<Schema>>();

/** Single statements on tables without patient data (sessions, policies, directory); every other table refuses. */
export function withoutScope(pool: Pool): Kysely<Schema> {
  let db = unscoped.get(pool);
  if (db === undefined) {
    db = kysely(async () => {
      const client = await pool.connect();
      return { client, release: () => client.release() };
    });
    unscoped.set(pool, db);
  }
  return db;
}

/** One statement by itself whose text is always the same, on the same tables as `withoutScope`. */
export const sendAlone =
  (pool: Pool) =>
  async <R extends object>(text: string, values: readonly unknown[]): Promise<R[]> =>
    (await pool.query<R>({ name: statementName(text), text, values: [...values] })).rows;
