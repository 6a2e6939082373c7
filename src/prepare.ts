import { join } from 'node:path';
import { demoTable, loadDemo } from './demo';
import { type Config, databaseUrl } from './platform/config';
import { migrate } from './platform/database';
import { systemClock } from './platform/time';

/** Brings the demo's database up to date and fills it where it is empty. Gives the table for the terminal. */
export async function prepare(config: Config, say: (line: string) => void): Promise<string> {
  await migrate(databaseUrl(config, 'owner'), join(config.root, 'db/migrations'), systemClock.now());
  say('Loading the four organisations of the demonstration …');
  await loadDemo(config);
  return demoTable(config);
}
