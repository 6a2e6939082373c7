import { type Level, levels } from './assertion';

/** The eIDAS names of DigiD's levels (DigiD 4.x and OpenID NLGov), INTEROP §1.4. */
const uris: Record<Level, string> = {
  midden: 'http://eidas.europa.eu/LoA/low',
  substantieel: 'http://eidas.europa.eu/LoA/substantial',
  hoog: 'http://eidas.europa.eu/LoA/high',
};

/** The value of `acr_values` that asks for a level. */
export function uriOfLevel(level: Level): string {
  return uris[level];
}

/** The level that an `acr` stands for; undefined for everything we do not know, also names that look like one. */
export function levelOfUri(acr: unknown): Level | undefined {
  return levels.find((level) => uris[level] === acr);
}

/** Whether a proven level is enough for what is required. */
export function reaches(proven: Level, required: Level): boolean {
  return levels.indexOf(proven) >= levels.indexOf(required);
}
