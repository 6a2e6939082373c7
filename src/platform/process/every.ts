export interface Tick {
  /** Resolves when the turn that is under way has ended. */
  stop(): Promise<void>;
}

/** Runs now and then every so often; again only after the last turn ended. A failure is told and waits for the next. */
export function every(milliseconds: number, run: () => Promise<void>, failed: (error: unknown) => void): Tick {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const turn = () => {
    if (busy) return;
    busy = true;
    running = run()
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(turn, milliseconds);
  turn();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
