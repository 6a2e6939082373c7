import type { Subject } from './leaflet';

/** Subjects as they stand in addresses. */
export const inAddress: Readonly<Record<Subject, string>> = {
  examination: 'onderzoek',
  treatment: 'behandeling',
  admission: 'opname',
  medicine: 'medicijnen',
  condition: 'ziekte',
};
