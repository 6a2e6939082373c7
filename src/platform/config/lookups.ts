import { join } from 'node:path';
import { StartProblem } from '../process';
import type { Config } from './config';
import type { SignInProvider } from './providers';

export type { SignInProvider } from './providers';
export type DatabaseLogin = 'owner' | 'web' | 'worker';

/** The origin of an organisation's portal, like `https://duinzicht.example.nl`: for links, redirects and Host. */
export function organisationOrigin(config: Pick<Config, 'publicUrl'>, slug: string): string {
  return config.publicUrl.replace('{slug}', slug);
}

/**
 * The sign-in provider of an organisation: from the settings, in the demo the simulator. Undefined where an organisation
 * has none.
 */
export function signInProvider(
  config: Pick<Config, 'providers' | 'simulators'>,
  kind: 'digid' | 'staff',
  slug: string,
): SignInProvider | undefined {
  const given = config.providers[kind][slug];
  if (given || !config.simulators) return given;
  return {
    issuer: `http://localhost:${config.simulators[kind]}`,
    clientId: kind === 'digid' ? `inzage-${slug}` : `inzage-werkplek-${slug}`,
  };
}

const SETTING: Record<DatabaseLogin, { demo: string; production: string }> = {
  owner: { demo: 'DATABASE_URL', production: 'DATABASE_OWNER_URL' },
  web: { demo: 'DATABASE_WEB_URL', production: 'DATABASE_URL' },
  worker: { demo: 'DATABASE_WORKER_URL', production: 'DATABASE_WORKER_URL' },
};

/** The database address of a login. A `StartProblem` names the setting that is missing. */
export function databaseUrl(config: Pick<Config, 'database' | 'mode'>, login: DatabaseLogin): string {
  const url = config.database[login];
  if (url) return url;
  throw new StartProblem(
    `${SETTING[login][config.mode]} is missing: give the database address of the ${login} login, like ` +
      `postgresql://inzage_${login}:…@host/inzage.`,
  );
}

/** Demo only: where it stands that care time was moved. */
export const clockFile = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'clock.json');
