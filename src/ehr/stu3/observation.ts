import { type JsonObject, objectsOf, textOf } from '../json';
import { contextAsEncounter, inTurn, type Mapping, renamed, without } from './parts';

/** What STU3 calls the relation, and what R4 has for it. Other relations (replaces, sequel to …) are kept. */
const RELATIONS: Readonly<Record<string, string>> = { 'has-member': 'hasMember', 'derived-from': 'derivedFrom' };

export const observation: Mapping = inTurn(
  contextAsEncounter,
  (source) =>
    source.comment === undefined
      ? source
      : { ...without(source, 'comment'), note: [...objectsOf(source.note), { text: source.comment }] },
  related,
);

/** Members of a panel and what a value was derived from. Without a type it is a member only where nothing is told. */
function related(source: JsonObject): JsonObject {
  const all = objectsOf(source.related);
  const known = all.filter((one) => relationOf(one) !== undefined && one.extension === undefined);
  const targets = (name: string) => known.filter((one) => relationOf(one) === name).map(({ target }) => target);
  const result: Record<string, unknown> = { ...without(source, 'related') };
  for (const name of Object.values(RELATIONS)) if (targets(name).length > 0) result[name] = targets(name);
  const rest = all.filter((one) => !known.includes(one));
  return rest.length === 0 ? result : { ...result, related: rest };
}

const relationOf = ({ type }: JsonObject): string | undefined => RELATIONS[textOf(type) ?? ''];

/** A report. Who did it is a reference in R4; the role is kept with it. */
export const diagnosticReport: Mapping = inTurn(
  contextAsEncounter,
  (source) => renamed(source, { codedDiagnosis: 'conclusionCode', image: 'media' }),
  (source) =>
    source.performer === undefined ? source : { ...source, performer: objectsOf(source.performer).map(performer) },
);

function performer(source: JsonObject): JsonObject {
  const { actor, ...rest } = source;
  if (typeof actor !== 'object' || actor === null) return source;
  return { ...actor, ...rest };
}

/** A picture. Its type is a concept in R4, and its status is required. */
export const media: Mapping = inTurn(contextAsEncounter, (source) => ({
  status: 'completed',
  ...renamed(source, { occurrenceDateTime: 'createdDateTime', occurrencePeriod: 'createdPeriod' }),
  ...(textOf(source.type) !== undefined && {
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/media-type', code: source.type }] },
  }),
}));
