import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { patient } from '../../tests/support/resources';
import type { FhirResource } from './json';
import { resourcesOf } from './read';

const binary = (id: string, data: string): FhirResource => ({
  resourceType: 'Binary',
  id,
  contentType: 'application/pdf',
  data,
});

const letter = (id: string, patientId: string, url: string): FhirResource => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject: { reference: `Patient/${patientId}` },
  content: [{ attachment: { title: 'Brief', url } }],
});

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
  await world.take([patient('a', '999990019'), patient('b', '999990020')]);
}, 60_000);
afterAll(() => world?.close());

const attachment = async (id: string) => {
  const [row] = await world.rows(sql<{ attachment: Record<string, unknown>; version: number }>`SELECT version,
    content -> 'content' -> 0 -> 'attachment' AS attachment FROM resource WHERE source_id = ${id}`);
  return row?.attachment;
};

describe('DO-03 the bytes of a letter stand in the letter', () => {
  test.each(['letter first', 'file first', 'together'])('%s', async (order) => {
    const id = order.replace(' ', '-');
    const both = [letter(`l-${id}`, 'a', `Binary/f-${id}`), binary(`f-${id}`, 'AAAA')];
    if (order === 'together') await world.take(both);
    else for (const one of order === 'file first' ? both.toReversed() : both) await world.take([one]);
    expect(await attachment(`l-${id}`)).toEqual({
      contentType: 'application/pdf',
      title: 'Brief',
      url: expect.stringMatching(/^Binary\/[0-9a-f-]{36}$/),
      data: 'AAAA',
    });
    const open = await world.rows(sql<object>`SELECT FROM open_reference WHERE target_type = 'Binary'`);
    expect(open).toEqual([]);
    expect((await world.take(both)).total).toMatchObject({ unchanged: 2 });
  });

  test('a new version of the file, or of the letter', async () => {
    await world.take([letter('l1', 'a', 'Binary/f1'), binary('f1', 'AAAA')]);
    await world.take([binary('f1', 'BBBB')]);
    expect(await attachment('l1')).toMatchObject({ data: 'BBBB' });
    await world.take([{ ...letter('l1', 'a', 'Binary/f1'), description: 'anders' }]);
    expect(await attachment('l1')).toMatchObject({ data: 'BBBB' });
  });

  test('a second letter with the same file', async () => {
    await world.take([letter('l2', 'a', 'Binary/f1')]);
    expect(await attachment('l2')).toMatchObject({ data: 'BBBB' });
  });

  test('never in a letter of somebody else', async () => {
    await world.take([letter('l3', 'b', 'Binary/f1')]);
    expect(await attachment('l3')).not.toHaveProperty('data');
    const report = await world.take([
      letter('l4', 'a', 'Binary/f4'),
      letter('l5', 'b', 'Binary/f4'),
      binary('f4', 'CCCC'),
    ]);
    expect(report.quarantined.map(({ reason }) => reason)).toEqual(['no-document-names-it']);
    expect(await attachment('l4')).not.toHaveProperty('data');
  });

  test('an address elsewhere is never asked', async () => {
    await world.take([letter('l6', 'a', 'https://elders.example/brief.pdf')]);
    expect(await attachment('l6')).toEqual({ title: 'Brief', url: 'https://elders.example/brief.pdf' });
  });

  test('by its name in a Bundle, and by the address of the Bundle’s own server', async () => {
    const entry = [
      {
        fullUrl: 'https://bron.example/fhir/DocumentReference/l7',
        resource: letter('l7', 'a', 'https://bron.example/fhir/Binary/f7'),
      },
      { fullUrl: 'https://bron.example/fhir/Binary/f7', resource: binary('f7', 'DDDD') },
      { fullUrl: 'urn:uuid:1', resource: letter('l8', 'a', 'urn:uuid:2') },
      { fullUrl: 'urn:uuid:2', resource: binary('f8', 'EEEE') },
    ];
    await world.import(resourcesOf('bundle', { resourceType: 'Bundle', type: 'collection', entry }));
    expect([await attachment('l7'), await attachment('l8')]).toMatchObject([{ data: 'DDDD' }, { data: 'EEEE' }]);
  });
});
