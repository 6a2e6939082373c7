/** The letters of documents, read from the packages that bring them: nothing of the machine is used. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charactersOf } from './cmap';

const files = [
  '@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf',
  '@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf',
  '@expo-google-fonts/figtree/700Bold/Figtree_700Bold.ttf',
  '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  '@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
  '@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  // What the house's own letters lack: Greek and Cyrillic, signs, arrows.
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
];

/** In the order in which a letter is looked for. */
export const families: readonly string[] = ['Figtree', 'Vazirmatn', 'DejaVu Sans'];

export interface Fonts {
  readonly blobs: Buffer[];
  /** Whether a character can be shown, in every weight. */
  has(character: number): boolean;
}

export function loadFonts(): Fonts {
  const find = createRequire(import.meta.url);
  const blobs = files.map((file) => readFileSync(find.resolve(file)));
  const plain = new Set<number>();
  const bold = new Set<number>();
  for (const [index, blob] of blobs.entries()) {
    const into = files[index]?.includes('old') ? bold : plain;
    for (const character of charactersOf(blob)) into.add(character);
  }
  return { blobs, has: (character) => plain.has(character) && bold.has(character) };
}
