import { resolve } from 'node:path';
import { StartProblem } from '../process';
import { type Environment, environment, settingNames } from './environment';
import { readProviders, type SignInProvider } from './providers';

export type Mode = 'demo' | 'production';

/** Everything the surroundings tell the program. Made once by `loadConfig`, then passed on explicitly. */
export type Config = {
  mode: Mode;
  /** The project's folder: `db/migrations`, `dist/client` and the like are read from here. */
  root: string;
  /** Demo: the embedded database, generated keys and passwords, logs. */
  dataFolder: string;
  listen: { host: string; port: number };
  /** How an organisation's address is made: `{slug}` stands for its slug. Links in mail come from here, never from Host. */
  publicUrl: string;
  /** Addresses or networks of proxies whose forwarding headers are believed. */
  trustedProxies: string[];
  /** Read with `loadKeys` (production) or `loadOrCreateKeys` (demo) of platform/keys. */
  keysFile: string;
  /** Ask `databaseUrl(config, login)`: it names the setting that is missing. */
  database: { owner?: string; web?: string; worker?: string };
  /** Production: by organisation. The demo's are made by `signInProvider`. */
  providers: { digid: Record<string, SignInProvider>; staff: Record<string, SignInProvider> };
  /** Only in the demo: what stands in for the outside world. */
  simulators?: { digid: number; staff: number };
  /** Only in the demo: the instant at which the care clock starts. */
  careTime?: Date;
  /** Only in the demo: how many invented people each organisation gets beside those with a story. */
  demoPatients?: number;
  log: { level: 'debug' | 'info' | 'warn' | 'error'; file?: string };
};

/**
 * Reads the settings from environment variables. Empty variables count as absent. Throws one `StartProblem` that names
 * every variable that is wrong and says what it must be.
 */
export function loadConfig(variables: Record<string, string | undefined>, root: string): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw refusal(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const providers = readProviders(given);
  const problems = [
    ...providers.problems,
    ...(parsed.data.INZAGE_MODE === 'production' ? productionProblems(parsed.data, given) : demoProblems(parsed.data)),
  ];
  if (problems.length > 0) throw refusal(problems);
  return { ...build(parsed.data, root), providers: { digid: providers.digid, staff: providers.staff } };
}

function build(env: Environment, root: string): Omit<Config, 'providers'> {
  const demo = env.INZAGE_MODE === 'demo';
  const dataFolder = resolve(root, env.INZAGE_DATA);
  const owner = env.DATABASE_OWNER_URL ?? (demo ? env.DATABASE_URL : undefined);
  const web = env.DATABASE_WEB_URL ?? (demo ? undefined : env.DATABASE_URL);
  return {
    mode: env.INZAGE_MODE,
    root,
    dataFolder,
    listen: { host: env.INZAGE_HOST, port: env.INZAGE_PORT },
    publicUrl: env.INZAGE_PUBLIC_URL ?? `http://{slug}.localhost:${env.INZAGE_PORT}`,
    trustedProxies: env.INZAGE_TRUSTED_PROXIES,
    keysFile: resolve(root, env.INZAGE_KEYS_FILE ?? resolve(dataFolder, 'keys.json')),
    database: {
      ...(owner && { owner }),
      ...(web && { web }),
      ...(env.DATABASE_WORKER_URL && { worker: env.DATABASE_WORKER_URL }),
    },
    ...(demo && {
      simulators: {
        digid: env.INZAGE_SIMULATOR_PORT ?? 3001,
        staff: env.INZAGE_STAFF_SIMULATOR_PORT ?? 3002,
      },
      ...(env.INZAGE_CARE_TIME && { careTime: env.INZAGE_CARE_TIME }),
      demoPatients: env.INZAGE_DEMO_PATIENTS ?? 2_000,
    }),
    log: {
      level: env.INZAGE_LOG,
      ...(demo && { file: resolve(dataFolder, 'inzage.log') }),
    },
  };
}

const DEMO_ONLY = [
  'INZAGE_CARE_TIME',
  'INZAGE_DEMO_PATIENTS',
  'INZAGE_SIMULATOR_PORT',
  'INZAGE_STAFF_SIMULATOR_PORT',
] as const;

function productionProblems(env: Environment, given: Record<string, unknown>): string[] {
  const problems: string[] = DEMO_ONLY.filter((name) => given[name] !== undefined).map(
    (name) => `${name} is for the demonstration only: remove it`,
  );
  if (!env.INZAGE_PUBLIC_URL)
    problems.push('INZAGE_PUBLIC_URL is missing: give the address, like https://{slug}.example.nl');
  else if (!env.INZAGE_PUBLIC_URL.startsWith('https://')) problems.push('INZAGE_PUBLIC_URL must begin with https://');
  if (!env.INZAGE_KEYS_FILE) problems.push('INZAGE_KEYS_FILE is missing: give the path of the key file');
  // A setting that is misspelt would silently not be in force.
  const unknown = Object.keys(given).filter((name) => name.startsWith('INZAGE_') && !settingNames.test(name));
  return [...problems, ...unknown.map((name) => `${name} is not a setting of this program`)];
}

function demoProblems(env: Environment): string[] {
  const ports = [env.INZAGE_PORT, env.INZAGE_SIMULATOR_PORT ?? 3001, env.INZAGE_STAFF_SIMULATOR_PORT ?? 3002];
  if (new Set(ports).size === ports.length) return [];
  return ['INZAGE_PORT, INZAGE_SIMULATOR_PORT and INZAGE_STAFF_SIMULATOR_PORT must be three different ports'];
}

function refusal(problems: string[]): StartProblem {
  return new StartProblem(`The settings are not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
}
