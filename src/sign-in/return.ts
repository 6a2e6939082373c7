/** Where somebody goes after signing in or choosing a language: only to a page of our own portal. */

/** The path with its query as an address writes it (ASCII); undefined for whatever could lead elsewhere. */
export function ownPath(path: string | undefined): string | undefined {
  if (path === undefined || !/^\/(?![/\\])[^\\\s]*$/.test(path)) return undefined;
  const url = URL.parse(path, 'http://here');
  if (url?.host !== 'here' || url.pathname.startsWith('//')) return undefined;
  return `${url.pathname}${url.search}`;
}

/** Ways in and out, to which nobody returns after signing in. */
const passages = /^\/((werkplek\/)?inloggen|uitloggen|uitgelogd)(\/|\?|$)/;

/** The page that was asked for; `fallback` where it is none, or leads out again. */
export function safeReturn(path: string | undefined, fallback: string): string {
  const own = ownPath(path);
  return own === undefined || passages.test(own) ? fallback : own;
}
