/** The organisations that this installation serves, each with the policy in force, by host and by id. */
import { type Pool, withoutScope } from '../platform/database';
import type { Clock } from '../platform/time';
import { type OrganisationPolicy, organisationPolicy } from './policy';
import type { Policy } from './section';

export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly policy: Policy;
  readonly policyVersion: number;
  /** The section everybody needs: names, places, whom to call. */
  readonly about: OrganisationPolicy;
  /** Where its portal answers, from configuration: 'https://duinzicht.example.nl'. */
  readonly origin: string;
}

export interface Organisations {
  all(): readonly Organisation[];
  byHost(host: string): Organisation | undefined;
  /** Throws for an id that is not served: sessions and rows only name those that are. */
  byId(id: string): Organisation;
  /** Reads the database again: a policy that was applied meanwhile comes into force. */
  refresh(): Promise<void>;
}

export interface RegistryOptions {
  readonly pool: Pool;
  /** Checks a stored policy; throws PolicyError. */
  readonly check: (json: unknown) => Policy;
  /** 'https://{slug}.example.nl' */
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** Loads all organisations. A policy that does not hold is refused here, at start, with the field's name. */
export async function loadOrganisations(options: RegistryOptions): Promise<Organisations> {
  let organisations: readonly Organisation[] = [];
  let hosts = new Map<string, Organisation>();
  let ids = new Map<string, Organisation>();
  const refresh = async () => {
    organisations = await readAll(options);
    hosts = new Map(organisations.map((organisation) => [new URL(organisation.origin).host, organisation]));
    ids = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  };
  await refresh();
  return {
    all: () => organisations,
    byHost: (host) => hosts.get(host.toLowerCase()),
    byId(id) {
      const found = ids.get(id);
      if (found === undefined) throw new Error(`organisation ${id} is not served here`);
      return found;
    },
    refresh,
  };
}

async function readAll({ pool, check, publicUrl, clock }: RegistryOptions): Promise<Organisation[]> {
  const rows = await withoutScope(pool)
    .selectFrom('organisation as o')
    .innerJoin('policy_version as v', 'v.organisation_id', 'o.id')
    .distinctOn('o.slug')
    .select(['o.id', 'o.slug', 'v.version', 'v.policy'])
    .where('v.valid_from', '<=', clock.now())
    .orderBy('o.slug')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(({ id, slug, version, policy }) => {
    const checked = check(policy);
    return {
      id,
      slug,
      policy: checked,
      policyVersion: version,
      about: organisationPolicy.of(checked),
      origin: publicUrl.replace('{slug}', slug),
    };
  });
}
