/** Steps that the mapping of several types has in common. All are pure: a copy comes back. */
import { isObject, type JsonObject, objectsOf, textAt, textOf } from '../json';
import { extended, kept } from './keep';

/** One resource of STU3 (of a known type) as R4 has it. What it leaves in place is kept as an extension by `conform`. */
export type Mapping = (source: JsonObject) => JsonObject;

/** Elements under another name, with what stands beside them (`_name`). */
export function renamed(source: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(source)) {
    const beside = name.startsWith('_') ? '_' : '';
    const plain = name.slice(beside.length);
    result[Object.hasOwn(names, plain) ? `${beside}${names[plain]}` : name] = value;
  }
  return result;
}

/** Without these elements, and what stands beside them. */
export const without = (source: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name.replace(/^_/, ''))));

/** `context` may name an encounter or an episode of care; R4 has a place for the encounter only. */
export function contextAsEncounter(source: JsonObject): JsonObject {
  const reference = textAt(source, 'context', 'reference') ?? '';
  return reference === '' || /(^|\/)Encounter\//.test(reference) || reference.startsWith('#')
    ? renamed(source, { context: 'encounter' })
    : source;
}

/** `requester.agent` is the requester; on whose behalf is kept. */
export function requesterAsAgent(source: JsonObject, type: string): JsonObject {
  const { requester } = source;
  if (!isObject(requester) || !isObject(requester.agent)) return source;
  const rest = kept(`${type}.requester.onBehalfOf`, requester.onBehalfOf);
  return extended({ ...source, requester: requester.agent }, [...objectsOf(requester.extension), ...rest]);
}

/** A code, with what stands beside it, as a concept of a code system of FHIR. */
export function codeAsConcept(source: JsonObject, name: string, system: string): JsonObject {
  const code = textOf(source[name]);
  const beside = source[`_${name}`];
  if (code === undefined && beside === undefined) return source;
  const inside = isObject(beside) ? objectsOf(beside.extension) : [];
  const concept = extended<JsonObject>(code === undefined ? {} : { coding: [{ system, code }] }, inside);
  return { ...without(source, name), [name]: concept };
}

/** A code by another name where R4 renamed it; what it was is kept when the new one says less. */
export function recoded(
  source: JsonObject,
  name: string,
  codes: Readonly<Record<string, string>>,
  path?: string,
): JsonObject {
  const code = textOf(source[name]);
  const better = code === undefined || !Object.hasOwn(codes, code) ? undefined : codes[code];
  if (better === undefined) return source;
  return extended({ ...source, [name]: better }, path === undefined ? [] : kept(path, code));
}

/** With a value for an element that R4 requires and STU3 did not. */
export const required = (source: JsonObject, name: string, value: unknown): JsonObject =>
  source[name] === undefined ? { ...source, [name]: value } : source;

/** STU3's statuses of a request that R4 renamed. */
export const REQUEST_STATUS = { suspended: 'on-hold', cancelled: 'revoked' } as const;

/** Statuses of an event that R4 renamed. */
export const EVENT_STATUS = { suspended: 'on-hold', aborted: 'stopped' } as const;

/** Not done: a flag beside the status in STU3, a status in R4. */
export function notDone(source: JsonObject, flag: string, status: string, path: string): JsonObject {
  if (source[flag] !== true) return source[flag] === false ? without(source, flag) : source;
  return extended({ ...without(source, flag), status }, kept(`${path}.status`, source.status));
}

/** Reads the first word of a list of mappings from left to right. */
export const inTurn =
  (...steps: readonly Mapping[]): Mapping =>
  (source) =>
    steps.reduce((result, step) => step(result), source);
