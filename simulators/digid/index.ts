import { clientsOf } from '../clients';
import { noticePage } from '../page';
import type { Person } from '../people';
import { createPhone } from '../phone';
import { runSimulator, type Simulator, type SimulatorSetting } from '../simulator';
import { sayIn } from '../texts';
import { DIGID_CLIENT, digidPages } from './flow';
import { acrValues } from './levels';

/** What a BSN is called in OpenID NLGov's `sub_id_type`. */
const LEGACY_BSN = 'urn:nl-eid-gdi:1.0:id:legacy-BSN';

/**
 * A provider that answers as DigiD does over OpenID Connect: an encrypted token with a BSN, the level, and nothing
 * else about the person.
 */
export function startDigid(setting: SimulatorSetting & { people: readonly Person[] }): Promise<Simulator> {
  const say = sayIn('nl');
  return runSimulator(setting, {
    clients: clientsOf(setting, {
      prefix: DIGID_CLIENT,
      path: '/inloggen/digid/terug',
      metadata: { id_token_encrypted_response_alg: 'RSA-OAEP', id_token_encrypted_response_enc: 'A256GCM' },
    }),
    acrValues,
    claims: ['sub_id_type'],
    claimsOf: (subject) => ({ sub: subject, sub_id_type: LEGACY_BSN }),
    errorPage: (sheets, code) =>
      noticePage({ kind: 'digid', language: 'nl', sheets }, say('refused-title'), say('refused-text', { code })),
    pages: (provider, sheets) => {
      const { people, clock } = setting;
      return digidPages(provider, { people, phone: createPhone(clock), sheets, clock });
    },
  });
}
