import { resolve } from 'node:path';
import { z } from 'zod';
import { runService } from '../src/platform/process';
import { loadPeople } from './people';
import { start } from './start';

/** This program is built into dist/server; the project is two floors up. */
const project = resolve(import.meta.dirname, '../..');

const port = z.coerce.number().int().min(1).max(65535);
const settings = z.object({
  INZAGE_MODE: z.string().default(''),
  INZAGE_PORT: port.default(3000),
  INZAGE_SIMULATOR_PORT: port.default(3001),
  INZAGE_STAFF_SIMULATOR_PORT: port.default(3002),
  INZAGE_DEMO_PEOPLE: z.string().default(resolve(project, 'organisations/demo/people.json')),
});

/** Runs until the supervisor's channel closes. */
await runService(() => {
  const env = settings.parse(process.env);
  return start({
    mode: env.INZAGE_MODE,
    digidPort: env.INZAGE_SIMULATOR_PORT,
    staffPort: env.INZAGE_STAFF_SIMULATOR_PORT,
    portalOrigin: (slug) => `http://${slug}.localhost:${env.INZAGE_PORT}`,
    jwksUri: `http://127.0.0.1:${env.INZAGE_PORT}/.well-known/jwks.json`,
    people: loadPeople(env.INZAGE_DEMO_PEOPLE),
    clientFolder: resolve(project, 'dist/client'),
    log: (line) => process.stderr.write(`simulators: ${line}\n`),
  });
});
