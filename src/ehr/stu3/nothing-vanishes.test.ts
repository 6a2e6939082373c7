import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FhirResource, isExactNumber, isObject, objectsOf, textOf } from '../json';
import { filesIn, resourcesIn } from '../read';
import { refusalOf } from '../validate';
import { toR4 } from '.';
import { LEFT_OUT } from './left-out';
import { withNamesOfR4 } from './systems';

const fixtures = join(import.meta.dirname, '../../../../shared/fixtures/medmij/dva-mock/fhir/resources');

/** As they came: read as if they were R4. */
async function published(): Promise<{ file: string; resource: FhirResource }[]> {
  const found: { file: string; resource: FhirResource }[] = [];
  for await (const file of filesIn([fixtures]))
    for await (const item of resourcesIn(file, { fhir: 'r4' }))
      if ('resource' in item) found.push({ file: file.slice(fixtures.length + 1), resource: item.resource });
  return found;
}

interface Leaf {
  readonly path: string;
  readonly value: string;
}

/** Every simple value with its path; an extension's step bears its address. */
function* leaves(value: unknown, path: string): Generator<Leaf> {
  if (Array.isArray(value)) for (const item of value) yield* leaves(item, path);
  else if (isObject(value)) {
    // An extension without a value says nothing, and FHIR forbids it.
    if (/[eE]xtension$/.test(path) && Object.entries(value).every(([name, one]) => name === 'url' || one === ''))
      return;
    const step = /[eE]xtension$/.test(path) ? `${path}(${textOf(value.url) ?? ''})` : path;
    for (const [name, inner] of Object.entries(value))
      if (name !== 'resourceType' || path === '') yield* leaves(inner, `${step}.${name}`);
  } else if (isExactNumber(value)) yield { path, value: JSON.stringify(value) };
  else if (value !== null && value !== undefined && value !== '') yield { path, value: String(value) };
}

const leftOut = LEFT_OUT.map(({ path }) => path);

function isLeftOut({ path }: Leaf): boolean {
  return leftOut.some((known) => {
    const pattern = known.startsWith('*') ? path.slice(path.indexOf('.')) : path;
    const wanted = known.startsWith('*') ? known.slice(1) : known;
    return pattern === wanted || pattern.startsWith(`${wanted}.`);
  });
}

/** What of the source is nowhere in the result, and not in the list of what may be left out. */
function lost(source: FhirResource): string[] {
  const type = source.resourceType;
  const present = new Map<string, number>();
  for (const { value } of leaves(toR4(source), '')) present.set(value, (present.get(value) ?? 0) + 1);
  const renamed = [...leaves(withNamesOfR4(source), type)];
  return [...leaves(source, type)].flatMap((leaf, place) => {
    const value = renamed[place]?.value ?? leaf.value;
    const count = present.get(value) ?? 0;
    if (isLeftOut(leaf)) return [];
    present.set(value, count - 1);
    return count > 0 ? [] : [`${leaf.path} = ${leaf.value}`];
  });
}

describe.skipIf(!existsSync(fixtures))('every published STU3 resource (skipped: shared fixtures absent)', async () => {
  const all = existsSync(fixtures) ? await published() : [];
  const types = [...new Set(all.map(({ resource }) => resource.resourceType))].sort();

  test('EH-01 is there, of every type', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(types).toHaveLength(33);
  });

  test.each(types)(
    'EH-01 %s: nothing vanishes silently',
    (type) => {
      const gone = all
        .filter(({ resource }) => resource.resourceType === type)
        .flatMap(({ file, resource }) => lost(resource).map((what) => `${file}: ${what}`));
      expect(gone).toEqual([]);
    },
    60_000,
  );

  test('EH-01 is valid R4, but for what was no valid STU3 either', () => {
    const refused = all.flatMap(({ file, resource }) => {
      const { path, detail } = refusalOf(toR4(resource)) ?? {};
      return path === undefined ? [] : [`${file}: ${path}: ${detail}`];
    });
    expect([...new Set(refused)].sort()).toEqual([
      'demo/BGZ/10-1-MedicationUse.json: MedicationStatement.status: in gebruik',
      'demo/BGZ/14-Result.json: Observation.status: definitief',
      'demo/GPData/11-Observation.json: Observation.status: definitief',
      'demo/Vaccination-Immunization/1-Immunization.json: Immunization.occurrence[x]: Invalid dateTime format',
    ]);
  }, 60_000);

  test('EH-01 is the same again when it is mapped again', () => {
    for (const { resource } of all) {
      const once = toR4(resource);
      expect(toR4(resource)).toEqual(once);
      expect(objectsOf(once.contained).every(({ resourceType }) => textOf(resourceType))).toBe(true);
    }
  }, 60_000);
});
