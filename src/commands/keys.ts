import { existsSync } from 'node:fs';
import { createKeys } from '../platform/keys';
import { StartProblem } from '../platform/process';
import type { Command } from './command';

/** Makes the key file that production is given. An existing one is never replaced: it opens what was sealed with it. */
export const keysCommand: Command = {
  usage: 'keys',
  about: 'make the key file named in INZAGE_KEYS_FILE',
  async run(_words, { config, say }) {
    if (existsSync(config.keysFile))
      throw new StartProblem(`${config.keysFile} is there already; it was left as it is.`);
    await createKeys(config.keysFile);
    say(
      `The keys are in ${config.keysFile}. Without this file sealed logs cannot be checked and files not be opened: keep a copy apart from the database.`,
    );
    return 0;
  },
};
