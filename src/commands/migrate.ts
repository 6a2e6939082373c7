import { join } from 'node:path';
import { migrate, SchemaMismatch } from '../platform/database';
import { StartProblem } from '../platform/process';
import type { Command } from './command';

/** Brings the database to the schema of this version, as its owner. Says which changes were made. */
export const migrateCommand: Command = {
  usage: 'migrate',
  about: 'bring the database to the schema of this version (as its owner)',
  async run(_words, { config, ownerUrl, wallClock, say }) {
    try {
      const applied = await migrate(await ownerUrl(), join(config.root, 'db/migrations'), wallClock.now());
      for (const name of applied) say(`applied ${name}`);
      say(applied.length === 0 ? 'The database is up to date.' : 'The database is up to date now.');
      return 0;
    } catch (error) {
      if (error instanceof SchemaMismatch) throw new StartProblem(error.message);
      throw error;
    }
  },
};
