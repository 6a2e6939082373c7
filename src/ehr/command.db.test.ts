import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
});
