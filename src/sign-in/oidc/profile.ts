import type { IdentityAssertion, Level, SignInFailure } from './assertion';

/** The claims of an identity token of which signature, issuer, audience, times and nonce were checked. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * What differs between kinds of provider: how the token must be protected, which level is asked, and how its claims
 * become an assertion.
 */
export type Profile<A extends IdentityAssertion> = {
  /** True: the identity token must be encrypted for us; one that is not is refused. */
  encryptedIdToken: boolean;
  /** The level to ask when the caller names none; absent where the provider knows no levels. */
  level?: Level;
  /** Gives the assertion, or why the claims are not accepted at `level`. */
  read(claims: Claims, level: Level | undefined): A | SignInFailure;
};
