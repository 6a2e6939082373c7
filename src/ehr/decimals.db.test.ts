import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { observation, patient, report } from '../../tests/support/resources';
import { resourcesIn } from './read';

const folder = mkdtempSync(join(tmpdir(), 'inzage-decimals-'));
let world: ImportWorld;
let portal: Portal;
let browser: Browser;

/** A file as a laboratory writes it: which digits it gives says how exactly it measured. */
async function take(name: string, text: string) {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, text);
  return world.import(resourcesIn(file));
}

const haemoglobin = (id: string, value: string, more: object = {}) =>
  JSON.stringify(
    observation(id, 'p', '718-7', {
      valueQuantity: { value: 'VALUE', unit: 'mmol/l' },
      referenceRange: [{ low: { value: 'LOW', unit: 'mmol/l' }, high: { value: 'HIGH', unit: 'mmol/l' } }],
      ...more,
    }),
  )
    .replace('"VALUE"', value)
    .replace('"LOW"', '7.50')
    .replace('"HIGH"', '10.0');

beforeAll(async () => {
  world = await importWorld('duinzicht');
  await take('patient', JSON.stringify(patient('p', '999990019')));
  const [row] = await world.rows(sql<{ person_id: string }>`SELECT person_id FROM patient`);
  portal = await startPortal(world.database, '2026-11-23T09:00:00Z');
  browser = await portal.person('duinzicht', row?.person_id ?? '');
}, 120_000);
afterAll(async () => {
  await portal?.close();
  await world?.close();
  rmSync(folder, { recursive: true });
});

const stored = async (id: string) => {
  const [row] = await world.rows(sql<{ id: string; value: string; version: number }>`SELECT id, version,
    content -> 'valueQuantity' ->> 'value' AS value FROM resource WHERE source_id = ${id}`);
  return row ?? { id: '', value: '', version: 0 };
};

describe('RE-01 a measured value keeps its digits', () => {
  test('from the file to the page', async () => {
    expect((await take('hb', haemoglobin('hb', '8.0'))).total).toMatchObject({ taken: 1, refused: 0 });
    const { id, value } = await stored('hb');
    expect(value).toBe('8.0');
    const page = (await browser.get(`/uitslagen/${id}`)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(page).toContain('8,0 mmol/l');
    expect(page).toContain('7,50 tot 10,0');
    expect((await browser.get('/uitslagen')).body.replace(/<[^>]+>|\s+/g, ' ')).toMatch(/8,0/);
  });

  test('other digits are another version; the same are the same', async () => {
    expect((await take('same', haemoglobin('hb', '8.0'))).total).toMatchObject({ unchanged: 1 });
    expect((await take('other', haemoglobin('hb', '8.00'))).total).toMatchObject({ changed: 1 });
    expect(await stored('hb')).toMatchObject({ value: '8.00', version: 2 });
  });

  test('also when a reference in it is closed later, or it waited for its patient', async () => {
    await take('late', haemoglobin('late', '6.10', { basedOn: [{ reference: 'ServiceRequest/order' }] }));
    const request = { resourceType: 'ServiceRequest', id: 'order', status: 'active', intent: 'order' };
    await world.take([{ ...request, subject: { reference: 'Patient/p' } }, report('r', 'p', ['late'])]);
    expect(await stored('late')).toMatchObject({ value: '6.10', version: 1 });
    await take('early', haemoglobin('early', '5.0').replace('Patient/p', 'Patient/q'));
    await world.take([patient('q', '999990020')]);
    expect(await stored('early')).toMatchObject({ value: '5.0' });
  });
});
