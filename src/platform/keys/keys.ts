import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { errorCode, StartProblem } from '../process';

/** A private key as WebCrypto and OpenID Connect want it: `kid` names it in the published key set. */
export type PrivateKey = { kid: string; alg: string; key: CryptoKey };

/**
 * What the installation keeps secret. `signing` proves to a sign-in provider who we are and signs request objects,
 * `encryption` opens what a provider encrypted for us, `auditHmac` (32 bytes) seals the access log, `fileKey`
 * (32 bytes, AES-256-GCM) encrypts stored files. `publicJwks()` is what `/.well-known/jwks.json` publishes.
 */
export type Keys = {
  signing: PrivateKey;
  encryption: PrivateKey;
  auditHmac: Buffer;
  fileKey: Buffer;
  publicJwks(): { keys: JWK[] };
};

/** Signature algorithm of client assertions and request objects: what DigiD's OpenID Connect interface asks. */
const SIGNING = 'RS256';
/** Key management algorithm of the identity tokens that a provider encrypts for us. */
const ENCRYPTION = 'RSA-OAEP';

const rsaPrivate = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  alg: z.string().min(1),
  use: z.enum(['sig', 'enc']),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
const secret = z.string().refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes');
const keyFile = z.object({
  signing: rsaPrivate.extend({ alg: z.literal(SIGNING), use: z.literal('sig') }),
  encryption: rsaPrivate.extend({ alg: z.literal(ENCRYPTION), use: z.literal('enc') }),
  auditHmac: secret,
  fileKey: secret,
});
type PrivateJwk = z.infer<typeof rsaPrivate>;

/** Reads the key file. Throws a `StartProblem` when it is missing, readable by others than its owner, or damaged. */
export async function loadKeys(file: string): Promise<Keys> {
  const parsed = keyFile.safeParse(readPrivateJson(file));
  if (!parsed.success) {
    // Only the paths of what is wrong: the values are secrets.
    const wrong = parsed.error.issues.map((issue) => issue.path.join('.') || 'file').join(', ');
    throw new StartProblem(`The key file ${file} is damaged: ${wrong}. Put back the original.`);
  }
  const { signing, encryption, auditHmac, fileKey } = parsed.data;
  return {
    signing: await privateKey(signing),
    encryption: await privateKey(encryption),
    auditHmac: Buffer.from(auditHmac, 'base64url'),
    fileKey: Buffer.from(fileKey, 'base64url'),
    publicJwks: () => ({ keys: [publicPart(signing), publicPart(encryption)] }),
  };
}

/**
 * Makes a key file with fresh keys, only readable by its owner, and gives the keys. An existing file is never
 * overwritten: what it encrypted could not be opened any more. Where two processes start at once both get the same.
 */
export async function createKeys(file: string): Promise<Keys> {
  const content = {
    signing: await freshJwk(SIGNING, 'sig'),
    encryption: await freshJwk(ENCRYPTION, 'enc'),
    auditHmac: randomBytes(32).toString('base64url'),
    fileKey: randomBytes(32).toString('base64url'),
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link is made whole or not at all, and fails when the name is taken.
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return loadKeys(file);
}

/** For the demo: the keys in the file, made at the first start. Production is given its keys: there use `loadKeys`. */
export async function loadOrCreateKeys(file: string): Promise<Keys> {
  return statSync(file, { throwIfNoEntry: false }) ? loadKeys(file) : createKeys(file);
}

function readPrivateJson(file: string): unknown {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found)
    throw new StartProblem(
      `There is no key file ${file}. Make one and keep it safe, or say with INZAGE_KEYS_FILE where it is.`,
    );
  if ((found.mode & 0o077) !== 0) {
    throw new StartProblem(`The key file ${file} can be read by others. Give it mode 0600.`);
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new StartProblem(`The key file ${file} is damaged: not JSON. Put back the original.`);
  }
}

async function freshJwk(alg: string, use: 'sig' | 'enc'): Promise<JWK> {
  const { privateKey: key } = await generateKeyPair(alg, { modulusLength: 2048, extractable: true });
  return { ...(await exportJWK(key)), kid: randomBytes(12).toString('base64url'), alg, use };
}

async function privateKey(jwk: PrivateJwk): Promise<PrivateKey> {
  return { kid: jwk.kid, alg: jwk.alg, key: (await importJWK(jwk, jwk.alg)) as CryptoKey };
}

/** Named one by one: what is not in this list is private. */
function publicPart({ kty, kid, alg, use, n, e }: PrivateJwk): JWK {
  return { kty, kid, alg, use, n, e };
}
