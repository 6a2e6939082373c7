import type { Config } from './platform/config';
import type { Service } from './platform/process';

/** Runs the background work. */
export async function startWorker(_config: Config): Promise<Service> {
  const timer = setInterval(() => undefined, 5_000);
  return { close: async () => clearInterval(timer) };
}
