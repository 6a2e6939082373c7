import { type InternalTypeSchema, tryGetDataType } from '@medplum/core';
import { isObject, type JsonObject, listOf, objectsOf } from '../json';
import { kept } from './keep';

/** What R4 says of an element. */
interface Element {
  readonly type: string;
  readonly many: boolean;
}

/**
 * The object as base R4 has it: a value becomes a list where R4 has a list, and the reverse; what R4 does not know is
 * kept as an extension, never lost. `path` is where it stood in STU3. Needs the definitions of R4.
 */
export function conform(object: JsonObject, type: string, path: string): JsonObject {
  const schema = tryGetDataType(type);
  if (schema === undefined) return object;
  const elements = elementsOf(schema);
  const result: Record<string, unknown> = {};
  const extensions: JsonObject[] = [];
  for (const [name, value] of Object.entries(object)) {
    const element = elements.get(name.replace(/^_/, ''));
    const beside = name.startsWith('_');
    if (name === 'resourceType' || (beside && element !== undefined)) result[name] = value;
    else if (element === undefined) {
      if (!beside || !Object.hasOwn(object, name.slice(1))) extensions.push(...keptUnder(path, name, object));
    } else {
      const fitting = listOf(value).filter((item) => fits(item, element));
      const odd = listOf(value).filter((item) => !fits(item, element) && !isEmpty(item));
      const conformed = fitting.map((item) => conformed1(item, element, `${path}.${name}`));
      const present = conformed.filter((item) => !isEmpty(item) || item === null);
      if (present.some((item) => item !== null)) result[name] = element.many ? present : present[0];
      extensions.push(...kept(`${path}.${name}`, [...odd, ...(element.many ? [] : present.slice(1))]));
    }
  }
  if (extensions.length > 0) result.extension = [...objectsOf(result.extension), ...extensions];
  return result;
}

function keptUnder(path: string, name: string, object: JsonObject): JsonObject[] {
  if (name.startsWith('_')) return kept(`${path}.${name.slice(1)}`, undefined, object[name]);
  return kept(`${path}.${name}`, object[name], object[`_${name}`]);
}

const conformed1 = (value: unknown, { type }: Element, path: string): unknown => {
  if (!isObject(value) || type === 'Resource') return value;
  const inner = conform(value, type, path);
  // An extension that says nothing is not allowed.
  return type === 'Extension' && Object.keys(inner).length < 2 ? {} : inner;
};

/** Simple values where R4 has simple ones, objects where it has objects. `null` fills a place in a list. */
const fits = (value: unknown, { type }: Element): boolean =>
  !isEmpty(value) && (value === null || isObject(value) === /^[A-Z]/.test(type));

/** FHIR knows no empty text, object or list. */
const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const known = new WeakMap<InternalTypeSchema, Map<string, Element>>();

/** The elements of a type by the name that they have in JSON: `value[x]` stands for one of each type. */
function elementsOf(schema: InternalTypeSchema): Map<string, Element> {
  let elements = known.get(schema);
  if (elements === undefined) {
    elements = new Map();
    for (const [name, { type, isArray }] of Object.entries(schema.elements))
      for (const { code } of type) {
        const many = isArray === true;
        const capital = code.charAt(0).toUpperCase() + code.slice(1);
        elements.set(name.endsWith('[x]') ? name.slice(0, -3) + capital : name, { type: code, many });
      }
    known.set(schema, elements);
  }
  return elements;
}
