import { type OrganisationPolicy, organisationPolicy } from '../organisations';
import type { Transaction } from '../platform/database';
import { type PolicyVersion, policyTimeline } from '../results';

/** What the import asks of an organisation's policy. */
export interface ImportPolicy {
  readonly about: OrganisationPolicy;
  /** Results go by the version that was in force when they became known. */
  readonly timeline: readonly PolicyVersion[];
}

/** Reads the organisation's policy. Throws where there is none. */
export async function loadImportPolicy(tx: Transaction, organisation: string): Promise<ImportPolicy> {
  const timeline = await policyTimeline(tx, organisation);
  const newest = await tx.db
    .selectFrom('policy_version')
    .select('policy')
    .where('organisation_id', '=', organisation)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const sections = newest.policy as Record<string, unknown>;
  return { about: organisationPolicy.schema.parse(sections[organisationPolicy.name]), timeline };
}
