import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, StartProblem } from '../process';

const secrets = z.object({
  /** Passwords of the three logins. */
  database: z.object({ owner: z.string().min(20), web: z.string().min(20), worker: z.string().min(20) }),
});

/** What the demo made up for itself at its first start. */
export type Secrets = z.infer<typeof secrets>;

/**
 * The passwords in `<data>/secrets.json`, made when the file is absent and readable by its owner only. A file that makes
 * no sense is refused with a sentence; losing it costs nothing, since the passwords are set anew at each start.
 */
export function loadSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  const text = read(file) ?? create(file);
  const parsed = secrets.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new StartProblem(
    `The file ${file} is damaged. Remove it: the passwords in it are made anew at the next start.`,
  );
}

function read(file: string): string | undefined {
  try {
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new StartProblem(`The file ${file} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

function create(file: string): string {
  const password = () => randomBytes(24).toString('base64url');
  const made: Secrets = { database: { owner: password(), web: password(), worker: password() } };
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    // A link is made whole or not at all: two that start at once read the same file.
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
