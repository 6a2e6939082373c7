import type { ClientMetadata } from 'oidc-provider';
import { organisations } from './organisations';

export type PortalSetting = {
  /** The portal's origin for an organisation, such as `http://duinzicht.localhost:3000`. */
  portalOrigin(slug: string): string;
  /** Where the portal publishes its keys; read when first needed, so the portal may start later. */
  jwksUri: string;
};

/** Every organisation as a client of a provider, which can prove itself only with the portal's keys. */
export function clientsOf(
  { portalOrigin, jwksUri }: PortalSetting,
  client: { prefix: string; path: string; metadata?: Partial<ClientMetadata> },
): ClientMetadata[] {
  return organisations.map(({ slug, name }) => ({
    client_id: `${client.prefix}${slug}`,
    client_name: name,
    redirect_uris: [`${portalOrigin(slug)}${client.path}`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    request_object_signing_alg: 'RS256',
    require_signed_request_object: true,
    id_token_signed_response_alg: 'RS256',
    jwks_uri: jwksUri,
    ...client.metadata,
  }));
}
