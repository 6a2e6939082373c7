import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../process';
import { type Account, unprivilegedAccount } from './account';
import { type Binaries, findBinaries, ROOT_HOME } from './binaries';

/** Where one embedded PostgreSQL lives and as whom it runs. */
export type Place = {
  binaries: Binaries;
  account: Account | undefined;
  /** The data directory; made by `initdb` when absent. */
  folder: string;
  logFile: string;
};

/**
 * The place of the database that belongs to a data folder. An ordinary user has it in `<data>/postgres`. For root it
 * lies under /var/lib/inzage, owned by another user, and `<data>/postgres` points there.
 * `say` hears what the person at the terminal must know.
 */
export function placeIn(dataFolder: string, say: (line: string) => void): Place {
  const account = unprivilegedAccount();
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const pointer = join(dataFolder, 'postgres');
  const logFile = join(dataFolder, 'postgres.log');
  if (!account) {
    if (isLink(pointer)) refuseFolderOfRoot(pointer);
    return { account, binaries: findBinaries(account, dataFolder), folder: pointer, logFile };
  }
  const folder = isLink(pointer) ? readlinkSync(pointer) : newFolderOfRoot(dataFolder, pointer, account, say);
  return { account, binaries: findBinaries(account, ROOT_HOME), folder, logFile };
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function refuseFolderOfRoot(pointer: string): never {
  throw new StartProblem(
    `The database of this folder was made by root and lies in ${readlinkSync(pointer)}. ` +
      'Start the program as root again, or choose another folder in INZAGE_DATA.',
  );
}

function newFolderOfRoot(dataFolder: string, pointer: string, account: Account, say: (line: string) => void): string {
  const home = join(ROOT_HOME, createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16));
  const folder = join(home, 'postgres');
  if (existsSync(pointer)) {
    refuseFolderOfUser(pointer, folder, home, account);
  } else if (existsSync(folder)) {
    // Somebody removed the data folder, and with it the pointer: one such database is kept, in case that was a mistake.
    const left = `${home}.left`;
    rmSync(left, { recursive: true, force: true });
    renameSync(home, left);
    say(`A database of an earlier ${dataFolder} was found and set aside in ${left}.`);
  }
  makeFor(home, account);
  symlinkSync(folder, pointer);
  return folder;
}

function refuseFolderOfUser(pointer: string, folder: string, home: string, account: Account): never {
  throw new StartProblem(
    `The database in ${pointer} was made by an ordinary user, and PostgreSQL cannot run as root. Start the program as ` +
      `that user, or move it: mkdir -p ${home} && mv ${pointer} ${folder} && chown -R ${account.name} ${home} && ` +
      `ln -s ${folder} ${pointer}`,
  );
}

function makeFor(home: string, account: Account): void {
  try {
    mkdirSync(ROOT_HOME, { recursive: true, mode: 0o755 });
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o700);
    chownSync(home, account.uid, account.gid);
  } catch (error) {
    throw new StartProblem(
      `The folder ${home} for the database cannot be made: ${error instanceof Error ? error.message : error}. ` +
        'Start as an ordinary user, or give a database of your own in DATABASE_URL.',
    );
  }
}
