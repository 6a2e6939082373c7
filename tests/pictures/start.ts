import { FIRST_PORT } from '../../playwright.config';
import { portsFrom } from '../support/ports';
import { makeData, removeData, startProgram, stopProgram } from '../support/program';

/** Starts the demonstration as somebody meets it who starts it today. */
export default async function startForPictures(): Promise<() => Promise<void>> {
  const data = makeData();
  const running = await startProgram({ data, ports: portsFrom(FIRST_PORT) });
  return async () => {
    await stopProgram(running);
    removeData(data);
  };
}
