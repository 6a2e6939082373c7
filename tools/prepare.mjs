// Gets a clone ready to run: packages and built programs. Needs nothing but Node 20 and npm.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What keeps us from going on, as a sentence for the terminal. */
export class Problem extends Error {}

/** @type {(path: string) => string} */
const inRoot = (path) => join(ROOT, path);

/**
 * Installs the packages when they are not those of package-lock.json. `say` hears that it takes long.
 * @param {(line: string) => void} say
 */
export function install(say) {
  if (isInstalled()) return;
  say('Installing packages (npm ci; about a minute) …');
  // Not the Node and npm of the folder that is about to be replaced.
  const path = outsidePath();
  const result = spawnSync(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: ROOT,
      env: { ...process.env, PATH: path, NODE_ENV: 'development' },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (result.error) throw new Problem(`npm could not be started (${result.error.message}). Install npm and try again.`);
  if (result.status !== 0) {
    throw new Problem(
      'The packages could not be installed: see what npm says above. Is the npm registry reachable? Then try again.',
    );
  }
  if (!isInstalled())
    throw new Problem(
      'npm has finished, but the packages are not those of package-lock.json. Run "npm ci" and look at what it says.',
    );
}

/** Every package of the lock file is there in its version; those for other platforms may be absent. */
export function isInstalled() {
  const wanted = packagesIn(inRoot('package-lock.json'));
  const present = packagesIn(inRoot('node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, os, cpu, libc }]) => {
    if (path === '' || present[path]?.version === version) return true;
    // npm decides which libc and which optional parts fit; we only insist on what is meant for this platform.
    return (
      optional === true &&
      (libc !== undefined || (os ?? cpu) === undefined || !(fits(os, process.platform) && fits(cpu, process.arch)))
    );
  });
}

/** @param {string | string[] | undefined} allowed  @param {string} own */
function fits(allowed, own) {
  return allowed === undefined || [allowed].flat().includes(own);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The PATH without this project's own commands, which npm puts first. */
function outsidePath() {
  const own = inRoot('node_modules') + sep;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !(folder + sep).startsWith(own))
    .join(delimiter);
}

/** The Node that runs the program: 24 from the packages, or the one that runs us when it is as new. */
export function programNode() {
  const installed = inRoot('node_modules/.bin/node');
  if (existsSync(installed)) return installed;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Problem(
    `There is no Node 24 for ${process.platform} on ${process.arch} among the packages. Install Node 24 and start again with it.`,
  );
}

const SOURCES = ['src', 'client', 'simulators', 'locales', 'organisations', 'db', 'tools'];
const SOURCE_FILES = ['package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const STAMP = 'dist/stamp';
const ASIDE = 'node_modules/.cache/inzage-build';

/**
 * Builds server and client when a source changed since the last build (by content: a clone, a copy or another branch
 * with the same files need no new build). Built aside and then put in place as a whole: two that start at once, or one
 * that is cut off, never leave half a build.
 * @param {(line: string) => void} say
 */
export async function build(say) {
  const wanted = sourcesHash();
  if (isBuilt(wanted)) return;
  say('Building …');
  removeAbandoned();
  const aside = inRoot(`${ASIDE}-${process.pid}`);
  try {
    await Promise.all([
      vite('server', ['--outDir', join(aside, 'server')]),
      vite('client', ['--mode', 'client', '--outDir', join(aside, 'client')]),
    ]);
    writeFileSync(join(aside, 'stamp'), wanted);
    putInPlace(aside, wanted);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** @param {string} wanted */
function isBuilt(wanted) {
  return existsSync(inRoot(STAMP)) && readFileSync(inRoot(STAMP), 'utf8') === wanted;
}

/** @param {string} aside @param {string} wanted */
function putInPlace(aside, wanted) {
  if (isBuilt(wanted)) return;
  const former = `${aside}-former`;
  try {
    if (existsSync(inRoot('dist'))) renameSync(inRoot('dist'), former);
    renameSync(aside, inRoot('dist'));
  } catch (error) {
    // Another start put its own in place between our two steps; it is the same when its stamp is.
    if (!isBuilt(wanted)) throw error;
  } finally {
    rmSync(former, { recursive: true, force: true });
  }
}

/** What builds that were killed have left behind. */
function removeAbandoned() {
  const folder = dirname(inRoot(ASIDE));
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(/^inzage-build-(\d+)/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The measurements, beside the programs that they measure. */
export const buildBench = () => vite('bench', ['--mode', 'bench']);

/** @param {string} part  @param {string[]} options */
function vite(part, options) {
  const command = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  return new Promise((done, failed) => {
    const child = spawn(programNode(), [command, 'build', '--logLevel', 'warn', '--emptyOutDir', ...options], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', failed);
    child.on('exit', (status) => {
      if (status === 0) done(undefined);
      else failed(new Problem(`The ${part} could not be built:\n${output}`));
    });
  });
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of [...SOURCE_FILES, ...SOURCES.flatMap(filesUnder)].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path);
    return /\.test\.tsx?$/.test(entry.name) || !entry.isFile() ? [] : [path];
  });
}
