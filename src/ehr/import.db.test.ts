import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { filesIn, resourcesIn } from './read';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures/nl-core-r4-examples/json');

async function* published() {
  for await (const file of filesIn([fixtures])) yield* resourcesIn(file);
}

describe.skipIf(!existsSync(fixtures))('the published nl-core examples (skipped: shared fixtures absent)', () => {
  let world: ImportWorld;
  beforeAll(async () => {
    world = await importWorld('duinzicht');
  });
  afterAll(() => world.close());

  test('EH-01 are taken, and what is not is told with its reason', async () => {
    const report = await world.import(published());
    expect(report.total).toEqual({ taken: 206, changed: 0, unchanged: 0, quarantined: 7, refused: 3 });
    expect(new Set(report.refused.map(({ reason }) => reason))).toEqual(new Set(['patient-without-identifier']));
    expect(report.quarantined.filter(({ reason }) => reason === 'patient-unknown')).toHaveLength(1);
    expect(report.openReferences).toBe(27);
  });

  test('EH-01 every resource of the patient is kept under her, countable by type', async () => {
    const rows = await world.rows(sql<{ type: string; count: number }>`SELECT r.type, count(*) FROM resource r
      JOIN patient p ON p.organisation_id = r.organisation_id AND p.id = r.patient_id
      JOIN person s ON s.organisation_id = p.organisation_id AND s.id = p.person_id
      WHERE s.bsn = '111222333' GROUP BY 1 ORDER BY 1`);
    expect(Object.fromEntries(rows.map(({ type, count }) => [type, count]))).toEqual({
      AllergyIntolerance: 2,
      CarePlan: 1,
      Condition: 21,
      Consent: 2,
      Coverage: 1,
      Device: 10,
      DeviceUseStatement: 10,
      DiagnosticReport: 1,
      EpisodeOfCare: 3,
      Flag: 1,
      Goal: 2,
      Immunization: 2,
      ImmunizationRecommendation: 1,
      Media: 1,
      NutritionOrder: 1,
      Observation: 95,
      Patient: 1,
      Procedure: 3,
      RelatedPerson: 4,
      Specimen: 3,
    });
  });

  test('EH-01 are stored but for id and references exactly as they came', async () => {
    const [row] = await world.rows(sql<{
      content: Record<string, unknown>;
      id: string;
      patient: string;
    }>`SELECT id, content,
      patient_id AS patient FROM resource WHERE source_id = 'nl-core-LaboratoryTestResult-01'`);
    const original = await published().next();
    expect(original.done).toBe(false);
    for await (const item of resourcesIn(join(fixtures, 'nl-core-LaboratoryTestResult-01.json'))) {
      if (!('resource' in item)) throw new Error(item.reason);
      const { subject, specimen, ...rest } = item.resource;
      expect(row?.content).toMatchObject({ ...rest, id: row?.id });
      expect(row?.content.subject).toEqual({ ...(subject as object), reference: `Patient/${row?.patient}` });
      expect(row?.content.specimen).toMatchObject({ reference: expect.stringMatching(/^Specimen\/[0-9a-f-]{36}$/) });
    }
  });

  test('EH-01 a second time change nothing', async () => {
    const before = await snapshot(world);
    world.clock.set('2026-11-24T09:00:00Z');
    const report = await world.import(published());
    expect(report.total).toEqual({ taken: 0, changed: 0, unchanged: 206, quarantined: 7, refused: 3 });
    expect(await snapshot(world)).toEqual(before);
  });
});

const snapshot = (world: ImportWorld) =>
  world.rows(sql`SELECT id, version, content, visible_from, updated_at, part_of FROM resource ORDER BY id`);
