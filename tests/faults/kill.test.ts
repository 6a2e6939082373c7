import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countMarks, makeMarks, mark } from '../support/marks';
import { portsOfThisRun } from '../support/ports';
import { canSeeProcesses, type Role } from '../support/processes';
import { leftOver, makeData, type Running, removeData, startProgram, stopProgram } from '../support/program';

const ports = portsOfThisRun();

describe.skipIf(!canSeeProcesses)('kill -9', () => {
  const data = makeData();
  let running: Running;
  let confirmed = 0;
  beforeAll(async () => {
    running = await startProgram({ data, ports });
    await makeMarks(data);
  });
  afterAll(async () => {
    await stopProgram(running);
    removeData(data);
  });

  const roles: Role[] = ['web', 'worker', 'simulators', 'postmaster', 'backend', 'keeper', 'supervisor', 'start'];
  test.each(roles)(
    'of the %s process leaves nothing behind, and the next start has all that was confirmed',
    async (role) => {
      confirmed += 1;
      await mark(data);
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
      expect(await countMarks(data)).toBe(confirmed);
    },
  );

  test('of everything at once is recovered from as well', async () => {
    confirmed += 1;
    await mark(data);
    for (const { pid } of running.processes()) killIfThere(pid);
    await running.ended;
    expect(await leftOver(data)).toEqual([]);
    running = await startProgram({ data, ports });
    expect(await countMarks(data)).toBe(confirmed);
  });
});

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with the one before.
  }
}
