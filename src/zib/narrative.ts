const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  deg: '°',
  micro: 'µ',
  plusmn: '±',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  bull: '•',
  le: '≤',
  ge: '≥',
};

const UNSEEN = /<(script|style|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const BREAKS =
  /<\/?(p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|caption|blockquote|pre|hr|br|section)\b[^>]*>/gi;
const CELLS = /<\/t[dh]\s*>\s*<t[dh]\b[^>]*>/gi;

/**
 * A narrative (`div` of XHTML) as plain paragraphs: what stood in blocks, lists and rows of tables, each by itself, cells
 * with a dash between. Its mark-up is gone: it is never put on a page. Empty for what says nothing.
 */
export function narrativeText(div: string | undefined): string[] {
  if (div === undefined) return [];
  return div
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(CELLS, ' – ')
    .replace(BREAKS, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) =>
      decoded(line)
        .replace(/[^\S\u00a0]+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );

/** Plain text of the source as paragraphs: an empty line parts them, a single line break stays one. */
export const paragraphsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
