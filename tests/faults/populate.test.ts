import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { portsOfThisRun } from '../support/ports';
import { leftOver, makeData, type Running, removeData, startProgram, stopProgram } from '../support/program';

const ports = portsOfThisRun();
const data = makeData();
afterAll(() => removeData(data));

const start = () => startProgram({ data, ports, env: { INZAGE_DEMO_PATIENTS: '120' } });

async function says(running: Running, words: string, limit = 120_000): Promise<void> {
  const deadline = performance.now() + limit;
  while (!running.output().includes(words)) {
    if (performance.now() > deadline) throw new Error(`It does not say '${words}': ${running.output()}`);
    await sleep(100);
  }
}

test('the thousands are added while the portal runs; interrupted, they go on with the next start', async () => {
  const first = await start();
  await says(first, 'Adding 480 invented people in the background.');
  await says(first, 'of 120');
  expect(await stopProgram(first)).toBe(0);
  expect(await leftOver(data)).toEqual([]);

  const second = await start();
  await says(second, 'are there.');
  const [, left = ''] = /Adding (\d+) invented people/.exec(second.output()) ?? [];
  expect(Number(left)).toBeLessThan(480);
  expect(await stopProgram(second)).toBe(0);

  const third = await start();
  await sleep(1_000);
  expect(third.output()).not.toContain('Adding');
  expect(await stopProgram(third)).toBe(0);
});
