/** Fills a database with invented patients: npm run bench measures at 100,000 of them with 2,000,000 resources. */
import { addOrganisation } from '../src/demo/load';
import { copyIn, copyPatients } from '../src/ehr/copy-in';
import { openPool, type Pool, transaction } from '../src/platform/database';
import { dateIn, systemClock } from '../src/platform/time';
import { loadPreset } from '../src/policies';
import { releaseRow } from '../src/results/ingest';
import { policyTimeline } from '../src/results/timeline';
import { type Generated, generate, type Setting } from './generator';

export interface LoadOptions {
  readonly workerUrl: string;
  readonly patients: number;
  readonly resources: number;
  readonly say: (line: string) => void;
}

const AT_ONCE = 500; // patients a transaction
const SLUG = 'duinzicht';

/** Loads the patients into an empty, migrated database. The same data for the same day. */
export async function loadBench({ workerUrl, patients, resources, say }: LoadOptions): Promise<void> {
  const pool = openPool(workerUrl, { name: 'bench-load', max: 2 });
  try {
    const now = systemClock.now();
    const organisation = await addOrganisation(pool, SLUG, loadPreset(SLUG), now);
    const timeline = await transaction(pool, { scope: 'system', organisation }, (tx) =>
      policyTimeline(tx, organisation),
    );
    const setting: Setting = { today: dateIn(now), now, timeline };
    const began = performance.now();
    let done = 0;
    let writing: Promise<void> = Promise.resolve();
    for (let from = 0; from < patients; from += AT_ONCE) {
      const until = Math.min(patients, from + AT_ONCE);
      const batch = Array.from({ length: until - from }, (_, place) => {
        const index = from + place;
        return generate(index, share(index + 1, patients, resources) - share(index, patients, resources), setting);
      });
      // The database writes one batch while the next is made.
      await writing;
      writing = write(pool, organisation, batch, now);
      writing.catch(() => undefined);
      done += batch.reduce((sum, one) => sum + one.resources.length, 0);
      if ((from / AT_ONCE) % 20 === 19) say(progress(done, began));
    }
    await writing;
    say(progress(done, began));
  } finally {
    await pool.end();
  }
}

const share = (index: number, patients: number, resources: number) => Math.floor((index * resources) / patients);

const progress = (done: number, began: number) =>
  `${done} resources, ${Math.round(done / ((performance.now() - began) / 1000))} a second`;

function write(pool: Pool, organisation: string, batch: readonly Generated[], now: Date): Promise<void> {
  return transaction(pool, { scope: 'system', organisation }, async (tx) => {
    await tx.client.query('SET LOCAL statement_timeout = 0');
    await copyPatients(
      tx,
      organisation,
      batch.map(({ patient }) => patient),
      now,
    );
    await copyIn(tx, organisation, {
      resources: batch.flatMap(({ resources }) => resources),
      releases: batch.flatMap(({ records, outcomes }) =>
        records.map((record) => releaseRow(record, outcomes.get(record.id))),
      ),
      appointments: batch.flatMap(({ appointments }) => appointments),
      visits: [],
      relations: [],
    });
  });
}
