import { FIRST_PORT } from '../../playwright.config';
import { portsFrom } from './ports';
import { makeData, removeData, startProgram, stopProgram } from './program';

/**
 * The moment at which care stands still for the browser tests: a Tuesday, so that their dates are the same on every
 * day. Sessions, codes and the log keep the time of the wall.
 */
const CARE_TIME = '2026-11-17T10:30:00+01:00';

/** Starts the program for the browser tests on an empty data folder; gives what ends it. */
export default async function startForBrowser(): Promise<() => Promise<void>> {
  const data = makeData();
  const running = await startProgram({ data, ports: portsFrom(FIRST_PORT), env: { INZAGE_CARE_TIME: CARE_TIME } });
  process.env.INZAGE_E2E_DATA = data;
  process.stdout.write(`The program started in ${Math.round(running.milliseconds)} ms.\n`);
  return async () => {
    await stopProgram(running);
    removeData(data);
  };
}
