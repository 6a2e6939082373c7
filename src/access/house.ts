import type { Pool } from '../platform/database';
import type { Clock } from '../platform/time';
import type { AccessPolicy } from './decide';

/** What the doors need of the program: its web login, its two clocks and the organisation's policy in force. */
export interface House {
  readonly pool: Pool;
  /** Ages, release, deadlines, 'today'. The demo may move it. */
  readonly careClock: Clock;
  /** Sessions, tokens, the log. */
  readonly wallClock: Clock;
  readonly accessPolicy: (organisation: string) => AccessPolicy;
}

/** A door that stays shut. Readers see a page that does not exist; the reason is for the log and for the own record. */
export interface Refusal {
  readonly refused: true;
  readonly because: string;
}

export const refusal = (because: string): Refusal => ({ refused: true, because });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
