/** What an independent reader (PDF.js) finds in a document: nothing of ours is asked what it meant. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Node {
  readonly role: string;
  readonly text: string;
  readonly lang?: string | undefined;
  /** What stands for what is drawn. */
  readonly alt?: string | undefined;
  readonly children: readonly Node[];
}

export interface ReadPdf {
  readonly pages: number;
  /** Document information and XMP metadata. */
  readonly title: string;
  readonly author: string;
  readonly language: string | undefined;
  readonly marked: boolean;
  /** The part of PDF/UA that the file says it keeps to. */
  readonly pdfua: string | undefined;
  readonly made: string;
  /** Readers show the title in place of the file's name. */
  readonly showsTitle: boolean;
  /** The structure tree, page by page, with the text that each element holds. */
  readonly tree: readonly Node[];
  /** All text in the order of the structure. */
  readonly text: string;
  /** Names of the letters, without the marks of a subset. */
  readonly fonts: readonly string[];
}

interface Struct {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly children?: readonly Struct[];
}

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const about = info as Record<string, unknown>;
  const tree: Node[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const struct = (await page.getStructTree()) as unknown as Struct | null;
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    if (struct !== null) tree.push(nodeOf(struct, wordsById(content.items as readonly Item[])));
  }
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const preferences = (await document.getViewerPreferences()) as unknown as ReadonlyMap<string, unknown> | null;
  const raw = Buffer.from(pdf).toString('latin1');
  const read: ReadPdf = {
    pages: document.numPages,
    title: String(about.Title ?? ''),
    author: String(about.Author ?? ''),
    language: about.Language === undefined ? undefined : String(about.Language),
    marked: marks?.get('Marked') === true && marks.get('Suspects') === false,
    pdfua: (metadata?.get('pdfuaid:part') as string | undefined) ?? undefined,
    made: String(about.CreationDate ?? ''),
    showsTitle: preferences?.get('DisplayDocTitle') === true,
    tree,
    text: tree.map(({ text }) => text).join('\n'),
    fonts: [...new Set([...raw.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name ?? ''))],
  };
  await task.destroy();
  return read;
}

/** Every element of a role, anywhere. */
export const all = (nodes: readonly Node[], role: string): Node[] =>
  nodes.flatMap((node) => [...(node.role === role ? [node] : []), ...all(node.children, role)]);

interface Item {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

function wordsById(items: readonly Item[]): Map<string, string> {
  const words = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps') open.push(id);
    else if (type === 'endMarkedContent') open.pop();
    const within = open.findLast((each) => each !== undefined);
    if (str !== undefined && within !== undefined)
      words.set(within, `${words.get(within) ?? ''}${str}${hasEOL ? '\n' : ''}`);
  }
  return words;
}

function nodeOf(struct: Struct, words: Map<string, string>): Node {
  if (struct.type === 'content')
    return { role: 'content', text: (words.get(struct.id ?? '') ?? '').trim(), children: [] };
  const children = (struct.children ?? []).map((child) => nodeOf(child, words));
  const text = children
    .map((child) => child.text)
    .filter(Boolean)
    .join(' ');
  return {
    role: struct.role ?? '',
    text,
    lang: struct.lang,
    alt: struct.alt,
    children: children.filter(({ role }) => role !== 'content'),
  };
}
