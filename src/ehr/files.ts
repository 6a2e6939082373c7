import { type FhirResource, isObject, type JsonObject, textOf } from './json';
import { ownId } from './rows';

/** What a Binary holds. */
export interface File {
  readonly contentType: string | undefined;
  /** In base64. */
  readonly data: string;
}

/** The file in a Binary; undefined for another resource, or where nothing is in it. */
export function fileOf(resource: FhirResource): File | undefined {
  const data = textOf(resource.data);
  if (resource.resourceType !== 'Binary' || data === undefined) return undefined;
  return { contentType: textOf(resource.contentType), data };
}

/**
 * A copy in which every attachment that names one of these Binaries (by our identifier) holds its bytes: nothing is ever
 * fetched to show a document. What the attachment says of its type stays.
 */
export function withFiles<T>(value: T, files: ReadonlyMap<string, File>): T {
  return files.size === 0 ? value : (filled(value, files) as T);
}

function filled(value: unknown, files: ReadonlyMap<string, File>): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, files));
  if (!isObject(value)) return value;
  const file = files.get(ownId(textOf(value.url), 'Binary') ?? '');
  if (file !== undefined) return attachment(value, file);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = filled(value[key], files);
  return copy;
}

const attachment = (stated: JsonObject, { contentType, data }: File): JsonObject => ({
  ...(contentType !== undefined && { contentType }),
  ...stated,
  data,
});
