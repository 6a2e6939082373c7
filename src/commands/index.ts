/** What `inzage …` can do beside running the portal. */
import { importCommand, reindexCommand } from '../ehr';
import { auditVerifyCommand } from './audit';
import { backupCommand, restoreCommand } from './backup';
import type { Command } from './command';
import { keysCommand } from './keys';
import { migrateCommand } from './migrate';
import { policyApplyCommand } from './policy';
import { populateCommand } from './populate';

export { type Command, type CommandContext, openContext } from './command';

/** By their first words. */
export const commands: Readonly<Record<string, Command>> = {
  import: {
    usage: importCommand.usage,
    about: "take FHIR files into an organisation's records",
    run: async (words, context) =>
      importCommand.run(words, { ...context, out: context.say, pool: await context.workerPool() }),
  },
  reindex: {
    usage: reindexCommand.usage,
    about: reindexCommand.about,
    run: async (words, context) => reindexCommand.run(words, { ...context, pool: await context.workerPool() }),
  },
  keys: keysCommand,
  migrate: migrateCommand,
  'policy apply': policyApplyCommand,
  'audit verify': auditVerifyCommand,
  populate: populateCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

/** The command that the words begin with, and the words after its name. */
export function findCommand(words: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands[words.slice(0, length).join(' ')];
    if (command && words.length >= length) return { command, rest: words.slice(length) };
  }
  return undefined;
}

export function helpText(): string {
  const lines = Object.values(commands).map(({ usage, about }) => `  inzage ${usage}\n      ${about}`);
  return `Use: npm run inzage -- <command>\n\n${lines.join('\n')}`;
}
