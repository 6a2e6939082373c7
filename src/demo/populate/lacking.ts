/** How many of the invented people are there. Apart from what makes them: each start asks this. */

import type { Config } from '../../platform/config';
import { databaseUrl } from '../../platform/config';
import { openPool, type Pool, transaction, withoutScope } from '../../platform/database';

/** The source that they come from. */
export const POPULATE_SOURCE = 'populate';

export interface Lacking {
  readonly organisation: string;
  readonly slug: string;
  readonly present: number;
}

/** The organisations of the demonstration that have fewer than they should. */
export async function lacking(worker: Pool, wanted: number): Promise<Lacking[]> {
  const organisations = await withoutScope(worker)
    .selectFrom('organisation')
    .select(['id', 'slug'])
    .orderBy('created_at')
    .execute();
  const found: Lacking[] = [];
  for (const { id, slug } of organisations) {
    const present = await transaction(worker, { scope: 'system', organisation: id }, async ({ db }) => {
      const { count } = await db
        .selectFrom('patient')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('organisation_id', '=', id)
        .where('source', '=', POPULATE_SOURCE)
        .executeTakeFirstOrThrow();
      return Number(count);
    });
    if (present < wanted) found.push({ organisation: id, slug, present });
  }
  return found;
}

export async function lacksPeople(config: Config): Promise<boolean> {
  const { demoPatients = 0 } = config;
  if (demoPatients === 0) return false;
  const worker = openPool(databaseUrl(config, 'worker'), { name: 'demo', max: 1 });
  try {
    return (await lacking(worker, demoPatients)).length > 0;
  } finally {
    await worker.end();
  }
}
