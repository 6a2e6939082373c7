import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ports } from './ports';
import { type ProcessInfo, processesOf } from './processes';

const ROOT = resolve(import.meta.dirname, '../..');
const READY = 'Inzage runs.';
const READY_MS = 90_000;

/** An empty data folder; `removeData` also removes what root keeps elsewhere for it. */
export function makeData(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'inzage-data-'));
}

export function removeData(folder: string): void {
  const pointer = join(folder, 'postgres');
  if (existsSync(pointer)) {
    const target = realpathSync(pointer);
    if (target !== pointer) rmSync(resolve(readlinkSync(pointer), '..'), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

export type Running = {
  child: ChildProcess;
  data: string;
  ports: Ports;
  milliseconds: number;
  output(): string;
  ended: Promise<number | null>;
  processes(): ProcessInfo[];
};

export type Outcome = { status: number | null; output: string };

export type Options = {
  data: string;
  ports: Ports;
  env?: Record<string, string>;
  /** As a person types it: `npm start`. Otherwise the same without npm. */
  npm?: boolean;
};

/** `npm start` without npm: gives the running program when it says that it runs, or says something else on the way. */
export async function startProgram(options: Options, until = READY): Promise<Running> {
  const began = performance.now();
  const { child, output, ended } = launch(options);
  const deadline = began + READY_MS;
  while (!output().includes(until)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The program ended: ${output()}`);
    if (performance.now() > deadline) {
      child.kill('SIGTERM');
      throw new Error(`The program does not start: ${output()}`);
    }
    await sleep(20);
  }
  const { data, ports } = options;
  const milliseconds = performance.now() - began;
  return { child, data, ports, milliseconds, output, ended, processes: () => processesOf(data) };
}

/** A start that is expected to fail: its exit status and all it said. */
export async function failToStart(options: Options): Promise<Outcome> {
  const { output, ended } = launch(options);
  return { status: await ended, output: output() };
}

function launch({ data, ports, env, npm }: Options) {
  const [command, words] = npm ? ['npm', ['start']] : [process.execPath, [join(ROOT, 'start.mjs')]];
  const child = spawn(command, words, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // As under npm: the program ends when we are gone, however we went.
      ...(!npm && { npm_lifecycle_event: 'start' }),
      INZAGE_DATA: data,
      INZAGE_PORT: String(ports.web),
      INZAGE_SIMULATOR_PORT: String(ports.digid),
      INZAGE_STAFF_SIMULATOR_PORT: String(ports.staff),
      // Only the people with a story, unless a test wants more.
      INZAGE_DEMO_PATIENTS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      text += part.toString();
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', (status) => done(status)));
  return { child, output: () => text, ended };
}

/** Waits until no process of a data folder is left, and gives those that still are after `limit` milliseconds. */
export async function leftOver(data: string, limit = 20_000): Promise<ProcessInfo[]> {
  const deadline = performance.now() + limit;
  let left = processesOf(data);
  while (left.length > 0 && performance.now() < deadline) {
    await sleep(50);
    left = processesOf(data);
  }
  return left;
}

/** Ctrl-C, and the wait for the end of all. */
export async function stopProgram(running: Running): Promise<number | null> {
  running.child.kill('SIGINT');
  return running.ended;
}

/** The socket folder and the passwords of a running program. */
export function databaseOf(data: string): { socketFolder: string; password: string } {
  const note = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { socketFolder: string };
  const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as { database: { owner: string } };
  return { socketFolder: note.socketFolder, password: secrets.database.owner };
}
