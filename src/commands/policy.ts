import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { organisationPolicy, PolicyError } from '../organisations';
import { type Pool, uuidv7, withoutScope } from '../platform/database';
import { StartProblem } from '../platform/process';
import { parsePolicy } from '../policies';
import type { Command } from './command';

/**
 * Makes a policy from a file the one in force from now on; older versions stay, since what became known under them keeps
 * following them. An organisation that is not there yet is added.
 */
export const policyApplyCommand: Command = {
  usage: 'policy apply <file.json>',
  about: "put an organisation's policy into force from now on",
  async run([file], { workerPool, careClock, wallClock, say }) {
    if (!file) throw new StartProblem('Give the policy file: inzage policy apply <file.json>');
    const json = readJson(file);
    const { slug } = organisationPolicy.of(checked(json, file));
    const pool = await workerPool();
    const organisation = await ensureOrganisation(pool, slug, wallClock.now());
    const version = await addVersion(pool, organisation, json, careClock.now());
    say(
      version === undefined
        ? `${slug} has this policy already.`
        : `${slug} has version ${version} of its policy from now on.`,
    );
    return 0;
  },
};

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartProblem(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function checked(json: unknown, file: string) {
  try {
    return parsePolicy(json);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const problems = error.problems.map(({ field, en }) => `  - ${field}: ${en}`).join('\n');
    throw new StartProblem(`The policy in ${file} is not right; nothing was changed:\n${problems}`);
  }
}

async function ensureOrganisation(pool: Pool, slug: string, now: Date): Promise<string> {
  const db = withoutScope(pool);
  const values = { id: uuidv7(), slug, created_at: now };
  await db
    .insertInto('organisation')
    .values(values)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const { id } = await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow();
  return id;
}

/** Gives the number of the new version; undefined when the newest says the same. Two at once: one fails on the key. */
async function addVersion(pool: Pool, organisation: string, policy: unknown, from: Date): Promise<number | undefined> {
  const db = withoutScope(pool);
  const newest = await db
    .selectFrom('policy_version')
    .select(['version', 'policy'])
    .where('organisation_id', '=', organisation)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest && isDeepStrictEqual(newest.policy, policy)) return undefined;
  const version = (newest?.version ?? 0) + 1;
  const row = {
    organisation_id: organisation,
    version,
    policy: JSON.stringify(policy),
    valid_from: from,
    applied_by: 'inzage policy apply',
  };
  await db.insertInto('policy_version').values(row).execute();
  return version;
}
