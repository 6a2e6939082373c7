import { type FhirResource, isObject, type JsonObject } from './json';

/** `Type/id` of a resource in its source. */
export type SourceKey = string;

export const sourceKey = (type: string, id: string): SourceKey => `${type}/${id}`;

/** The type and id of a key. */
export function splitKey(key: SourceKey): { type: string; id: string } {
  const slash = key.indexOf('/');
  return { type: key.slice(0, slash), id: key.slice(slash + 1) };
}

/** Relative, with or without a version. */
const LITERAL = /^([A-Z][A-Za-z]{1,40})\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/**
 * What a literal reference points to in the source, or undefined: contained (`#…`), logical, conditional, not known.
 * An absolute URL may be of any server, where the same id is somebody else's: only a Bundle says which server is its own
 * (see `resourcesOf`).
 */
export function targetOf(reference: unknown): SourceKey | undefined {
  if (typeof reference !== 'string') return undefined;
  const match = LITERAL.exec(reference);
  return match?.[1] === undefined || match[2] === undefined ? undefined : sourceKey(match[1], match[2]);
}

/** Every place in a resource that names another one. */
export function targetsIn(resource: FhirResource): Set<SourceKey> {
  const targets = new Set<SourceKey>();
  visit(resource, (reference) => {
    const target = targetOf(reference);
    if (target !== undefined) targets.add(target);
  });
  return targets;
}

/** An attachment may name a file of the source by its address alone. */
const isFileAddress = (key: string, value: unknown): boolean =>
  key === 'url' && typeof value === 'string' && value.startsWith('Binary/');

function visit(value: unknown, found: (reference: unknown) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, found);
  else if (isObject(value)) {
    if (Object.hasOwn(value, 'reference')) found(value.reference);
    if (isFileAddress('url', value.url)) found(value.url);
    for (const key in value) {
      const inner = value[key];
      if (typeof inner === 'object' && inner !== null) visit(inner, found);
    }
  }
}

/**
 * A copy with our identifiers in place of the source's where `known` has them; other references stay as they came.
 * Nothing else is touched.
 */
export function rewriteReferences<T>(value: T, known: (target: SourceKey) => string | undefined): T {
  return rewrite(value, known) as T;
}

function rewrite(value: unknown, known: (target: SourceKey) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, known));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const inner = value[key];
    const names = (key === 'reference' && typeof inner === 'string') || isFileAddress(key, inner);
    copy[key] = names ? rewriteOne(String(inner), known) : rewrite(inner, known);
  }
  return copy as JsonObject;
}

function rewriteOne(reference: string, known: (target: SourceKey) => string | undefined): string {
  const target = targetOf(reference);
  const id = target === undefined ? undefined : known(target);
  return target === undefined || id === undefined ? reference : `${splitKey(target).type}/${id}`;
}
