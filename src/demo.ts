import { type Config, organisationOrigin } from './platform/config';

/** Loads the four organisations of the demonstration into an empty database. */
export async function loadDemo(_config: Config): Promise<void> {}

/** Where to go and as whom to sign in. */
export function demoTable(config: Config): string {
  return `Open ${organisationOrigin(config, 'duinzicht')}`;
}
