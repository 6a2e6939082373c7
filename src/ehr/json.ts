import type { JsonObject } from '../platform/json';

export {
  asWritten,
  at,
  isExactNumber,
  isObject,
  type JsonObject,
  listOf,
  objectsOf,
  parseExact,
  textAt,
  textOf,
  withPlainNumbers,
} from '../platform/json';

/** A FHIR resource as it came: only its type is certain. */
export type FhirResource = JsonObject & { readonly resourceType: string };
