import { canonicalHash } from './hash';
import type { FhirResource } from './json';
import type { Incoming } from './read';
import type { RefusedResource } from './reasons';
import { type SourceKey, targetOf, targetsIn } from './references';
import { type Place, placeOf } from './rooms';
import { refusalOf } from './validate';

/** A resource that passed every check that needs no database. */
export interface Work {
  readonly file: string;
  readonly key: SourceKey;
  readonly resource: FhirResource;
  readonly place: Place;
  readonly hash: string;
  /** What it names, in the source's own words. */
  readonly targets: ReadonlySet<SourceKey>;
  readonly waited: boolean;
}

export type Refused = RefusedResource & { readonly file: string; readonly key: SourceKey | null };

/** Bytes of JSON; a document of 10 MB in base64 fits. */
const LARGEST = 15 * 1024 * 1024;

/** Checks one resource and works out what storing it needs. Pure, never throws. */
export function prepare({ file, resource }: Incoming): Work | Refused {
  const key = targetOf(`${resource.resourceType}/${resource.id}`) ?? null;
  const refusal = refusalOf(resource);
  if (refusal !== undefined || key === null) return { file, key, ...(refusal ?? { reason: 'no-id' }) };
  const place = placeOf(resource);
  if (place === undefined) return { file, key, reason: 'type-not-kept' };
  if (place === 'appointment' && !hasTime(resource)) return { file, key, reason: 'appointment-without-time' };
  if (JSON.stringify(resource).length > LARGEST) return { file, key, reason: 'too-large' };
  return { file, key, resource, place, hash: canonicalHash(resource), targets: targetsIn(resource), waited: false };
}

/** The same for what comes out of the quarantine: it was checked when it went in. */
export function prepareAgain(key: SourceKey, resource: FhirResource): Work | undefined {
  const place = placeOf(resource);
  if (place === undefined) return undefined;
  return {
    file: 'quarantine',
    key,
    resource,
    place,
    hash: canonicalHash(resource),
    targets: targetsIn(resource),
    waited: true,
  };
}

/** An appointment that stands in a diary: it begins, and ends after that. */
const hasTime = ({ start, end }: FhirResource): boolean => Date.parse(String(end)) > Date.parse(String(start));
