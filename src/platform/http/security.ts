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

export function addSecurityHeaders(server: FastifyInstance, options: { https: boolean }): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(fixedHeaders);
    reply.header('content-security-policy', contentSecurityPolicy([]));
    reply.header('cache-control', 'no-store');
    if (options.https) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
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
