import { afterEach, describe, expect, test } from 'vitest';
import { onDatabase } from '../support/marks';
import { portsOfThisRun } from '../support/ports';
import { canSeeProcesses, type Role } from '../support/processes';
import { leftOver, makeData, removeData, startProgram, stopProgram } from '../support/program';

const ports = portsOfThisRun();

describe.skipIf(!canSeeProcesses)('a first start that is cut off', () => {
  let data: string;
  afterEach(() => removeData(data));

  async function expectWholeAtNextStart(): Promise<void> {
    expect(await leftOver(data)).toEqual([]);
    const running = await startProgram({ data, ports });
    const found = await onDatabase(data, (client) => client.query('SELECT slug FROM organisation ORDER BY slug'));
    expect(found.rows.map(({ slug }) => String(slug))).toEqual(['amstelland', 'drecht', 'duinzicht', 'maasoever']);
    await stopProgram(running);
  }

  const moments = ['Preparing the database', 'Loading the four organisations', 'Starting the portal'];
  test.each(moments)('by Ctrl-C at "%s" leaves nothing running and is completed by the next', async (moment) => {
    data = makeData();
    const starting = await startProgram({ data, ports }, moment);
    expect(await stopProgram(starting)).toBe(0);
    await expectWholeAtNextStart();
  });

  const victims: Role[] = ['prepare', 'postmaster', 'supervisor'];
  test.each(victims)(
    'by kill -9 of the %s process while loading is told in words and completed by the next',
    async (role) => {
      data = makeData();
      const starting = await startProgram({ data, ports }, 'Loading the four organisations');
      const victim = starting.processes().find((found) => found.role === role);
      process.kill(victim?.pid ?? 0, 'SIGKILL');
      expect(await starting.ended).toBe(1);
      expect(starting.output()).not.toMatch(/^\s+at .*:\d+/m);
      await expectWholeAtNextStart();
    },
  );
});
