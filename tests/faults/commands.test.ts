import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countMarks, makeMarks, mark } from '../support/marks';
import { portsOfThisRun } from '../support/ports';
import { makeData, type Outcome, type Running, removeData, startProgram, stopProgram } from '../support/program';

const ports = portsOfThisRun();
const data = makeData();
const other = makeData();
const folder = mkdtempSync(join(tmpdir(), 'inzage-commands-'));
const backup = join(folder, 'backup.tar.gz');
let running: Running | undefined;

beforeAll(async () => {
  running = await startProgram({ data, ports });
});
afterAll(async () => {
  if (running) await stopProgram(running);
  for (const used of [data, other]) removeData(used);
  rmSync(folder, { recursive: true, force: true });
});

function inzage(dataFolder: string, ...words: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../start.mjs'), 'inzage', ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, INZAGE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  return new Promise((done) => child.once('close', (status) => done({ status, output })));
}

test('without words, or with unknown ones, all commands are listed', async () => {
  const help = await inzage(data);
  expect(help.status).toBe(0);
  for (const name of ['import', 'reindex', 'keys', 'migrate', 'policy apply', 'audit verify', 'backup', 'restore']) {
    expect(help.output).toContain(`inzage ${name}`);
  }
  expect((await inzage(data, 'abracadabra')).status).toBe(64);
});

test('a command uses the database of the running program', async () => {
  expect(await inzage(data, 'migrate')).toEqual({ status: 0, output: 'The database is up to date.\n' });
});

test('PS-02 the access log of the demonstration is whole', async () => {
  const { status, output } = await inzage(data, 'audit', 'verify');
  expect(output).toContain('The access log is whole.');
  expect(status).toBe(0);
});

test('a policy that is not right changes nothing and names the field', async () => {
  writeFileSync(join(folder, 'wrong.json'), '{"organisation": {"slug": "UPPER"}}');
  const { status, output } = await inzage(data, 'policy', 'apply', 'wrong.json');
  expect(status).toBe(1);
  expect(output).toMatch(/nothing was changed:\n {2}- organisation/);
});

test('a backup made while rows are written holds all that was confirmed before it, and can be put back', async () => {
  await makeMarks(data);
  await mark(data, 500);
  let writing = true;
  const writer = (async () => {
    while (writing) await mark(data, 20);
  })();
  const made = await inzage(data, 'backup', backup);
  writing = false;
  await writer;
  expect(made).toMatchObject({ status: 0 });
  expect(statSync(backup).mode & 0o777).toBe(0o600);

  const refused = await inzage(data, 'restore', backup);
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('already runs') });
  if (running) await stopProgram(running);
  running = undefined;

  expect(await inzage(other, 'restore', backup)).toMatchObject({ status: 0 });
  expect(readFileSync(join(other, 'keys.json'), 'utf8')).toBe(readFileSync(join(data, 'keys.json'), 'utf8'));
  running = await startProgram({ data: other, ports });
  expect(await countMarks(other)).toBeGreaterThanOrEqual(500);
  await stopProgram(running);
  running = undefined;
});

test('a restore moves the present database aside and leaves it whole when the file is no backup', async () => {
  writeFileSync(join(folder, 'no-backup'), 'nothing');
  const refused = await inzage(other, 'restore', 'no-backup');
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('is no backup') });
  expect(await inzage(other, 'migrate')).toMatchObject({ status: 0 });
  const done = await inzage(other, 'restore', backup);
  const aside = /What was there is in (\S+)\./.exec(done.output)?.[1] ?? '';
  expect(existsSync(join(aside, 'PG_VERSION'))).toBe(true);
});

test('a command that starts the database itself leaves nothing running', async () => {
  expect(await inzage(other, 'migrate')).toMatchObject({ status: 0 });
  expect(existsSync(join(other, 'running.json'))).toBe(false);
});
