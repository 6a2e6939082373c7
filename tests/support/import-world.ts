import type { sql } from 'kysely';
import { type ImportOptions, importResources } from '../../src/ehr/import';
import type { FhirResource } from '../../src/ehr/json';
import type { Incoming, Unreadable } from '../../src/ehr/read';
import type { ImportReport } from '../../src/ehr/report';
import { openPool, type Pool, type Transaction, transaction, uuidv7, withoutScope } from '../../src/platform/database';
import { fixedClock } from '../../src/platform/time';
import { loadPreset } from '../../src/policies';
import { type TestDatabase, withDatabase } from './database';

/** A database with one organisation, and the import into it. */
export interface ImportWorld {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly organisation: string;
  readonly clock: ReturnType<typeof fixedClock>;
  import(
    incoming: AsyncIterable<Incoming | Unreadable> | Iterable<Incoming | Unreadable>,
    options?: Partial<ImportOptions>,
  ): Promise<ImportReport>;
  /** Resources straight from the test. */
  take(resources: readonly FhirResource[], options?: Partial<ImportOptions>): Promise<ImportReport>;
  inside<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The same for another organisation. */
  insideOf<T>(organisation: string, run: (tx: Transaction) => Promise<T>): Promise<T>;
  rows<Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]>;
  close(): Promise<void>;
}

/** An organisation made from a preset, its policy in force since 2000. The clocks stand at `now`. */
export async function importWorld(preset: string, now = '2026-11-23T09:00:00Z'): Promise<ImportWorld> {
  const database = await withDatabase();
  const pool = openPool(database.workerUrl, { name: 'test', max: 3 });
  const organisation = await addOrganisation(pool, preset);
  const clock = fixedClock(now);
  const insideOf = <T>(id: string, run: (tx: Transaction) => Promise<T>) =>
    transaction(pool, { scope: 'system', organisation: id }, run);
  const inside = <T>(run: (tx: Transaction) => Promise<T>) => insideOf(organisation, run);
  const world: ImportWorld = {
    database,
    pool,
    organisation,
    clock,
    import: (incoming, options) =>
      importResources(pool, incoming, {
        organisation,
        source: 'test',
        demo: true,
        bsnVerified: true,
        careClock: clock,
        wallClock: clock,
        ...options,
      }),
    take: (resources, options) =>
      world.import(
        resources.map((resource) => ({ file: 'test', resource })),
        options,
      ),
    inside,
    insideOf,
    rows: (statement) => inside(async (tx) => (await statement.execute(tx.db)).rows),
    close: async () => {
      await pool.end();
      await database.close();
    },
  };
  return world;
}

/** Adds an organisation with a preset's policy. */
export async function addOrganisation(pool: Pool, preset: string, slug = preset): Promise<string> {
  const id = uuidv7();
  const db = withoutScope(pool);
  await db
    .insertInto('organisation')
    .values({ id, slug, created_at: new Date('2000-01-01T00:00:00Z') })
    .execute();
  await db
    .insertInto('policy_version')
    .values({
      organisation_id: id,
      version: 1,
      policy: JSON.stringify(loadPreset(preset)),
      valid_from: new Date('2000-01-01T00:00:00Z'),
      applied_by: 'preset',
    })
    .execute();
  return id;
}
