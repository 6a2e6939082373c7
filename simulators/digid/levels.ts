import type { Means } from '../people';

/**
 * The levels of DigiD, lowest first, with their eIDAS names (INTEROP §1.4). Written out here a second time on purpose:
 * a mistake in the portal's own list must show when the two meet.
 */
const levels = [
  { name: 'midden', uri: 'http://eidas.europa.eu/LoA/low' },
  { name: 'substantieel', uri: 'http://eidas.europa.eu/LoA/substantial' },
  { name: 'hoog', uri: 'http://eidas.europa.eu/LoA/high' },
] as const;

export type ProvenLevel = (typeof levels)[number];

export const acrValues: string[] = levels.map(({ uri }) => uri);

/** The level that a way of signing in proves. */
export function provenBy(means: Means): ProvenLevel {
  return means === 'app-document' ? levels[1] : levels[0];
}

/** The level asked by `acr_values`: the first that exists; without one the lowest. */
export function askedBy(uris: readonly string[]): ProvenLevel {
  return levels.find(({ uri }) => uri === uris.find((asked) => acrValues.includes(asked))) ?? levels[0];
}

export function isEnough(proven: ProvenLevel, asked: ProvenLevel): boolean {
  return levels.indexOf(proven) >= levels.indexOf(asked);
}
