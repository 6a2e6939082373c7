import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '../process';
import { WHAT_TO_DO } from './cluster';
import type { Place } from './folder';

/**
 * A shell stands between us and PostgreSQL and reads from our pipe. However we end, also by `kill -9`, the pipe closes,
 * and the shell closes the database in order and removes the folders it was given. Only PostgreSQL holds descriptor 4:
 * when that closes, the last of its processes is gone. PostgreSQL 18 does not end in order while it is recovering: it is
 * told to end at once after ten seconds, which loses nothing either. $1 = folders to remove, one a line.
 */
const SCRIPT = `
remove=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- &
pid=$!
echo "$pid" >&4
exec 4>&-
read -r nothing <&3
kill -INT "$pid" 2>/dev/null
tenths=0
while kill -0 "$pid" 2>/dev/null; do
  tenths=$((tenths + 1))
  [ "$tenths" -eq 100 ] && kill -QUIT "$pid"
  [ "$tenths" -eq 150 ] && kill -KILL "$pid"
  sleep 0.1
done
wait "$pid"
status=$?
printf '%s\\n' "$remove" | while IFS= read -r folder; do rm -rf -- "$folder"; done
exit $status`;

const READY_MS = 60_000;
/** Longer than the shell needs: this is for when the shell itself was killed. */
const STOP_MS = 20_000;
const LOG_LIMIT = 10_000_000;

export type Keeper = {
  /** Resolves when no process of this PostgreSQL is left, for whatever reason. */
  ended: Promise<void>;
  /** Closes in order: waits for the checkpoint, ends open connections. */
  stop(): Promise<void>;
  postmaster: number;
};

/** Starts PostgreSQL on a prepared folder and waits until it takes connections. */
export async function keepPostgres(place: Place, settings: string[], removeAtEnd: string[]): Promise<Keeper> {
  const logStart = turnLog(place.logFile);
  const log = openSync(place.logFile, 'a', 0o600);
  const shell = spawn(
    '/bin/sh',
    [
      '-c',
      SCRIPT,
      'sh',
      removeAtEnd.join('\n'),
      join(place.binaries.folder, 'bin/postgres'),
      '-D',
      place.folder,
    ].concat(settings),
    {
      // A session of its own: Ctrl-C in the terminal reaches us, not the database, which closes last.
      detached: true,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['pipe', log, log, 'ignore', 'pipe'],
      ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    },
  );
  shell.stdin?.on('error', () => undefined);
  const pipe = shell.stdio[4] as Readable;
  const gone = Promise.all([closed(pipe), exited(shell)]);
  const postmaster = await processId(pipe, shell);
  const ended = watch(shell, pipe, postmaster, gone);
  const stop = async (): Promise<void> => {
    shell.stdin?.end();
    await insist(gone, postmaster);
  };
  await ready(place, postmaster, ended, logStart);
  return { ended, stop, postmaster };
}

/** Begins a new log when the old one has grown; gives the length at which this start's lines begin. */
function turnLog(file: string): number {
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size < LOG_LIMIT) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

function closed(pipe: Readable): Promise<void> {
  return new Promise((resolve) => {
    pipe.once('close', () => resolve());
    pipe.on('error', () => resolve());
  });
}

function exited(shell: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    shell.once('exit', () => resolve());
    shell.once('error', () => resolve());
  });
}

function processId(pipe: Readable, shell: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    shell.once('error', (error) => reject(new StartProblem(`PostgreSQL could not be started: ${error.message}.`)));
    shell.once('exit', () => reject(new StartProblem('PostgreSQL could not be started: the shell ended at once.')));
    pipe.once('data', (line: Buffer) => resolve(Number(line.toString().trim())));
  });
}

/** When one of the two ends without us, the other has nothing left to live for. */
async function watch(shell: ChildProcess, pipe: Readable, postmaster: number, gone: Promise<unknown>): Promise<void> {
  pipe.resume();
  void closed(pipe).then(() => shell.stdin?.end());
  void exited(shell).then(() => signal(postmaster, 'SIGINT'));
  await gone;
}

async function insist(gone: Promise<unknown>, postmaster: number): Promise<void> {
  for (const step of ['SIGQUIT', 'SIGKILL'] as const) {
    if (await within(gone, STOP_MS)) return;
    signal(postmaster, step);
  }
  await gone;
}

async function within(promise: Promise<unknown>, limit: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(limit, false, { signal: timer.signal, ref: false }).catch(() => false);
  const done = await Promise.race([promise.then(() => true), late]);
  timer.abort();
  return done;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone, which is what we wanted.
  }
}

/** PostgreSQL writes its state in the eighth line of `postmaster.pid`, as `pg_ctl` reads it. */
async function ready(place: Place, postmaster: number, ended: Promise<void>, logStart: number): Promise<void> {
  const file = join(place.folder, 'postmaster.pid');
  const deadline = performance.now() + READY_MS;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (performance.now() < deadline) {
    if (over) throw new StartProblem(whyNot(place, logStart));
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(lines[0]) === postmaster && lines[7]?.trim() === 'ready') return;
    await sleep(15);
  }
  throw new StartProblem(`PostgreSQL does not become ready. Its log is ${place.logFile}.`);
}

function whyNot(place: Place, logStart: number): string {
  const lines = readFileSync(place.logFile).subarray(logStart).toString().split('\n');
  const last = lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ?? lines.filter(Boolean).at(-1) ?? '';
  const reason = last.replace(/^.*?(FATAL|PANIC):\s*/, '').trim();
  return `The database in ${place.folder} does not open: ${reason || 'no reason given'}. The whole story is in ${place.logFile}. ${WHAT_TO_DO}`;
}
