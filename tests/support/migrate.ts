import { join } from 'node:path';
import { migrate } from '../../src/platform/database';
import { systemClock } from '../../src/platform/time';

/** Brings an empty database to the newest schema. */
export async function migrateForTests(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, join(import.meta.dirname, '../../db/migrations'), systemClock.now());
}
