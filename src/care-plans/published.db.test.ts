import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { type Portal, startPortal } from '../../tests/support/portal';
import { filesIn, resourcesIn } from '../ehr/read';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures');
const absent = !existsSync(fixtures);
const skipped = absent ? ' (skipped: shared fixtures absent)' : '';

const reading = { fhir: 'auto', today: '2026-11-23' } as const;

async function* from(folder: string) {
  for await (const file of filesIn([join(fixtures, folder)])) yield* resourcesIn(file, reading);
}
const mock = 'medmij/dva-mock/fhir/resources';

describe.skipIf(absent)(`published resources${skipped}`, () => {
  let world: ImportWorld;
  let portal: Portal;
  beforeAll(async () => {
    world = await importWorld('duinzicht');
    await world.import(from('nl-core-r4-examples/json'), { source: 'nl-core' });
    await world.import(from(`${mock}/BGLZ`), { source: 'bglz', patient: '999990044' });
    await world.import(from(`${mock}/BGGZ`), { source: 'bggz', patient: '999990032' });
    await world.import(from(`${mock}/BGZ`), { source: 'bgz', patient: '999990019' });
    await world.rows(sql`UPDATE patient SET bsn_verified_at = '2026-11-23' RETURNING id`);
    portal = await startPortal(world.database, '2026-12-01T09:00:00Z');
  });
  afterAll(async () => {
    await portal?.close();
    await world?.close();
  });

  async function read(bsn: string, path: string): Promise<string> {
    const [row] = await world.rows(sql<{ id: string }>`SELECT id FROM person WHERE bsn = ${bsn}`);
    const browser = await portal.person('duinzicht', row?.id ?? '');
    const { body } = await browser.get(path);
    return body
      .slice(body.indexOf('<main'), body.indexOf('</main>'))
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ([.,:])/g, '$1');
  }

  test.each<[string, string, string, RegExp[]]>([
    [
      'nl-core',
      '111222333',
      '/dossier/behandelplannen',
      [
        /ondersteuning Loopt nu Opmerkingen Voornamelijk van belang om voldoende steun te bieden.*thuiszorg voor patiënt Dagelijks Loopt nu Door wie Healthcare provider \(organization\), Thuiszorg X Uitleg Ondersteuning bij wassen/,
        /Vanaf december 2021 weer kunnen lopen\./,
        /lopen: lichte beperking, voor 10 september 2014/,
        /Energieverrijkt, Vloeibaar/,
      ],
    ],
    [
      'nl-core',
      '111222333',
      '/dossier/wensen',
      [
        /Niet reanimeren verklaring Datum van de verklaring 15 augustus 2011.*Toelichting Niet-reanimerenpenning/,
        /Volmacht.*volmacht aan echtgenote.*Het document zelf/,
      ],
    ],
    [
      'BgLZ',
      '999990044',
      '/dossier/behandelplannen',
      [
        /wassen onafhankelijk/,
        /ondersteunen bij wassen en\/of persoonlijke hygiëne 1 keer per dag Klaar Door wie Petra Johanna Vreeswijk Resultaat Wassen met hulp\./,
        /Aanleggen van verband op wond 1 keer per dag Klaar Met schuimverband/,
      ],
    ],
    [
      'BgLZ',
      '999990044',
      '/dossier/wensen',
      [
        /Cardiopulmonaire resuscitatie Niet doen Laatst besproken 18 februari 2025/,
        /Niet reanimeren verklaring.*18 februari 2025.*Robert Prins/,
      ],
    ],
    ['BgGGZ', '999990032', '/dossier/wensen', [/Toediening van een bloedproduct Niet doen/, /Behandelverbod/]],
    ['BgGGZ', '999990032', '/dossier/behandelplannen', [/Mentale ondersteuning en dagbesteding/]],
    ['BgZ', '999990019', '/dossier/behandelplannen', [/Biopsie van huid.*Gepland/, /Energie verrijkt.*Dikvloeibaar/]],
  ])('DO-02 DO-13 %s, %s: %s', async (_, bsn, path, wanted) => {
    const text = await read(bsn, path);
    for (const words of wanted) expect(text).toMatch(words);
  });
});
