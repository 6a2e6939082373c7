/** Puts the running program together from its configuration. */
import { join } from 'node:path';
import type { Program } from './house';
import { loadOrganisations, type Organisation } from './organisations';
import { type Config, clockFile, databaseUrl, signInProvider } from './platform/config';
import { assertSafeLogin, assertSchemaKnown, openPool } from './platform/database';
import { type Keys, loadKeys, loadOrCreateKeys } from './platform/keys';
import { openLog } from './platform/log';
import { type Clock, movedClock, systemClock } from './platform/time';
import { accessPolicyOf, parsePolicy } from './policies';
import { signInPolicy } from './sign-in';

/** The care clock runs with the wall clock; only the demo may start or move it elsewhere (production refuses both). */
export function careClockOf(config: Config, wallClock: Clock): Clock {
  if (config.mode === 'production') return wallClock;
  const start = config.careTime === undefined ? 0 : config.careTime.getTime() - wallClock.now().getTime();
  return movedClock(wallClock, clockFile(config), start);
}

export const keysOf = (config: Config): Promise<Keys> =>
  config.mode === 'production' ? loadKeys(config.keysFile) : loadOrCreateKeys(config.keysFile);

export interface Clocks {
  readonly wallClock: Clock;
  readonly careClock: Clock;
}

/** Opens the web login and loads the organisations. Refuses a login that row-level security would not bind. */
export async function openProgram(
  config: Config,
  clocks: Clocks = { wallClock: systemClock, careClock: careClockOf(config, systemClock) },
): Promise<Program & { close(): Promise<void> }> {
  const url = databaseUrl(config, 'web');
  await assertSchemaKnown(url, join(config.root, 'db/migrations'));
  const pool = openPool(url, { name: 'web', max: 16, pipelined: true });
  await assertSafeLogin(pool);
  const log = openLog({ name: 'web', level: config.log.level, ...(config.log.file ? { to: config.log.file } : {}) });
  const { publicUrl } = config;
  const organisations = await loadOrganisations({ pool, check: parsePolicy, publicUrl, clock: clocks.wallClock });
  const signInOf = (organisation: Organisation) => signInPolicy.of(organisation.policy);
  return {
    config,
    pool,
    ...clocks,
    organisations,
    keys: await keysOf(config),
    log,
    accessPolicy: (id) => accessPolicyOf(organisations.byId(id).policy),
    sessionLimits: signInOf,
    howToVerify: (organisation) => signInOf(organisation).howToVerify,
    formTargets: (organisation) =>
      (['digid', 'staff'] as const).flatMap((kind) => {
        const provider = signInProvider(config, kind, organisation.slug);
        return provider === undefined ? [] : [new URL(provider.issuer).origin];
      }),
    close: () => pool.end(),
  };
}
