/** The whole policy: the sections of all rooms that have one. A room with a section adds it here. */
import { proxiesPolicy } from './access/policy';
import { appointmentsPolicy } from './appointments/policy';
import { leafletsPolicy } from './leaflets/policy';
import { composePolicy, organisationPolicy, type Policy, presetJson, recordPolicy } from './organisations';
import { resultsPolicy } from './results/policy';
import { signInPolicy } from './sign-in/policy';

export { presetSlugs } from './organisations';

const sections = [
  organisationPolicy,
  recordPolicy,
  signInPolicy,
  proxiesPolicy,
  appointmentsPolicy,
  resultsPolicy,
  leafletsPolicy,
];

/** A policy from a file or the database, checked. Throws `PolicyError` with every field that is wrong. */
export const parsePolicy: (json: unknown) => Policy = composePolicy(sections);

/** The policy that an installation starts an organisation with, by its slug. */
export function loadPreset(slug: string): Policy {
  return parsePolicy(presetJson(slug));
}

/** What the doors need of a policy (`House.accessPolicy`). */
export function accessPolicyOf(policy: Policy) {
  const { unverifiedBsn, ownAccountFrom, under12Digid } = signInPolicy.of(policy);
  return { unverifiedBsn, ownAccountFrom, under12Digid, parentAt12: proxiesPolicy.of(policy).parentAt12 };
}
