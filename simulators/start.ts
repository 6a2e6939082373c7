import { StartProblem } from '../src/platform/process';
import { type Clock, systemClock } from '../src/platform/time';
import type { PortalSetting } from './clients';
import { startDigid } from './digid';
import type { Person } from './people';
import { startStaffLogin } from './staff-login';

export type StartOptions = PortalSetting & {
  /** How the installation runs; with 'production', or without saying so, no simulator starts. */
  mode: string;
  digidPort: number;
  staffPort: number;
  people: readonly Person[];
  /** The browser's part as built (`dist/client`); without it the pages are plain. */
  clientFolder?: string;
  clock?: Clock;
  /** Gets a line when something is wrong. */
  log?(line: string): void;
};

export type Simulators = { digidIssuer: string; staffIssuer: string; close(): Promise<void> };

/**
 * Starts the simulated DigiD and the simulated staff-login. Rejects with a `StartProblem` in production and with
 * the system's error when a port is taken; then nothing is left running.
 */
export async function start(options: StartOptions): Promise<Simulators> {
  if (!options.mode || options.mode === 'production') {
    // Whoever simulates sign-in lets anybody in as anybody: never beside real records.
    throw new StartProblem('The simulators do not start in production, nor when INZAGE_MODE is not set.');
  }
  const { portalOrigin, jwksUri, people, clientFolder = 'dist/client', clock = systemClock, log = () => {} } = options;
  const common = { portalOrigin, jwksUri, clientFolder, clock, log };
  const digid = await startDigid({ ...common, port: options.digidPort, people });
  try {
    const staff = await startStaffLogin({ ...common, port: options.staffPort });
    return {
      digidIssuer: digid.issuer,
      staffIssuer: staff.issuer,
      close: async () => {
        await Promise.all([digid.close(), staff.close()]);
      },
    };
  } catch (error) {
    await digid.close();
    throw error;
  }
}
