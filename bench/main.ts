/**
 * npm run bench: server CPU per request with compression, database CPU against the floor, buffers at 100,000 patients
 * against 1,000, memory, and what goes over the line. Ratios and CPU time; wall-clock times are told, never judged.
 */
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { startPersonSession } from '../src/access';
import { loadConfig } from '../src/platform/config';
import { openPool, transaction } from '../src/platform/database';
import { servingFlags } from '../src/platform/process';
import { systemClock } from '../src/platform/time';
import { openProgram } from '../src/program';
import { buildServer } from '../src/web';
import { cpuOf, memoryOf } from './cpu';
import { type BenchDatabase, type BenchServer, startBenchServer, statement } from './database';
import { type Recording, record, replay } from './floor';
import { loadBench } from './load';
import { measurePdf } from './pdf';
import { measurePopulate } from './populate';
import { atMost, type Line, print, told } from './report';
import { drive, type Target, type Visitor } from './traffic';
import { weigh } from './weights';

const PORT = 4710;
const SLUG = 'duinzicht';
const HOST = `${SLUG}.localhost:${PORT}`;
const PAGES = { overview: '/overzicht', results: '/uitslagen' } as const;
/** People with 2,000 results each, for the list that has to find its page among them. */
const HEAVY = { patients: 20, perPatient: 2_505, requests: 600 };
const root = resolve(dirname(import.meta.dirname), '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Sizes {
  readonly small: number;
  readonly large: number;
  readonly perPatient: number;
  readonly requests: number;
}

function sizesOf(): Sizes {
  const large = Number(process.env.BENCH_PATIENTS ?? 100_000);
  return { small: 1_000, large, perPatient: 20, requests: Number(process.env.BENCH_REQUESTS ?? 3_000) };
}

async function main(): Promise<void> {
  const sizes = sizesOf();
  const folder = join(root, '.data', 'bench');
  mkdirSync(folder, { recursive: true });
  const server = await startBenchServer(folder, root, say);
  try {
    const small = await loaded(server, `bench_${sizes.small}`, sizes.small, sizes);
    const large = await loaded(server, `bench_${sizes.large}`, sizes.large, sizes);
    const heavy = await loaded(server, 'bench_heavy', HEAVY.patients, { ...sizes, perPatient: HEAVY.perPatient });
    const only = process.env.BENCH_ONLY;
    const lines = [
      ...(only === 'buffers' ? [] : await measureWeb(large, sizes)),
      ...(only === 'buffers' ? [] : await measureHeavy(heavy)),
      ...(only === 'web' ? [] : await measureBuffers(small, large)),
      ...(only === undefined ? await measurePdf(import.meta.dirname) : []),
      ...(only === undefined ? await measurePopulate(server) : []),
    ];
    say('');
    process.exitCode = print(lines, say) ? 0 : 1;
  } finally {
    await server.stop();
  }
}

async function loaded(server: BenchServer, name: string, patients: number, sizes: Sizes): Promise<BenchDatabase> {
  const database = await server.open(name);
  if (await isLoaded(database)) return database;
  const again = database.fresh ? database : await server.drop(name).then(() => server.open(name));
  const began = performance.now();
  await loadBench({ workerUrl: again.workerUrl, patients, resources: patients * sizes.perPatient, say });
  const client = new Client({ connectionString: again.superuserUrl });
  await client.connect();
  await client.query('VACUUM (ANALYZE, FREEZE)');
  await client.query('CREATE TABLE bench_loaded ()');
  await client.query('CHECKPOINT');
  await client.end();
  say(`Loaded ${patients} patients in ${Math.round((performance.now() - began) / 1000)} s.`);
  return again;
}

async function isLoaded({ superuserUrl }: BenchDatabase): Promise<boolean> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('bench_loaded') IS NOT NULL AS there");
  await client.end();
  return rows[0]?.there === true;
}

