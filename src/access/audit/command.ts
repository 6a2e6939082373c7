/** `inzage audit verify`: whether the access log is still what was written (PS-02). */
import { type Pool, withoutScope } from '../../platform/database';
import { StartProblem } from '../../platform/process';
import { type Verification, verifySeals } from './seal';

/** What the command needs of the program; see src/commands. */
export interface AuditVerifyContext {
  /** The worker's login. */
  readonly pool: Pool;
  readonly key: Buffer;
  readonly now: Date;
  readonly say: (line: string) => void;
}

interface Asked {
  readonly organisation: string;
  readonly head?: { readonly sequence: number; readonly mac: string };
}

/**
 * Computes every seal again, of one organisation or of all. `--head`: a last seal that was written down elsewhere (the
 * log of the worker has it each minute), so that a log which was cut off is noticed too. Gives 0 when all is whole and 2
 * when something does not fit; a `StartProblem` for words that make no sense.
 */
export const auditVerify = {
  usage: 'audit verify [--organisation <slug>|all] [--head <sequence>:<mac>]',
  about: 'check that no line of the access log was changed, removed or added',
  run: verify,
};

async function verify(words: readonly string[], context: AuditVerifyContext): Promise<number> {
  const asked = read(words);
  const { pool, key, now, say } = context;
  const all = await withoutScope(pool).selectFrom('organisation').select(['id', 'slug']).orderBy('slug').execute();
  const organisations = all.filter(({ slug }) => asked.organisation === 'all' || slug === asked.organisation);
  if (organisations.length === 0 && asked.organisation !== 'all')
    throw new StartProblem(`There is no organisation '${asked.organisation}' here.`);
  let wrong = 0;
  for (const { id, slug } of organisations) {
    const found = await verifySeals(pool, key, id, now, asked.head);
    say(inWords(slug, found));
    for (const problem of found.problems) say(`  WRONG: ${problem}`);
    wrong += found.problems.length;
  }
  say(wrong === 0 ? 'The access log is whole.' : `Problems: ${wrong}. Keep this output and tell the privacy officer.`);
  return wrong === 0 ? 0 : 2;
}

const inWords = (slug: string, { events, seals, unsealed, head }: Verification) =>
  `${slug}: ${events} lines in ${seals} seals, ${unsealed} not sealed yet, head ${head ?? 'none'}`;

function read(words: readonly string[]): Asked {
  const given: { organisation?: string; head?: string } = {};
  for (let index = 0; index < words.length; index += 2) {
    const [option, value] = [words[index], words[index + 1]];
    const name = option === '--organisation' ? 'organisation' : option === '--head' ? 'head' : undefined;
    if (name === undefined || value === undefined || given[name] !== undefined)
      throw new StartProblem(`'${option}' is not understood. Use: inzage ${auditVerify.usage}`);
    given[name] = value;
  }
  const organisation = given.organisation ?? 'all';
  if (given.head === undefined) return { organisation };
  const [, sequence, mac] = /^([1-9]\d{0,8}):([\w-]{43})$/.exec(given.head) ?? [];
  if (sequence === undefined || mac === undefined || organisation === 'all')
    throw new StartProblem(
      '--head is the last seal of one organisation: --organisation <slug> --head <sequence>:<mac>',
    );
  return { organisation, head: { sequence: Number(sequence), mac } };
}
