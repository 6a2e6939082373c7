/** How quickly invented people come into a database: `inzage populate` as the demonstration has it. */
import { populate } from '../src/demo/index';
import { addOrganisation } from '../src/demo/load';
import { openPool } from '../src/platform/database';
import { systemClock } from '../src/platform/time';
import { loadPreset } from '../src/policies';
import { cpuOf } from './cpu';
import type { BenchServer } from './database';
import { type Line, told } from './report';

const NAME = 'bench_populate';
const SLUG = 'duinzicht';
const PATIENTS = 1_500;

/** A fresh database each time; wall-clock, so told and never judged. */
export async function measurePopulate(server: BenchServer): Promise<Line[]> {
  await server.drop(NAME);
  const { workerUrl } = await server.open(NAME);
  const worker = openPool(workerUrl, { name: 'bench-populate', max: 4 });
  try {
    const organisation = await addOrganisation(worker, SLUG, loadPreset(SLUG), systemClock.now());
    const about = { worker, organisation, slug: SLUG, patients: PATIENTS };
    const before = cpuOf([process.pid]);
    const { resources, seconds } = await populate({ ...about, careClock: systemClock, wallClock: systemClock });
    const cpu = (cpuOf([process.pid]) - before) / resources;
    return [
      told('populate: resources a second', `${Math.round(resources / seconds)} (${resources} of ${PATIENTS} people)`),
      told('populate: CPU of the program a resource', `${cpu.toFixed(3)} ms`),
    ];
  } finally {
    await worker.end();
    await server.drop(NAME);
  }
}
