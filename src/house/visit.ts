import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Organisation } from '../organisations';
import type { Typed } from '../platform/forms';
import type { Language, Translate } from '../platform/i18n';
import type { Program } from './program';

/** One request, as a room sees it. */
export interface Visit {
  readonly program: Program;
  readonly organisation: Organisation;
  readonly language: Language;
  readonly t: Translate;
  readonly method: 'GET' | 'POST';
  /** Path and query as asked for. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly address: string;
  /** Where the open record's pages begin: '' (own), '/namens/<id>' or '/werkplek/patient/<id>'. */
  readonly base: string;
  /** A link within the open record. */
  to(path: string): string;
  /** What was kept of this form, for this person and record, when the session ended. */
  readonly draft: Typed | undefined;
  /** For sign-in alone: cookies are written on it. */
  readonly raw: { readonly request: FastifyRequest; readonly reply: FastifyReply };
}
