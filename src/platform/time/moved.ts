/**
 * The demonstration's care clock, which may be moved: the move stands in a file, and every process that reads it follows
 * within half a second. Production has no such clock (see `careClockOf`).
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { addDays, dateIn, momentOn } from './calendar';
import type { Clock } from './clock';
import { clockTime } from './format';

const LOOK_MS = 500;

/** Runs beside `base`; `start` milliseconds apart as long as nothing is in `file`. */
export function movedClock(base: Clock, file: string, start = 0): Clock {
  let looked = Number.NEGATIVE_INFINITY;
  let offset = start;
  return {
    now() {
      const at = performance.now();
      if (at - looked > LOOK_MS) {
        looked = at;
        offset = moveIn(file) ?? start;
      }
      return new Date(base.now().getTime() + offset);
    },
  };
}

/** Milliseconds between the clocks; undefined where it was never moved, or put back. */
export function moveIn(file: string): number | undefined {
  try {
    const { milliseconds } = JSON.parse(readFileSync(file, 'utf8')) as { milliseconds?: unknown };
    return Number.isSafeInteger(milliseconds) ? Number(milliseconds) : undefined;
  } catch {
    return undefined;
  }
}

/** From now on the clock of that file shows `to`; undefined puts it back. Whoever reads sees the old move or the new. */
export function moveClock(file: string, base: Clock, to: Date | undefined): void {
  if (to === undefined) {
    rmSync(file, { force: true });
    return;
  }
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify({ milliseconds: to.getTime() - base.now().getTime() }));
  renameSync(aside, file);
}

/** The same time of day so many days later, as people in the Netherlands live it: also where the clock changes. */
export const daysLater = (now: Date, days: number): Date => momentOn(addDays(dateIn(now), days), clockTime(now));
