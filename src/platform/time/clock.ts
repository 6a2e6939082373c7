/** What tells the time. Rooms get one passed in; only this folder asks the machine. */
export type Clock = { now(): Date };

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests. */
export function fixedClock(at: Date | string): Clock & { set(at: Date | string): void } {
  let current = instantOf(at);
  return {
    now: () => new Date(current),
    set(next) {
      current = instantOf(next);
    },
  };
}

function instantOf(at: Date | string): number {
  const instant = new Date(at).getTime();
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${String(at)}`);
  return instant;
}
