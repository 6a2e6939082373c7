/** Files of letters: what can be read, what can be kept, and what can only be named. Pure. */
import { textOf } from '../platform/json';
import { paragraphsOf } from '../zib';

/** One attachment of a document as it is read from the database, without a heavy file. */
export interface StoredFile {
  /** Counted from one, in the order of the source. */
  readonly number: number;
  readonly type: string | null;
  readonly title: string | null;
  /** How many characters of base64; null where the file is not here. */
  readonly size: number | null;
  /** The first few of them. */
  readonly head: string | null;
  /** All of it, for a text that is not too long. */
  readonly text: string | null;
}

/** text: shown · pdf: to keep · other: a type that is not opened here · absent: only its address is known. */
export type FileKind = 'text' | 'pdf' | 'other' | 'absent';

/** Longer texts are no letters. */
export const longestText = 400_000;

const isText = (type: string | null): boolean => /^text\/plain\b/i.test(type ?? '');

/** What can be done with a file. A PDF must begin as one: what it is called does not make it one. */
export function fileKind({ type, size, head, text }: StoredFile): FileKind {
  if (size === null || size === 0) return 'absent';
  if (isText(type) && text !== null) return 'text';
  return /^application\/pdf\b/i.test(type ?? '') && startsAsPdf(head) ? 'pdf' : 'other';
}

/** '%PDF-', after which all readers look. */
const startsAsPdf = (base64: string | null): boolean =>
  Buffer.from(base64 ?? '', 'base64')
    .toString('latin1')
    .startsWith('%PDF-');

/** The paragraphs of a text file; nothing in it is ever mark-up. */
export function textOfFile({ type, text }: StoredFile): string[] {
  if (text === null) return [];
  const latin = /charset="?(iso-8859-1|windows-1252|latin1)/i.test(type ?? '');
  const words = new TextDecoder(latin ? 'windows-1252' : 'utf-8').decode(Buffer.from(text, 'base64'));
  return paragraphsOf(words.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''));
}

/** About how many bytes, of base64. */
export const bytesOf = (size: number): number => Math.floor((size * 3) / 4);

/** '120 kB', '1,2 MB': for people, so in thousands. */
export function sizeParts(bytes: number): { readonly number: number; readonly unit: 'kB' | 'MB' } {
  if (bytes < 1_000_000) return { number: Math.max(1, Math.round(bytes / 1000)), unit: 'kB' };
  return { number: Math.round(bytes / 100_000) / 10, unit: 'MB' };
}

/** What a download is called: never a person's name, and nothing that another system reads as something else. */
export const downloadName = (date: string | undefined, number: number): string =>
  `brief${/^\d{4}(-\d\d){0,2}/.exec(date ?? '') === null ? '' : `-${(date ?? '').slice(0, 10)}`}-${number}.pdf`;

/** 'Word-document' for a person says more than a media type; one that is not known is named as it came. */
export function typeName(type: string | null): 'word' | 'image' | 'web' | 'rtf' | 'cda' | 'pdf' | string {
  const media =
    textOf(type ?? undefined)
      ?.split(';')[0]
      ?.trim()
      .toLowerCase() ?? '';
  if (/msword|wordprocessingml|opendocument\.text/.test(media)) return 'word';
  if (media.startsWith('image/')) return 'image';
  if (media === 'text/html' || media === 'application/xhtml+xml') return 'web';
  if (/rtf$/.test(media)) return 'rtf';
  if (/xml$/.test(media)) return 'cda';
  if (media === 'application/pdf') return 'pdf';
  return media;
}
