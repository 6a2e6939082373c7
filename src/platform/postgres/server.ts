import { chownSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareCluster, SUPERUSER } from './cluster';
import type { Place } from './folder';
import { keepPostgres } from './keeper';
import { clearLeftover } from './leftover';

/** A PostgreSQL of our own that runs until `stop` is called or our process ends. */
export type Postgres = {
  /** The private folder of its socket: the only way in. */
  socketFolder: string;
  /** The database `postgres` as superuser: for making logins and databases, nothing else. */
  superuserUrl: string;
  /** Resolves when it has ended for whatever reason and no process of it is left. */
  ended: Promise<void>;
  /** Closes in order; nothing that was committed is lost. */
  stop(): Promise<void>;
  postmaster: number;
};

export type PostgresOptions = {
  /** False for tests only: speed instead of safety against loss of power. */
  durable?: boolean;
  /** More `name=value` settings, after our own. */
  settings?: string[];
  /** Folders that must not outlive it, whoever is killed. */
  removeAtEnd?: string[];
};

/**
 * Starts PostgreSQL in a place. Makes the data directory first when there is none. Fails with a `StartProblem` when the
 * folder is damaged, of another version, or open elsewhere.
 */
export async function startPostgres(place: Place, options: PostgresOptions = {}): Promise<Postgres> {
  const durable = options.durable ?? true;
  prepareCluster(place, durable);
  await clearLeftover(place.folder);
  const socketFolder = makeSocketFolder(place);
  try {
    const settings = [...SETTINGS, ...(durable ? [] : HASTY), ...(options.settings ?? [])];
    settings.push(`unix_socket_directories=${socketFolder}`);
    const keeper = await keepPostgres(
      place,
      settings.flatMap((setting) => ['-c', setting]),
      [socketFolder, ...(options.removeAtEnd ?? [])],
    );
    const ended = keeper.ended.then(() => rmSync(socketFolder, { recursive: true, force: true }));
    return {
      socketFolder,
      superuserUrl: socketUrl(socketFolder, 'postgres', SUPERUSER),
      ended,
      stop: async () => {
        await keeper.stop();
        await ended;
      },
      postmaster: keeper.postmaster,
    };
  } catch (error) {
    rmSync(socketFolder, { recursive: true, force: true });
    throw error;
  }
}

/** The address of a database behind a socket folder, as libpq and `pg` read it. */
export function socketUrl(socketFolder: string, database: string, login: string, password?: string): string {
  const user = password === undefined ? login : `${login}:${encodeURIComponent(password)}`;
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** A socket's path may have 100 characters: macOS' own folder for temporary files is too long by half. */
function makeSocketFolder(place: Place): string {
  const base = existsSync('/tmp') ? '/tmp' : tmpdir();
  const folder = mkdtempSync(join(realpathSync(base), 'inzage-'));
  if (place.account) chownSync(folder, place.account.uid, place.account.gid);
  return folder;
}

const SETTINGS = [
  'listen_addresses=',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=60',
  'shared_buffers=128MB',
  'min_wal_size=32MB',
  'max_wal_size=256MB',
  'max_wal_senders=2',
  'jit=off',
  // As with every process of ours: when one is killed all end, and the next start recovers.
  'restart_after_crash=off',
  // Short queries of one patient; a parallel plan would also want more shared memory than a container gives.
  'max_parallel_workers_per_gather=0',
  'log_min_messages=warning',
  // No statement, value or key of a row in the log: they hold personal data.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length_on_error=0',
];

const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
