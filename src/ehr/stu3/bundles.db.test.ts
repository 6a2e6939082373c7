import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importedState } from '../../../tests/support/import-state';
import { addOrganisation, type ImportWorld, importWorld } from '../../../tests/support/import-world';
import { filesIn, type Incoming, resourcesIn, type Unreadable } from '../read';

const fixtures = join(import.meta.dirname, '../../../../shared/fixtures/medmij/dva-mock/fhir/resources');
const present = existsSync(fixtures);

/** The day that placeholders are counted from. */
const reading = { fhir: 'auto', today: '2026-11-23' } as const;

async function bundles(...folders: string[]): Promise<(Incoming | Unreadable)[]> {
  const all: (Incoming | Unreadable)[] = [];
  for await (const file of filesIn(folders.map((folder) => join(fixtures, folder))))
    for await (const item of resourcesIn(file, reading)) all.push(item);
  return all;
}

/** Folder, BSN of ours for the masked patient, and what is then in the record. */
const services = [
  [
    'BGZ',
    '999990019',
    { MedicationRequest: 1, MedicationStatement: 1, MedicationDispense: 1, Encounter: 2, Consent: 2 },
  ],
  ['GPData', '999990020', { MedicationRequest: 3, Encounter: 18, EpisodeOfCare: 7, Composition: 18, Observation: 18 }],
  ['BGGZ', '999990032', { DiagnosticReport: 1, CareTeam: 1, CarePlan: 1, Observation: 24, Consent: 2 }],
  ['BGLZ', '999990044', { CarePlan: 3, Goal: 5, Condition: 9, DeviceUseStatement: 2, Procedure: 4 }],
] as const;

