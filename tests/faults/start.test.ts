import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { portsOfThisRun } from '../support/ports';
import { canSeeProcesses } from '../support/processes';
import {
  databaseOf,
  failToStart,
  leftOver,
  makeData,
  type Running,
  removeData,
  startProgram,
  stopProgram,
} from '../support/program';

const ports = portsOfThisRun();

/** A sentence for a person: no stack, no bare code. */
function expectSentence(output: string): void {
  expect(output).not.toMatch(/^\s+at .*:\d+/m);
  expect(output).not.toContain('Error:');
}

describe('a start that cannot be', () => {
  const data = makeData();
  afterAll(() => removeData(data));

  test('a busy port is named, with how to choose another', async () => {
    const server = await occupy(ports.web);
    try {
      const { status, output } = await failToStart({ data, ports });
      expect(status).toBe(1);
      expect(output).toContain(`Port ${ports.web} is in use by another program`);
      expect(output).toContain(`INZAGE_PORT=${ports.web + 10} npm start`);
      expectSentence(output);
    } finally {
      server.close();
    }
  });

  test('a wrong setting is named', async () => {
    const { status, output } = await failToStart({ data, ports, env: { INZAGE_CARE_TIME: 'tomorrow' } });
    expect(status).toBe(1);
    expect(output).toContain('INZAGE_CARE_TIME must be an instant');
    expectSentence(output);
  });

  test('a database that does not answer is named', async () => {
    const env = { DATABASE_URL: `postgresql://nobody@127.0.0.1:${portsOfThisRun(1).web}/none` };
    const { status, output } = await failToStart({ data, ports, env });
    expect(status).toBe(1);
    expect(output).toContain('The database in DATABASE_URL cannot be reached');
    expectSentence(output);
  });
});

describe('a damaged data folder', () => {
  let data: string;
  afterEach(() => removeData(data));

  async function startOnDamaged(damage: (folder: string) => void): Promise<string> {
    data = makeData();
    await stopProgram(await startProgram({ data, ports }));
    damage(realpathSync(join(data, 'postgres')));
    const { status, output } = await failToStart({ data, ports });
    expect(status).toBe(1);
    expect(output).toMatch(/Put a backup back|move the whole data folder away/);
    expectSentence(output);
    if (canSeeProcesses) expect(await leftOver(data)).toEqual([]);
    return output;
  }

  test('without the file that names its version is refused', async () => {
    expect(await startOnDamaged((folder) => rmSync(join(folder, 'PG_VERSION')))).toContain('is damaged');
  });

  test('of another version is refused', async () => {
    expect(await startOnDamaged((folder) => writeFileSync(join(folder, 'PG_VERSION'), '12\n'))).toContain(
      'was made by PostgreSQL 12',
    );
  });

  test('that PostgreSQL itself refuses tells where its log is', async () => {
    const output = await startOnDamaged((folder) => rmSync(join(folder, 'global/pg_control')));
    expect(output).toContain(join(data, 'postgres.log'));
  });
});

describe('a running program', () => {
  const data = makeData();
  let running: Running;
  beforeAll(async () => {
    // What a start that was cut off in the middle of making the database leaves behind.
    mkdirSync(join(data, 'postgres.unfinished', 'base'), { recursive: true });
    running = await startProgram({ data, ports });
  });
  afterAll(() => removeData(data));

  test('answers on its port and lists no secret in the environment of the web process', async () => {
    const response = await fetch(`http://127.0.0.1:${ports.web}/`);
    expect(response.status).toBeLessThan(500);
    if (!canSeeProcesses) return;
    const web = running.processes().find(({ role }) => role === 'web');
    const environment = execFileSync('cat', [`/proc/${web?.pid}/environ`], { encoding: 'utf8' });
    expect(environment).not.toContain(databaseOf(data).password);
  });

  test('refuses a second start on the same folder, and goes on', async () => {
    const { status, output } = await failToStart({ data, ports });
    expect(status).toBe(1);
    expect(output).toContain('already runs from');
    expectSentence(output);
    expect((await fetch(`http://127.0.0.1:${ports.web}/`)).status).toBeLessThan(500);
  });

  test('has all its processes, and Ctrl-C ends every one of them', async () => {
    const { socketFolder } = databaseOf(data);
    if (canSeeProcesses) {
      const roles = new Set(running.processes().map(({ role }) => role));
      expect([...roles].sort()).toEqual(
        ['backend', 'keeper', 'postmaster', 'simulators', 'start', 'supervisor', 'web', 'worker'].sort(),
      );
    }
    expect(await stopProgram(running)).toBe(0);
    if (canSeeProcesses) expect(await leftOver(data)).toEqual([]);
    expect(existsSync(socketFolder)).toBe(false);
    expect(existsSync(join(data, 'running.json'))).toBe(false);
  });

  test.skipIf(!canSeeProcesses)('started by npm it ends with npm, however npm ends', async () => {
    const byNpm = await startProgram({ data, ports, npm: true });
    const npm = byNpm.processes().find(({ role }) => role === 'npm');
    process.kill(npm?.pid ?? 0, 'SIGKILL');
    expect(await leftOver(data)).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'as root a removed data folder means a new database, and the old one is kept once',
    async () => {
      const home = dirname(realpathSync(join(data, 'postgres')));
      rmSync(data, { recursive: true });
      mkdirSync(data);
      const anew = await startProgram({ data, ports });
      expect(anew.output()).toContain(`set aside in ${home}.left`);
      await stopProgram(anew);
      expect(existsSync(`${home}.left/postgres/PG_VERSION`)).toBe(true);
      rmSync(`${home}.left`, { recursive: true });
    },
  );

  test('starts again within seconds', async () => {
    const again = await startProgram({ data, ports });
    process.stdout.write(`A later start took ${Math.round(again.milliseconds)} ms.\n`);
    await stopProgram(again);
    // Twice the promise of five seconds, since tests share the machine.
    expect(again.milliseconds).toBeLessThan(10_000);
  });
});

function occupy(port: number): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}
