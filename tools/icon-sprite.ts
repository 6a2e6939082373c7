import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { ICON_NAMES } from '../src/ui/icon-names';

const require = createRequire(import.meta.url);

/** One icon as a symbol: Tabler's paths without the invisible square that each file starts with. */
function symbol(name: string): string {
  const svg = readFileSync(require.resolve(`@tabler/icons/outline/${name}.svg`), 'utf8');
  const shapes = svg
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '')
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
}

/** The whole sprite; colour, width and caps come from `.pp-icon`, which `<use>` passes on. */
export function iconSprite(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg">${[...ICON_NAMES].sort().map(symbol).join('')}</svg>`;
}

/** Puts the sprite into the client build, with a hash in its name and a line in the manifest. */
export function iconSpritePlugin(): Plugin {
  return {
    name: 'icon-sprite',
    buildStart() {
      this.emitFile({
        type: 'asset',
        name: 'icons.svg',
        originalFileName: 'client/icons.svg',
        source: iconSprite(),
      });
    },
  };
}
