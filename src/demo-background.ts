/**
 * The thousands of the demonstration, added while the portal answers already: at the lowest priority and with rests, so
 * that whoever looks around does not notice. Stopped at any moment it goes on with the next start.
 */
import { constants, setPriority } from 'node:os';
import { assessOlder } from './demo/populate/assess';
import { type Lacking, lacking } from './demo/populate/lacking';
import { type Progress, populate } from './demo/populate/run';
import { type Config, databaseUrl } from './platform/config';
import { openPool } from './platform/database';
import type { Service } from './platform/process';
import { systemClock } from './platform/time';
import { careClockOf } from './program';

const REST_MS = 250;
const BATCH = 800;
/** Told at every quarter of an organisation. */
const PARTS = 4;

export function startPopulating(config: Config, say: (line: string) => void): Service {
  setPriority(constants.priority.PRIORITY_LOW);
  const stop = new AbortController();
  const done = addAll(config, stop.signal, say)
    .then(() => process.exit(0))
    .catch((error: unknown) => {
      // The portal runs without them; the next start tries again.
      say(`The people of the demonstration could not all be added: ${error instanceof Error ? error.message : error}`);
      process.exit(1);
    });
  return {
    async close() {
      stop.abort();
      await done;
    },
  };
}

async function addAll(config: Config, stop: AbortSignal, say: (line: string) => void): Promise<void> {
  const wanted = config.demoPatients ?? 0;
  const worker = openPool(databaseUrl(config, 'worker'), { name: 'populate', max: 3 });
  const web = openPool(databaseUrl(config, 'web'), { name: 'populate', max: 1 });
  try {
    const organisations = await lacking(worker, wanted);
    const total = organisations.reduce((sum, { present }) => sum + wanted - present, 0);
    say(`Adding ${total} invented people in the background. The portal can be used meanwhile.`);
    const clocks = { careClock: careClockOf(config, systemClock), wallClock: systemClock };
    let added = 0;
    for (const { organisation, slug, present } of organisations) {
      const own = { worker, organisation, slug, patients: wanted, ...clocks, stop, rest: REST_MS, batchSize: BATCH };
      await populate({ ...own, progress: teller({ organisation, slug, present }, wanted, say) });
      await assessOlder(own, web);
      if (stop.aborted) return;
      added += wanted - present;
    }
    say(`All ${added} are there.`);
  } finally {
    await worker.end();
    await web.end();
  }
}

function teller({ slug, present }: Lacking, wanted: number, say: (line: string) => void): (done: Progress) => void {
  let told = Math.floor((present / wanted) * PARTS);
  return ({ people }) => {
    const part = Math.floor((people / wanted) * PARTS);
    if (part === told) return;
    told = part;
    say(`  ${slug}: ${people} of ${wanted}`);
  };
}
