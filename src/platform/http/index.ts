/** HTTP without any knowledge of care: the server, its headers, cookies, and which requests are refused. */
export { type CookieName, dropCookie, readCookie, writeCookie } from './cookies';
export { contentSecurityPolicy, isForeignChange } from './security';
export { createServer, type ServerOptions } from './server';
