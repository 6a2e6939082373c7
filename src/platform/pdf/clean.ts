/** Makes any text fit for a document: what no font has would make the compiler refuse the whole (PDF/UA asks for it). */
import type { DocumentModel } from './model';

const stand = '\u25a1';

/** Control characters other than a line end, unpaired halves of characters, and what is no character at all. */
const unusable = /[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/gu;
/**
 * Shown as nothing by themselves: soft hyphens, variation selectors, and the signs that turn the order of letters round
 * and could make a text say something else. The joiners of Arabic script stay.
 */
const invisible = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

export interface Cleaned {
  readonly model: DocumentModel;
  /** Whether a character was replaced. */
  readonly replaced: boolean;
}

/** The same document with every text in a form that the fonts can show. */
export function cleanModel(model: DocumentModel, has: (character: number) => boolean): Cleaned {
  let replaced = false;
  const character = (letter: string): string => {
    const code = letter.codePointAt(0) ?? 0;
    if (code === 0x0a || has(code)) return letter;
    replaced = true;
    return stand;
  };
  const text = (given: string): string =>
    given
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replaceAll('\t', '    ')
      .replace(invisible, '')
      .replace(unusable, (sign) => (sign === '\n' ? sign : stand))
      .replace(/[^\n]/gu, character);
  const walk = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') return key === 'mark' ? value : text(value);
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]));
    return value;
  };
  const cleaned = walk(model) as DocumentModel;
  return { model: cleaned, replaced };
}
