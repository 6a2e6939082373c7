/** What every answer carries, and which requests are refused before anything else (PS-03). */
import type { FastifyInstance, FastifyRequest } from 'fastify';

const self = "'self'";

/** `formTargets`: origins that a form's answer may lead to (sign-in at an identity provider), else Chromium blocks it. */
export function contentSecurityPolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${self}`,
    `style-src ${self}`,
    `img-src ${self} data:`,
    `font-src ${self}`,
    `connect-src ${self}`,
    `manifest-src ${self}`,
    `form-action ${[self, ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

const fixedHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-robots-tag': 'noindex',
};

/** What goes with every answer; a page widens its policy by where its forms lead. */
export function securityHeaders(options: { https: boolean }): Readonly<Record<string, string>> {
  return {
    ...fixedHeaders,
    'content-security-policy': contentSecurityPolicy([]),
    'cache-control': 'no-store',
    ...(options.https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** PostgreSQL keeps no null byte, and nobody types one: refused here, so that no room meets one. */
export class NullByte extends Error {
  readonly statusCode = 400;
}

/** Adds the headers, and refuses null bytes in addresses and forms. */
export function secure(server: FastifyInstance, options: { https: boolean }): void {
  const headers = securityHeaders(options);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (request.url.includes('%00')) throw new NullByte();
  });
  server.addHook('preValidation', async ({ body }) => {
    const form = typeof body === 'object' && body !== null ? Object.entries(body).flat() : [];
    if (form.flat().some((text) => String(text).includes('\0'))) throw new NullByte();
  });
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something must come from our own pages: the browser says so in Sec-Fetch-Site, older ones in
 * Origin. Neither: refused.
 */
export function isForeignChange(request: FastifyRequest): boolean {
  if (safe.has(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.parse(origin)?.host !== request.host;
}
