import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { observation, patient } from '../../tests/support/resources';
import { importCommand } from './command';

let world: ImportWorld;
const folder = mkdtempSync(join(tmpdir(), 'inzage-import-'));
beforeAll(async () => {
  world = await importWorld('duinzicht');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

async function run(...words: string[]): Promise<{ status: number; text: string }> {
  const lines: string[] = [];
  const { pool, clock } = world;
  const context = {
    config: { mode: 'demo' as const },
    pool,
    careClock: clock,
    wallClock: clock,
    out: (line: string) => void lines.push(line),
  };
  return { status: await importCommand.run(words, context), text: lines.join('\n') };
}

const write = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
};

describe('inzage import', () => {
  test('EH-01 takes a folder, one bad file among them, and says what is the matter with it', async () => {
    write('1.json', observation('o', 'p', '2823-3'));
    write('2.json', '{"resourceType":');
    write('3.ndjson', `${JSON.stringify(patient('p', '999990019'))}\n\n${JSON.stringify(patient('q', null))}\n`);
    write('readme.txt', 'no resource');
    const report = join(folder, '..', `report-${process.pid}.json`);
    const { status, text } = await run(folder, '--organisation', 'duinzicht', '--source=files', '--report', report);
    expect(status).toBe(2);
    expect(text).toContain('geen geldig JSON');
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      total: { taken: 3, refused: 1, quarantined: 0 },
      released: 0,
      refused: [{ file: join(folder, '2.json'), reason: 'not-json' }],
    });
    rmSync(report);
  });

  test('a second time everything is the same, and nothing refused ends well', async () => {
    const { status, text } = await run(
      join(folder, '1.json'),
      join(folder, '3.ndjson'),
      '--organisation=duinzicht',
      '--source',
      'files',
    );
    expect(status).toBe(0);
    expect(text).toMatch(/totaal +0 +0 +3 +0 +0/);
  });

  test.each([
    [['x.json'], '--organisation'],
    [['--organisation', 'duinzicht'], 'bestanden'],
    [['x.json', '--organisation', 'duinzicht', '--surprise'], '--surprise'],
    [['x.json', '--organisation', 'duinzicht', '--source', 'A B'], '--source'],
    [['x.json', '--organisation', 'nergens'], 'nergens'],
  ])('%o is not begun', async (words, named) => {
    const { status, text } = await run(...words);
    expect(status).toBe(1);
    expect(text).toContain(named);
  });

  test('a file that is not there is one refusal, not the end', async () => {
    const { status, text } = await run(
      join(folder, 'none.json'),
      join(folder, '1.json'),
      '--organisation',
      'duinzicht',
      '--source',
      'files',
    );
    expect(status).toBe(2);
    expect(text).toContain('kan niet worden gelezen');
    expect(text).toMatch(/totaal +0 +0 +1 +0 +1/);
  });

  test('EH-01 STU3 with a masked patient, as whom somebody says it is', async () => {
    const masked = {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
    };
    const person = {
      resourceType: 'Patient',
      id: 'm',
      meta: { profile: ['http://fhir.nl/fhir/StructureDefinition/nl-core-patient'] },
      identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', _value: masked }],
      name: [{ family: 'Test' }],
      birthDate: '1964-07-25',
    };
    const dose = { resourceType: 'Observation', id: 'd', status: 'final', code: { text: 'x' }, comment: 'let op' };
    const entry = [
      {
        fullUrl: '{{BASE_URL}}fhir/Observation/d',
        resource: { ...dose, effectiveDateTime: '{{TODAY-1}}', subject: { reference: '{{BASE_URL}}fhir/Patient/m' } },
      },
      { fullUrl: '{{BASE_URL}}fhir/Patient/m', resource: person },
    ];
    const file = write('stu3.json', { resourceType: 'Bundle', type: 'searchset', entry });
    const words = [file, '--organisation=duinzicht', '--source=pgo'];
    expect(await run(...words, '--fhir=r5')).toMatchObject({ status: 1 });
    const { status, text } = await run(...words, '--fhir', 'auto', '--patient=999990044');
    expect(status).toBe(0);
    expect(text).toContain('2 gegevens omgezet van FHIR STU3 naar R4.');
    const [row] = await world.rows(sql<object>`SELECT s.bsn, r.effective_on, r.content -> 'note' -> 0 ->> 'text' AS note
      FROM resource r JOIN patient p ON p.organisation_id = r.organisation_id AND p.id = r.patient_id
      JOIN person s ON s.organisation_id = p.organisation_id AND s.id = p.person_id WHERE r.source_id = 'd'`);
    expect(row).toEqual({ bsn: '999990044', effective_on: '2026-11-22', note: 'let op' });
    expect(await run(...words, '--fhir=r4', '--patient=999990044')).toMatchObject({ status: 2 });
  });
});
