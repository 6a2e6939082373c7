// `npm start` and `npm run inzage`: makes the clone ready, then hands over to the built program.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, Problem, programNode, ROOT } from './prepare.mjs';

/** A terminal's Ctrl-C arrives twice, from the terminal and from npm: within this time it is one. */
const ONE_PRESS_MS = 500;

/** @param {string[]} args none to start the program, 'inzage' and its arguments for a command */
export async function main(args) {
  const command = args[0] === 'inzage';
  try {
    const say = (/** @type {string} */ line) => void (command ? process.stderr : process.stdout).write(`${line}\n`);
    install(say);
    await build(say);
    if (command) run(join(ROOT, 'dist/server/inzage.js'), args.slice(1), false);
    else run(join(ROOT, 'dist/server/main.js'), [], true);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Problem ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = 1;
  }
}

/**
 * Runs a built program in our place: its output is ours, signals go to it, its end is our end. Ours is its end too: it
 * watches the channel, which also closes when we are killed.
 * @param {string} file  @param {string[]} args  @param {boolean} ownSession
 */
function run(file, args, ownSession) {
  const child = spawn(programNode(), ['--enable-source-maps', file, ...args], {
    // A command's files are named from where it was typed.
    cwd: ownSession ? ROOT : (process.env.INIT_CWD ?? process.cwd()),
    env: { ...process.env, INZAGE_MODE: process.env.INZAGE_MODE || 'demo' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Only we hear the terminal, so that each signal reaches the program once.
    detached: ownSession,
  });
  let first = 0;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    const now = performance.now();
    if (first && now - first < ONE_PRESS_MS) return;
    child.kill(first ? 'SIGKILL' : signal);
    first ||= now;
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => forward(signal));
  const orphaned = whenOrphaned(() => child.disconnect());
  child.on('error', (error) => {
    process.stderr.write(`The program could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('message', (message) => {
    if (typeof message === 'object' && message && 'failed' in message) process.stderr.write(`${message.failed}\n`);
  });
  // 'close' comes after the last message.
  child.on('close', (status, signal) => {
    clearInterval(orphaned);
    if (signal && !first)
      process.stderr.write(`The program was ended by ${signal}. Nothing that was confirmed is lost: start again.\n`);
    process.exit(status ?? (first ? 0 : 1));
  });
}

/**
 * Under npm we are the child of a shell that npm started; when npm is killed without a chance to tell us, nobody can stop
 * us any more.
 * @param {() => void} then
 */
function whenOrphaned(then) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const family = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === family) return;
    clearInterval(timer);
    then();
  }, 1_000);
  timer.unref();
  return timer;
}

/** Our parent and, where the system tells, its parent. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}
