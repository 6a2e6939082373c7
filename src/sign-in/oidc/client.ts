import {
  authorizationCodeGrant,
  buildAuthorizationUrlWithJAR,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Keys } from '../../platform/keys';
import type { Clock } from '../../platform/time';
import { type IdentityAssertion, type Level, type SignInFailure, signInFailure } from './assertion';
import { lazyConfiguration } from './configuration';
import { failureOf } from './failures';
import { uriOfLevel } from './levels';
import type { Claims, Profile } from './profile';

export type OidcClientOptions<A extends IdentityAssertion> = {
  /** Issuer identifier of the provider. */
  issuer: string;
  clientId: string;
  keys: Keys;
  /** Where the provider sends the browser back to, exactly as registered there. */
  redirectUri: string;
  /** The kind of provider: `digid({ level })` or `employee()`. */
  profile: Profile<A>;
  /** The wall clock. */
  clock: Clock;
  /** Plain http towards the provider: only for simulators. */
  allowInsecure?: boolean;
};

/** What must be kept, bound to this browser, between `begin` and `finish`; good for one answer. */
export type Transaction = { state: string; nonce: string; codeVerifier: string; level?: Level };

export type BeginOptions = {
  /** Level to ask, and to find in the answer; without it the profile's. */
  level?: Level;
  /** 'login': the provider must ask again who it is. */
  prompt?: 'login';
  /** Language for the provider's pages. */
  language?: string;
};

/**
 * One provider, as one of its clients. Neither function throws: a provider that does not answer or answers wrongly is
 * a `SignInFailure`.
 */
export type OidcClient<A extends IdentityAssertion> = {
  /** Gives the address to send the browser to, and what `finish` needs later. */
  begin(options?: BeginOptions): Promise<{ url: string; transaction: Transaction } | SignInFailure>;
  /** Takes the address at which the browser came back (whole, or path and query) and gives who it is. */
  finish(callbackUrl: string, transaction: Transaction): Promise<A | SignInFailure>;
};

/** Milliseconds that an identity token may be old at most, and may lie ahead of our clock. */
const OLDEST = 5 * 60 * 1000;
const AHEAD = 60 * 1000;

/**
 * OpenID Connect as DigiD and the NL GOV profile ask it: authorization code with PKCE (S256), a signed request object,
 * `private_key_jwt`, and an identity token whose signature is always checked (INTEROP §1.10).
 */
export function createOidcClient<A extends IdentityAssertion>(options: OidcClientOptions<A>): OidcClient<A> {
  const { profile, keys, redirectUri, clock } = options;
  const configuration = lazyConfiguration({
    ...options,
    encryptedIdToken: profile.encryptedIdToken,
    allowInsecure: options.allowInsecure ?? false,
  });

  async function begin(asked: BeginOptions) {
    const level = asked.level ?? profile.level;
    const transaction: Transaction = {
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
      ...(level && { level }),
    };
    const parameters = {
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirectUri,
      state: transaction.state,
      nonce: transaction.nonce,
      code_challenge: await calculatePKCECodeChallenge(transaction.codeVerifier),
      code_challenge_method: 'S256',
      ...(level && { acr_values: uriOfLevel(level) }),
      ...(asked.prompt && { prompt: asked.prompt }),
      ...(asked.language && { ui_locales: asked.language }),
    };
    const { key, kid } = keys.signing;
    const url = await buildAuthorizationUrlWithJAR(await configuration(), parameters, { key, kid });
    return { url: url.href, transaction };
  }

  async function finish(callbackUrl: string, transaction: Transaction): Promise<A | SignInFailure> {
    // Only the query is the browser's: behind a proxy the rest of the address may be another than the registered one.
    const answer = new URL(redirectUri);
    answer.search = new URL(callbackUrl, redirectUri).search;
    const tokens = await authorizationCodeGrant(await configuration(), answer, {
      expectedState: transaction.state,
      expectedNonce: transaction.nonce,
      pkceCodeVerifier: transaction.codeVerifier,
      idTokenExpected: true,
    });
    // openid-client opens encrypted tokens but lets a plain one pass.
    if (profile.encryptedIdToken && tokens.id_token?.split('.').length !== 5) {
      return signInFailure('failed', 'the identity token is not encrypted');
    }
    const claims: Claims = { ...tokens.claims() };
    if (!isFresh(claims.iat, clock)) return signInFailure('expired', 'the identity token is not of now');
    return profile.read(claims, transaction.level);
  }

  return {
    begin: (asked = {}) => begin(asked).catch(failureOf),
    finish: (callbackUrl, transaction) => finish(callbackUrl, transaction).catch(failureOf),
  };
}

function isFresh(issuedAt: unknown, clock: Clock): boolean {
  if (typeof issuedAt !== 'number') return false;
  const age = clock.now().getTime() - issuedAt * 1000;
  return age <= OLDEST && age >= -AHEAD;
}
