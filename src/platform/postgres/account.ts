import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartProblem } from '../process';

/** The user of the operating system under which PostgreSQL runs. */
export type Account = { name: string; uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. Where the program itself is root (a container), an unprivileged user that the
 * system already has takes its place: `postgres`, else `nobody`. Undefined: run as who we are.
 */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new StartProblem(
    'PostgreSQL cannot run as root and this system has neither a user "postgres" nor "nobody". ' +
      'Start the program as an ordinary user, or give a database of your own in DATABASE_URL.',
  );
}

function lookUp(name: string): Account | undefined {
  for (const line of passwd().split('\n')) {
    const [login, , uid, gid] = line.split(':');
    // macOS lists nobody as -2 and keeps most accounts elsewhere: `id` knows both.
    if (login === name && uid && gid && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  if (process.platform !== 'darwin') return undefined;
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid && gid ? { name, uid, gid } : undefined;
}

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  try {
    const id = Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}
