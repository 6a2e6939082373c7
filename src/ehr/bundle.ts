import { at, type FhirResource, isObject, type JsonObject, objectsOf, textAt, textOf } from './json';
import { sourceKey } from './references';

/** The resources of a Bundle's entries, each with its own id and with references that hold outside the Bundle too. */
export function entriesOf(bundle: FhirResource): unknown[] {
  const entries = objectsOf(bundle.entry).filter(({ resource }) => resource !== undefined);
  const names = namesIn(entries);
  return entries.map((entry) => nameInBundle(at(entry, 'resource'), entry, names, baseOf(entry)));
}

/** `urn:uuid:…` names that hold within this Bundle only, and what they stand for. */
function namesIn(entries: readonly JsonObject[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const url = textOf(entry.fullUrl);
    const type = textAt(entry, 'resource', 'resourceType');
    if (url?.startsWith('urn:uuid:') && type !== undefined)
      names.set(url, sourceKey(type, textAt(entry, 'resource', 'id') ?? url.slice('urn:uuid:'.length)));
  }
  return names;
}

/** The server that an entry came from, as its `fullUrl` says it: `https://…/` before its own type and id. */
function baseOf(entry: JsonObject): string | undefined {
  const url = textOf(entry.fullUrl) ?? '';
  const own = sourceKey(textAt(entry, 'resource', 'resourceType') ?? '', textAt(entry, 'resource', 'id') ?? '');
  return /^https?:\/\//.test(url) && url.endsWith(`/${own}`) ? url.slice(0, -own.length) : undefined;
}

/**
 * The resource with its name in the Bundle as its id where it has none, and without references by such names or by the
 * address of its own server.
 */
function nameInBundle(
  resource: unknown,
  entry: JsonObject,
  names: Map<string, string>,
  base: string | undefined,
): unknown {
  if (!isObject(resource)) return resource;
  const own = names.get(textOf(entry.fullUrl) ?? '');
  const id = textOf(resource.id) ?? own?.slice(own.indexOf('/') + 1);
  const renamed = rename(
    resource,
    (reference) =>
      names.get(reference) ??
      (base !== undefined && reference.startsWith(base) ? reference.slice(base.length) : reference),
  );
  return isObject(renamed) && id !== undefined ? { ...renamed, id } : renamed;
}

function rename(value: unknown, name: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => rename(item, name));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    const inner = value[key];
    copy[key] = isAddress(key, inner) ? name(inner) : rename(inner, name);
  }
  return copy;
}

/** Where a resource names another one: a reference, or a file by its address. */
const isAddress = (key: string, value: unknown): value is string =>
  typeof value === 'string' && (key === 'reference' || (key === 'url' && /(^|\/)Binary\/|^urn:uuid:/.test(value)));
