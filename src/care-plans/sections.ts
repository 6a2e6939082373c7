/** How the parts of this room stand on the index of the record: what their pages show is what is counted. */
import type { OpenRecord } from '../access';
import type { RecordSection, SectionCount } from '../house';
import { kindOfConsent } from './directives';
import { kindOf } from './referrals';
import { isOver, stateOf } from './states';
import { countReports, type Kind, kindsOf } from './store';

const PLAN_TYPES = ['CarePlan', 'Goal', 'NutritionOrder', 'DeviceRequest', 'Task', 'ServiceRequest'] as const;

/** Plans and goals, over or not; of what is planned only what is not over. */
function isOfPlans({ type, status, content }: Kind): boolean {
  if (type === 'CarePlan' || type === 'Goal') return true;
  return !isOver(stateOf(status)) && (type !== 'ServiceRequest' || kindOf(content) === 'planned');
}

const counting = (types: readonly Kind['type'][], isOne: (kind: Kind) => boolean) => async (record: OpenRecord) => {
  const opened = record.having('record');
  return opened && tally((await kindsOf(opened, types)).filter(isOne));
};

const tally = (kinds: readonly Kind[]): SectionCount => ({
  count: kinds.length,
  newest:
    kinds
      .flatMap(({ effectiveOn }) => effectiveOn ?? [])
      .sort()
      .at(-1) ?? null,
});

export const sections: readonly RecordSection[] = [
  {
    id: 'care-plans',
    order: 70,
    icon: 'clipboard-list',
    label: 'care-plans.plans-title',
    path: '/dossier/behandelplannen',
    right: 'record',
    count: counting(PLAN_TYPES, isOfPlans),
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
    count: counting(['Consent'], ({ content }) => kindOfConsent(content) !== undefined),
  },
  {
    id: 'referrals',
    order: 100,
    icon: 'arrow-right',
    label: 'care-plans.referrals-title',
    path: '/dossier/verwijzingen',
    right: 'record',
    count: counting(['ServiceRequest'], ({ content }) => kindOf(content) === 'referral'),
  },
];
