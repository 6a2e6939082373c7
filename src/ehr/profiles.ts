/**
 * Profiles (nl-core): what departs from one is told, never refused. The profiles themselves come from outside, as
 * StructureDefinitions with a snapshot in a folder; none are packaged with the program.
 */
import { readFile } from 'node:fs/promises';
import { loadDataType, OperationOutcomeError, validateResource } from '@medplum/core';
import type { ElementDefinition, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { type FhirResource, isObject, listOf } from './json';
import { filesIn } from './read';
import { definitions, judgeable } from './validate';

/** What departs from the profiles that a resource names: 'profile: path: what'. Empty when it departs from none. */
export type Deviations = (resource: FhirResource) => readonly string[];

/** The canonical addresses of the profiles that a resource says it follows. */
export const profilesOf = (resource: FhirResource): readonly string[] =>
  listOf(isObject(resource.meta) ? resource.meta.profile : undefined).filter(
    (profile): profile is string => typeof profile === 'string',
  );

/** Reads every StructureDefinition with a snapshot below `folder`. Throws when the folder can't be read. */
export async function loadProfiles(folder: string): Promise<Deviations> {
  definitions();
  const known = new Map<string, StructureDefinition>();
  for await (const file of filesIn([folder])) {
    const json = JSON.parse(await readFile(file, 'utf8')) as StructureDefinition;
    if (json.resourceType === 'StructureDefinition' && json.snapshot !== undefined) known.set(json.url, readable(json));
  }
  for (const profile of known.values()) loadDataType(profile);
  return (resource) =>
    profilesOf(resource).flatMap((url) => {
      const profile = known.get(url.split('|')[0] ?? url);
      return profile === undefined ? [] : deviationsFrom(resource, profile);
    });
}

function deviationsFrom(resource: FhirResource, profile: StructureDefinition): string[] {
  try {
    validateResource(judgeable(resource) as Resource, { profile });
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) return [`${profile.name}: ${(error as Error).message}`];
    return error.outcome.issue.map(
      ({ expression, details }) => `${profile.name}: ${[expression?.[0], details?.text].filter(Boolean).join(': ')}`,
    );
  }
}

/** The validator knows slices told apart by value, pattern or type; what it can't judge is left out of the profile. */
function readable(profile: StructureDefinition): StructureDefinition {
  const elements = profile.snapshot?.element ?? [];
  const sliced = new Set(elements.flatMap(({ sliceName, path }) => (sliceName === undefined ? [] : [path])));
  const unjudged = new Set<string>();
  const kept = elements.map((element) => {
    if (element.sliceName !== undefined || !sliced.has(element.path)) return element;
    if (element.slicing === undefined && /(^|\.)(modifierE|e)xtension$/.test(element.path ?? ''))
      return { ...element, slicing: byUrl };
    if (element.slicing !== undefined && judged(element)) return element;
    unjudged.add(element.id ?? element.path ?? '');
    const { slicing: _, ...plain } = element;
    return plain;
  });
  const snapshot = { element: kept.filter(({ id }) => !isOfSlice(id ?? '', unjudged)) };
  return { ...profile, snapshot } as StructureDefinition;
}

const byUrl: NonNullable<ElementDefinition['slicing']> = {
  discriminator: [{ type: 'value', path: 'url' }],
  rules: 'open',
};

const judged = ({ slicing }: ElementDefinition): boolean =>
  slicing?.discriminator?.every(
    ({ type, path }) => /^(value|pattern|type)$/.test(type ?? '') && !path?.includes('resolve()'),
  ) ?? false;

const isOfSlice = (id: string, elements: ReadonlySet<string>): boolean =>
  [...elements].some((element) => id.startsWith(`${element}:`));
