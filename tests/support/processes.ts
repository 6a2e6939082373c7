import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export type Role =
  | 'npm'
  | 'start'
  | 'supervisor'
  | 'web'
  | 'worker'
  | 'simulators'
  | 'prepare'
  | 'keeper'
  | 'postmaster'
  | 'backend';

export type ProcessInfo = { pid: number; role: Role; command: string };

/** The tests that count processes read /proc. */
export const canSeeProcesses = existsSync('/proc/self/environ');

/**
 * Every process of the program that runs on a data folder: known by its environment, its command line or the folder it
 * works in (PostgreSQL's own).
 */
export function processesOf(data: string): ProcessInfo[] {
  const pointer = join(data, 'postgres');
  const folder = existsSync(pointer) ? realpathSync(pointer) : pointer;
  // A backend that was just made still has the postmaster's command line.
  const postmaster = read(join(folder, 'postmaster.pid')).split('\n')[0];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim();
      const environment = read(`/proc/${name}/environ`).split('\0');
      const ours =
        environment.includes(`INZAGE_DATA=${data}`) || command.includes(folder) || workFolder(name) === folder;
      const role = name === postmaster ? 'postmaster' : roleOf(command);
      return ours && command ? [{ pid: Number(name), role, command }] : [];
    });
}

function roleOf(command: string): Role {
  if (command.startsWith('npm ')) return 'npm';
  if (command.includes('start.mjs')) return 'start';
  if (command.includes('simulators.js')) return 'simulators';
  const main = /main\.js(?: (web|worker|prepare))?$/.exec(command);
  if (main) return (main[1] as Role | undefined) ?? 'supervisor';
  if (command.startsWith('/bin/sh')) return 'keeper';
  return 'backend';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function workFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
