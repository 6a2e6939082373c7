import { defineConfig } from 'vitest/config';

/**
 * The whole program as somebody starts it, and what happens when parts of it are taken away. One file at a time: each
 * starts processes on ports of its own.
 */
export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: {
    name: 'faults',
    root: import.meta.dirname,
    include: process.env.INZAGE_PROVE ? ['../prove/**/*.test.ts'] : ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
