import { dirname, resolve } from 'node:path';
import { loadConfig } from './platform/config';
import { fail, runService } from './platform/process';
import { supervise } from './supervisor';

/** The folder of the built programs, and the project's own: dist/server and two floors up. */
const folder = import.meta.dirname;
const config = () => loadConfig(process.env, resolve(dirname(folder), '..'));
const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * The program's processes, by first argument: none is the supervisor, which starts the others. The rooms are only read
 * by the process that needs them.
 */
async function main(role: string | undefined): Promise<void> {
  if (role === 'web') {
    const { startWeb } = await import('./web');
    return runService(() => startWeb(config()));
  }
  if (role === 'worker') {
    const { startWorker } = await import('./worker');
    return runService(() => startWorker(config(), folder));
  }
  if (role === 'prepare') {
    const { prepare } = await import('./prepare');
    // Whoever asked for it is gone: a half-made demonstration is completed by the next start.
    process.once('disconnect', () => process.exit(1));
    const prepared = await prepare(config(), say);
    process.send?.(prepared, () => process.exit(0));
    return;
  }
  if (role === 'populate') {
    const { startPopulating } = await import('./demo-background');
    return runService(async () => startPopulating(config(), say));
  }
  return keepAll();
}

/** Runs all until it is asked to stop, by a signal or by the end of who started us; any process' own end ends all. */
async function keepAll(): Promise<void> {
  const asked = new Promise<'asked'>((done) => {
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => done('asked'));
  });
  const starting = supervise(config(), process.env, folder, say);
  if ((await Promise.race([asked, starting.then(() => 'started')])) === 'asked') {
    // Before all run there is nothing to close in order but the database, which the keeper closes when we are gone.
    process.exit(0);
  }
  const all = await starting;
  say(`${all.table}\n\nInzage runs. Stop it with Ctrl-C.`);
  process.send?.('ready');
  await Promise.race([asked, all.broken]).catch(async (problem: unknown) => {
    await all.stop();
    throw problem;
  });
  await all.stop();
  process.exit(0);
}

main(process.argv[2]).catch((error: unknown) => {
  fail(error);
});
