import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { StartProblem } from '../process';

/** The database holds a schema that this program does not know, or a migration was changed after it ran. */
export class SchemaMismatch extends StartProblem {}

const LOCK = 7_483_911; // any constant: two migrating programs wait for each other

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

function migrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return { name: file.replace(/\.sql$/, ''), text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the database of `ownerUrl` up to the migrations in `folder`, each in a transaction, forward only; then makes
 * the log's partitions for the coming two years. The logins inzage_web and inzage_worker must exist.
 * Throws SchemaMismatch when the database knows migrations that this program does not.
 */
export async function migrate(ownerUrl: string, folder: string, now: Date): Promise<string[]> {
  const client = openClient(ownerUrl);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, hash text NOT NULL)');
    await client.query('GRANT SELECT ON migration TO inzage_web, inzage_worker');
    const done = await appliedMigrations(client);
    const known = migrations(folder);
    assertKnown(done, known);
    const applied: string[] = [];
    for (const migration of known.filter(({ name }) => !done.has(name))) {
      await client.query('BEGIN');
      await client.query(migration.text);
      await client.query('INSERT INTO migration (name, hash) VALUES ($1, $2)', [migration.name, migration.hash]);
      await client.query('COMMIT');
      applied.push(migration.name);
    }
    await makeLogPartitions(client, now);
    return applied;
  } finally {
    await client.end();
  }
}

/** Refuses to serve on a schema that is older or newer than the program. */
export async function assertSchemaKnown(url: string, folder: string): Promise<void> {
  const client = openClient(url);
  await client.connect();
  try {
    const done = await appliedMigrations(client);
    const known = migrations(folder);
    assertKnown(done, known);
    const missing = known.find(({ name }) => !done.has(name));
    if (missing) throw new SchemaMismatch(`The database misses the change "${missing.name}". Run: inzage migrate`);
  } finally {
    await client.end();
  }
}

/** A connection that breaks is told by the query that fails, not by an event that nobody hears. */
function openClient(connectionString: string): Client {
  return new Client({ connectionString }).on('error', () => undefined);
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>('SELECT name, hash FROM migration');
  return new Map(rows.map((row) => [row.name, row.hash]));
}

function assertKnown(done: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of done) {
    const here = hashes.get(name);
    if (here === undefined)
      throw new SchemaMismatch(
        `The database has the change "${name}" that this version does not know. Use a newer version.`,
      );
    if (here !== hash) throw new SchemaMismatch(`The change "${name}" was altered after it ran on this database.`);
  }
}

/** Partitions must exist before their month: made by the owner at each migrate, 24 months ahead. */
async function makeLogPartitions(client: Client, now: Date): Promise<void> {
  const start = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const day = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  for (let month = start; month < start + 24; month++)
    for (const table of ['audit_event', 'audit_entity'])
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${table}_${day(month).slice(0, 7).replace('-', '_')}
         PARTITION OF ${table} FOR VALUES FROM ('${day(month)}Z') TO ('${day(month + 1)}Z')`,
      );
}
