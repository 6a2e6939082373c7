/** What a clinician can decide about a result as it stands (RE-02, RE-06). Pure. */
import type { ReleaseReason } from './rules';

export type Decision = 'released' | 'held' | 'withdrawn';

/** No release opens these: they are not for this portal, or there is nothing to show. */
const shut: ReadonlySet<ReleaseReason> = new Set([
  'never-shown',
  'technical',
  'gp-ordered',
  'before-record-start',
  'cancelled',
  'awaits-result',
]);

/** `at` is care time. */
export function possibleDecisions(
  result: { readonly visibleFrom: Date | null; readonly because: ReleaseReason; readonly status: string | null },
  at: Date,
): readonly Decision[] {
  if (shut.has(result.because) || result.status === 'entered-in-error') return [];
  if (result.visibleFrom !== null && result.visibleFrom <= at) return ['withdrawn'];
  return result.because === 'held' || result.because === 'withdrawn' ? ['released'] : ['released', 'held'];
}
