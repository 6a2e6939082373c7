// package-lock.json must name the optional packages of every platform, or `npm ci` refuses the whole file. npm leaves
// out those that the registry at hand does not have. `node tools/lock.mjs` adds them after an `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

const FILE = join(ROOT, 'package-lock.json');

/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ name: string, version: string, dev: boolean }} Missing
 */

/** The optional packages that a package in the lock file asks for and the lock file does not have. */
export function missingFromLock() {
  const packages = read().packages;
  /** @type {Missing[]} */
  const missing = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`];
      if (!found && /^\d/.test(version)) missing.push({ name, version, dev: entry.dev === true });
    }
  }
  return missing;
}

/** @returns {{ packages: Record<string, Locked> }} */
function read() {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** A package for one platform says so in its name. @param {Missing} missing */
function entryFor({ name, version, dev }) {
  const os = ['android', 'darwin', 'freebsd', 'linux', 'win32'].find((word) => name.includes(word));
  const cpu = ['arm64', 'x64', 'arm', 'riscv64'].find((word) => name.split('-').includes(word));
  if (!os || !cpu) throw new Error(`${name} is missing in package-lock.json, and its name does not tell its platform`);
  const libc = name.includes('musl') ? { libc: ['musl'] } : {};
  return { version, cpu: [cpu], ...(dev && { dev }), ...libc, optional: true, os: [os] };
}

function complete() {
  const lock = read();
  for (const missing of missingFromLock()) lock.packages[`node_modules/${missing.name}`] = entryFor(missing);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) complete();
