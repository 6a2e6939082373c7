import type { VNode } from 'preact';

/** What a route's handler gives back; the house turns it into HTML after the transaction has been committed. */
export type Reply = PageReply | RedirectReply | NotFoundReply | EmptyReply | DataReply | FileReply;

export interface PageReply {
  readonly kind: 'page';
  /** No patient's name: titles end up in histories. */
  readonly title: string;
  readonly body: VNode;
  readonly status: number;
  /** A form came back with errors. */
  readonly failed: boolean;
  /** Which menu entry is current, where the path does not tell. */
  readonly current?: string | undefined;
  /** Class of `<main>`. */
  readonly main?: string | false | undefined;
  /** After how many seconds a browser without JavaScript asks for the page again: something is being made. */
  readonly refresh?: number | undefined;
}
export interface RedirectReply {
  readonly kind: 'redirect';
  readonly to: string;
}
export interface NotFoundReply {
  readonly kind: 'not-found';
}
/** An island's request that was carried out. */
export interface EmptyReply {
  readonly kind: 'empty';
}

/** An island's question answered, as JSON; never anything of a record. */
export interface DataReply {
  readonly kind: 'data';
  readonly data: Readonly<Record<string, number>>;
}

/** Something to keep: a calendar file, a letter. It comes as a download and can run nothing. */
export interface FileReply {
  readonly kind: 'file';
  /** What the download is called: no patient's name, letters, digits, '.', '-' and '_' only. */
  readonly name: string;
  /** Its media type, with the charset where it is text. */
  readonly type: string;
  readonly content: string | Buffer;
}

export function page(
  title: string,
  body: VNode,
  options: { status?: number; failed?: boolean; current?: string; main?: string | false; refresh?: number } = {},
): PageReply {
  const { failed = false, status = failed ? 422 : 200, current, main, refresh } = options;
  return { kind: 'page', title, body, status, failed, current, main, refresh };
}

/** After a successful POST, or to where something lives. Own paths and configured sign-in hosts only. */
export const redirect = (to: string): RedirectReply => ({ kind: 'redirect', to });

/** What does not exist and what may not be read: the same answer. */
export const notFound: NotFoundReply = { kind: 'not-found' };

export const done: EmptyReply = { kind: 'empty' };

export const data = (values: DataReply['data']): DataReply => ({ kind: 'data', data: values });

/** Throws for a name that another system might read as something else: a mistake in the program. */
export function file(name: string, type: string, content: string | Buffer): FileReply {
  if (!/^[A-Za-z0-9_-]+(\.[A-Za-z0-9]+)+$/.test(name)) throw new Error(`no name for a download: ${name}`);
  return { kind: 'file', name, type, content };
}
