import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../../tests/support/database';
import { openPool, type Pool, transaction } from '../../platform/database';
import { fixedClock, systemClock } from '../../platform/time';
import { loadPreset } from '../../policies';
import { addOrganisation } from '../load';
import { type PopulateOptions, populate } from './run';

const NOW = new Date('2026-11-23T09:00:00+01:00');
let database: TestDatabase;
let worker: Pool;
let options: PopulateOptions;

beforeAll(async () => {
  database = await withDatabase();
  worker = openPool(database.workerUrl, { name: 'test', max: 4 });
  const organisation = await addOrganisation(worker, 'duinzicht', loadPreset('duinzicht'), NOW);
  const clocks = { careClock: fixedClock(NOW), wallClock: systemClock };
  options = { worker, organisation, slug: 'duinzicht', patients: 60, ...clocks };
}, 60_000);
afterAll(async () => {
  await worker.end();
  await database.close();
});

const ask = <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  transaction(worker, { scope: 'system', organisation: options.organisation }, async (tx) =>
    statement.execute(tx.db).then(({ rows }) => rows),
  );

const everything = () =>
  ask(sql`SELECT count(*), count(DISTINCT patient_id) AS people, max(updated_at) AS last, count(part_of) AS parts
    FROM resource`);

describe('inzage populate', () => {
  test('IN-15 stores all of everybody, and a second run changes nothing', async () => {
    const first = await populate({ ...options, batchSize: 400 });
    expect(first).toMatchObject({ people: 60, wanted: 60 });
    expect(first.resources).toBeGreaterThan(1_000);
    const before = await everything();
    expect(before).toMatchObject([{ people: 60 }]);
    expect((await populate(options)).resources).toBe(0);
    expect(await everything()).toEqual(before);
  }, 60_000);

  test('goes on where it was interrupted', async () => {
    const stop = new AbortController();
    await populate({ ...options, patients: 120, batchSize: 300, stop: stop.signal, progress: () => stop.abort() });
    const [half] = await ask(sql<{ people: number }>`SELECT count(*)::int AS people FROM patient`);
    expect(half?.people).toBeGreaterThan(60);
    expect(half?.people).toBeLessThan(120);
    expect((await populate({ ...options, patients: 120 })).people).toBe(120);
    expect(await everything()).toMatchObject([{ people: 120 }]);
  }, 60_000);

  test('RE-02 releases results by the rules of the organisation, as an import does', async () => {
    const found = await ask(sql<{ reason: string; total: number }>`SELECT reason, count(*)::int AS total
      FROM result_release GROUP BY reason ORDER BY 1`);
    const reasons = found.map(({ reason }) => reason);
    expect(reasons).toContain('delay');
    expect(await ask(sql`SELECT FROM open_reference`)).toEqual([]);
    expect(await ask(sql`SELECT FROM quarantine`)).toEqual([]);
    const [lost] = await ask(sql<{ results: number }>`SELECT count(*)::int AS results FROM resource r
      WHERE r.room = 'results' AND r.type IN ('DiagnosticReport', 'Observation')
        AND NOT EXISTS (SELECT FROM result_release l WHERE l.organisation_id = r.organisation_id AND l.resource_id = r.id)`);
    expect(lost?.results).toBe(0);
  });

  test('ST-04 gives clinics their treatment relations, and visits their appointments', async () => {
    const [row] = await ask(sql<{ without: number; linked: number }>`SELECT
      count(*) FILTER (WHERE NOT EXISTS (SELECT FROM treatment_relation t WHERE t.organisation_id = a.organisation_id
        AND t.source = 'appointment' AND t.source_id = a.id))::int AS without,
      count(*) FILTER (WHERE cardinality(encounters) > 0)::int AS linked FROM appointment a`);
    expect(row?.without).toBe(0);
    expect(row?.linked).toBeGreaterThan(0);
  });
});
