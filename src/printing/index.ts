/** Documents to keep (PDF): the worker makes what somebody asked for (`house/documents.tsx`), and clears it away. */
import { documentChannel } from '../access';
import { isUuid, listen, type Pool, withoutScope } from '../platform/database';
import type { Log } from '../platform/log';
import { startPdfMaker } from '../platform/pdf';
import { every } from '../platform/process';
import type { Clock } from '../platform/time';
import { clearDocuments, type Press, printWaiting } from './queue';

export { clearDocuments, type Press, printWaiting } from './queue';

interface PrintingParts {
  readonly pool: Pool;
  /** The worker's login, for a connection that only listens. */
  readonly url: string;
  readonly key: Buffer;
  readonly clock: Clock;
  readonly log: Log;
  /** The built thread that makes documents. */
  readonly thread: string;
}

/** What was told while nobody heard it, and what another worker left behind, is found by looking. */
const lookMs = 5_000;
const clearMs = 60_000;

/** Makes documents as soon as they are asked for. */
export function startPrinting({ pool, url, key, clock, log, thread }: PrintingParts): { close(): Promise<void> } {
  const maker = startPdfMaker(thread);
  const press: Press = {
    pool,
    key,
    now: () => clock.now(),
    make: (model) => maker.make(model),
    failed: (err, request) => log.error({ err, request }, 'a document was not made'),
  };
  const wrong = (err: unknown) => log.error({ err }, 'documents could not be looked for');
  const everywhere = async (work: (press: Press, organisation: string) => Promise<unknown>) => {
    const organisations = await withoutScope(pool).selectFrom('organisation').select('id').execute();
    for (const { id } of organisations) await work(press, id);
  };
  let last: Promise<unknown> = Promise.resolve();
  const heard = (organisation: string) => {
    if (isUuid(organisation)) last = last.then(() => printWaiting(press, organisation)).catch(wrong);
  };
  const listening = listen(url, documentChannel, heard);
  const ticks = [
    every(lookMs, () => everywhere(printWaiting), wrong),
    every(clearMs, () => everywhere(clearDocuments), wrong),
  ];
  return {
    async close() {
      await listening.close();
      await Promise.all(ticks.map((tick) => tick.stop()));
      await last;
      await maker.close();
    },
  };
}