/** Sessions made directly, each of another patient, spread over the whole table. */
async function visitors(database: BenchDatabase, count: number): Promise<Visitor[]> {
  const worker = openPool(database.workerUrl, { name: 'bench', max: 1 });
  const { rows } = await worker.query<{ id: string }>('SELECT id FROM organisation WHERE slug = $1', [SLUG]);
  const organisation = rows[0]?.id ?? '';
  const people = await transaction(worker, { scope: 'system', organisation }, ({ db }) =>
    db
      .selectFrom('patient')
      .select('person_id')
      .where('organisation_id', '=', organisation)
      .where('bsn_verified_at', 'is not', null)
      .where('deceased_on', 'is', null)
      .orderBy('number')
      .execute(),
  );
  await worker.end();
  const web = openPool(database.webUrl, { name: 'bench', max: 4 });
  const step = Math.max(1, Math.floor(people.length / count));
  const made: Visitor[] = [];
  for (let index = 0; index < people.length && made.length < count; index += step) {
    const person = people[index]?.person_id ?? '';
    const limits = { idleMinutes: 600, absoluteHours: 24 };
    const { token } = await startPersonSession(web, { organisation, person, level: 'hoog' }, limits, systemClock.now());
    made.push({ cookie: `__Host-patient=${token}` });
  }
  await web.end();
  return made;
}

const variables = (database: BenchDatabase) => ({
  INZAGE_MODE: 'demo',
  INZAGE_PORT: String(PORT),
  INZAGE_DATA: join(root, '.data', 'bench'),
  DATABASE_WEB_URL: database.webUrl,
  INZAGE_LOG: 'error',
});

interface Web {
  readonly pid: number;
  stop(): Promise<void>;
}

async function startWeb(database: BenchDatabase): Promise<Web> {
  const web = fork(join(import.meta.dirname, 'main.js'), ['web'], {
    env: { ...process.env, ...variables(database) },
    execArgv: ['--enable-source-maps', ...servingFlags],
  });
  await new Promise<void>((done, failed) => {
    web.once('message', (message) => (message === 'ready' ? done() : failed(new Error(JSON.stringify(message)))));
    web.once('exit', () => failed(new Error('the web process ended')));
  });
  const ended = new Promise<void>((done) => web.once('exit', () => done()));
  return {
    pid: web.pid ?? 0,
    async stop() {
      web.disconnect();
      await ended;
    },
  };
}

async function measureWeb(database: BenchDatabase, sizes: Sizes): Promise<Line[]> {
  const people = await visitors(database, sizes.requests);
  const web = await startWeb(database);
  const lines: Line[] = [];
  const place = { pid: web.pid, database, people, requests: sizes.requests };
  try {
    for (const [page, path] of Object.entries(PAGES)) {
      const target = { port: PORT, host: HOST, path };
      await drive(target, people, 1_000, 16);
      for (const concurrency of [1, 16, 64])
        lines.push(...(await measurePage({ ...place, page, target }, concurrency, 1)));
      lines.push(await againstFloor({ ...place, page, target }));
    }
    lines.push(atMost('memory of the web process', memoryOf(web.pid), 250, 'MB', 0));
    lines.push(...(await weigh({ port: PORT, host: HOST }, people[0]?.cookie ?? '')));
  } finally {
    await web.stop();
  }
  return lines;
}

async function measureHeavy(database: BenchDatabase): Promise<Line[]> {
  const people = await visitors(database, HEAVY.patients);
  const web = await startWeb(database);
  try {
    const target = { port: PORT, host: HOST, path: PAGES.results };
    await drive(target, people, 300, 16);
    const page = 'results of somebody with 2,000';
    return await measurePage({ pid: web.pid, database, people, requests: HEAVY.requests, page, target }, 16, 2);
  } finally {
    await web.stop();
  }
}

async function backendsOf({ superuserUrl, name }: BenchDatabase): Promise<number[]> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = $1 AND application_name = 'inzage-web'",
    [name],
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}

/** The statements of a page for each of these patients, as the program sends them. */
async function recordings(database: BenchDatabase, path: string, people: readonly Visitor[]): Promise<Recording[]> {
  const program = await openProgram(loadConfig(variables(database), root));
  const tape = record(program.pool);
  const server = await buildServer(program);
  const taken: Recording[] = [];
  for (const { cookie } of people) {
    tape.take();
    const { statusCode } = await server.inject({ url: path, headers: { host: HOST, cookie } });
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
    taken.push(tape.take());
  }
  await server.close();
  await program.close();
  return taken;
}

