import { randomBytes } from 'node:crypto';

/** What somebody can name on the phone so that we find the error in the log: no vowels, so no words. */
export function problemReference(): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
  return [...randomBytes(8)].map((byte) => letters[byte % letters.length]).join('');
}
