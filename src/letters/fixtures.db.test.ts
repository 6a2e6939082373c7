import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { filesIn, type Incoming, resourcesIn, type Unreadable } from '../ehr/read';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures/medmij/dva-mock/fhir/resources');

async function bundles(folder: string): Promise<(Incoming | Unreadable)[]> {
  const all: (Incoming | Unreadable)[] = [];
  for await (const file of filesIn([join(fixtures, folder)]))
    for await (const item of resourcesIn(file, { fhir: 'auto', today: '2026-11-23' })) all.push(item);
  return all;
}

describe.skipIf(!existsSync(fixtures))(
  'documents that MedMij services return (skipped: shared fixtures absent)',
  () => {
    let world: ImportWorld;
    let portal: Portal;
    let browser: Browser;
    beforeAll(async () => {
      world = await importWorld('duinzicht');
      await world.import(await bundles('BGZ'), { source: 'bgz', patient: '999990019' });
      await world.import(await bundles('PDFA'), { source: 'bgz' });
      await world.inside(async (tx) => {
        await sql`UPDATE resource SET visible_from = '2026-11-01' WHERE room = 'documents'`.execute(tx.db);
        await sql`UPDATE patient SET bsn_verified_at = '2026-11-01'`.execute(tx.db);
      });
      portal = await startPortal(world.database, '2026-11-23T09:00:00Z');
      const [row] = await world.rows(sql<{ id: string }>`SELECT id FROM person WHERE bsn = '999990019'`);
      browser = await portal.person('duinzicht', row?.id ?? '');
    }, 90_000);
    afterAll(async () => {
      await portal?.close();
      await world?.close();
    }, 90_000);

    test('EH-01 every letter opens, and its PDF is the one that came', async () => {
      const list = (await browser.get('/berichten/brieven')).body;
      expect(list).toContain('Ontslagbrief');
      expect(list).toContain('O.N. der Steuner');
      const paths = [...list.matchAll(/href="(\/berichten\/brieven\/[0-9a-f-]{36})"/g)].map(([, path]) => path ?? '');
      expect(paths.length).toBeGreaterThan(3);
      for (const path of paths) {
        const page = await browser.get(path);
        expect(page.statusCode).toBe(200);
        for (const [, file] of page.body.matchAll(/href="(\/berichten\/brieven\/[^"]+\/bestand\/\d+)"/g)) {
          const answer = await browser.get(file ?? '');
          expect(answer.headers['content-type']).toBe('application/pdf');
          expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
        }
      }
    });
  },
);
