import { type Config, databaseUrl } from '../platform/config';
import { openPool, type Pool } from '../platform/database';
import type { Keys } from '../platform/keys';
import { joinDatabase, type OpenDatabase } from '../platform/postgres';
import { type Clock, systemClock } from '../platform/time';
import { careClockOf, keysOf } from '../program';

/** What a command may use; the database is only opened when it asks for it, and closed after it. */
export interface CommandContext {
  readonly config: Config;
  readonly careClock: Clock;
  readonly wallClock: Clock;
  readonly say: (line: string) => void;
  readonly keys: () => Promise<Keys>;
  readonly ownerUrl: () => Promise<string>;
  /** The worker's login: row-level security holds for it. */
  readonly workerPool: () => Promise<Pool>;
  /** The web's login: what clinicians of the demonstration do goes through it. */
  readonly webPool: () => Promise<Pool>;
}

export interface Command {
  /** The words after `inzage`, with what they take. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly about: string;
  /** Gives the exit status: 0 is good. A `StartProblem` is told as a sentence. */
  run(words: readonly string[], context: CommandContext): Promise<number>;
}

/** A context over the configuration, and what closes everything that was opened through it. */
export function openContext(config: Config, say: (line: string) => void): CommandContext & { close(): Promise<void> } {
  let database: Promise<OpenDatabase> | undefined;
  const pools = new Map<string, Promise<Pool>>();
  const url = async (login: 'owner' | 'worker' | 'web'): Promise<string> => {
    if (config.mode === 'production') return databaseUrl(config, login);
    database ??= joinDatabase(config, say);
    return (await database).urls[login];
  };
  const poolOf = (login: 'worker' | 'web') => {
    const opened = pools.get(login) ?? url(login).then((address) => openPool(address, { name: 'command', max: 4 }));
    pools.set(login, opened);
    return opened;
  };
  return {
    config,
    careClock: careClockOf(config, systemClock),
    wallClock: systemClock,
    say,
    keys: () => keysOf(config),
    ownerUrl: () => url('owner'),
    workerPool: () => poolOf('worker'),
    webPool: () => poolOf('web'),
    close: async () => {
      for (const pool of pools.values()) await (await pool.catch(() => undefined))?.end();
      await (await database?.catch(() => undefined))?.close();
    },
  };
}
