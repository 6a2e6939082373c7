import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildResources } from '../../src/demo/build';
import { describe as describeDemo } from '../../src/demo/describe';
import type { FhirResource } from '../../src/ehr/json';
import { filesIn, type Incoming, resourcesIn, resourcesOfText, type Unreadable } from '../../src/ehr/read';
import { type ImportWorld, importWorld } from '../support/import-world';
import { dice, mutate } from '../support/mutate';
import { patient } from '../support/resources';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures/nl-core-r4-examples/json');
const COUNT = process.env.INZAGE_PROVE ? 10_000 : 300;
const SEED = 20261123;

let world: ImportWorld;
let sound: FhirResource[];
beforeAll(async () => {
  world = await importWorld('duinzicht');
  sound = buildResources(describeDemo('duinzicht'), { today: '2026-11-23', organisation: 'duinzicht' });
  // Where the shared fixtures are absent, the demo's own people alone are broken.
  if (existsSync(fixtures))
    for await (const file of filesIn([fixtures]))
      for await (const item of resourcesIn(file)) if ('resource' in item) sound.push(item.resource);
});
afterAll(() => world.close());

/** Each resource stands once as it should be, and several times broken. */
function broken(): (Incoming | Unreadable)[] {
  const random = dice(SEED);
  return Array.from({ length: COUNT }, (_, index) => {
    const resource = sound[Math.floor(random() * sound.length)];
    if (resource === undefined) throw new Error('nothing to break');
    return [...resourcesOfText(`mutation-${index}`, JSON.stringify(mutate(resource, random, sound)))];
  }).flat();
}

describe('broken input', () => {
  test(`EH-01 ${COUNT} mutations never stop the rest, and every one is accounted for`, {
    timeout: 1_200_000,
  }, async () => {
    const first = await world.take(sound);
    const owners = await ownersOf();
    const mutations = broken();
    const witness = (name: string) => ({ file: name, resource: patient(name, null) });
    const report = await world.import([witness('before'), ...mutations, witness('after')]);
    const { taken, changed, unchanged, quarantined, refused } = report.total;
    // Beside what came in, only what waited since the sound run can have been taken.
    const beside = taken + changed + unchanged + quarantined + refused - (mutations.length + 2);
    expect(beside).toBeGreaterThanOrEqual(0);
    expect(beside).toBeLessThanOrEqual(first.total.quarantined);
    expect(refused).toBeGreaterThan(mutations.length / 10);
    expect(first.total.taken).toBeGreaterThan(100);
    expect(
      await world.rows(sql`SELECT count(*)::int AS count FROM patient WHERE number IN ('nr-before', 'nr-after')`),
    ).toEqual([{ count: 2 }]);
    await nobodyElsesRecord(owners);
  });

  const ownersOf = async () =>
    new Map(
      (await world.rows(sql<{ id: string; patient_id: string }>`SELECT id, patient_id FROM resource`)).map((row) => [
        row.id,
        row.patient_id,
      ]),
    );

  /** What stood in a record still does; what came in names, in the source's own words, the patient of that record. */
  async function nobodyElsesRecord(before: ReadonlyMap<string, string>): Promise<void> {
    const after = await ownersOf();
    for (const [id, owner] of before) expect(after.get(id)).toBe(owner);
    const rows = await world.rows(sql<{ id: string; patient_id: string; type: string; content: FhirResource }>`
      SELECT id, patient_id, type, content FROM resource WHERE type NOT IN ('Patient', 'Appointment')`);
    const bsns = new Map(
      (
        await world.rows(sql<{
          bsn: string;
          id: string;
        }>`SELECT s.bsn, p.id FROM person s JOIN patient p ON p.person_id = s.id
        WHERE s.bsn IS NOT NULL`)
      ).map(({ bsn, id }) => [bsn, id]),
    );
    for (const { id, patient_id: owner, type, content } of rows) {
      const named = [content.subject, content.patient, content.beneficiary, content.for].map(
        (subject) => JSON.stringify(subject) ?? '',
      );
      const byBsn = [...bsns].some(([bsn, of]) => of === owner && JSON.stringify(content).includes(bsn));
      expect(named.some((text) => text.includes(owner)) || byBsn, `${type} ${id}`).toBe(true);
    }
    const orphans = await world.rows(
      sql`SELECT r.id FROM resource r JOIN resource h ON h.id = r.part_of WHERE h.patient_id <> r.patient_id`,
    );
    expect(orphans).toEqual([]);
  }
});
