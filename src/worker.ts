/** The worker process: what follows in the background. */
import { join } from 'node:path';
import { draftHours, sealLog } from './access';
import { loadOrganisations, type Organisation } from './organisations';
import { type Config, databaseUrl } from './platform/config';
import {
  assertSafeLogin,
  assertSchemaKnown,
  openPool,
  type Pool,
  transaction,
  withoutScope,
} from './platform/database';
import type { Keys } from './platform/keys';
import { type Log, openLog } from './platform/log';
import { every, type Service } from './platform/process';
import { systemClock } from './platform/time';
import { parsePolicy } from './policies';
import { startPrinting } from './printing';
import { keysOf } from './program';

const SEAL_MS = 60_000;
const CLEAN_MS = 3_600_000;
const HOUR = 3_600_000;

/** Seals the log each minute, clears what is past its time each hour, and makes documents. `folder`: the built programs. */
export async function startWorker(config: Config, folder: string): Promise<Service> {
  const url = databaseUrl(config, 'worker');
  await assertSchemaKnown(url, join(config.root, 'db/migrations'));
  const pool = openPool(url, { name: 'worker', max: 4 });
  await assertSafeLogin(pool);
  const log = openLog({ name: 'worker', level: config.log.level, ...(config.log.file ? { to: config.log.file } : {}) });
  const keys = await keysOf(config);
  const failed = (err: unknown) => log.error({ err }, 'background work failed');
  const ticks = [
    every(SEAL_MS, () => sealAll(config, pool, keys, log), failed),
    every(CLEAN_MS, () => clean(config, pool), failed),
  ];
  const thread = join(folder, 'pdf.js');
  const printing = startPrinting({ pool, url, key: keys.fileKey, clock: systemClock, log, thread });
  return {
    async close() {
      await Promise.all([printing.close(), ...ticks.map((tick) => tick.stop())]);
      await pool.end();
    },
  };
}

async function organisationsOf({ publicUrl }: Config, pool: Pool): Promise<readonly Organisation[]> {
  return (await loadOrganisations({ pool, check: parsePolicy, publicUrl, clock: systemClock })).all();
}

/** PS-02: the head of each chain also goes to the log, out of the database's reach. */
async function sealAll(config: Config, pool: Pool, keys: Keys, log: Log): Promise<void> {
  for (const { id, slug } of await organisationsOf(config, pool)) {
    const head = await sealLog(pool, keys.auditHmac, id, systemClock.now());
    if (head !== undefined)
      log.info({ seal: head.sequence, mac: head.mac, events: head.events, organisation: slug }, 'log sealed');
  }
}

/** Drafts are promised for a day, sign-ins for a quarter of an hour; ended sessions stay a day for their drafts. */
async function clean(config: Config, pool: Pool): Promise<void> {
  const db = withoutScope(pool);
  const before = (hours: number) => new Date(systemClock.now().getTime() - hours * HOUR);
  await db.deleteFrom('sign_in_attempt').where('started_at', '<', before(1)).execute();
  await db.deleteFrom('patient_session').where('ends_at', '<', before(48)).execute();
  await db.deleteFrom('staff_session').where('ends_at', '<', before(48)).execute();
  await db.deleteFrom('submission').where('received_at', '<', before(48)).execute();
  for (const { id } of await organisationsOf(config, pool))
    await transaction(pool, { scope: 'system', organisation: id }, (tx) =>
      tx.db.deleteFrom('draft').where('organisation_id', '=', id).where('saved_at', '<', before(draftHours)).execute(),
    );
}
