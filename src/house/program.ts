import type { Logger } from 'pino';
import type { House, SessionLimits } from '../access';
import type { Bilingual, Organisation, Organisations } from '../organisations';
import type { Config } from '../platform/config';
import type { Pool } from '../platform/database';
import type { Keys } from '../platform/keys';
import type { Clock } from '../platform/time';

/** The running web program, made once in web.ts and handed to every route. */
export interface Program extends House {
  readonly config: Config;
  readonly pool: Pool;
  readonly careClock: Clock;
  readonly wallClock: Clock;
  readonly organisations: Organisations;
  readonly keys: Keys;
  readonly log: Logger;
  /** IN-12: after how long a session ends. */
  sessionLimits(organisation: Organisation): SessionLimits;
  /** IN-03: why and where a BSN is verified, in the organisation's words. */
  howToVerify(organisation: Organisation): Bilingual;
  /** Origins of sign-in providers that a form of this organisation may lead to. */
  formTargets(organisation: Organisation): readonly string[];
}
