import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: only over a secure connection (or localhost), for this host alone, for every path. */
export type CookieName = `__Host-${string}`;

export const readCookie = (request: FastifyRequest, name: CookieName): string | undefined =>
  request.cookies[name] || undefined;

/** Without `maxAge` (seconds) it ends with the browser. */
export function writeCookie(reply: FastifyReply, name: CookieName, value: string, maxAge?: number): void {
  const age = maxAge === undefined ? {} : { maxAge };
  reply.setCookie(name, value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', ...age });
}

export function dropCookie(reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
}
