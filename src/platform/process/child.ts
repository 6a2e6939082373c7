import { problemText } from './problem';

/** What a child process runs: started once, closed in order. */
export type Service = { close(): Promise<void> };

const CLOSE_MS = 5_000;

/**
 * Runs a service as a child of the supervisor: says 'ready' when it has started, or why not, and closes when it is told
 * to stop or when the supervisor is gone (then the channel between them closes by itself). Also runs alone, without a
 * supervisor, until SIGTERM or SIGINT.
 */
export async function runService(start: () => Promise<Service>): Promise<void> {
  let service: Service | undefined;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), CLOSE_MS).unref();
    await service?.close();
    process.exit(0);
  };
  const supervised = process.send !== undefined;
  for (const event of ['disconnect', 'SIGTERM', 'SIGINT']) {
    process.on(event, () => {
      stop().catch(fail);
    });
  }
  try {
    service = await start();
    // The supervisor may have gone before we listened for it.
    if (supervised && !process.connected) await stop();
    process.send?.('ready');
  } catch (error) {
    fail(error);
  }
}

/** Ends the process with the reason: to the supervisor where there is one, which tells it once. */
export function fail(error: unknown): void {
  const text = problemText(error);
  if (process.connected) process.send?.({ failed: text }, () => process.exit(1));
  else {
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}
