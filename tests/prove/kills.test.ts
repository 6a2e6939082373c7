import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portsOfThisRun } from '../support/ports';
import { canSeeProcesses, type Role } from '../support/processes';
import { leftOver, makeData, type Running, removeData, startProgram, stopProgram } from '../support/program';
import type { Load } from './load';
import { pageLoad } from './pages';
import { rowLoad } from './rows';

const ROUNDS = 200;
const SEED = 20261123;
const LONGEST_WAIT_MS = 600;
const VICTIMS: Role[] = ['web', 'worker', 'postmaster', 'backend', 'keeper', 'supervisor'];

/** The same choices in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe.skipIf(!canSeeProcesses)('kill -9 under load', () => {
  const data = makeData();
  const ports = portsOfThisRun();
  const loads: Load[] = [rowLoad(), pageLoad()];
  const throwDie = dice(SEED);
  let running: Running;

  beforeAll(async () => {
    running = await startProgram({ data, ports });
  });
  afterAll(async () => {
    await stopProgram(running);
    removeData(data);
  });

  test(`PS-02 ${ROUNDS} kills of web, worker and database lose nothing that was confirmed`, {
    timeout: 3_600_000,
  }, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await Promise.all(loads.map((load) => load.begin(data, ports.web)));
      const role = VICTIMS[Math.floor(throwDie() * VICTIMS.length)] ?? 'web';
      await killUnderLoad(role, throwDie() * LONGEST_WAIT_MS);
      for (const load of loads) {
        expect(await load.missing(data), `round ${round}, after kill -9 of ${role}: ${load.name}`).toEqual([]);
      }
      if (round % 20 === 0) {
        const counts = loads.map((load) => `${load.confirmed()} ${load.name}`).join(', ');
        process.stdout.write(`${round} kills; confirmed and kept: ${counts}\n`);
      }
    }
    for (const load of loads) expect(load.confirmed(), load.name).toBeGreaterThan(ROUNDS);
  });

  async function killUnderLoad(role: Role, wait: number): Promise<void> {
    let stopped = false;
    const work = loads.map((load) => load.run(() => stopped));
    await sleep(wait);
    const candidates = running.processes().filter((found) => found.role === role);
    const victim = candidates[Math.floor(throwDie() * candidates.length)];
    if (victim) process.kill(victim.pid, 'SIGKILL');
    await running.ended;
    stopped = true;
    await Promise.all(work);
    await Promise.all(loads.map((load) => load.end()));
    expect(await leftOver(data)).toEqual([]);
    running = await startProgram({ data, ports });
  }
});
