import { join } from 'node:path';
import { type Config, databaseUrl } from './platform/config';
import { assertNotRunning, type OpenDatabase, openDatabase } from './platform/postgres';
import {
  assertPortsFree,
  type Member,
  type Program,
  runToEnd,
  StartProblem,
  servingFlags,
  startMember,
  type WantedPort,
} from './platform/process';

type Variables = Record<string, string | undefined>;

export type Supervisor = {
  /** What the person at the terminal reads when all runs. */
  table: string;
  /** Rejects with a sentence when one of the processes ends without being asked. */
  broken: Promise<never>;
  /** Stops all in order, the database last. */
  stop(): Promise<void>;
};

/**
 * Starts all processes of the program in order: database, preparation (migrations and demo data), then web, worker and
 * simulators at once. `folder` holds the built programs. Every child ends when the channel to us closes.
 */
export async function supervise(
  config: Config,
  variables: Variables,
  folder: string,
  say: (line: string) => void,
): Promise<Supervisor> {
  const demo = config.mode === 'demo';
  if (demo) assertNotRunning(config.dataFolder);
  await assertPortsFree(portsOf(config));
  const database = demo ? await openDatabase(config, say) : undefined;
  const members: Member[] = [];
  /** What may end by itself: nobody stops for it. */
  const aside: Member[] = [];
  const lost = database ? databaseLost(database) : undefined;
  const stop = async (): Promise<void> => {
    await Promise.all([...members, ...aside].map((member) => member.stop()));
    await database?.close();
  };
  try {
    const programs = programsOf(config, variables, folder, database);
    const prepared = demo ? await unless(lost, prepare(programs.prepare, say)) : { table: '', incomplete: false };
    say('Starting the portal …');
    const starts = [programs.web, programs.worker, ...(demo ? [programs.simulators] : [])].map(async (program) => {
      members.push(await startMember(program));
    });
    await unless(lost, orFirstFailure(starts));
    if (prepared.incomplete) aside.push(await startMember(programs.populate));
    return { table: prepared.table, broken: unless(lost, Promise.race(members.map(memberLost))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portsOf({ listen, simulators }: Config): WantedPort[] {
  const ports = [{ ...listen, setting: 'INZAGE_PORT' }];
  if (!simulators) return ports;
  const host = 'localhost';
  return [
    ...ports,
    { port: simulators.digid, host, setting: 'INZAGE_SIMULATOR_PORT' },
    { port: simulators.staff, host, setting: 'INZAGE_STAFF_SIMULATOR_PORT' },
  ];
}

/** Each process gets only the logins it needs: no other can be read from its environment. */
function programsOf(config: Config, variables: Variables, folder: string, database: OpenDatabase | undefined) {
  const main = join(folder, 'main.js');
  const urls = database?.urls ?? { web: databaseUrl(config, 'web'), worker: databaseUrl(config, 'worker'), owner: '' };
  const env = (own: Variables): Variables => ({
    ...variables,
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    DATABASE_WEB_URL: undefined,
    DATABASE_WORKER_URL: undefined,
    ...own,
  });
  const program = (name: string, file: string, args: string[], own: Variables): Program => ({
    name,
    file,
    args,
    env: env(own),
  });
  return {
    prepare: program('preparation', main, ['prepare'], {
      DATABASE_OWNER_URL: urls.owner,
      DATABASE_WORKER_URL: urls.worker,
      DATABASE_WEB_URL: urls.web, // the demo's clinicians decide on results as clinicians do
    }),
    web: { ...program('web server', main, ['web'], { DATABASE_WEB_URL: urls.web }), flags: servingFlags },
    worker: program('worker', main, ['worker'], { DATABASE_WORKER_URL: urls.worker }),
    populate: program('background loading', main, ['populate'], {
      DATABASE_WORKER_URL: urls.worker,
      DATABASE_WEB_URL: urls.web,
    }),
    simulators: program('simulators', join(folder, 'simulators.js'), [], {}),
  };
}

interface Prepared {
  readonly table: string;
  /** There are people of the demonstration to be added while it runs. */
  readonly incomplete: boolean;
}

async function prepare(program: Program, say: (line: string) => void): Promise<Prepared> {
  say('Preparing the database …');
  const report = await runToEnd(program);
  const told = typeof report === 'object' && report !== null ? (report as Partial<Prepared>) : {};
  return { table: String(told.table ?? ''), incomplete: told.incomplete === true };
}

/** Waits for all, also when one fails, so that whoever did start is known and can be stopped. */
async function orFirstFailure(starts: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(starts)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

async function memberLost(member: Member): Promise<never> {
  throw ended(`The ${member.name} (process ${member.pid}) ${await member.ended}.`);
}

function databaseLost(database: OpenDatabase): Promise<never> {
  const lost = database.ended.then(() => {
    throw ended('The database ended.');
  });
  // It also ends when we close it, and then nobody waits for this.
  lost.catch(() => undefined);
  return lost;
}

/** What work gives, unless the other fails first. */
function unless<T>(fails: Promise<never> | undefined, work: Promise<T>): Promise<T> {
  return fails ? Promise.race([fails, work]) : work;
}

function ended(how: string): StartProblem {
  return new StartProblem(
    `${how} Everything is stopped; nothing that was confirmed is lost. Start again with: npm start`,
  );
}
