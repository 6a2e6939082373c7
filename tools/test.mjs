// `npm test`, `npm run prove` and `npm run bench`: every check of the project, with one sum at the end.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { build, buildBench, install, programNode, ROOT } from './prepare.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, run: () => Promise<Counts> }} Step
 */

const REPORTS = join(ROOT, 'test-results/reports');
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

/** @param {string} what 'test', 'prove' or 'bench' */
export async function main(what) {
  try {
    install(say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return finish([{ passed: 0, failed: 1, skipped: 0 }]);
  }
  if (what === 'bench') {
    await build(say);
    await buildBench();
    process.exitCode = await command(['dist/server/bench.js'], {});
    return;
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const steps = what === 'prove' ? proofs() : tests();
  /** @type {Counts[]} */
  const counts = [];
  for (const { name, run } of steps) {
    const began = performance.now();
    say(`\n── ${name}`);
    const count = await run();
    counts.push(count);
    say(`── ${name}: ${sentence(count)} (${Math.round((performance.now() - began) / 1000)} s)`);
  }
  finish(counts);
}

/** @returns {Step[]} */
function tests() {
  return [
    { name: 'types', run: () => check(['node_modules/typescript/bin/tsc', '--noEmit']) },
    {
      name: 'lint',
      run: () => check(['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.']),
    },
    { name: 'structure', run: () => check(['tools/structure.mjs']) },
    { name: 'unit', run: () => vitest('unit', ['--project', 'unit']) },
    { name: 'database', run: () => vitest('database', ['--project', 'database']) },
    { name: 'build', run: built },
    { name: 'start and faults', run: () => vitest('faults', ['--config', 'tests/faults/vitest.config.ts']) },
    { name: 'browser', run: browser },
  ];
}

/** The same tests with full counts, and those that take too long for every day. @returns {Step[]} */
function proofs() {
  process.env.INZAGE_PROVE = '1';
  return [
    { name: 'unit, full counts', run: () => vitest('unit', ['--project', 'unit']) },
    { name: 'database, full counts', run: () => vitest('database', ['--project', 'database']) },
    { name: 'build', run: built },
    { name: 'kills under load', run: () => vitest('prove', ['--config', 'tests/faults/vitest.config.ts']) },
    { name: 'browser, all widths', run: browser },
  ];
}

/** One check that holds or does not. @param {string[]} args @returns {Promise<Counts>} */
async function check(args) {
  const held = (await command(args, {})) === 0;
  return { passed: held ? 1 : 0, failed: held ? 0 : 1, skipped: 0 };
}

/** What the tests of the whole program run on. @returns {Promise<Counts>} */
async function built() {
  try {
    await build(say);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {string} name @param {string[]} options @returns {Promise<Counts>} */
async function vitest(name, options) {
  const report = join(REPORTS, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await command(
    ['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...options, ...reporters],
    {},
  );
  const found = readReport(report);
  return atLeastOneFailure(status, {
    passed: found?.numPassedTests ?? 0,
    failed: found?.numFailedTests ?? 0,
    skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
  });
}

/** @returns {Promise<Counts>} */
async function browser() {
  let chromium;
  try {
    chromium = ensureChromium(say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = join(REPORTS, 'browser.json');
  const status = await command(
    ['node_modules/@playwright/test/cli.js', 'test', '--pass-with-no-tests', '--reporter=line,json'],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  const stats = readReport(report)?.stats;
  return atLeastOneFailure(status, {
    passed: stats?.expected ?? 0,
    // A test that only holds at the second attempt does not hold.
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/** A file that cannot be read at all is no failed test to the runners, only a status. @param {number} status @param {Counts} counts */
function atLeastOneFailure(status, counts) {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs one of our tools with the program's Node; its output is ours.
 * @param {string[]} args @param {Record<string, string>} env @returns {Promise<number>}
 */
function command(args, env) {
  return new Promise((done) => {
    const child = spawn(programNode(), args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      say(error.message);
      done(1);
    });
    child.on('close', (status) => done(status ?? 1));
  });
}

/** @param {Counts} counts */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The closing line, alone on its line. @param {Counts[]} counts */
function finish(counts) {
  const sum = counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  say(`\n${sentence(sum)}`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}
