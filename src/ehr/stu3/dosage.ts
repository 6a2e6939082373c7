import { type JsonObject, objectsOf } from '../json';
import { without } from './parts';

const AMOUNTS = ['doseQuantity', 'doseRange', 'rateRatio', 'rateRange', 'rateQuantity'] as const;

/** R4 holds dose and rate together, so that there may be several. */
export function dosage(source: JsonObject): JsonObject {
  const amount: Record<string, unknown> = {};
  for (const name of AMOUNTS) if (source[name] !== undefined) amount[name] = source[name];
  return Object.keys(amount).length === 0 ? source : { ...without(source, ...AMOUNTS), doseAndRate: [amount] };
}

/** The same for a list of instructions under `name`. */
export const withDosage = (source: JsonObject, name: string): JsonObject =>
  source[name] === undefined ? source : { ...source, [name]: objectsOf(source[name]).map(dosage) };
