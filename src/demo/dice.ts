/** Chance that is the same every time: from a text, by FNV-1a and mulberry32. */
export type Dice = () => number;

export function dice(seed: string | number): Dice {
  let state = typeof seed === 'number' ? seed | 0 : hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash | 0;
}

/** A whole number from low to high, both possible. */
export const between = (random: Dice, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** Around 0, mostly between −1 and 1: the sum of three throws. */
export const around = (random: Dice): number => (random() + random() + random() - 1.5) * 1.155;

export const chance = (random: Dice, share: number): boolean => random() < share;

/** One of a list that is not empty. */
export function pick<Item>(random: Dice, list: readonly Item[]): Item {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}
