import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Clock } from '../src/platform/time';
import { memoryStore } from './store';

export type ProviderSettings = {
  issuer: string;
  clients: ClientMetadata[];
  acrValues: string[];
  /** Names of the claims in the identity token beside the protocol's own. */
  claims: string[];
  /** Gives the claims of an account, undefined for an unknown one. */
  claimsOf(subject: string): ({ sub: string } & Record<string, unknown>) | undefined;
  /** Shows a mistake in the request: the code is one of OAuth's. */
  errorPage(code: string): string;
  clock: Clock;
  log(line: string): void;
};

/** The account to log in as when the answer must have expired by the time that the portal uses it. */
export const LATE = 'late';

/** Seconds that a person has for the provider's pages. */
const INTERACTION = 15 * 60;

/** The session cookie: never read back, see `withoutSession`. */
const SESSION_COOKIE = 'simulator_session';

/**
 * An OpenID provider as DigiD and the NL GOV profile want it: signed request objects, PKCE, `private_key_jwt`, no
 * claims but those named, pages of its own under `/interactie/<uid>`.
 */
export async function createProvider(settings: ProviderSettings): Promise<Provider> {
  const provider = new Provider(settings.issuer, await configuration(settings));
  provider.on('authorization_code.saved', (code) => {
    if (code.accountId === LATE) void code.destroy();
  });
  const trouble = (where: string) => (_ctx: KoaContextWithOIDC, error: Error & { error_detail?: string | undefined }) =>
    settings.log(`${settings.issuer} ${where}: ${error.message} ${error.error_detail ?? ''}`.trim());
  provider.on('server_error', trouble('server error'));
  provider.on('grant.error', (ctx, error) => {
    // A used or expired code is part of the play; a client that cannot prove who it is, is not.
    if (error.message !== 'invalid_grant') trouble('token request')(ctx, error);
  });
  return provider;
}

async function configuration(settings: ProviderSettings): Promise<Configuration> {
  return {
    clients: settings.clients,
    jwks: { keys: [await signingKey()] },
    adapter: memoryStore(settings.clock),
    acrValues: settings.acrValues,
    claims: { acr: null, iss: null, openid: ['sub', ...settings.claims] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    scopes: ['openid'],
    clientAuthMethods: ['private_key_jwt'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      requestObjects: { enabled: true, requireSignedRequestObject: true },
      encryption: { enabled: true },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256'],
      requestObjectSigningAlgValues: ['RS256'],
      clientAuthSigningAlgValues: ['RS256'],
      idTokenEncryptionAlgValues: ['RSA-OAEP'],
      idTokenEncryptionEncValues: ['A256GCM'],
    },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: SESSION_COOKIE, interaction: 'simulator_interaction', resume: 'simulator_resume' },
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Grant: 3600, Session: 3600, Interaction: INTERACTION },
    interactions: { url: (_ctx, interaction) => `/interactie/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => settings.claimsOf(subject) ?? { sub: subject },
    }),
    loadExistingGrant,
    fetch: fetchAnywhere,
    renderError: (ctx, { error }) => {
      ctx.type = 'html';
      ctx.body = settings.errorPage(error);
    },
  };
}

/** The library's own fetch keeps away from private addresses; here the portal's keys are on one. */
function fetchAnywhere(address: string | URL | Request, options: RequestInit & { dispatcher?: unknown } = {}) {
  const { dispatcher: _guarded, ...rest } = options;
  return fetch(address, rest);
}

/** Nobody is asked for consent: the person signs in at the own hospital, and only the number goes over. */
async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

async function signingKey() {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomBytes(12).toString('base64url'), alg: 'RS256', use: 'sig' };
}

/** Single sign-on does not exist here: whoever signed in before is not remembered, so nobody is mixed up. */
export function withoutSession(cookies: string | undefined): string | undefined {
  return cookies
    ?.split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(SESSION_COOKIE))
    .join('; ');
}
