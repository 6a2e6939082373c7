/** How values of a laboratory go over the years. */
import { z } from 'zod';
import { around, type Dice, dice } from './dice';

/** From one value to another, with noise, and with seasons (vitamin D is lowest in March). */
export const course = z.strictObject({
  from: z.number(),
  to: z.number(),
  noise: z.number().default(0),
  season: z.number().default(0),
});
export type Course = z.output<typeof course>;

const YEAR = 365.25;

/** The value at a share (0 to 1) of the way, on a day counted from any fixed day. */
export function valueAt({ from, to, noise, season }: Course, share: number, day: number, random: Dice): number {
  const wave = season * Math.sin((2 * Math.PI * day) / YEAR);
  return Math.max(0, from + (to - from) * share + wave + noise * around(random));
}

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export interface Series {
  readonly from: number;
  readonly until: number;
  readonly every: number;
  readonly tests: Readonly<Record<string, Course>>;
}

/** Every time that the series was measured, oldest first. The same for the same seed. */
export function seriesOf(
  { from, until, every, tests }: Series,
  seed: string,
  decimals: (test: string) => number,
): { day: number; tests: Record<string, number> }[] {
  const random = dice(seed);
  const times = Math.floor((until - from) / every) + 1;
  return Array.from({ length: times }, (_, place) => {
    const day = from + place * every;
    const share = times === 1 ? 1 : place / (times - 1);
    const values = Object.entries(tests).map(([name, one]): [string, number] => [
      name,
      rounded(valueAt(one, share, day, random), decimals(name)),
    ]);
    return { day, tests: Object.fromEntries(values) };
  });
}
