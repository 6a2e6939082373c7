import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, portInUse, StartProblem } from './problem';

/** A port somebody wants to listen on, and the setting that moves it. */
export type WantedPort = { port: number; host: string; setting: string };

/** Our own processes of a start that was killed may need a moment to go. */
const PATIENCE_MS = 2_000;

/** Fails with a sentence when one of the ports cannot be listened on, before anything slow has begun. */
export async function assertPortsFree(ports: WantedPort[]): Promise<void> {
  for (const wanted of ports) {
    const deadline = performance.now() + PATIENCE_MS;
    let code = await tryPort(wanted);
    while (code === 'EADDRINUSE' && performance.now() < deadline) {
      await sleep(100);
      code = await tryPort(wanted);
    }
    if (code) throw new StartProblem(sentence(wanted, code));
  }
}

async function tryPort({ port, host }: WantedPort): Promise<string | undefined> {
  // 'localhost' is two addresses, and a browser may choose either.
  for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host]) {
    const code = await tryAddress(port, address);
    if (code && !(address === '::1' && code !== 'EADDRINUSE')) return code;
  }
  return undefined;
}

function tryAddress(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(errorCode(error) ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function sentence({ port, host, setting }: WantedPort, code: string): string {
  if (code === 'EADDRINUSE') return portInUse(port, setting);
  if (code === 'EACCES') return `Port ${port} is reserved for the administrator. Choose one above 1023 in ${setting}.`;
  return `It is not possible to listen on ${host}, port ${port} (${code}). Choose another in INZAGE_HOST or ${setting}.`;
}
