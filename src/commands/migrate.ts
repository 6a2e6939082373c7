import { join } from 'node:path';
import { migrate } from '../platform/database';
import type { Command } from './command';

/** Brings the database to the schema of this version, as its owner. Says which changes were made. */
export const migrateCommand: Command = {
  usage: 'migrate',
  about: 'bring the database to the schema of this version (as its owner)',
  async run(_words, { config, ownerUrl, wallClock, say }) {
    const applied = await migrate(await ownerUrl(), join(config.root, 'db/migrations'), wallClock.now());
    for (const name of applied) say(`applied ${name}`);
    say(applied.length === 0 ? 'The database is up to date.' : 'The database is up to date now.');
    return 0;
  },
};
