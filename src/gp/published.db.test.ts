import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { filesIn, resourcesIn } from '../ehr/read';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures/medmij/dva-mock/fhir/resources/GPData');
const absent = !existsSync(fixtures);

async function* bundles() {
  for await (const file of filesIn([fixtures])) yield* resourcesIn(file, { fhir: 'auto', today: '2026-11-23' });
}

describe.skipIf(absent)(`GP data as MedMij sends it${absent ? ' (skipped: shared fixtures absent)' : ''}`, () => {
  let world: ImportWorld;
  let portal: Portal;
  let browser: Browser;
  beforeAll(async () => {
    world = await importWorld('drecht');
    await world.import(bundles(), { patient: '999990020' });
    await world.rows(sql`UPDATE patient SET bsn_verified_at = '2026-11-23' RETURNING id`);
    portal = await startPortal(world.database, '2026-12-01T09:00:00Z');
    const [row] = await world.rows(sql<{ id: string }>`SELECT id FROM person WHERE bsn = '999990020'`);
    browser = await portal.person('drecht', row?.id ?? '');
  });
  afterAll(async () => {
    await portal?.close();
    await world?.close();
  });

  const read = async (path: string) => {
    const { body } = await browser.get(path);
    return body
      .slice(body.indexOf('<main'), body.indexOf('</main>'))
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ([.,:])/g, '$1');
  };
  const episodePaths = async () =>
    [...(await browser.get('/dossier/huisarts')).body.matchAll(/href="(\/dossier\/huisarts\/[^"?]+)"/g)].map(
      ([, path]) => path ?? '',
    );

  test('DO-04 subjects with their contacts, and contacts without a subject', async () => {
    const text = await read('/dossier/huisarts');
    expect(text).toMatch(/Keelpijn Sinds 8 januari 2024\. 5 contacten, laatst op 27 mei 2024/);
    expect(text).toMatch(/Hartkloppingen -paroxysmaal boezemfibrilleren/);
    expect(text).toMatch(/Afgesloten onderwerpen Maagpijn Van 27 februari 2024 tot en met 3 maart 2024/);
    expect(text).toMatch(
      /12 juni 2023 Consult, Dokter Bernard Plan \(P\) Over paar weken RR thuis\..*systolische bloeddruk: 188 mmHg/,
    );
  });

  test('DO-04 every note, every measurement and every prescription stands on one of the pages', async () => {
    const pages = await Promise.all(['/dossier/huisarts', ...(await episodePaths())].map(read));
    const all = pages.join(' ');
    const lines = await world.rows(sql<{
      words: string;
    }>`SELECT DISTINCT regexp_replace(s -> 'text' ->> 'div', '<[^>]+>', '', 'g') AS words
      FROM resource, jsonb_array_elements(content -> 'section') s WHERE type = 'Composition'`);
    const titles = await world.rows(sql<{ words: string }>`SELECT DISTINCT
        coalesce(content #>> '{code,text}', content #>> '{code,coding,0,display}', title) AS words FROM resource
      WHERE type = 'MedicationRequest' AND encounter_id IS NOT NULL
        OR type = 'Observation' AND room = 'record' AND encounter_id IS NOT NULL`);
    const missing = [...lines, ...titles]
      .map(({ words }) => words.replace(/\s+/g, ' ').trim())
      .filter((words) => !all.includes(words.replace(/&/g, '&amp;').replace(/ ([.,:])/g, '$1')));
    expect(missing).toEqual([]);
    expect(lines.length).toBeGreaterThan(15);
  });
});
