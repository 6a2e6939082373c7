import { resolve } from 'node:path';
import { backUp, joinDatabase, restore } from '../platform/postgres';
import { StartProblem } from '../platform/process';
import type { Command, CommandContext } from './command';

/** Copies the embedded database, also while the program runs, with the keys without which it cannot be read. */
export const backupCommand: Command = {
  usage: 'backup <file.tar.gz>',
  about: 'copy the embedded database and its keys to a file, also while the program runs',
  async run([file], context) {
    if (!file) throw new StartProblem('Give the file to make: inzage backup <file.tar.gz>');
    refuseForeign(context);
    const database = await joinDatabase(context.config, context.say);
    try {
      await backUp(context.config.dataFolder, database, resolve(file));
    } finally {
      await database.close();
    }
    context.say(
      `The backup is in ${resolve(file)}. It holds the keys as well: keep it as safe as the records themselves.`,
    );
    return 0;
  },
};

/** Puts a backup in place of the embedded database; the present one is moved aside, not removed. */
export const restoreCommand: Command = {
  usage: 'restore <file.tar.gz>',
  about: 'put a backup back; what is there now is moved aside',
  async run([file], context) {
    if (!file) throw new StartProblem('Give the backup: inzage restore <file.tar.gz>');
    refuseForeign(context);
    const aside = await restore(context.config, resolve(file), context.wallClock.now(), context.say);
    if (aside) context.say(`What was there is in ${aside}.`);
    context.say('The backup is in place: npm start');
    return 0;
  },
};

function refuseForeign({ config }: CommandContext): void {
  if (config.mode === 'demo' && !config.database.owner) return;
  throw new StartProblem(
    'This command is for the embedded database. A server of your own has its own: pgBackRest, see docs/operations.md.',
  );
}
