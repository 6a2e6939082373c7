/** Breaks JSON in the ways that other people's software does. */
import type { FhirResource } from '../../src/ehr/json';

/** The same choices in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Slot = { holder: Record<string, unknown> | unknown[]; key: string | number };

const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  [[]],
  'a\u0000b',
  '\ud800',
  '<script>alert(1)</script>',
  "'; DROP TABLE patient; --",
  '2026-02-30',
  '9999-12-31T23:59:59Z',
  '0001-01-01',
  '-4712-01-01',
  'Patient/somebody-else',
  'Patient/../../x',
  '#',
  'urn:uuid:nothing',
  'constructor',
  '__proto__',
  '999990019',
  'x'.repeat(5000),
  '\u202e\u0645\u0631\u062d\u0628\u0627',
];

const NAMES = [
  'resourceType',
  'id',
  'status',
  'reference',
  'value',
  'code',
  '__proto__',
  'constructor',
  'extra',
  'contained',
];

/** A copy with one to four things broken. `others` lends references and parts of other resources. */
export function mutate(resource: FhirResource, random: () => number, others: readonly FhirResource[]): unknown {
  const copy: unknown = structuredClone(resource);
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) mutateOnce(copy, random, others);
  return copy;
}

function mutateOnce(value: unknown, random: () => number, others: readonly FhirResource[]): void {
  const slots = slotsOf(value);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const slot = pick(slots);
  if (slot === undefined) return;
  const { holder, key } = slot;
  const set = (to: unknown) => Reflect.set(holder, key, to);
  switch (Math.floor(random() * 7)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[String(key)];
      return;
    case 1:
      return void set(structuredClone(pick(ODD)));
    case 2:
      return void set([Reflect.get(holder, key)]);
    case 3:
      if (Array.isArray(holder)) return void holder.push(structuredClone(pick(ODD)));
      return void Object.defineProperty(holder, pick(NAMES) ?? 'x', {
        value: structuredClone(pick(ODD)),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    case 4:
      return void set(structuredClone(valueAt(pick(slots))));
    case 5:
      return void set(structuredClone(valueAt(pick(slotsOf(pick(others))))));
    default:
      return void set(nested(1 + Math.floor(random() * 90)));
  }
}

const valueAt = (slot: Slot | undefined): unknown => {
  const own = slot && Object.getOwnPropertyDescriptor(slot.holder, slot.key);
  return own?.value;
};

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { extension: value } : [value];
  return value;
}

/** Plain objects and lists only: what JSON can hold. */
function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsOf(holder[key])]);
}
