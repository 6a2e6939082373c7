import type { JsonObject } from '../platform/json';

export { at, isObject, type JsonObject, listOf, objectsOf, textAt, textOf } from '../platform/json';

/** A FHIR resource as it came: only its type is certain. */
export type FhirResource = JsonObject & { readonly resourceType: string };
