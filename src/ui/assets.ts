import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The client programs: each is one stylesheet and one module script. */
export type Entry = 'portal' | 'staff' | 'simulator' | 'gallery';

/** Addresses of what the browser gets, with a hash of the content in the name: they may be cached for a year. */
export interface Assets {
  styles(entry: Entry): string[];
  script(entry: Entry): string;
  icons: string;
  /** The font to load before it is asked for: the letters of the page's direction. */
  font(direction: 'ltr' | 'rtl'): string;
}

interface Chunk {
  file: string;
  css?: string[];
}
export type Manifest = Record<string, Chunk>;

const FONTS = {
  ltr: 'node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  rtl: 'node_modules/@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
};

/** Assets of a client build. Without a manifest (unit tests) plain names stand in for the hashed ones. */
export function assetsOf(manifest: Manifest | undefined): Assets {
  const file = (source: string, plain: string): string => `/${manifest?.[source]?.file ?? `assets/${plain}`}`;
  return {
    styles: (entry) => (manifest?.[`client/${entry}.ts`]?.css ?? [`assets/${entry}.css`]).map((path) => `/${path}`),
    script: (entry) => file(`client/${entry}.ts`, `${entry}.js`),
    icons: file('client/icons.svg', 'icons.svg'),
    font: (direction) => file(FONTS[direction], direction === 'ltr' ? 'latin.woff2' : 'arabic.woff2'),
  };
}

/** The folder of the client build: beside package.json, wherever the program itself was built to. */
export function clientFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist', 'client');
}

let loaded: Assets | undefined;

/** The assets of this installation, read once. */
export function assets(): Assets {
  if (loaded === undefined) {
    const path = join(clientFolder(), '.vite', 'manifest.json');
    loaded = assetsOf(existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : undefined);
  }
  return loaded;
}
