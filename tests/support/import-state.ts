import { sql } from 'kysely';
import type { ImportWorld } from './import-world';

/** Everything that an import left in an organisation, by the names of the source: what tests compare. */
export async function importedState(world: ImportWorld, organisation: string): Promise<unknown> {
  return world.insideOf(organisation, async (tx) => {
    const read = async (statement: ReturnType<typeof sql<object>>) => (await statement.execute(tx.db)).rows;
    const state = {
      resources:
        await read(sql`SELECT id, patient_id, room, type, source_id, version, hash, content, status, code, title,
        effective_at, part_of, encounter_id, location, visible_from, received_at FROM resource
        WHERE organisation_id = ${organisation} ORDER BY type, source_id`),
      directory: await read(sql`SELECT id, type, source_id, content, title FROM directory_resource
        WHERE organisation_id = ${organisation} ORDER BY type, source_id`),
      releases: await read(sql`SELECT l.* FROM result_release l JOIN resource r ON r.id = l.resource_id
        WHERE l.organisation_id = ${organisation} ORDER BY r.type, r.source_id`),
      open: await read(sql`SELECT o.from_id, o.target_type, o.target_source_id FROM open_reference o
        WHERE o.organisation_id = ${organisation} ORDER BY target_type, target_source_id`),
      waiting: await read(sql`SELECT type, source_id, reason FROM quarantine
        WHERE organisation_id = ${organisation} ORDER BY type, source_id`),
      appointments:
        await read(sql`SELECT id, clinic, title, location, place, kind, status, starts_at, ends_at, encounters FROM appointment
        WHERE organisation_id = ${organisation} ORDER BY source_id`),
      relations: await read(sql`SELECT clinic, source, source_id, valid_from, valid_until FROM treatment_relation
        WHERE organisation_id = ${organisation} ORDER BY source, clinic`),
    };
    return byName(state, organisation);
  });
}

/** The same with names of the source in place of our identifiers. */
function byName(parts: Record<string, object[]>, organisation: string): unknown {
  let text = JSON.stringify(parts).replaceAll(organisation, 'organisation');
  for (const row of [...(parts.resources ?? []), ...(parts.directory ?? [])] as {
    id: string;
    type: string;
    source_id: string;
  }[])
    text = text.replaceAll(row.id, `${row.type}:${row.source_id}`);
  const state = JSON.parse(text) as Record<string, unknown[]>;
  // Its own keys are of the source only now.
  for (const part of ['open', 'relations'])
    state[part]?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return state;
}
