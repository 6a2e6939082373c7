import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedState } from '../../tests/support/import-state';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import * as make from '../../tests/support/resources';
import { EXTRACTED_BY } from './extract';
import { reindex } from './reindex';
import { reindexCommand } from './reindex-command';

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
  await world.take([
    make.patient('ann', '999990019'),
    make.place('loc', 'Ziekenhuis, locatie Haven'),
    make.encounter('stay', 'ann', 'IMP', { start: '2026-10-30T10:00:00Z', end: '2026-11-05T10:00:00Z' }, {}),
    make.report('report', 'ann', ['hb'], { encounter: { reference: 'Encounter/stay' } }),
    make.observation('hb', 'ann', '718-7'),
    make.appointment('visit', 'ann', '2026-12-01T09:00:00Z', {}),
    { resourceType: 'Condition', id: 'problem', subject: { reference: 'Patient/ann' }, code: { text: 'Astma' } },
  ]);
}, 60_000);
afterAll(() => world?.close());

/** As if an older version had filled the columns. */
const age = () =>
  world.rows(sql`WITH d AS (UPDATE directory_resource SET title = 'oud')
    UPDATE resource SET extracted_by = ${EXTRACTED_BY - 1}, title = 'oud', code = NULL, effective_at = NULL,
      effective_on = '1999-01-01', status = 'oud'`);

test('EH-01 rows that an older version filled are filled again, as the import would, and nothing else changes', async () => {
  const before = await importedState(world, world.organisation);
  const written = await world.rows(sql`SELECT id, updated_at, version FROM resource ORDER BY id`);
  await age();
  world.clock.set('2026-11-25T09:00:00Z');
  const counts: number[] = [];
  expect(await reindex(world.pool, world.organisation, world.clock, (count) => counts.push(count))).toBe(7);
  expect(await importedState(world, world.organisation)).toEqual(before);
  expect(await world.rows(sql`SELECT id, updated_at, version FROM resource ORDER BY id`)).toEqual(written);
  expect(counts.at(-1)).toBe(7);
});

test('EH-01 a second time there is nothing to do', async () => {
  expect(await reindex(world.pool, world.organisation, world.clock)).toBe(0);
});

test('EH-01 inzage reindex tells how many, of all organisations or of one', async () => {
  const lines: string[] = [];
  const context = { pool: world.pool, careClock: world.clock, say: (line: string) => void lines.push(line) };
  await age();
  expect(await reindexCommand.run([], context)).toBe(0);
  expect(await reindexCommand.run(['--organisation=duinzicht'], context)).toBe(0);
  expect(await reindexCommand.run(['--organisation', 'nergens'], context)).toBe(1);
  expect(await reindexCommand.run(['alles'], context)).toBe(1);
  expect(lines.slice(0, 2)).toEqual(['duinzicht: 7 gegevens opnieuw ingedeeld.', 'duinzicht: alles was al bij.']);
});
