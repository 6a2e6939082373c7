import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** `npm run screenshots`: the pictures of README.md, taken from the running program. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/pictures',
  globalSetup: './start.ts',
  workers: 1,
  timeout: 120_000,
});
