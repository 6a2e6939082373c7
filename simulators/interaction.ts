import type Provider from 'oidc-provider';
import { type Organisation, organisations } from './organisations';
import type { PageRequest } from './server';
import { type SimulatorLanguage, simulatorLanguage } from './texts';

/** One request to sign in that is waiting for a person. */
export type Waiting = {
  uid: string;
  /** Address of its first page. */
  base: string;
  /** What comes after it in the address of this request: '' or '/code'. */
  step: string;
  organisation: Organisation;
  language: SimulatorLanguage;
  /** The levels asked, as they were asked. */
  acrValues: string[];
  /** Answers the portal: who it is, or an error code. */
  finish(result: { login: { accountId: string; acr?: string } } | { error: string }): Promise<'sent'>;
};

/**
 * The request to sign in that a page belongs to, by address and cookie together. Undefined when it is over, expired,
 * or another browser's.
 */
export async function waitingFor(provider: Provider, clientPrefix: string, request: PageRequest) {
  const [, uid = '', step = ''] = /^\/interactie\/([\w-]+)(\/[\w-]+)?$/.exec(request.path) ?? [];
  const { req, res } = request.raw;
  const details = uid && (await provider.interactionDetails(req, res).catch(() => undefined));
  if (!details || details.uid !== uid) return undefined;
  const { client_id: clientId, ui_locales: languages, acr_values: acr } = details.params;
  const organisation = organisations.find(({ slug }) => clientId === `${clientPrefix}${slug}`);
  if (!organisation) return undefined;
  const waiting: Waiting = {
    uid,
    base: `/interactie/${uid}`,
    step,
    organisation,
    language: simulatorLanguage(languages),
    acrValues: typeof acr === 'string' ? acr.split(' ') : [],
    finish: async (result) => {
      await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
      return 'sent';
    },
  };
  return waiting;
}
