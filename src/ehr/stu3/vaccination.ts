import { isObject, type JsonObject, objectsOf, textOf } from '../json';
import { extended, kept } from './keep';
import { inTurn, type Mapping, notDone, renamed, required, without } from './parts';

/** Who gave it is a performer, why a reason, and the schedule `protocolApplied` in R4. */
export const immunization: Mapping = inTurn(
  (source) => notDone(source, 'notGiven', 'not-done', 'Immunization'),
  (source) => renamed(source, { date: 'occurrenceDateTime' }),
  performers,
  explanation,
  protocols,
);

function performers(source: JsonObject): JsonObject {
  if (source.practitioner === undefined) return source;
  const performer = objectsOf(source.practitioner).map((part) => renamed(part, { role: 'function' }));
  return { ...without(source, 'practitioner'), performer: [...objectsOf(source.performer), ...performer] };
}

function explanation(source: JsonObject): JsonObject {
  const { explanation: why } = source;
  if (!isObject(why)) return source;
  return {
    ...source,
    ...(why.reason !== undefined && { reasonCode: why.reason }),
    ...(why.reasonNotGiven !== undefined && { statusReason: why.reasonNotGiven }),
    explanation: without(why, 'reason', 'reasonNotGiven'),
  };
}

/** R4 asks the number of the dose: a schedule without one stays an extension. */
function protocols(source: JsonObject): JsonObject {
  const all = objectsOf(source.vaccinationProtocol);
  const numbered = all.filter(({ doseSequence }) => doseSequence !== undefined);
  if (numbered.length === 0) return source;
  const protocolApplied = numbered.map((protocol) =>
    renamed(protocol, { doseSequence: doseNumberName(protocol.doseSequence), seriesDoses: 'seriesDosesPositiveInt' }),
  );
  const rest = all.filter((protocol) => !numbered.includes(protocol));
  return { ...source, protocolApplied, vaccinationProtocol: rest };
}

/** A recommendation has one date and one authority in R4, a description and number of the dose for each vaccine. */
export const immunizationRecommendation: Mapping = inTurn(
  (source) => ({ ...source, recommendation: objectsOf(source.recommendation).map(recommended) }),
  (source) => {
    const all = objectsOf(source.recommendation);
    const dates = new Set(all.flatMap(({ date }) => textOf(date) ?? []));
    const same = dates.size === 1 && all.every(({ date }) => date !== undefined);
    const first = [...dates].sort()[0];
    const dated = first === undefined ? source : required(source, 'date', first);
    return same ? { ...dated, recommendation: all.map((one) => without(one, 'date')) } : dated;
  },
);

/** R4 also takes words: some sources write a number between quotes. */
const doseNumberName = (value: unknown) => (typeof value === 'string' ? 'doseNumberString' : 'doseNumberPositiveInt');

function recommended(source: JsonObject): JsonObject {
  const { protocol } = source;
  const result = renamed(source, { doseNumber: 'doseNumberPositiveInt' });
  if (!isObject(protocol)) return result;
  const numbered = result.doseNumberPositiveInt !== undefined;
  const moved = { description: protocol.description, series: protocol.series };
  const rest = without(protocol, 'description', 'series', ...(numbered ? [] : ['doseSequence']));
  const present = Object.fromEntries(Object.entries(moved).filter(([, value]) => value !== undefined));
  const { doseSequence } = protocol;
  const dose = numbered || doseSequence === undefined ? {} : { [doseNumberName(doseSequence)]: doseSequence };
  return extended(
    { ...without(result, 'protocol'), ...present, ...dose },
    kept('ImmunizationRecommendation.recommendation.protocol', Object.keys(rest).length === 0 ? undefined : rest),
  );
}
