import type { RecordSection } from '../house';
import { allMedicines } from './store';
import { Name, useInWords } from './words';

const most = 4;

/** DO-02: medicines on the index of the record, those in use. */
export const medicationSection: RecordSection = {
  id: 'medication',
  order: 30,
  icon: 'pill',
  label: 'medication.title',
  path: '/medicijnen',
  right: 'medication',
  async count(record, visit) {
    const opened = record.having('medication');
    if (opened === undefined) return undefined;
    const medicines = await allMedicines(opened);
    const current = medicines.filter(({ state }) => state === 'current');
    const newest = medicines
      .map(({ lead }) => lead.entry.effectiveOn ?? '')
      .sort()
      .at(-1);
    return {
      count: medicines.length,
      newest: newest === undefined || newest === '' ? null : newest,
      facts: current.slice(0, most).map((medicine) => ({
        title: <Name t={visit.t} of={medicine} />,
        sub: useInWords(visit.t, medicine),
      })),
    };
  },
};
