/** What of a record somebody may, in the order in which it is told. Pure. */
import type { RecordRight } from '../access';

/** Rights whose part of the portal is there to be read. A right without a page yet is not told of. */
export const toldRights = [
  'appointments',
  'results',
  'record',
  'medication',
  'documents',
  'personal',
  'proxies',
] as const satisfies readonly RecordRight[];

export type ToldRight = (typeof toldRights)[number];

export function mayAndMayNot(held: readonly RecordRight[]): { may: ToldRight[]; mayNot: ToldRight[] } {
  return {
    may: toldRights.filter((right) => held.includes(right)),
    mayNot: toldRights.filter((right) => !held.includes(right)),
  };
}

/** Everything that a proxy can ever hold (PR-03). */
const asProxy: readonly ToldRight[] = toldRights.filter((right) => right !== 'personal' && right !== 'proxies');

export const holdsAll = (held: readonly RecordRight[]): boolean => asProxy.every((right) => held.includes(right));
