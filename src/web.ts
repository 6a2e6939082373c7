import { createServer } from 'node:http';
import type { Config } from './platform/config';
import type { Service } from './platform/process';

/** Serves the portal. */
export async function startWeb(config: Config): Promise<Service> {
  const server = createServer((_request, response) => response.end('Inzage'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.listen, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
