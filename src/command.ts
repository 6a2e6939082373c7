import { dirname, resolve } from 'node:path';
import { findCommand, helpText, openContext } from './commands';
import { loadConfig } from './platform/config';
import { fail } from './platform/process';

const out = (line: string) => void process.stdout.write(`${line}\n`);

/** `inzage <command>`: gives the exit status; 64 for words that are no command. */
async function main(words: readonly string[]): Promise<number> {
  const asked = ['', 'help', '--help', '-h'].includes(words[0] ?? '');
  const found = findCommand(words);
  if (asked || !found) {
    out(helpText());
    return asked ? 0 : 64;
  }
  if (found.rest.includes('--help')) {
    out(`inzage ${found.command.usage}\n    ${found.command.about}`);
    return 0;
  }
  const root = resolve(dirname(import.meta.dirname), '..');
  const context = openContext(loadConfig(process.env, root), out);
  try {
    return await found.command.run(found.rest, context);
  } finally {
    await context.close();
  }
}

// The start script is gone: nobody reads what we say, but work that was begun is finished.
main(process.argv.slice(2)).then((status) => process.exit(status), fail);
