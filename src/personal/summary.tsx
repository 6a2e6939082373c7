import type { SummaryPart } from '../house';
import { formatDate } from '../platform/time';
import { personalData } from './store';

/** DO-01: who the own GP is, as the administration has it. */
export const personalSummary: SummaryPart = {
  id: 'own-gp',
  order: 70,
  label: 'summary.gp',
  path: '/mijn-gegevens',
  right: 'personal',
  none: 'summary.none-gp',
  most: 2,
  async load(record, visit) {
    const opened = record.having('personal');
    const nothing = { facts: [], sources: [], oldest: null, newest: null };
    if (opened === undefined) return nothing;
    const { patient, names, receivedAt } = await personalData(opened);
    const gps = (patient?.generalPractitioner ?? []).flatMap((gp) => names.of(gp, patient) ?? []);
    const since =
      receivedAt === undefined ? undefined : visit.t('summary.as-of', { date: formatDate(visit.language, receivedAt) });
    return { ...nothing, facts: [...new Set(gps)].map((name) => ({ title: name, sub: since })) };
  },
};
