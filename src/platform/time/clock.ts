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

/**
 * A clock that runs beside another one: the demo's moved care time. It keeps running; `moveTo` says what it shows
 * now, `moveBy` adds milliseconds, `offset` is what separates it from its base.
 */
export function offsetClock(base: Clock = systemClock, initialOffset = 0): OffsetClock {
  let offset = initialOffset;
  return {
    now: () => new Date(base.now().getTime() + offset),
    offset: () => offset,
    moveTo(at) {
      offset = at.getTime() - base.now().getTime();
    },
    moveBy(milliseconds) {
      offset += milliseconds;
    },
    reset() {
      offset = 0;
    },
  };
}

export type OffsetClock = Clock & {
  offset(): number;
  moveTo(at: Date): void;
  moveBy(milliseconds: number): void;
  reset(): void;
};

function instantOf(at: Date | string): number {
  const instant = new Date(at).getTime();
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${String(at)}`);
  return instant;
}
