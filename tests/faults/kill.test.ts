import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OWNER, socketUrl } from '../../src/platform/postgres';
import { canSeeProcesses, type Role } from '../support/processes';
import {
  databaseOf,
  leftOver,
  makeData,
  portsFrom,
  type Running,
  removeData,
  startProgram,
  stopProgram,
} from '../support/program';

const ports = portsFrom(4313);

describe.skipIf(!canSeeProcesses)('kill -9', () => {
  const data = makeData();
  let running: Running;
  let confirmed = 0;
  beforeAll(async () => {
    running = await startProgram({ data, ports });
    await onDatabase(data, (client) => client.query('CREATE TABLE fault_mark (n integer)'));
  });
  afterAll(async () => {
    await stopProgram(running);
    removeData(data);
  });

  const roles: Role[] = ['web', 'worker', 'simulators', 'postmaster', 'keeper', 'supervisor', 'start'];
  test.each(roles)(
    'of the %s process leaves nothing behind, and the next start has all that was confirmed',
    async (role) => {
      confirmed += 1;
      await onDatabase(data, (client) => client.query('INSERT INTO fault_mark VALUES ($1)', [confirmed]));
      const victim = running.processes().find((found) => found.role === role);
      expect(victim).toBeDefined();
      process.kill(victim?.pid ?? 0, 'SIGKILL');
      await running.ended;
      expect(await leftOver(data)).toEqual([]);
      if (role !== 'start') {
        expect(running.output()).toMatch(/Start again with: npm start|start again/);
        expect(running.child.exitCode).toBe(1);
      }
      running = await startProgram({ data, ports });
      const kept = await onDatabase(data, (client) => client.query('SELECT count(*)::int AS n FROM fault_mark'));
      expect(kept.rows).toEqual([{ n: confirmed }]);
    },
  );

  test('of everything at once is recovered from as well', async () => {
    confirmed += 1;
    await onDatabase(data, (client) => client.query('INSERT INTO fault_mark VALUES ($1)', [confirmed]));
    for (const { pid } of running.processes()) killIfThere(pid);
    await running.ended;
    expect(await leftOver(data)).toEqual([]);
    running = await startProgram({ data, ports });
    const kept = await onDatabase(data, (client) => client.query('SELECT count(*)::int AS n FROM fault_mark'));
    expect(kept.rows).toEqual([{ n: confirmed }]);
  });
});

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with the one before.
  }
}

async function onDatabase<T>(data: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { socketFolder, password } = databaseOf(data);
  const client = new Client({ connectionString: socketUrl(socketFolder, 'inzage', OWNER, password) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
