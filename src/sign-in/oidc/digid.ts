import { isBsn } from '../../people';
import { type DigidAssertion, type Level, signInFailure } from './assertion';
import { levelOfUri, reaches } from './levels';
import type { Profile } from './profile';

/** The kind of `sub` that is a BSN in clear (OpenID NLGov `sub_id_type`). */
const LEGACY_BSN = 'urn:nl-eid-gdi:1.0:id:legacy-BSN';

/**
 * DigiD over OpenID Connect (INTEROP §1.10): the token is encrypted for us because its subject is a BSN, and the
 * level in the answer must reach the one that is required. Only the BSN and the level are taken from it.
 */
export function digid(options: { level: Level }): Profile<DigidAssertion> {
  return {
    encryptedIdToken: true,
    level: options.level,
    read(claims, required = options.level) {
      if (claims.sub_id_type !== LEGACY_BSN) return signInFailure('failed', 'the subject is not a BSN');
      const { sub } = claims;
      if (typeof sub !== 'string' || !isBsn(sub)) return signInFailure('failed', 'the subject is not a valid BSN');
      // An answer on somebody's behalf is not asked for; to take it for the person's own would be a mix-up.
      if (claims.represents !== undefined) return signInFailure('failed', 'the answer is on behalf of another');
      const level = levelOfUri(claims.acr);
      if (!level) return signInFailure('level-too-low', 'the level in the answer is not known');
      if (!reaches(level, required)) return signInFailure('level-too-low', `${level} where ${required} is required`);
      return {
        kind: 'digid',
        bsn: sub,
        level,
        ...(typeof claims.sid === 'string' && { sessionIndex: claims.sid }),
      };
    },
  };
}
