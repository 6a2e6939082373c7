const ALLOWED = /^(?:https:\/\/[^/\s]|tel:\+?[0-9*#]|mailto:[^\s@]+@[^\s@]+$)/i;
/** Plain http only to this machine: the demonstration's hosts. */
const LOCAL = /^http:\/\/(?:[a-z0-9-]+\.)?localhost(?::\d+)?(?:\/|$)/i;
const HAS_SCHEME = /^[^/?#]*:/;
/** Browsers take control characters out of an address before they read it, and take a backslash for a slash. */
const hidesSomething = (address: string): boolean =>
  [...address].some((character) => character <= ' ' || character === '\u007f' || character === '\\');

/**
 * An address that may stand in a link: relative within this site, `https:`, `tel:` or `mailto:`. Anything else
 * (`javascript:`, `data:`, `//other.host`, hidden characters) becomes `#`, which goes nowhere. Preact itself lets
 * `javascript:` pass.
 */
export function safeHref(address: string): string {
  if (address === '' || hidesSomething(address)) return '#';
  if (ALLOWED.test(address) || LOCAL.test(address)) return URL.canParse(address) ? address : '#';
  if (HAS_SCHEME.test(address) || address.startsWith('//')) return '#';
  return address;
}

/** The `tel:` address of a phone number as people write it: `088 555 01 24`. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^\d+*#]/g, '')}`;
}
