import type { RecordSection } from '../house';
import { countOf, type FhirType } from '../zib';
import { kindOfConsent } from './directives';
import { kindOf } from './referrals';
import { consents, countReports, serviceRequests } from './store';

/** How the parts of this room stand on the index of the record. */
const newestOf = (entries: readonly { readonly effectiveOn: string | null }[]) => ({
  count: entries.length,
  newest:
    entries
      .flatMap(({ effectiveOn }) => effectiveOn ?? [])
      .sort()
      .at(-1) ?? null,
});

const PLAN_TYPES: readonly FhirType[] = ['CarePlan', 'Goal', 'NutritionOrder', 'DeviceRequest', 'Task'];

export const sections: readonly RecordSection[] = [
  {
    id: 'care-plans',
    order: 70,
    icon: 'clipboard-list',
    label: 'care-plans.plans-title',
    path: '/dossier/behandelplannen',
    right: 'record',
    async count(record) {
      const opened = record.having('record');
      return opened && countOf(opened, 'record', PLAN_TYPES);
    },
  },
  {
    id: 'reports',
    order: 80,
    icon: 'file-text',
    label: 'care-plans.reports-title',
    path: '/dossier/verslagen',
    right: 'record',
    async count(record) {
      const opened = record.having('record');
      return opened && countReports(opened);
    },
  },
  {
    id: 'wishes',
    order: 90,
    icon: 'hand-stop',
    label: 'care-plans.wishes-title',
    path: '/dossier/wensen',
    right: 'record',
    async count(record) {
      const opened = record.having('record');
      if (opened === undefined) return undefined;
      return newestOf((await consents(opened)).filter(({ content }) => kindOfConsent(content) !== undefined));
    },
  },
  {
    id: 'referrals',
    order: 100,
    icon: 'arrow-right',
    label: 'care-plans.referrals-title',
    path: '/dossier/verwijzingen',
    right: 'record',
    async count(record) {
      const opened = record.having('record');
      if (opened === undefined) return undefined;
      return newestOf((await serviceRequests(opened)).filter(({ content }) => kindOf(content) === 'referral'));
    },
  },
];
