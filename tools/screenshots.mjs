// `npm run screenshots`: takes the pictures of README.md from the running program, into docs/pictures.
import { spawn } from 'node:child_process';
import { ensureChromium } from './chromium.mjs';
import { install, Problem, programNode, ROOT } from './prepare.mjs';

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

try {
  install(say);
  const child = spawn(
    programNode(),
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/pictures/playwright.config.ts'],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: ensureChromium(say) } },
  );
  child.on('exit', (status) => {
    process.exitCode = status ?? 1;
  });
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  say(error.message);
  process.exitCode = 1;
}
