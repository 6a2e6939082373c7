/** Which leaflets there are here, and which of them somebody is looking for. Pure. */
import { foldName } from '../people';
import type { Language } from '../platform/i18n';
import { type Leaflet, type Section, type Subject, textIn } from './leaflet';
import type { LeafletsPolicy } from './policy';

export const offered = (all: readonly Leaflet[], { offers, hides }: LeafletsPolicy): Leaflet[] =>
  all.filter(({ slug }) => (offers === 'all' || offers.includes(slug)) && !hides.includes(slug));

export interface Wish {
  readonly words: string;
  readonly subject: Subject | undefined;
}

/**
 * The leaflets that have every word that was typed, somewhere; those that have them in their title first, then those
 * that are called so, then the rest; alike by title. Capitals, accents and marks make no difference.
 */
export function search(all: readonly Leaflet[], { words, subject }: Wish, language: Language): Leaflet[] {
  const asked = foldName(words).split(' ').filter(Boolean);
  return all
    .filter((leaflet) => subject === undefined || leaflet.subject === subject)
    .map((leaflet) => ({ leaflet, rank: rankOf(leaflet, asked, language) }))
    .filter(({ rank }) => rank < notFound)
    .sort(
      (a, b) =>
        a.rank - b.rank || textIn(a.leaflet, language).title.localeCompare(textIn(b.leaflet, language).title, 'nl'),
    )
    .map(({ leaflet }) => leaflet);
}

const notFound = 3;

function rankOf(leaflet: Leaflet, asked: readonly string[], language: Language): number {
  const { title, names, everything } = wordsOf(leaflet, language);
  const layers = [title, names, everything];
  const found = layers.findIndex((layer) => asked.every((word) => layer.includes(word)));
  return found < 0 ? notFound : found;
}

interface Folded {
  readonly title: string;
  readonly names: string;
  readonly everything: string;
}

const kept = new WeakMap<Leaflet, Partial<Record<Language, Folded>>>();

/** Folded once: the files do not change while the program runs. */
function wordsOf(leaflet: Leaflet, language: Language): Folded {
  const known = kept.get(leaflet) ?? {};
  const ready = known[language];
  if (ready !== undefined) return ready;
  const text = textIn(leaflet, language);
  const title = foldName(text.title);
  const names = foldName([text.title, ...text.words].join(' '));
  const folded = {
    title,
    names,
    everything: foldName([names, text.summary, ...text.sections.flatMap(sentencesOf)].join(' ')),
  };
  kept.set(leaflet, { ...known, [language]: folded });
  return folded;
}

/** Everything that a section says, in its order. */
export const sentencesOf = ({ heading, text = [], list = [], steps = [], after = [] }: Section): string[] => [
  heading,
  ...text,
  ...list,
  ...steps,
  ...after,
];
