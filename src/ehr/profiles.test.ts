import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FhirResource } from './json';
import { type Deviations, loadProfiles } from './profiles';
import { withoutComments } from './validate';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures');
const archive = join(fixtures, 'nl-core-r4-profiles/snapshots-nl-core.tar.gz');
const examples = join(fixtures, 'nl-core-r4-examples/json');
const absent = !existsSync(archive) || !existsSync(examples);

describe.skipIf(absent)(`profiles of nl-core${absent ? ' (skipped: shared fixtures absent)' : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'inzage-profiles-'));
  let deviations: Deviations;
  const read = (name: string) =>
    withoutComments(JSON.parse(readFileSync(join(examples, name), 'utf8')) as FhirResource);

  beforeAll(async () => {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    deviations = await loadProfiles(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('EH-01 of the published examples nearly all depart from none of the profiles that they name', () => {
    const departing = readdirSync(examples).filter((name) => deviations(read(name)).length > 0);
    // Converter's remains and invariants that the validator can't judge; each is told, and taken all the same.
    expect(departing.length).toBeLessThanOrEqual(12);
  }, 60_000);

  test('EH-01 what a profile demands and base R4 does not is told with its place', () => {
    const result = read('nl-core-LaboratoryTestResult-01.json');
    expect(deviations(result)).toEqual([]);
    const told = deviations({ ...result, effectivePeriod: undefined, subject: undefined, category: undefined });
    expect(told.join('\n')).toMatch(/LaboratoryTestResult: .*category/);
  });

  test('EH-01 a profile that is not in the folder is not judged', () => {
    const result = read('nl-core-LaboratoryTestResult-01.json');
    const profile = 'http://example.org/StructureDefinition/elsewhere';
    expect(deviations({ ...result, category: undefined, meta: { profile: [profile] } })).toEqual([]);
  });
});
