import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Organisation } from '../organisations';
import { parseLanguage, texts } from '../platform/i18n';
import type { Program } from './program';
import type { Visit } from './visit';

export const languageCookie = 'taal';

function baseOf(params: Readonly<Record<string, string>>, path: string): string {
  const patient = params.patient;
  if (patient === undefined) return '';
  return path.startsWith('/werkplek/') ? `/werkplek/patient/${patient}` : `/namens/${patient}`;
}

const strings = (given: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((given ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/** What a request says, without anything that only a session knows. The chooser has no organisation. */
export function makeVisit(
  program: Program,
  organisation: Organisation | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Visit {
  const language = parseLanguage(request.cookies[languageCookie], request.headers['accept-language'], {
    pseudo: program.config.mode !== 'production',
  });
  const params = strings(request.params);
  const base = baseOf(params, request.url);
  return {
    program,
    // The chooser's only route never asks for it.
    organisation: organisation as Organisation,
    language,
    t: texts(language),
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: request.url,
    query: strings(request.query),
    params,
    body: request.body,
    address: request.ip,
    base,
    to: (path) => `${base}${path}`,
    draft: undefined,
    raw: { request, reply },
  };
}
