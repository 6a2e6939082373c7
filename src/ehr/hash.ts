import { createHash } from 'node:crypto';
import { isObject } from './json';

/**
 * The hash of a resource as it came, the same whatever the order of its properties. `meta.versionId`, `meta.lastUpdated`
 * are left out: a source that hands the same content out again did not change it.
 */
export function canonicalHash(resource: unknown): string {
  return createHash('sha256')
    .update(canonical(withoutBookkeeping(resource)))
    .digest('base64url');
}

function withoutBookkeeping(resource: unknown): unknown {
  if (!isObject(resource) || !isObject(resource.meta)) return resource;
  const { versionId: _version, lastUpdated: _updated, ...meta } = resource.meta;
  return { ...resource, meta: Object.keys(meta).length === 0 ? undefined : meta };
}

/** JSON with sorted properties (as RFC 8785 for what FHIR holds). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'string') return quoted(value);
  if (!isObject(value)) return JSON.stringify(value ?? null);
  let text = '';
  for (const key of Object.keys(value).sort())
    if (value[key] !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(value[key])}`;
  return `{${text}}`;
}

/** What JSON writes as it is: no quotes, control characters or halves of pairs. Nearly all text of records. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** JSON.stringify, quicker for what needs no escape. */
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));
