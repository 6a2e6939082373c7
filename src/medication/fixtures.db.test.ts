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
    for await (const item of resourcesIn(file, { fhir: 'auto', today: '2018-07-10' })) all.push(item);
  return all;
}

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

describe.skipIf(!existsSync(fixtures))(
  'medicines that MedMij services return (skipped: shared fixtures absent)',
  () => {
    let world: ImportWorld;
    let portal: Portal;
    beforeAll(async () => {
      world = await importWorld('amstelland', '2018-07-10T09:00:00Z');
      await world.import(await bundles('BGZ'), { source: 'bgz', patient: '999990019' });
      await world.import(await bundles('GPData'), { source: 'gp', patient: '999990020' });
      // What the record shows from is policy; here it is how medicines read.
      await world.inside(async (tx) => {
        await sql`UPDATE resource SET visible_from = '2018-07-01' WHERE room = 'medication'`.execute(tx.db);
        await sql`UPDATE patient SET bsn_verified_at = '2018-07-01'`.execute(tx.db);
      });
      portal = await startPortal(world.database, '2018-07-10T09:00:00Z');
    }, 90_000);
    afterAll(async () => {
      await portal?.close();
      await world?.close();
    }, 90_000);

    async function person(bsn: string): Promise<Browser> {
      const [row] = await world.rows(sql<{ id: string }>`SELECT id FROM person WHERE bsn = ${bsn}`);
      return portal.person('amstelland', row?.id ?? '');
    }

    test('MD-01 what is used, agreed and carried out by the pharmacy, each as it was written', async () => {
      const browser = await person('999990019');
      const { body } = await browser.get('/medicijnen');
      const list = textOf(body);
      for (const words of [
        // Used since 28 June, for three weeks.
        'Zestril tablet 10mg',
        '1 keer per dag 1 stuk',
        'Vanaf 28 juni 2018, 3 weken lang',
        // Carried out by the pharmacy.
        'PRIMPERAN ZETPIL 20MG',
        '1 keer per dag 1 stuk, 30 dagen lang, als het nodig is',
        // Agreed in 2016, for thirty days.
        'Eerder gebruikt',
        'Metoclopramide zetpil 10mg',
        'Voorgeschreven door Peter van Pulver',
      ])
        expect(list).toContain(words);
      for (const [, path] of body.matchAll(/href="(\/medicijnen\/[^"]+)"/g)) {
        const page = await browser.get(path ?? '');
        expect(page.statusCode).toBe(200);
        expect(page.body).not.toMatch(/undefined|NaN|\[object/);
      }
    });

    test('MD-01 prescriptions of a GP', async () => {
      const list = textOf((await (await person('999990020')).get('/medicijnen')).body);
      for (const words of [
        'IBUPROFEN 400MG TABLET',
        '3 keer per dag 1 stuk, als het nodig is',
        'SALBUTAMOL AEROSOL',
        '2 doses',
      ])
        expect(list).toContain(words);
      expect(list).toContain('100 microgram/DO');
    });
  },
);
