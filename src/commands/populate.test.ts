import { expect, test } from 'vitest';
import { loadConfig } from '../platform/config';
import { openContext } from './command';
import { populateCommand } from './populate';

const contextOf = (variables: Record<string, string>) =>
  openContext(loadConfig(variables, '/nowhere'), () => undefined);
const production = { INZAGE_PUBLIC_URL: 'https://{slug}.example.nl', INZAGE_KEYS_FILE: '/nowhere/keys.json' };

test('PS-03 no invented people come into a production installation', async () => {
  const words = ['--patients', '10', '--organisation', 'duinzicht'];
  await expect(populateCommand.run(words, contextOf(production))).rejects.toThrow(/only for the demonstration/);
});

test.each([
  [[]],
  [['--patients', '10']],
  [['--patients', 'many', '--organisation', 'duinzicht']],
  [['--patients=0', '--organisation=duinzicht']],
  [['--patients=10', '--organisation=duinzicht', '--seed=3']],
])('words that are not right are answered with how to say it: %j', async (words) => {
  await expect(populateCommand.run(words, contextOf({ INZAGE_MODE: 'demo' }))).rejects.toThrow(
    'Use: inzage populate --patients <number> --organisation <slug>',
  );
});
