import { FIRST_PORT } from '../../playwright.config';
import { makeData, portsFrom, removeData, startProgram, stopProgram } from './program';

/** Starts the program for the browser tests on an empty data folder; gives what ends it. */
export default async function startForBrowser(): Promise<() => Promise<void>> {
  const data = makeData();
  const running = await startProgram({ data, ports: portsFrom(FIRST_PORT) });
  process.stdout.write(`The program started in ${Math.round(running.milliseconds)} ms.\n`);
  return async () => {
    await stopProgram(running);
    removeData(data);
  };
}