describe.skipIf(!present)('what MedMij services return in STU3 (skipped: shared fixtures absent)', () => {
  let world: ImportWorld;
  beforeAll(async () => {
    world = await importWorld('duinzicht');
    for (const [folder, patient] of services)
      await world.import(await bundles(folder), { source: folder.toLowerCase(), patient });
    await world.import(await bundles('PDFA'), { source: 'bgz' });
  }, 120_000);
  afterAll(() => world?.close());

  const of = (bsn: string) => sql`FROM resource r JOIN patient p ON p.organisation_id = r.organisation_id
      AND p.id = r.patient_id JOIN person s ON s.organisation_id = p.organisation_id AND s.id = p.person_id
      WHERE s.bsn = ${bsn}`;

  test.each(services)('EH-01 %s stands in the record of its masked patient', async (_, bsn, expected) => {
    const rows = await world.rows(sql<{ type: string; count: number }>`SELECT r.type, count(*) ${of(bsn)} GROUP BY 1`);
    expect(Object.fromEntries(rows.map(({ type, count }) => [type, count]))).toMatchObject(expected);
  });

  test('EH-01 a GP’s note belongs to its contact, and the contact to an episode', async () => {
    const [note] = await world.rows(sql<object>`SELECT r.room, c.type AS contact, e.type AS episode, r.title,
        r.content -> 'section' -> 0 -> 'text' ->> 'div' AS words
      FROM resource r JOIN resource c ON c.organisation_id = r.organisation_id AND c.id = r.encounter_id
      JOIN resource e ON e.organisation_id = c.organisation_id
        AND c.content -> 'episodeOfCare' -> 0 ->> 'reference' = 'EpisodeOfCare/' || e.id
      WHERE r.source_id = 'ont-ver-gp-EncounterReport-gpdata-encounter-contact06'`);
    expect(note).toEqual({
      room: 'record',
      contact: 'Encounter',
      episode: 'EpisodeOfCare',
      title: 'Contactverslag dd. 2024-01-08',
      words: expect.stringContaining('Keelpijn eci.'),
    });
  });

  test('EH-01 medicines say what they are, and their product is known', async () => {
    const medicines = await world.rows(sql<object>`SELECT r.type, r.title, d.title AS product
      FROM resource r JOIN directory_resource d ON d.organisation_id = r.organisation_id
        AND r.content -> 'medicationReference' ->> 'reference' = 'Medication/' || d.id
      WHERE r.source = 'bgz' ORDER BY 1`);
    expect(medicines).toEqual([
      { type: 'MedicationDispense', title: 'PRIMPERAN ZETPIL 20MG', product: 'PRIMPERAN ZETPIL 20MG' },
      { type: 'MedicationRequest', title: 'Metoclopramide zetpil 10mg', product: 'Metoclopramide zetpil 10mg' },
      { type: 'MedicationStatement', title: 'Zestril tablet 10mg', product: 'Zestril tablet 10mg' },
    ]);
  });

  test('EH-01 a panel of STU3 holds its tests', async () => {
    const members = await world.rows(sql<object>`SELECT m.title, m.room FROM resource m JOIN resource p
      ON p.organisation_id = m.organisation_id AND p.id = m.part_of
      WHERE p.source_id = 'ont-ver-ggz-laboratorytestresult-HemoHemaPanel' ORDER BY 1`);
    expect(members).toEqual([
      { title: 'Hematocriet [volumefractie] in bloed', room: 'results' },
      { title: 'Hemoglobine [massa/volume] in bloed', room: 'results' },
    ]);
  });

  test('EH-01 letters of PDF/A hold their bytes; what nobody here is named in waits', async () => {
    const letters = await world.rows(sql<{ title: string; pdf: boolean; url: string }>`SELECT r.title,
        convert_from(decode(substr(content -> 'content' -> 0 -> 'attachment' ->> 'data', 1, 8), 'base64'), 'UTF8')
          LIKE '%PDF%' AS pdf, content -> 'content' -> 0 -> 'attachment' ->> 'url' AS url
      ${of('999990019')} AND r.type = 'DocumentReference' ORDER BY 1`);
    expect(letters.map(({ title, pdf }) => [title, pdf])).toEqual([
      ['Consult dermatologie', null],
      ['Ontslagbrief', true],
      ['Verwijsbrief', true],
      ['Voorlopig ontslagbericht', true],
    ]);
    const waiting = await world.rows(
      sql<{ type: string; reason: string }>`SELECT DISTINCT type, reason FROM quarantine`,
    );
    expect(new Set(waiting.map(({ type, reason }) => `${type}: ${reason}`))).toEqual(
      new Set([
        'DocumentReference: patient-unknown',
        'DocumentManifest: patient-unknown',
        'Binary: no-document-names-it',
      ]),
    );
  });

  test('EH-01 the original can be found: source, id and type there', async () => {
    const [request] = await world.rows(sql<object>`SELECT type, source, source_id, content -> 'meta' ->> 'source' AS was
      FROM resource WHERE type = 'ServiceRequest'`);
    expect(request).toEqual({
      type: 'ServiceRequest',
      source: 'bgz',
      source_id: 'd757fe3b-ec21-429a-a445-51991d3d8791',
      was: 'ProcedureRequest/d757fe3b-ec21-429a-a445-51991d3d8791',
    });
  });

  test.each(services)('EH-01 %s a second time changes nothing', async (folder, patient) => {
    const items = await bundles(folder);
    const report = await world.import(items, { source: folder.toLowerCase(), patient });
    expect(report.total).toMatchObject({ taken: 0, changed: 0, unchanged: items.length, refused: 0 });
    const later = await world.import(items, { source: folder.toLowerCase() });
    expect(later.total).toMatchObject({ taken: 0, changed: 0, unchanged: items.length, refused: 0 });
  });

  test('EH-01 whatever the order and however cut in runs, the records come out the same', async () => {
    const all = (await bundles('BGZ', 'PDFA')).filter(
      (item) => 'resource' in item && JSON.stringify(item.resource).length < 200_000,
    );
    let counter = 0;
    const imported = async (runs: readonly (readonly (Incoming | Unreadable)[])[], batchSize: number) => {
      const organisation = await addOrganisation(world.pool, 'duinzicht', `stu3-${counter++}`);
      for (const run of runs) await world.import(run, { organisation, batchSize });
      return importedState(world, organisation);
    };
    const expected = await imported([all], 300);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...all.keys()], { minLength: all.length, maxLength: all.length }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (places, size, batchSize) => {
          const order = places.flatMap((place) => all[place] ?? []);
          const cut = Array.from({ length: Math.ceil(order.length / size) }, (_, n) =>
            order.slice(n * size, (n + 1) * size),
          );
          expect(await imported(cut, batchSize)).toEqual(expected);
        },
      ),
      { seed: 4711, numRuns: process.env.INZAGE_PROVE ? 100 : 6 },
    );
  }, 300_000);
});
