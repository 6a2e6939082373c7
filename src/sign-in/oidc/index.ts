/** The protocol side of signing in: what goes to a provider, what comes back, and every check in between. */
export {
  type DigidAssertion,
  type EmployeeAssertion,
  type IdentityAssertion,
  isSignInFailure,
  type Level,
  levels,
  type SignInFailure,
  type SignInFailureCode,
} from './assertion';
export {
  type BeginOptions,
  createOidcClient,
  type OidcClient,
  type OidcClientOptions,
  type Transaction,
} from './client';
export { digid } from './digid';
export { employee } from './employee';
export { reaches } from './levels';
export type { Profile } from './profile';
