import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../process';
import type { Place } from './folder';

/** The superuser that `initdb` makes; only reachable through the private socket folder. */
export const SUPERUSER = 'postgres';

/**
 * Makes the data directory if there is none, and refuses one that this PostgreSQL cannot open.
 * `durable: false` leaves out the flush to disk (tests).
 */
export function prepareCluster(place: Place, durable: boolean): void {
  rmSync(unfinished(place), { recursive: true, force: true });
  if (!existsSync(place.folder) || readdirSync(place.folder).length === 0) makeCluster(place, durable);
  refuseDamaged(place);
}

/** `initdb` works beside and the result is renamed: a start that was cut off leaves nothing half. */
function makeCluster(place: Place, durable: boolean): void {
  const folder = unfinished(place);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (place.account) chownSync(folder, place.account.uid, place.account.gid);
  const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const run = spawnSync(
    join(place.binaries.folder, 'bin/initdb'),
    ['-D', folder, '-U', SUPERUSER, '--auth=reject', ...options, ...(durable ? [] : ['--no-sync'])],
    {
      cwd: '/',
      encoding: 'utf8',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    },
  );
  if (run.status !== 0) {
    const reason = run.error?.message ?? run.stderr.trim().split('\n').at(-1);
    throw new StartProblem(`A new database could not be made in ${place.folder}: ${reason}.`);
  }
  // No network at all; the socket folder is closed to other users. The program's logins show their password all the
  // same, so that the web process cannot sign in as the owner.
  writeFileSync(join(folder, 'pg_hba.conf'), `local all ${SUPERUSER} trust\nlocal all all scram-sha-256\n`);
  rmSync(place.folder, { recursive: true, force: true });
  renameSync(folder, place.folder);
}

function unfinished(place: Place): string {
  return `${place.folder}.unfinished`;
}

function refuseDamaged(place: Place): void {
  const own = place.binaries.version.split('.')[0];
  const file = join(place.folder, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new StartProblem(
      `The folder ${place.folder} is damaged: it is not empty, yet the file PG_VERSION of a database is missing. ${WHAT_TO_DO}`,
    );
  }
  const found = readFileSync(file, 'utf8').trim();
  if (found !== own) {
    throw new StartProblem(
      `The database in ${place.folder} was made by PostgreSQL ${found || '(unreadable)'}, this program brings ${own}. ${WHAT_TO_DO}`,
    );
  }
}

/** What somebody can do about a database that does not open. */
export const WHAT_TO_DO =
  'Put a backup back ("npm run inzage -- restore <file>"), or move the whole data folder away to begin anew.';
