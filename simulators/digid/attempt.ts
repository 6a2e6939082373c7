import { randomInt } from 'node:crypto';
import type { Means, Person } from '../people';

/** How far somebody is with one attempt to sign in. Kept in the simulator, never in the browser. */
export type Attempt = {
  means?: Means;
  person?: Person;
  code?: { digits: string; sentAt: Date };
  /** Wrong codes or PINs so far. */
  mistakes: number;
  /** True when everything that the chosen means asks was right. */
  proven: boolean;
};

export const PIN = '12345';
const MOST_MISTAKES = 3;
const CODE_LIFE = 10 * 60 * 1000;

export const newAttempt = (): Attempt => ({ mistakes: 0, proven: false });

export function newCode(now: Date): { digits: string; sentAt: Date } {
  return { digits: String(randomInt(1_000_000)).padStart(6, '0'), sentAt: now };
}

/** What the typed code is worth; also counts a mistake. An expired code is no mistake of the person. */
export function checkCode(attempt: Attempt, typed: string, now: Date): 'right' | 'wrong' | 'expired' {
  if (!attempt.code || now.getTime() - attempt.code.sentAt.getTime() >= CODE_LIFE) return 'expired';
  if (typed.replace(/\s/g, '') === attempt.code.digits) return 'right';
  attempt.mistakes += 1;
  return 'wrong';
}

/** Makes the code as old as one that nobody can use any more. */
export function expireCode(attempt: Attempt): void {
  if (attempt.code) attempt.code.sentAt = new Date(attempt.code.sentAt.getTime() - CODE_LIFE);
}

export function checkPin(attempt: Attempt, typed: string): boolean {
  if (typed.replace(/\s/g, '') === PIN) return true;
  attempt.mistakes += 1;
  return false;
}

export function triesLeft(attempt: Attempt): number {
  return MOST_MISTAKES - attempt.mistakes;
}
