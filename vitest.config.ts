import { defineConfig } from 'vitest/config';

/**
 * `unit` needs nothing; `database` starts one PostgreSQL on a memory file system and copies a template per test file;
 * `browser` runs the whole program with Chromium. Files say by their name which they are.
 */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.test.{ts,tsx}', 'simulators/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          exclude: ['**/*.db.test.*'],
        },
      },
      {
        test: {
          name: 'database',
          sequence: { groupOrder: 2 },
          include: ['src/**/*.db.test.{ts,tsx}', 'tests/database/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/postgres.ts'],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
