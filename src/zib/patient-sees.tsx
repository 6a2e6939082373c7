import type { Visit } from '../house';
import { recordPolicy, recordStart } from '../organisations';
import { formatDate } from '../platform/time';
import { CellNote, VisibilityCell } from '../ui';
import type { AnyEntry } from './entries';

export type Visibility = 'on' | 'wait' | 'kept' | 'before-start' | 'never';

/** Whether the patient's side sees an entry at a moment of care time, and if not, why. Pure. */
export function visibilityOf(
  entry: Pick<AnyEntry, 'visibleFrom' | 'keptFrom' | 'effectiveOn' | 'location'>,
  start: string | undefined,
  at: Date,
): Visibility {
  if (entry.keptFrom.includes('patient')) return 'kept';
  if (entry.visibleFrom !== null) return entry.visibleFrom <= at ? 'on' : 'wait';
  return start !== undefined && entry.effectiveOn !== null && entry.effectiveOn < start ? 'before-start' : 'never';
}

const LOOK = { on: 'on', wait: 'wait', kept: 'held', 'before-start': 'never', never: 'never' } as const;

/** For the care team, beside each entry: whether and from when the patient sees it, and from whom it is kept apart. */
export function PatientSees({ visit, entry, at }: { visit: Visit; entry: AnyEntry; at: Date }) {
  const { t, organisation } = visit;
  const start = recordStart(recordPolicy.of(organisation.policy), entry.location ?? undefined);
  const state = visibilityOf(entry, start, at);
  const date = entry.visibleFrom === null ? '' : formatDate(t.language, entry.visibleFrom);
  const others = entry.keptFrom.filter((kind) => kind === 'proxy' || kind === 'parent' || kind === 'legal');
  return (
    <>
      <VisibilityCell state={LOOK[state]}>{t(`zib.patient-sees-${state}`, { date })}</VisibilityCell>
      {state !== 'kept' &&
        others.map((kind) => <CellNote>{t(`zib.kept-from-${kind as 'proxy' | 'parent' | 'legal'}`)}</CellNote>)}
    </>
  );
}
