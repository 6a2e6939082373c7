import { defineConfig } from '@playwright/test';
import { portsOfThisRun } from './tests/support/ports';

const root = process.getuid?.() === 0;

// Chosen once by the runner; its workers inherit it.
process.env.INZAGE_E2E_PORT ??= String(portsOfThisRun(2).web);

/** The first of the three ports of the program in the browser tests. */
export const FIRST_PORT = Number(process.env.INZAGE_E2E_PORT);

/**
 * The whole program in a real browser. It is started once on ports and a data folder of its own; `*.localhost` is
 * resolved by Chromium itself.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  globalSetup: './tests/support/browser-program.ts',
  workers: 2,
  // Generous: a busy machine is not a mistake.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL: `http://duinzicht.localhost:${FIRST_PORT}`,
    browserName: 'chromium',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      // Chromium's own sandbox does not work as root.
      args: root ? ['--no-sandbox'] : [],
    },
  },
});
