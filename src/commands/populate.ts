import { assessOlder, type PopulateOptions, type Progress, populate } from '../demo/index';
import { withoutScope } from '../platform/database';
import { StartProblem } from '../platform/process';
import type { Command } from './command';

const MOST = 1_000_000;
const TELL_MS = 2_000;

/** Invented people for the demonstration; a production configuration refuses. */
export const populateCommand: Command = {
  usage: 'populate --patients <number> --organisation <slug>',
  about: 'add invented people to an organisation of the demonstration, until there are so many',
  async run(words, { config, workerPool, webPool, careClock, wallClock, say }) {
    if (config.mode !== 'demo') throw new StartProblem('Invented people are only for the demonstration.');
    const { patients, slug } = asked(words);
    const worker = await workerPool();
    const organisation = await withoutScope(worker)
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (organisation === undefined)
      throw new StartProblem(`There is no organisation '${slug}' here. Run npm start once to make them.`);
    const options: PopulateOptions = {
      worker,
      organisation: organisation.id,
      slug,
      patients,
      careClock,
      wallClock,
      progress: teller(say),
    };
    const done = await populate(options);
    await assessOlder(options, await webPool());
    say(
      done.resources === 0
        ? `${slug} has ${done.people} invented people already. Nothing was changed.`
        : `${slug} has ${done.people} invented people. ${figures(done)}`,
    );
    return 0;
  },
};

function asked(words: readonly string[]): { patients: number; slug: string } {
  const values = new Map<string, string>();
  for (let place = 0; place < words.length; place++) {
    const [name = '', joined] = (words[place] ?? '').split('=');
    values.set(name, joined ?? words[++place] ?? '');
  }
  const patients = Number(values.get('--patients'));
  const slug = values.get('--organisation') ?? '';
  const known = [...values.keys()].every((name) => name === '--patients' || name === '--organisation');
  if (!known || slug === '' || !Number.isInteger(patients) || patients < 1 || patients > MOST)
    throw new StartProblem(`Use: inzage ${populateCommand.usage}`);
  return { patients, slug };
}

const figures = ({ resources, seconds }: Progress) =>
  `${resources} resources in ${seconds.toFixed(1)} s, ${Math.round(resources / Math.max(seconds, 0.001))} a second.`;

/** A line every two seconds. */
function teller(say: (line: string) => void): (done: Progress) => void {
  let told = 0;
  return (done) => {
    if (done.seconds * 1000 - told < TELL_MS) return;
    told = done.seconds * 1000;
    say(`${done.people} of ${done.wanted} people, ${figures(done)}`);
  };
}
