import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FhirResource } from '../ehr';
import { loadProfiles } from '../ehr/profiles';
import { refusalOf } from '../ehr/validate';
import { buildResources } from './build';
import { demoOrganisations, describe as described } from './describe';

const archive = join(import.meta.dirname, '../../../shared/fixtures/nl-core-r4-profiles/snapshots-nl-core.tar.gz');
const absent = !existsSync(archive);
const today = '2026-11-23';

const fixed = () =>
  demoOrganisations.flatMap((organisation) => buildResources(described(organisation), { today, organisation }));

describe('the fixed people', () => {
  test('IN-15 everything told of them is FHIR R4 as the import takes it', () => {
    const refused = fixed().flatMap((resource) => {
      const refusal = refusalOf(resource);
      return refusal === undefined ? [] : [{ type: resource.resourceType, id: resource.id, ...refusal }];
    });
    expect(refused).toEqual([]);
  }, 30_000);
});

describe.skipIf(absent)(`against nl-core${absent ? ' (skipped: shared fixtures absent)' : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'inzage-demo-'));
  let deviations: Awaited<ReturnType<typeof loadProfiles>>;
  beforeAll(async () => {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    deviations = await loadProfiles(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('EH-01 the fixed people depart from none of the profiles that they name', () => {
    expect(departures(sample(fixed()))).toEqual([]);
  }, 60_000);

  /** Enough of each kind: somebody has two thousand results. */
  function sample(resources: readonly FhirResource[]): readonly FhirResource[] {
    const seen = new Map<string, number>();
    return resources.filter((resource) => {
      const kind = JSON.stringify([resource.resourceType, resource.meta]);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      return (seen.get(kind) ?? 0) <= 40;
    });
  }

  /** Of an alert the profile asks its name and that it has none: the validator cannot judge such a choice. */
  function departures(resources: readonly FhirResource[]): string[] {
    return resources
      .filter(({ resourceType }) => resourceType !== 'Flag')
      .flatMap((resource) =>
        deviations(resource).map((what) => `${resource.resourceType}/${String(resource.id)} ${what}`),
      );
  }
});
