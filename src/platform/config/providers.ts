/** A sign-in provider as one organisation knows it (OpenID Connect). */
export type SignInProvider = { issuer: string; clientId: string };

type Kind = 'digid' | 'staff';
type Read = Record<Kind, Record<string, SignInProvider>> & { problems: string[] };

/**
 * Reads INZAGE_DIGID_ISSUER_<SLUG>, INZAGE_DIGID_CLIENT_ID_<SLUG> and the same with STAFF. The slug is written in
 * capitals with `_` for `-`. Issuers are https everywhere: the demo's simulators come from no variable.
 */
export function readProviders(given: Record<string, string | undefined>): Read {
  const read: Read = { digid: {}, staff: {}, problems: [] };
  for (const [name, value] of Object.entries(given)) {
    const [, kind, field, slug] = /^INZAGE_(DIGID|STAFF)_(ISSUER|CLIENT_ID)_([A-Z0-9_]+)$/.exec(name) ?? [];
    if (!kind || !field || !slug || value === undefined) continue;
    const prefix = `INZAGE_${kind}`;
    const other = `${prefix}_${field === 'ISSUER' ? 'CLIENT_ID' : 'ISSUER'}_${slug}`;
    if (given[other] === undefined) read.problems.push(`${other} is missing, since ${name} is given`);
    if (field !== 'ISSUER') continue;
    if (URL.parse(value)?.protocol !== 'https:') read.problems.push(`${name} must be an address with https://`);
    const clientId = given[`${prefix}_CLIENT_ID_${slug}`];
    const room = kind === 'DIGID' ? read.digid : read.staff;
    if (clientId) room[slug.toLowerCase().replaceAll('_', '-')] = { issuer: value, clientId };
  }
  return read;
}
