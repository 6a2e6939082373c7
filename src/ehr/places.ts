import type { OrganisationPolicy } from '../organisations';
import { isObject, type JsonObject, objectsOf, textOf } from './json';

/** What a reference is called: by its display, else by the title of the directory resource that it names. */
export class Names {
  constructor(private readonly titles: ReadonlyMap<string, string>) {}

  of(reference: JsonObject | undefined): string | undefined {
    const id = textOf(reference?.reference)?.split('/').at(-1);
    return textOf(reference?.display) ?? (id === undefined ? undefined : this.titles.get(id));
  }
}

/** Lower case, letters and digits only: 'Locatie Zeeweg' and 'zeeweg' meet. */
export const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const says = (text: string, name: string) => ` ${plain(text)} `.includes(` ${plain(name)} `);

/** The organisation's location that references name, by its name or slug; undefined when none matches. */
export function locationOf(
  references: readonly JsonObject[],
  about: OrganisationPolicy,
  names: Names,
): string | undefined {
  for (const reference of references) {
    const name = names.of(reference);
    if (name === undefined) continue;
    const found = about.locations.find((location) => says(name, location.slug) || says(name, location.name));
    if (found) return found.slug;
  }
  return undefined;
}

const isOrganisation = ({ type, reference }: JsonObject) =>
  type === 'Organization' || /(^|\/)Organization\//.test(textOf(reference) ?? '');

/** The references in which a resource says where it was; of who performed it only organisations, never a person's name. */
export function placeReferences(resource: JsonObject): JsonObject[] {
  const own = isObject(resource.location) ? [resource.location] : [];
  const visited = objectsOf(resource.location).flatMap(({ location }) => (isObject(location) ? [location] : []));
  const performers = objectsOf(resource.performer).filter(isOrganisation);
  return [...own.filter(({ reference, display }) => reference ?? display), ...visited, ...performers];
}

const SERVICE = ['serviceType', 'specialty', 'type', 'serviceCategory'] as const;

/**
 * The clinic of an appointment or encounter: the code of its service or specialty is a clinic's slug, or its name or
 * that of a place says one. A service that is no clinic of the policy keeps a slug of its own name; nothing stated is
 * 'onbekend'.
 */
export function clinicOf(
  resource: JsonObject,
  places: readonly JsonObject[],
  about: OrganisationPolicy,
  names: Names,
): string {
  const concepts = SERVICE.flatMap((property) => objectsOf(resource[property]));
  const codings = concepts.flatMap(({ coding }) => objectsOf(coding));
  const words = [
    ...codings.flatMap(({ code, display }) => [textOf(code), textOf(display)]),
    ...concepts.map(({ text }) => textOf(text)),
    ...places.map((place) => names.of(place)),
  ].filter((word) => word !== undefined);
  const bySlug = about.clinics.find(({ slug }) => words.includes(slug));
  const found =
    bySlug ?? about.clinics.find(({ slug, name }) => words.some((word) => says(word, name.nl) || says(word, slug)));
  if (found) return found.slug;
  const own = codings.map(({ display }) => textOf(display)).find(Boolean) ?? textOf(concepts[0]?.text);
  return own === undefined ? 'onbekend' : plain(own).replaceAll(' ', '-').slice(0, 40) || 'onbekend';
}
