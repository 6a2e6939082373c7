import type { ComponentChildren } from 'preact';
import type { Visit } from '../../house';
import { Card, Column, FactItem, FactLines, Facts, Section, Tag } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, type Said, SaidList, SaidWords } from '../../zib';
import type { Activity, GoalView, Plan, Plans } from '../plans';
import type { Planned } from '../referrals';
import { goalTag, stateTag } from '../states';
import { Empty, isOther, Lines } from './words';

interface PlansProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly plans: Plans;
  readonly planned: readonly Planned[];
  readonly names: Names;
}

/** DO-02: treatment plans with their goals, other goals, and what is planned. */
export function PlansPage(props: PlansProps) {
  const { visit, reader, plans, planned } = props;
  const { t } = visit;
  const nothing = plans.going.length + plans.over.length + plans.goals.length + planned.length === 0;
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={t('care-plans.plans-title')}
      lead={t(isOther(visit) ? 'care-plans.plans-lead-other' : 'care-plans.plans-lead')}
      back={{ href: '/dossier', label: t('care-plans.back') }}
    >
      {nothing && <Empty>{t(reader.kind === 'staff' ? 'care-plans.plans-none-staff' : 'care-plans.plans-none')}</Empty>}
      {plans.going.map((plan) => (
        <PlanCard {...props} plan={plan} />
      ))}
      {plans.goals.length > 0 && (
        <Card id="doelen" title={t('care-plans.goals')}>
          <Goals {...props} goals={plans.goals} />
        </Card>
      )}
      {planned.length > 0 && <PlannedCard {...props} />}
      {plans.over.length > 0 && (
        <Section id="eerder" title={t('care-plans.plans-over')}>
          <Column>
            {plans.over.map((plan) => (
              <PlanCard {...props} plan={plan} />
            ))}
          </Column>
        </Section>
      )}
    </PartPage>
  );
}

function PlanCard({ visit, reader, names, plan }: PlansProps & { plan: Plan }) {
  const { t } = visit;
  const tag = stateTag(t, plan.state);
  const title = plan.title === undefined ? t('care-plans.plan') : <SaidWords t={t} said={plan.title} />;
  const facts = [
    ...(plan.period === undefined ? [] : [{ label: t('care-plans.plan-period'), value: plan.period }]),
    ...(plan.reasons.length === 0
      ? []
      : [{ label: t('care-plans.plan-for'), value: <span lang="nl">{plan.reasons.join(', ')}</span> }]),
    ...(plan.description === undefined
      ? []
      : [{ label: t('care-plans.plan-description'), value: <Lines lines={[plan.description]} /> }]),
    ...(plan.remarks.length === 0
      ? []
      : [{ label: t('care-plans.plan-remarks'), value: <Lines lines={plan.remarks} /> }]),
  ];
  return (
    <Card id={`plan-${plan.entry.id}`} title={title} aside={tag && <Tag look={tag.look}>{tag.label}</Tag>}>
      {facts.length > 0 && <FactLines lines={facts} />}
      {plan.goals.length > 0 && (
        <Part title={t('care-plans.plan-goals')}>
          <Goals visit={visit} reader={reader} names={names} goals={plan.goals} />
        </Part>
      )}
      {plan.activities.length > 0 && (
        <Part title={t('care-plans.plan-activities')}>
          <Facts>
            {plan.activities.map((activity) => (
              <ActivityItem visit={visit} activity={activity} />
            ))}
          </Facts>
        </Part>
      )}
      {facts.length + plan.goals.length + plan.activities.length === 0 && (
        <p class="pp-muted">{t('care-plans.plan-nothing')}</p>
      )}
      <EntryFoot visit={visit} reader={reader} entry={plan.entry} names={names} />
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="pp-card-part">
      <h3 class="pp-h3">{title}</h3>
      {children}
    </div>
  );
}

/** `undefined` where there is nothing to say. */
const line = (label: string, words: readonly string[]) =>
  words.length === 0 ? [] : [{ label, value: <span lang="nl">{words.join(', ')}</span> }];

const textsOf = (said: readonly Said[]): string[] => said.map(({ text }) => text);

function ActivityItem({ visit: { t }, activity }: { visit: Visit; activity: Activity }) {
  const { what, instruction, when, who, materials, outcomes, remarks } = activity;
  const lines = [
    ...line(t('care-plans.by'), who),
    ...line(t('care-plans.instruction'), instruction === undefined ? [] : [instruction]),
    ...line(t('care-plans.materials'), materials),
    ...line(t('care-plans.outcome'), textsOf(outcomes)),
    ...line(t('care-plans.plan-remarks'), remarks),
  ];
  return (
    <FactItem
      title={what === undefined ? t('care-plans.activity') : <SaidWords t={t} said={what} />}
      sub={when}
      tag={stateTag(t, activity.state)}
    >
      {lines.length > 0 && <FactLines lines={lines} />}
    </FactItem>
  );
}

type GoalsProps = Pick<PlansProps, 'visit' | 'reader' | 'names'> & { goals: readonly GoalView[] };

function Goals({ visit, reader, names, goals }: GoalsProps) {
  const { t } = visit;
  return (
    <Facts>
      {goals.map((goal) => {
        const lines = [
          ...goal.targets.flatMap((target) => line(t('care-plans.goal-target'), [target])),
          ...line(t('care-plans.because'), goal.reasons),
          ...line(t('care-plans.goal-achieved'), textsOf(goal.achieved === undefined ? [] : [goal.achieved])),
          ...line(t('care-plans.plan-remarks'), goal.remarks),
        ];
        return (
          <FactItem
            title={goal.title === undefined ? t('care-plans.goal') : <SaidWords t={t} said={goal.title} />}
            sub={goal.since}
            tag={goalTag(t, goal.state)}
          >
            {lines.length > 0 && <FactLines lines={lines} />}
            <EntryFoot visit={visit} reader={reader} entry={goal.entry} names={names} />
          </FactItem>
        );
      })}
    </Facts>
  );
}

function PlannedCard({ visit, reader, names, planned }: PlansProps) {
  const { t } = visit;
  return (
    <Card id="gepland" title={t('care-plans.planned')}>
      <Facts>
        {planned.map((item) => {
          const lines = [
            ...line(t('care-plans.by'), textsOf(item.who)),
            ...line(t('care-plans.because'), textsOf(item.reasons)),
            ...line(t('care-plans.plan-remarks'), item.remarks),
          ];
          return (
            <FactItem
              title={<SaidList t={t} all={item.what} />}
              sub={[t(`care-plans.planned-${item.kind}`), item.when].filter(Boolean).join(', ')}
              tag={stateTag(t, item.state)}
            >
              {lines.length > 0 && <FactLines lines={lines} />}
              <EntryFoot visit={visit} reader={reader} entry={item.entry} names={names} />
            </FactItem>
          );
        })}
      </Facts>
    </Card>
  );
}
