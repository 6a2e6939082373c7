import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../platform/time';
import { entriesOf } from './bundle';
import { type FhirResource, isObject, parseExact, textOf } from './json';
import { filled } from './placeholders';
import type { RefusedResource } from './reasons';
import { toR4 } from './stu3';
import { type FhirVersion, versionOf } from './stu3/version';
import { isTooDeep, withoutComments } from './validate';

/** One resource as it came, with the file that held it. */
export interface Incoming {
  readonly file: string;
  readonly resource: FhirResource;
  /** It came as STU3 and was mapped. */
  readonly fromStu3?: true;
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

/** How text is read: what it says of its version, or what the caller knows of it, and the day that placeholders mean. */
export interface Reading {
  readonly fhir: FhirVersion | 'auto';
  /** Care time's day; without it placeholders stay as they are. */
  readonly today?: CalendarDate;
}

const AUTO: Reading = { fhir: 'auto' };

/** The resources of one file: a resource, a Bundle, or one a line (ndjson). All come back as R4. */
export async function* resourcesIn(file: string, how = AUTO): AsyncGenerator<Incoming | Unreadable> {
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
  if (!/\.ndjson$/i.test(file)) yield* resourcesOfText(file, text, how);
  else for (const line of text.split('\n')) if (line.trim() !== '') yield* resourcesOfText(file, line, how);
}

/** The resources of a JSON text. */
export function* resourcesOfText(file: string, text: string, how = AUTO): Generator<Incoming | Unreadable> {
  let parsed: unknown;
  try {
    parsed = parseExact(how.today === undefined ? text : filled(text, how.today));
  } catch (error) {
    yield { file, reason: 'not-json', detail: withoutQuote(error instanceof Error ? error.message : String(error)) };
    return;
  }
  yield* resourcesOf(file, parsed, how);
}

/** The parser quotes the text around a mistake, which may be anything of a patient. */
const withoutQuote = (message: string): string =>
  message.replace(/, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/s, '');

/** The resources of a parsed resource or Bundle (Bundles in Bundles too), in R4. */
export function* resourcesOf(file: string, parsed: unknown, how = AUTO): Generator<Incoming | Unreadable> {
  if (isTooDeep(parsed)) yield { file, reason: 'too-deep' };
  else if (namesPrototype(parsed)) yield { file, reason: 'not-fhir', detail: '__proto__' };
  else {
    const all = flatten(withoutComments(parsed));
    const resources = all.filter((item): item is FhirResource => item !== undefined);
    const version = how.fhir === 'auto' ? versionOf(resources) : () => how.fhir;
    for (const resource of all)
      if (resource === undefined) yield { file, reason: 'not-fhir', detail: 'resourceType' };
      else yield version(resource) === 'stu3' ? fromStu3(file, resource) : { file, resource };
  }
}

/** A property that would become the prototype of every copy made of it. */
const namesPrototype = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype));

/** Every resource of it; undefined stands for what is none. */
function flatten(parsed: unknown): (FhirResource | undefined)[] {
  if (!isObject(parsed) || textOf(parsed.resourceType) === undefined) return [undefined];
  const resource = parsed as FhirResource;
  return resource.resourceType === 'Bundle' ? entriesOf(resource).flatMap(flatten) : [resource];
}

function fromStu3(file: string, resource: FhirResource): Incoming | Unreadable {
  try {
    return { file, resource: toR4(resource), fromStu3: true };
  } catch (error) {
    // Something that no version of FHIR has where it stands: no resource may stop the rest.
    return { file, reason: 'not-fhir', detail: error instanceof Error ? error.message : String(error) };
  }
}
