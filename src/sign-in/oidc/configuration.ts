import {
  allowInsecureRequests,
  type Configuration,
  discovery,
  enableDecryptingResponses,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
} from 'openid-client';
import type { Keys } from '../../platform/keys';
import type { Clock } from '../../platform/time';

export type ProviderOptions = {
  /** The provider's issuer identifier; its endpoints and keys come from its discovery document. */
  issuer: string;
  clientId: string;
  keys: Keys;
  clock: Clock;
  encryptedIdToken: boolean;
  /** Plain http towards the provider: only for simulators. */
  allowInsecure: boolean;
};

/** Seconds that a provider gets to answer one request; the person waits meanwhile. */
const TIMEOUT = 5;
/** A provider may move its endpoints; its document is read again after this many milliseconds. */
const KEEP = 60 * 60 * 1000;

/**
 * Gives a function that gives the provider's configuration: discovered at first use, kept for an hour, and asked
 * again at the next call when it failed. While a fresh one cannot be had, the old one is used.
 */
export function lazyConfiguration(options: ProviderOptions): () => Promise<Configuration> {
  let known: { configuration: Configuration; readAt: number } | undefined;
  let underway: Promise<Configuration> | undefined;
  const read = async () => {
    try {
      const configuration = await discover(options);
      known = { configuration, readAt: options.clock.now().getTime() };
      return configuration;
    } catch (error) {
      if (known) return known.configuration;
      throw error;
    } finally {
      underway = undefined;
    }
  };
  return async () => {
    if (known && options.clock.now().getTime() - known.readAt < KEEP) return known.configuration;
    underway ??= read();
    return underway;
  };
}

function discover({ issuer, clientId, keys, encryptedIdToken, allowInsecure }: ProviderOptions) {
  const { signing, encryption } = keys;
  return discovery(
    new URL(issuer),
    clientId,
    // Named here, so that what the provider says it can do never widens what we accept.
    { id_token_signed_response_alg: 'RS256' },
    PrivateKeyJwt({ key: signing.key, kid: signing.kid }),
    {
      timeout: TIMEOUT,
      execute: [
        enableNonRepudiationChecks,
        ...(encryptedIdToken
          ? [(made: Configuration) => enableDecryptingResponses(made, ['A256GCM'], encryption)]
          : []),
        ...(allowInsecure ? [allowInsecureRequests] : []),
      ],
    },
  );
}
