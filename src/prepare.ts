import { join } from 'node:path';
import { demoTable, loadDemo } from './demo';
import { lacksPeople } from './demo/populate/lacking';
import { type Config, databaseUrl } from './platform/config';
import { migrate } from './platform/database';
import { systemClock } from './platform/time';

export interface Prepared {
  /** For the terminal. */
  readonly table: string;
  /** The thousands are added while the portal runs already: see demo-background.ts. */
  readonly incomplete: boolean;
}

/** Brings the demo's database up to date and fills it where it is empty. */
export async function prepare(config: Config, say: (line: string) => void): Promise<Prepared> {
  await migrate(databaseUrl(config, 'owner'), join(config.root, 'db/migrations'), systemClock.now());
  say('Loading the four organisations of the demonstration …');
  await loadDemo(config);
  return { table: demoTable(config), incomplete: await lacksPeople(config) };
}