interface Measured {
  readonly pid: number;
  readonly database: BenchDatabase;
  readonly people: readonly Visitor[];
  readonly requests: number;
  readonly page: string;
  readonly target: Target;
}

const rounds = 5;
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The middle of five rounds: the machine's speed differs by a third from one minute to the next. */
async function measurePage(
  { pid, database, people, requests, page, target }: Measured,
  concurrency: number,
  goal: number,
): Promise<Line[]> {
  const server: number[] = [];
  const inDatabase: number[] = [];
  const speed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const backends = await backendsOf(database);
    const [cpu, postgres] = [cpuOf([pid]), cpuOf(backends)];
    const run = await drive(target, people, requests / 3, concurrency);
    server.push((cpuOf([pid]) - cpu) / run.requests);
    inDatabase.push((cpuOf(backends) - postgres) / run.requests);
    speed.push(run.requests / run.seconds);
  }
  return [
    atMost(`${page}, ${concurrency} at once: server CPU a request`, middle(server), goal, 'ms', 3),
    told(`${page}, ${concurrency} at once: database CPU a request`, `${middle(inDatabase).toFixed(3)} ms`),
    told(`${page}, ${concurrency} at once: requests a second`, middle(speed).toFixed(0)),
  ];
}

/** Pages and floor by turns, over as many connections and with as many patients, so that both meet the same minutes. */
async function againstFloor({ database, people, requests, page, target }: Measured): Promise<Line> {
  const tapes = await recordings(database, target.path, people);
  const ratios: number[] = [];
  const floors: number[] = [];
  const count = Math.round(requests / 3);
  for (let round = 0; round < rounds; round++) {
    const backends = await backendsOf(database);
    const before = cpuOf(backends);
    await drive(target, people, count, 16);
    const measured = (cpuOf(backends) - before) / count;
    await replay(database.webUrl, tapes, count, 16, async (own, run) => {
      const began = cpuOf(own);
      await run();
      floors.push((cpuOf(own) - began) / count);
    });
    ratios.push(measured / (floors.at(-1) ?? 1));
  }
  const floor = middle(floors).toFixed(3);
  return atMost(`${page}: database CPU against the floor (${floor} ms)`, middle(ratios), 1.15, '×');
}

async function measureBuffers(small: BenchDatabase, large: BenchDatabase): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [page, path] of Object.entries(PAGES)) {
    const few = await buffersOf(small, path);
    const many = await buffersOf(large, path);
    lines.push(told(`${page}: buffers touched a request`, `${few.toFixed(0)} / ${many.toFixed(0)}`));
    lines.push(atMost(`${page}: buffers at many patients against few`, many / few, 1.2, '×'));
  }
  return lines;
}

/** With an empty log and no sessions of before: only the number of patients differs. */
async function buffersOf(database: BenchDatabase, path: string): Promise<number> {
  await statement(
    database.superuserUrl,
    'TRUNCATE audit_event, audit_entity, audit_seal, audit_sealed, patient_session',
  );
  const people = await visitors(database, 300);
  const tapes = await recordings(database, path, people);
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  const touched = async () => {
    await client.query('SELECT pg_stat_force_next_flush()');
    const { rows } = await client.query<{ blocks: string }>(
      'SELECT blks_hit + blks_read AS blocks FROM pg_stat_database WHERE datname = $1',
      [database.name],
    );
    return Number(rows[0]?.blocks ?? 0);
  };
  let blocks = 0;
  await replay(database.webUrl, tapes, 600, 1, async (_backends, run) => {
    await settle();
    const before = await touched();
    await run();
    await settle();
    blocks = ((await touched()) - before) / 600;
  });
  await client.end();
  return blocks;
}

/** Backends hand in their counters when idle for a second. */
const settle = () => new Promise((done) => setTimeout(done, 1_500));

await main();
