import { isExactNumber } from './exact';

export { asWritten, isExactNumber, parseExact, parseJsonb, withPlainNumbers, writtenAs } from './exact';

/** Careful reading of JSON that came from outside: every step answers `undefined` where something else stands. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The objects of a list; a single object counts as a list of one. */
export const objectsOf = (value: unknown): readonly JsonObject[] => listOf(value).filter(isObject);

/** The value at a path of property names; where a list stands on the way, its first element. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here: unknown = value;
  for (const name of path) {
    const object: unknown = Array.isArray(here) ? here[0] : here;
    if (!isObject(object) || !Object.hasOwn(object, name)) return undefined;
    here = object[name];
  }
  return here;
}

export const textAt = (value: unknown, ...path: readonly string[]): string | undefined => textOf(at(value, ...path));
