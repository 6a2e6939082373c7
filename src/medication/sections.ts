/** Under which headings medicines stand, in this order. */
import type { TextKey } from '../platform/i18n';
import type { MedicineState } from './medicine';

export const sections: readonly { id: string; states: readonly MedicineState[]; heading: TextKey }[] = [
  { id: 'niet', states: ['never'], heading: 'medication.never' },
  { id: 'nu', states: ['current'], heading: 'medication.current' },
  { id: 'tijdelijk-gestopt', states: ['paused'], heading: 'medication.paused' },
  { id: 'binnenkort', states: ['coming'], heading: 'medication.coming' },
  { id: 'gekregen', states: ['loose'], heading: 'medication.loose' },
  { id: 'eerder', states: ['past'], heading: 'medication.past' },
];
