import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Brings an empty database to the newest schema. */
export async function migrateForTests(ownerUrl: string): Promise<void> {
  const folder = join(import.meta.dirname, '../../db/migrations');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const file of readdirSync(folder).sort()) await client.query(readFileSync(join(folder, file), 'utf8'));
  } finally {
    await client.end();
  }
}
