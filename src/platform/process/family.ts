import { type ChildProcess, fork } from 'node:child_process';
import { StartProblem } from './problem';

/** A program to run as a child: a built file of ours with its arguments and its own environment. */
export type Program = {
  name: string;
  file: string;
  args: string[];
  env: Record<string, string | undefined>;
  /** Limits of the child's memory: left to itself V8 takes what a large machine offers (web: 167 MB instead of 333). */
  flags?: readonly string[];
};

/** For the processes that serve: enough for hundreds of pages at once, and well under 250 MB. */
export const servingFlags: readonly string[] = ['--max-old-space-size=128', '--max-semi-space-size=16'];

export type Member = {
  name: string;
  pid: number | undefined;
  /** Resolves with words for how it ended: 'ended with status 1', 'was ended by SIGKILL'. */
  ended: Promise<string>;
  /** Closes the channel, which asks it to stop; after six seconds it is killed. */
  stop(): Promise<void>;
  kill(): void;
};

const READY_MS = 120_000;
const STOP_MS = 6_000;

/**
 * Starts a child and waits until it says it is ready. Rejects with its own reason when it cannot start.
 * It has a session of its own, so that Ctrl-C in the terminal reaches the supervisor only.
 */
export async function startMember(program: Program): Promise<Member> {
  const member = spawn(program);
  const outcome = await firstWord(member);
  if (outcome !== 'ready') {
    await member.stop();
    throw new StartProblem(outcome);
  }
  return member;
}

/**
 * Runs a child to its end and gives what it reported (its last message that is an object), or undefined. Rejects with
 * its own reason when it fails.
 */
export async function runToEnd(program: Program): Promise<unknown> {
  const { child, ended } = spawn(program);
  let report: unknown;
  child.on('message', (message) => {
    if (typeof message === 'object') report = message;
  });
  const how = await ended;
  const failed = failure(report);
  if (failed !== undefined) throw new StartProblem(failed);
  if (how !== 'ended with status 0') throw new StartProblem(`The ${program.name} ${how}.`);
  return report;
}

function spawn({ name, file, args, env, flags = [] }: Program): Member & { child: ChildProcess } {
  const child = fork(file, args, {
    detached: true,
    env: env as NodeJS.ProcessEnv,
    execArgv: ['--enable-source-maps', ...flags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (status, signal) => resolve(signal ? `was ended by ${signal}` : `ended with status ${status}`));
  });
  const kill = () => void child.kill('SIGKILL');
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(kill, STOP_MS);
    await ended;
    clearTimeout(timer);
  };
  return { child, name, pid: child.pid, ended, stop, kill };
}

function firstWord({ child, ended, name }: Member & { child: ChildProcess }): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`The ${name} does not become ready.`), READY_MS);
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve(message === 'ready' ? 'ready' : (failure(message) ?? `The ${name} could not start.`));
    });
    void ended.then((how) => {
      clearTimeout(timer);
      // What it said last may still be on its way.
      setImmediate(() => resolve(`The ${name} could not start: it ${how}.`));
    });
  });
}

function failure(message: unknown): string | undefined {
  return typeof message === 'object' && message !== null && 'failed' in message ? String(message.failed) : undefined;
}
