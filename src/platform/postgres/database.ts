import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Config, loadSecrets } from '../config';
import { commandOf, isAlive, StartProblem } from '../process';
import { SUPERUSER } from './cluster';
import { placeIn } from './folder';
import { asLogin, makeLogins, makeProgramLogins, OWNER, type Passwords, WEB, WORKER } from './logins';
import { socketUrl, startPostgres } from './server';

/** The database that belongs to a configuration, open for use. */
export type OpenDatabase = {
  urls: { owner: string; web: string; worker: string };
  /** Only of an embedded server. */
  superuser?: string;
  /** Resolves when an embedded server has ended by itself; never for a server of somebody else. */
  ended: Promise<void>;
  /** Closes what was opened: an embedded server stops, another's goes on. */
  close(): Promise<void>;
};

const NAME = 'inzage';
const NEVER = new Promise<void>(() => undefined);

/**
 * Opens the demo's database: the server in DATABASE_URL where given, else the embedded one, which is started here.
 * `say` hears what takes long. Fails with a `StartProblem`; also when the program runs from the same data folder.
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const { database: passwords } = loadSecrets(config.dataFolder);
  if (config.database.owner) return openGiven(config.database.owner, passwords);
  assertNotRunning(config.dataFolder);
  removeStaleSocket(config.dataFolder);
  const server = await startPostgres(placeIn(config.dataFolder, say));
  writeFileSync(noteIn(config.dataFolder), JSON.stringify({ pid: process.pid, socketFolder: server.socketFolder }));
  const close = async () => {
    await server.stop();
    rmSync(noteIn(config.dataFolder), { force: true });
  };
  try {
    await makeLogins(server.superuserUrl, passwords, NAME);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...socketUrls(server.socketFolder, passwords), ended: server.ended, close };
}

/** Fails with a sentence when the program runs from this data folder. */
export function assertNotRunning(dataFolder: string): void {
  const running = runningServer(dataFolder);
  if (!running) return;
  throw new StartProblem(
    `The program already runs from ${dataFolder} (process ${running.pid}). ` +
      'Stop it first, or give another folder in INZAGE_DATA and other ports.',
  );
}

/** For a command: the database of the running program where it runs, else as `openDatabase`. */
export async function joinDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const running = config.database.owner ? undefined : runningServer(config.dataFolder);
  if (!running) return openDatabase(config, say);
  const { database: passwords } = loadSecrets(config.dataFolder);
  return { ...socketUrls(running.socketFolder, passwords), ended: NEVER, close: async () => {} };
}

async function openGiven(owner: string, passwords: Passwords): Promise<OpenDatabase> {
  await makeProgramLogins(owner, passwords);
  return {
    urls: { owner, web: asLogin(owner, WEB, passwords.web), worker: asLogin(owner, WORKER, passwords.worker) },
    ended: NEVER,
    close: async () => {},
  };
}

function socketUrls(folder: string, passwords: Passwords): Required<Pick<OpenDatabase, 'urls' | 'superuser'>> {
  return {
    urls: {
      owner: socketUrl(folder, NAME, OWNER, passwords.owner),
      web: socketUrl(folder, NAME, WEB, passwords.web),
      worker: socketUrl(folder, NAME, WORKER, passwords.worker),
    },
    superuser: socketUrl(folder, 'postgres', SUPERUSER),
  };
}

function noteIn(dataFolder: string): string {
  return join(dataFolder, 'running.json');
}

/** Where the keeper was killed together with all others, nobody removed the socket folder. */
function removeStaleSocket(dataFolder: string): void {
  const folder = readNote(dataFolder)?.socketFolder;
  if (folder && /^inzage-\w+$/.test(basename(folder))) rmSync(folder, { recursive: true, force: true });
}

/** The note of a running program; one that was left behind by a killed program, or says nothing, is none. */
function runningServer(dataFolder: string): Note | undefined {
  const note = readNote(dataFolder);
  if (!note) return undefined;
  const running = note.pid !== process.pid && isAlive(note.pid) && /(main|inzage)\.js/.test(commandOf(note.pid));
  return running ? note : undefined;
}

type Note = { pid: number; socketFolder: string };

function readNote(dataFolder: string): Note | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(noteIn(dataFolder), 'utf8'));
    if (typeof note !== 'object' || note === null || !('pid' in note) || !('socketFolder' in note)) return undefined;
    return { pid: Number(note.pid), socketFolder: String(note.socketFolder) };
  } catch {
    return undefined;
  }
}
