import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at, type FhirResource, isObject, objectsOf, textAt, textOf } from './json';
import type { RefusedResource } from './reasons';
import { sourceKey } from './references';
import { isTooDeep, withoutComments } from './validate';

/** One resource as it came, with the file that held it. */
export interface Incoming {
  readonly file: string;
  readonly resource: FhirResource;
}

/** A file, or an entry of a Bundle, that holds no resource. */
export interface Unreadable extends RefusedResource {
  readonly file: string;
}

const LARGEST_FILE = 256 * 1024 * 1024;

/** All `.json` and `.ndjson` files of the given files and folders, in a stable order. Links are not followed. */
export async function* filesIn(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const entry = await lstat(path);
    if (!entry.isDirectory()) yield path;
    else {
      const names = (await readdir(path, { withFileTypes: true })).filter(
        (inner) => inner.isDirectory() || (inner.isFile() && /\.(json|ndjson)$/i.test(inner.name)),
      );
      yield* filesIn(names.map(({ name }) => join(path, name)).sort());
    }
  }
}

/** The resources of one file: a resource, a Bundle, or one a line (ndjson). */
export async function* resourcesIn(file: string): AsyncGenerator<Incoming | Unreadable> {
  let text: string;
  try {
    if ((await lstat(file)).size > LARGEST_FILE) {
      yield { file, reason: 'too-large' };
      return;
    }
    text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    yield { file, reason: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
    return;
  }
  if (!/\.ndjson$/i.test(file)) yield* resourcesOfText(file, text);
  else for (const line of text.split('\n')) if (line.trim() !== '') yield* resourcesOfText(file, line);
}

/** The resources of a JSON text. */
export function* resourcesOfText(file: string, text: string): Generator<Incoming | Unreadable> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    yield { file, reason: 'not-json', detail: withoutQuote(error instanceof Error ? error.message : String(error)) };
    return;
  }
  yield* resourcesOf(file, parsed);
}

/** The parser quotes the text around a mistake, which may be anything of a patient. */
const withoutQuote = (message: string): string =>
  message.replace(/, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/s, '');

/** The resources of a parsed resource or Bundle (Bundles in Bundles too). */
export function* resourcesOf(file: string, parsed: unknown): Generator<Incoming | Unreadable> {
  if (isTooDeep(parsed)) yield { file, reason: 'too-deep' };
  else if (namesPrototype(parsed)) yield { file, reason: 'not-fhir', detail: '__proto__' };
  else yield* flatten(file, withoutComments(parsed));
}

/** A property that would become the prototype of every copy made of it. */
const namesPrototype = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype));

function* flatten(file: string, parsed: unknown): Generator<Incoming | Unreadable> {
  if (!isObject(parsed) || textOf(parsed.resourceType) === undefined) {
    yield { file, reason: 'not-fhir', detail: 'resourceType' };
    return;
  }
  const resource = parsed as FhirResource;
  if (resource.resourceType !== 'Bundle') yield { file, resource };
  else yield* entriesOf(file, resource);
}

function* entriesOf(file: string, bundle: FhirResource): Generator<Incoming | Unreadable> {
  const entries = objectsOf(bundle.entry).filter(({ resource }) => resource !== undefined);
  const names = namesIn(entries);
  for (const entry of entries) {
    const resource = at(entry, 'resource');
    const base = baseOf(entry);
    const named = names.size === 0 && base === undefined ? resource : nameInBundle(resource, entry, names, base);
    yield* flatten(file, named);
  }
}

/** `urn:uuid:…` names that hold within this Bundle only, and what they stand for. */
function namesIn(entries: readonly { readonly [key: string]: unknown }[]): Map<string, string> {
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
function baseOf(entry: { readonly [key: string]: unknown }): string | undefined {
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
  entry: { readonly [key: string]: unknown },
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
    copy[key] = key === 'reference' && typeof inner === 'string' ? name(inner) : rename(inner, name);
  }
  return copy;
}
