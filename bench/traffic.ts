/** Requests as browsers send them, over keep-alive connections, each with another patient's session. */
import { Agent, request } from 'node:http';

export interface Visitor {
  readonly cookie: string;
}

export interface Target {
  readonly port: number;
  readonly host: string;
  readonly path: string;
}

export interface Answer {
  readonly status: number;
  readonly bytes: number;
}

/** Sends one request and reads the whole answer; `bytes` is what came over the line (compressed). */
export function send(agent: Agent, target: Target, cookie: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: target.host, cookie, 'accept-encoding': 'br, gzip', 'accept-language': 'nl' };
    const sent = request({ agent, host: '127.0.0.1', port: target.port, path: target.path, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

export interface Run {
  readonly requests: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** Sends `count` requests with `concurrency` at once; every answer must be 200. */
export async function drive(
  target: Target,
  visitors: readonly Visitor[],
  count: number,
  concurrency: number,
): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const began = performance.now();
  let next = 0;
  let bytes = 0;
  const one = async () => {
    for (let index = next++; index < count; index = next++) {
      const visitor = visitors[index % visitors.length];
      if (visitor === undefined) throw new Error('no visitors');
      const answer = await send(agent, target, visitor.cookie);
      if (answer.status !== 200) throw new Error(`${target.path} answered ${answer.status}`);
      bytes += answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  agent.destroy();
  return { requests: count, seconds: (performance.now() - began) / 1000, bytes: bytes / count };
}
