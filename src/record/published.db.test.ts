import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { filesIn, resourcesIn } from '../ehr/read';
import { demoBsn } from '../people';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures/nl-core-r4-examples/json');
const absent = !existsSync(fixtures);

async function* published() {
  for await (const file of filesIn([fixtures])) yield* resourcesIn(file);
}

describe.skipIf(absent)(`the published nl-core examples${absent ? ' (skipped: shared fixtures absent)' : ''}`, () => {
  let world: ImportWorld;
  let portal: Portal;
  let browser: Browser;
  beforeAll(async () => {
    world = await importWorld('duinzicht');
    await world.import(published());
    portal = await startPortal(world.database, '2026-12-01T09:00:00Z');
    const [row] = await world.rows(sql<{ id: string }>`SELECT id FROM person WHERE bsn = '111222333'`);
    browser = await portal.person('duinzicht', row?.id ?? '');
  });
  afterAll(async () => {
    await portal?.close();
    await world?.close();
  });

  const read = async (path: string) => {
    const answer = await browser.get(path);
    expect(answer.statusCode).toBe(200);
    return answer.body
      .slice(answer.body.indexOf('<main'), answer.body.indexOf('</main>'))
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, ' ');
  };

  test.each<[string, (string | RegExp)[]]>([
    ['/dossier', ['Uw dossier in het kort', 'Penicilline', 'Hepatitis A-vaccin', 'Metingen en scores']],
    [
      '/dossier/gezondheidsproblemen',
      [
        'Multiple sclerose',
        'Diabetes Mellitus type 2',
        /Oedeem Begonnen: 10 augustus 2012\. Voorbij: 1 januari 2021\./,
        'Nog meer specificatie nodig',
        'Geen roodheid of pijn',
        /Pressure ulcer \(Engels\)/,
        'hiel, links',
        'decubitus graad 2',
        /Komt door urine-incontinentie/,
      ],
    ],
    ['/dossier/voorgeschiedenis', ['implantatie van knieprothese', 'UMCG', 'Oedeem', 'limb restraint (Engels)']],
    ['/dossier/allergieen', ['Penicilline', 'rode huiduitslag op armen', 'matig', 'Ernstig', 'Sinds 1 januari 1995']],
    [
      '/dossier/vaccinaties',
      ['Hepatitis A-vaccin', '3 juni 2012', 'Bezoek aan Guatemala.', 'DKTP/HIB-vaccin', 'Rond 5 maart 2029'],
    ],
    ['/dossier/waarschuwingen', ['Drager van meticillineresistente Staphylococcus aureus', 'Sinds 1 juni 2010']],
    [
      '/dossier/hulpmiddelen',
      ['pacemaker', 'Paroxismaal boezemfibrilleren', 'Rollator', 'Leesbril', 'TuneAmp gehoortoestel'],
    ],
    [
      '/dossier/leefsituatie',
      [
        'Drinkt alcohol',
        'af en toe grote hoeveelheden',
        'Huidige drugsgebruiker',
        'ICT-er',
        'Bewindvoering',
        'Aangepast toilet',
        'Onder toezichtstelling',
      ],
    ],
    [
      '/dossier/metingen',
      [
        '125/75',
        'Mw. is zwanger',
        '2400 gram',
        '153 cm',
        '92 %',
        'Barthel-index',
        'pijnscore',
        'VAS10',
        'loopvermogen',
        'pariteit',
        'Apgar',
      ],
    ],
  ])('DO-02 %s shows what the record holds', async (path, wanted) => {
    const text = (await read(path)).replaceAll('\u00a0', ' ');
    for (const words of wanted)
      expect(text).toMatch(words instanceof RegExp ? words : new RegExp(words.replace(/[.+()/]/g, '\\$&')));
  });

  test('DO-02 what was entered in error is on no page', async () => {
    for (const path of ['/dossier', '/dossier/allergieen']) expect(await read(path)).not.toContain('Bijengif');
  });

  test('DO-02 every visible resource of these types stands on a page', async () => {
    const rows = await world.rows(sql<{
      title: string;
      id: string;
    }>`SELECT coalesce(r.title, '') AS title, r.id FROM resource r
      JOIN patient p ON p.organisation_id = r.organisation_id AND p.id = r.patient_id
      JOIN person s ON s.organisation_id = p.organisation_id AND s.id = p.person_id
      WHERE s.bsn = '111222333' AND r.room = 'record' AND r.status IS DISTINCT FROM 'entered-in-error' AND r.type IN
        ('AllergyIntolerance', 'Condition', 'Device', 'Flag', 'Immunization', 'Observation', 'Procedure')`);
    const pages = await Promise.all(
      [
        'gezondheidsproblemen',
        'voorgeschiedenis',
        'allergieen',
        'vaccinaties',
        'waarschuwingen',
        'hulpmiddelen',
        'leefsituatie',
        'metingen',
      ].map((part) => read(`/dossier/${part}`)),
    );
    const all = pages.join(' ').toLowerCase();
    // A bare code is no word: such a device is called by what its reference says.
    const missing = rows.filter(
      ({ title }) => /\p{L}/u.test(title) && !all.includes(title.replace(/\s+/g, ' ').toLowerCase()),
    );
    expect(missing.map(({ title }) => title)).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });
});

describe('DO-10 what is from before the record began', () => {
  let world: ImportWorld;
  let portal: Portal;
  beforeAll(async () => {
    world = await importWorld('drecht');
    const subject = { reference: 'Patient/p' };
    const identifier = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: demoBsn(77) }];
    const name = [{ family: 'Vos' }];
    await world.take([
      { resourceType: 'Patient', id: 'p', identifier, name, gender: 'female', birthDate: '1970-01-01' },
      {
        resourceType: 'Procedure',
        id: 'old',
        status: 'completed',
        subject,
        code: { text: 'Keizersnede' },
        performedDateTime: '2020-06-30',
      },
      {
        resourceType: 'Procedure',
        id: 'new',
        status: 'completed',
        subject,
        code: { text: 'Kijkoperatie' },
        performedDateTime: '2020-07-01',
      },
    ]);
    portal = await startPortal(world.database, '2026-12-01T09:00:00Z');
  });
  afterAll(async () => {
    await portal?.close();
    await world?.close();
  });

  test('DO-10 is not shown, is not counted, and the page says from which date', async () => {
    const [person] = await world.rows(sql<{ id: string }>`SELECT id FROM person`);
    const browser = await portal.person('drecht', person?.id ?? '');
    const { body } = await browser.get('/dossier/voorgeschiedenis');
    expect(['Kijkoperatie', 'Keizersnede', 'gegevens vanaf 1 juli 2020'].map((words) => body.includes(words))).toEqual([
      true,
      false,
      true,
    ]);
    expect((await browser.get('/dossier')).body).toContain('1 gegeven, het laatste van 1 juli 2020');
  });
});
