import { tryGetDataType } from '@medplum/core';
import { isExactNumber, isObject, type JsonObject, listOf, objectsOf, textOf } from '../json';

/** HL7's own address for an element of STU3 that another version does not have. */
const ELEMENT = 'http://hl7.org/fhir/3.0/StructureDefinition/extension-';

/**
 * An element of STU3 (its path there) as extensions of R4, one for each value. `beside` is what stands beside a
 * primitive (`_name`). A value of no known data type becomes an extension with its parts inside.
 */
export const kept = (path: string, value: unknown, beside?: unknown): JsonObject[] =>
  extensions(ELEMENT + path, value, beside);

function extensions(url: string, value: unknown, beside: unknown): JsonObject[] {
  const [values, besides] = [listOf(value), listOf(beside)];
  const all = Array.from({ length: Math.max(values.length, besides.length) }, (_, place) =>
    extension(url, values[place], besides[place]),
  );
  return all.filter((made): made is JsonObject => made !== undefined);
}

/** The object with more extensions. */
export const extended = <T extends JsonObject>(object: T, extensions: readonly JsonObject[]): T =>
  extensions.length === 0 ? object : { ...object, extension: [...objectsOf(object.extension), ...extensions] };

function extension(url: string, value: unknown, beside: unknown): JsonObject | undefined {
  const inside = isObject(beside) ? objectsOf(beside.extension) : [];
  const type = typeOf(value);
  if (type !== undefined)
    return { url, [`value${type}`]: value, ...(isObject(beside) && { [`_value${type}`]: beside }) };
  const parts = isObject(value) ? Object.entries(value).flatMap(([name, part]) => partsOf(name, part, value)) : [];
  const all = [...inside, ...parts];
  return all.length === 0 ? undefined : { url, extension: all };
}

function partsOf(name: string, part: unknown, holder: JsonObject): JsonObject[] {
  const plain = name.replace(/^_/, '');
  if (name === 'extension') return [...objectsOf(part)];
  if (name !== plain) return Object.hasOwn(holder, plain) ? [] : extensions(plain, undefined, part);
  return extensions(name, part, holder[`_${name}`]);
}

/** Data types that a value may be of, with what it must have to be one. The first that fits counts. */
const TYPES: readonly (readonly [type: string, needs: (value: JsonObject) => boolean])[] = [
  ['Reference', ({ reference, identifier }) => textOf(reference) !== undefined || isObject(identifier)],
  ['CodeableConcept', ({ coding, text }) => Array.isArray(coding) || textOf(text) !== undefined],
  ['Period', ({ start, end }) => typeof (start ?? end) === 'string'],
  ['Range', ({ low, high }) => isObject(low ?? high)],
  ['Ratio', ({ numerator }) => isObject(numerator)],
  ['Timing', ({ repeat, event }) => isObject(repeat) || Array.isArray(event)],
  ['Quantity', ({ value }) => typeof value !== 'string' && value !== undefined],
  ['Coding', ({ code }) => textOf(code) !== undefined],
  ['ContactPoint', ({ system }) => /^(phone|fax|email|pager|url|sms|other)$/.test(textOf(system) ?? '')],
  ['Identifier', ({ value, system }) => textOf(value) !== undefined && textOf(system) !== undefined],
  [
    'Attachment',
    ({ contentType, data, url }) => textOf(contentType) !== undefined || textOf(data ?? url) !== undefined,
  ],
  ['Annotation', ({ text }) => textOf(text) !== undefined],
];

const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** The data type that a value is of; undefined when it has parts of its own. */
function typeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : DATE.test(value) ? 'DateTime' : 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Decimal';
  if (isExactNumber(value)) return 'Decimal';
  if (!isObject(value)) return undefined;
  return TYPES.find(([type, needs]) => needs(value) && fits(value, type))?.[0];
}

const fits = (value: JsonObject, type: string): boolean => {
  const elements = tryGetDataType(type)?.elements ?? {};
  return Object.keys(value).every((name) => Object.hasOwn(elements, name.replace(/^_/, '')));
};
