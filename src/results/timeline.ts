import { sql } from 'kysely';
import { type RecordPolicy, recordPolicy } from '../organisations';
import type { Transaction } from '../platform/database';
import { type ResultsPolicy, resultsPolicy } from './policy';

/** What one version of an organisation's policy says of results. */
export interface PolicyVersion {
  readonly version: number;
  readonly validFrom: Date;
  readonly results: ResultsPolicy;
  readonly record: RecordPolicy;
}

/** A policy version never changes once it stands in the database. */
const checked = new Map<string, PolicyVersion>();

/** All versions of an organisation's policy, oldest first. Throws where there is none: results can't be released. */
export async function policyTimeline(tx: Transaction, organisation: string): Promise<readonly PolicyVersion[]> {
  const versions = await tx.db
    .selectFrom('policy_version')
    .select(['version', 'valid_from'])
    .where('organisation_id', '=', organisation)
    .orderBy('version')
    .execute();
  if (versions.length === 0) throw new Error(`organisation ${organisation} has no policy`);
  const missing = versions.filter(({ version }) => !checked.has(`${organisation}:${version}`));
  if (missing.length > 0) {
    const { rows } = await sql<{ version: number; valid_from: Date; policy: Record<string, unknown> }>`
      SELECT version, valid_from, policy FROM policy_version WHERE organisation_id = ${organisation}
        AND version = ANY (${missing.map(({ version }) => version)}::integer[])`.execute(tx.db);
    for (const row of rows)
      checked.set(`${organisation}:${row.version}`, {
        version: row.version,
        validFrom: row.valid_from,
        results: resultsPolicy.schema.parse(row.policy[resultsPolicy.name]),
        record: recordPolicy.schema.parse(row.policy[recordPolicy.name]),
      });
  }
  return versions.flatMap(({ version }) => checked.get(`${organisation}:${version}`) ?? []);
}

/** The version in force at an instant; for one before the first version, the first. */
export function policyAt(timeline: readonly PolicyVersion[], at: Date): PolicyVersion {
  const found = timeline.filter(({ validFrom }) => validFrom <= at).at(-1) ?? timeline[0];
  if (found === undefined) throw new Error('an organisation without a policy');
  return found;
}
