import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive, StartProblem } from '../process';

const PATIENCE_MS = 20_000;

/**
 * Deals with `postmaster.pid` of a database that was not closed in order (a machine that lost power, a program that was
 * killed). PostgreSQL itself believes any living process of that id; in a container the same ids return at each start,
 * so we look whether it is PostgreSQL. If it is, it is still closing: we wait.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const pid = postmasterOf(file);
    if (pid === undefined) return;
    if (!isPostgres(pid)) return rmSync(file, { force: true });
    if (performance.now() > deadline) {
      throw new StartProblem(
        `Another PostgreSQL (process ${pid}) has the database in ${folder} open. Stop the program that uses it, ` +
          'or choose another folder in INZAGE_DATA.',
      );
    }
    await sleep(50);
  }
}

/** The process id in a `postmaster.pid`, or undefined when the file is not there or says nothing. */
export function postmasterOf(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number): boolean {
  return isAlive(pid) && /postgres/.test(commandOf(pid));
}
