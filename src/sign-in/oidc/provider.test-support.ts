import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactEncrypt, exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';

/** What a provider may do wrong: each of these replaces what a good one would send. */
export type Misdeeds = {
  claims?: Record<string, unknown>;
  /** 'none' leaves the signature out; 'other-key' signs with a key that the provider does not publish. */
  signature?: 'none' | 'other-key' | 'PS256';
  /** How the token is protected; 'no' sends it plain. */
  encryption?: { alg?: string; enc?: string; key?: CryptoKey } | 'no';
  /** The token endpoint's answer as a whole. */
  token?: { status: number; body: string; type?: string };
};

export const GOOD_CLAIMS = {
  sub: '999990019',
  sub_id_type: 'urn:nl-eid-gdi:1.0:id:legacy-BSN',
  acr: 'http://eidas.europa.eu/LoA/substantial',
};

/** A provider made of jose alone, that answers every code with a token as the test wants it. */
export async function openProvider(clientId: string, encryptFor: CryptoKey) {
  const signing = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  // The same key, so that only the algorithm is another.
  const pss = (await importJWK(await exportJWK(signing.privateKey), 'PS256')) as CryptoKey;
  let misdeeds: Misdeeds = {};
  let nonce = '';
  const server = createServer((req, res) => {
    const send = (body: unknown, status = 200) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (req.url === '/.well-known/openid-configuration') return send(metadata(issuer()));
    if (req.url === '/jwks') return void publicKey().then(send);
    if (req.url !== '/token') return send({}, 404);
    const { token } = misdeeds;
    if (token) return res.writeHead(token.status, { 'content-type': token.type ?? 'application/json' }).end(token.body);
    void idToken().then((id_token) => send({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  const publicKey = async () => ({
    keys: [{ ...(await exportJWK(signing.publicKey)), kid: 'known', use: 'sig' }],
  });

  async function idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const protocol = { iss: issuer(), aud: clientId, iat: now, exp: now + 60, nonce };
    const jwt = await sign({ ...protocol, ...GOOD_CLAIMS, ...misdeeds.claims });
    if (misdeeds.encryption === 'no') return jwt;
    const { alg = 'RSA-OAEP', enc = 'A256GCM', key = encryptFor } = misdeeds.encryption ?? {};
    return new CompactEncrypt(new TextEncoder().encode(jwt)).setProtectedHeader({ alg, enc }).encrypt(key);
  }

  async function sign(claims: JWTPayload): Promise<string> {
    if (misdeeds.signature === 'none') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    const alg = misdeeds.signature === 'PS256' ? 'PS256' : 'RS256';
    const key = misdeeds.signature === 'other-key' ? stranger.privateKey : alg === 'PS256' ? pss : signing.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg, kid: 'known' }).sign(key);
  }

  return {
    issuer: issuer(),
    /** Makes the provider behave; the nonce is the one of the request that it answers. */
    behave(next: Misdeeds, nonceOfRequest: string) {
      misdeeds = next;
      nonce = nonceOfRequest;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  id_token_signing_alg_values_supported: ['RS256', 'PS256', 'none'],
});
