import type { SummaryPart } from '../house';
import { allMedicines, namesIn } from './store';
import { Name, useInWords } from './words';

/** DO-01: the medicines that are used now, with how. */
export const medicationSummary: SummaryPart = {
  id: 'medication',
  order: 40,
  label: 'medication.title',
  path: '/medicijnen',
  right: 'medication',
  none: 'summary.none-medication',
  most: 16,
  async load(record, visit) {
    const opened = record.having('medication');
    const medicines = opened === undefined ? [] : await allMedicines(opened);
    const current = medicines.filter(({ state }) => state === 'current');
    const names = opened && (await namesIn(opened, current));
    const days = current.flatMap(({ lead }) => lead.entry.effectiveOn ?? []).sort();
    const prescribers = current.flatMap(({ lead }) => names?.of(lead.prescriber, lead.entry.content) ?? []);
    return {
      facts: current.map((medicine) => ({
        title: <Name t={visit.t} of={medicine} />,
        sub: useInWords(visit.t, medicine),
      })),
      sources: [...new Set(prescribers)],
      oldest: days[0] ?? null,
      newest: days.at(-1) ?? null,
    };
  },
};
