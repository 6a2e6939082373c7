import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ownStyles from './simulator.css?raw';

const types: Record<string, string> = { css: 'text/css', woff2: 'font/woff2', svg: 'image/svg+xml' };
const OWN = '/assets/simulator-pages.css';

/** Addresses of the style sheets: the simulators' own, and the portal's for simulators when that has been built. */
export function styleSheets(clientFolder: string): string[] {
  const manifest = join(clientFolder, '.vite/manifest.json');
  if (!existsSync(manifest)) return [OWN];
  const entries = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { css?: string[] }>;
  return [OWN, ...(entries['client/simulator.ts']?.css ?? []).map((file) => `/${file}`)];
}

/** A style sheet or font by its address; undefined when there is no such file, or it is of another kind. */
export function asset(clientFolder: string, path: string): { type: string; body: Buffer | string } | undefined {
  if (path === OWN) return { type: 'text/css', body: ownStyles };
  const name = /^\/assets\/([\w-][\w.-]*\.(css|woff2|svg))$/.exec(path);
  const type = name?.[2] && types[name[2]];
  if (!name?.[1] || !type) return undefined;
  const file = join(clientFolder, 'assets', name[1]);
  return existsSync(file) ? { type, body: readFileSync(file) } : undefined;
}
