import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { scrubFields, scrubLine } from './scrub';

export { scrubLine };

export type Log = Logger;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type LogOptions = {
  /** Which process speaks: web, worker, simulators. */
  name: string;
  level: LogLevel;
  /** A file to append to (the demo), a stream (tests); otherwise standard output. */
  to?: string | DestinationStream;
};

/**
 * The program's log: one JSON object a line, without BSNs, passwords, codes, tokens and cookies (PS-03). Give it ids,
 * never names: what somebody did with a record belongs in the access log, not here.
 */
export function openLog({ name, level, to }: LogOptions): Log {
  const stream = typeof to === 'string' ? destination({ dest: to, append: true, mkdir: true, sync: true }) : to;
  const options = {
    name,
    level,
    base: { name, pid: process.pid },
    // Errors are plain objects by then: pino's own serializer would look at them again.
    serializers: { err: (error: unknown) => error },
    formatters: { log: scrubFields, level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: scrubLine },
  };
  return stream ? pino(options, stream) : pino(options);
}
