/** The sign-in providers of each organisation: one client each, made at first use. */
import type { Program } from '../house';
import type { Organisation } from '../organisations';
import { signInProvider } from '../platform/config';
import {
  createOidcClient,
  type DigidAssertion,
  digid,
  type EmployeeAssertion,
  employee,
  type OidcClient,
} from './oidc';
import { signInPolicy } from './policy';

export const returnPaths = { digid: '/inloggen/digid/terug', staff: '/werkplek/inloggen/terug' } as const;

export interface Providers {
  digid(organisation: Organisation): OidcClient<DigidAssertion> | undefined;
  staff(organisation: Organisation): OidcClient<EmployeeAssertion> | undefined;
}

const made = new WeakMap<Program, Providers>();

export function providersOf(program: Program): Providers {
  let providers = made.get(program);
  if (providers === undefined) {
    providers = makeProviders(program);
    made.set(program, providers);
  }
  return providers;
}

function makeProviders(program: Program): Providers {
  const { config, keys, wallClock } = program;
  const common = { keys, clock: wallClock, allowInsecure: config.mode === 'demo' };
  const kept = <A>(make: (organisation: Organisation) => A | undefined) => {
    const clients = new Map<string, A | undefined>();
    return (organisation: Organisation) => {
      // A policy that changed may ask another level: the key holds its version.
      const key = `${organisation.id}/${organisation.policyVersion}`;
      if (!clients.has(key)) clients.set(key, make(organisation));
      return clients.get(key);
    };
  };
  return {
    digid: kept((organisation) => {
      const policy = signInPolicy.of(organisation.policy);
      const provider = signInProvider(config, 'digid', organisation.slug);
      if (provider === undefined || !policy.methods.includes('digid')) return undefined;
      const redirectUri = `${organisation.origin}${returnPaths.digid}`;
      return createOidcClient({ ...common, ...provider, redirectUri, profile: digid({ level: policy.digidLevel }) });
    }),
    staff: kept((organisation) => {
      const provider = signInProvider(config, 'staff', organisation.slug);
      if (provider === undefined) return undefined;
      const redirectUri = `${organisation.origin}${returnPaths.staff}`;
      return createOidcClient({ ...common, ...provider, redirectUri, profile: employee() });
    }),
  };
}
