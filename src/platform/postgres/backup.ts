import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../config';
import { errorCode, StartProblem } from '../process';
import { assertNotRunning, type OpenDatabase } from './database';
import { placeIn } from './folder';

/** What PostgreSQL makes anew by itself: only the folders are kept (as pg_basebackup does). */
const EMPTY = /^(pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label.*|.*\/pgsql_tmp.*|global\/pg_control)$/;
const KEYS = 'keys.json';

/**
 * Copies the embedded database while it is in use, with PostgreSQL's own means for it: from a checkpoint, with the
 * journal that was written meanwhile. Everything that was committed before the call is in it. The key file comes along.
 */
export async function backUp(dataFolder: string, database: OpenDatabase, file: string): Promise<void> {
  if (!database.superuser) throw new StartProblem('This is no embedded database: it has no files here to copy.');
  const folder = realpathSync(join(dataFolder, 'postgres'));
  const stage = mkdtempSync(join(dirname(file), '.inzage-backup-'));
  const client = new Client({ connectionString: database.superuser });
  // A connection that breaks is told by the query that fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Keeps the journal from being recycled until this connection ends.
    await client.query("SELECT pg_create_physical_replication_slot('inzage_backup', true, true)");
    await client.query("SELECT pg_backup_start('inzage', true)");
    const copy = join(stage, 'postgres');
    await copyTree(folder, copy, '');
    await copyFile(join(folder, 'global/pg_control'), join(copy, 'global/pg_control'));
    const stopped = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    writeFileSync(join(copy, 'backup_label'), stopped.rows[0]?.labelfile ?? '');
    for (const name of await readdir(join(folder, 'pg_wal'))) {
      if (/^[0-9A-F]{24}$/.test(name)) await copyFile(join(folder, 'pg_wal', name), join(copy, 'pg_wal', name));
    }
    if (existsSync(join(dataFolder, KEYS))) await copyFile(join(dataFolder, KEYS), join(stage, KEYS));
    tar(['-czf', `${file}.part`, '-C', stage, '.'], `The backup ${file} could not be written`);
    chmodSync(`${file}.part`, 0o600);
    renameSync(`${file}.part`, file);
  } finally {
    await client.end();
    rmSync(stage, { recursive: true, force: true });
    rmSync(`${file}.part`, { force: true });
  }
}

/** A table that is dropped meanwhile takes its files with it: the journal knows. */
async function copyTree(from: string, to: string, path: string): Promise<void> {
  await mkdir(join(to, path), { recursive: true, mode: 0o700 });
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const name = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory() && (!EMPTY.test(name) || name.split('/').length === 1)) await copyTree(from, to, name);
    if (!entry.isFile() || EMPTY.test(name) || LEFT_OUT.test(name)) continue;
    await copyFile(join(from, name), join(to, name)).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }
}

/**
 * Puts a backup in place of the embedded database and its key file. Refused while the program runs, and for a file that
 * is no backup of this version of PostgreSQL; then nothing has changed. Gives where the former database is now.
 */
export async function restore(
  config: Config,
  file: string,
  now: Date,
  say: (line: string) => void,
): Promise<string | undefined> {
  assertNotRunning(config.dataFolder);
  if (!existsSync(file)) throw new StartProblem(`There is no file ${file}.`);
  const place = placeIn(config.dataFolder, say);
  const stage = `${place.folder}.restore`;
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true, mode: 0o700 });
  try {
    tar(['-xzf', file, '-C', stage], `${file} is no backup, or a damaged one`);
    const version = join(stage, 'postgres/PG_VERSION');
    if (!existsSync(version)) throw new StartProblem(`${file} is no backup of this program.`);
    chmodSync(join(stage, 'postgres'), 0o700);
    if (place.account) {
      const { uid, gid } = place.account;
      spawnSync('chown', ['-R', `${uid}:${gid}`, join(stage, 'postgres')]);
    }
    const suffix = `before-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
    const aside = existsSync(place.folder) ? `${place.folder}.${suffix}` : undefined;
    if (aside) renameSync(place.folder, aside);
    renameSync(join(stage, 'postgres'), place.folder);
    restoreKeys(join(stage, KEYS), config.keysFile, suffix);
    return aside;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function restoreKeys(from: string, to: string, suffix: string): void {
  if (!existsSync(from)) return;
  if (existsSync(to)) renameSync(to, `${to}.${suffix}`);
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

function tar(options: string[], failure: string): void {
  const run = spawnSync('tar', options, { encoding: 'utf8' });
  if (run.status === 0) return;
  throw new StartProblem(`${failure}: ${run.error?.message ?? run.stderr.trim().split('\n')[0]}`);
}
