import type { ComponentChildren } from 'preact';
import type { Visit } from '../../house';
import { Card, Disc, EmptyState, type IconName, Row, Rows, Section, SummaryList, Tag } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, SaidList, SaidWords } from '../../zib';
import type { Activity, GoalView, Plan, Plans } from '../plans';
import type { Planned } from '../referrals';
import { stateTag } from '../states';
import { isOther, Lines } from './words';

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
      {nothing && (
        <EmptyState>{t(reader.kind === 'staff' ? 'care-plans.plans-none-staff' : 'care-plans.plans-none')}</EmptyState>
      )}
      {plans.going.map((plan) => (
        <PlanCard {...props} plan={plan} />
      ))}
      {plans.goals.length > 0 && (
        <Card id="doelen" title={t('care-plans.goals')}>
          <GoalRows {...props} goals={plans.goals} />
        </Card>
      )}
      {planned.length > 0 && <PlannedCard {...props} />}
      {plans.over.length > 0 && (
        <Section id="eerder" title={t('care-plans.plans-over')}>
          {plans.over.map((plan) => (
            <PlanCard {...props} plan={plan} />
          ))}
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
      {facts.length > 0 && <SummaryList items={facts} />}
      {plan.goals.length > 0 && (
        <Part title={t('care-plans.plan-goals')}>
          <GoalRows visit={visit} reader={reader} names={names} goals={plan.goals} />
        </Part>
      )}
      {plan.activities.length > 0 && (
        <Part title={t('care-plans.plan-activities')}>
          <Rows>
            {plan.activities.map((activity) => (
              <ActivityRow visit={visit} activity={activity} />
            ))}
          </Rows>
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

function ActivityRow({ visit: { t }, activity }: { visit: Visit; activity: Activity }) {
  const { what, instruction, when, who, materials, outcomes, remarks } = activity;
  const about = [when, who.length > 0 && t('care-plans.by', { names: who.join(', ') })].filter(Boolean).join('. ');
  return (
    <Row
      lead={<Disc icon="clipboard-list" />}
      title={what === undefined ? t('care-plans.activity') : <SaidWords t={t} said={what} />}
      sub={
        <>
          {about !== '' && <Line>{about}</Line>}
          {instruction !== undefined && <Line>{instruction}</Line>}
          {materials.length > 0 && <Line>{t('care-plans.materials', { materials: materials.join(', ') })}</Line>}
          {outcomes.map(({ text }) => (
            <Line>{t('care-plans.outcome', { outcome: text })}</Line>
          ))}
          {remarks.map((remark) => (
            <Line>{remark}</Line>
          ))}
        </>
      }
      tag={stateTag(t, activity.state)}
    />
  );
}

/** A line in the small words of a row. */
const Line = ({ children }: { children: ComponentChildren }) => <span class="pp-line">{children}</span>;

type GoalRowsProps = Pick<PlansProps, 'visit' | 'reader' | 'names'> & { goals: readonly GoalView[] };

function GoalRows({ visit, reader, names, goals }: GoalRowsProps) {
  const { t } = visit;
  return (
    <Rows>
      {goals.map((goal) => (
        <Row
          lead={<Disc icon="check" look="ok" />}
          title={goal.title === undefined ? t('care-plans.goal') : <SaidWords t={t} said={goal.title} />}
          sub={
            <>
              {goal.since !== undefined && <Line>{t('care-plans.goal-since', { date: goal.since })}</Line>}
              {goal.targets.map((target) => (
                <Line>{t('care-plans.goal-target', { target })}</Line>
              ))}
              {goal.reasons.length > 0 && <Line>{t('care-plans.because', { reasons: goal.reasons.join(', ') })}</Line>}
              {goal.achieved !== undefined && (
                <Line>
                  <SaidWords t={t} said={goal.achieved} />
                </Line>
              )}
              {goal.remarks.map((remark) => (
                <Line>{remark}</Line>
              ))}
              <EntryFoot visit={visit} reader={reader} entry={goal.entry} names={names} />
            </>
          }
          tag={stateTag(t, goal.state)}
        />
      ))}
    </Rows>
  );
}

const ICONS: Readonly<Record<Planned['kind'], IconName>> = {
  care: 'stethoscope',
  device: 'first-aid-kit',
  nutrition: 'droplet',
  task: 'clipboard-list',
};

function PlannedCard({ visit, reader, names, planned }: PlansProps) {
  const { t } = visit;
  return (
    <Card id="gepland" title={t('care-plans.planned')}>
      <Rows>
        {planned.map((item) => (
          <Row
            lead={<Disc icon={ICONS[item.kind]} />}
            title={<SaidList t={t} all={item.what} />}
            sub={
              <>
                <Line>{[t(`care-plans.planned-${item.kind}`), item.when].filter(Boolean).join(', ')}</Line>
                {item.who.length > 0 && (
                  <Line>{t('care-plans.by', { names: item.who.map(({ text }) => text).join(', ') })}</Line>
                )}
                {item.reasons.length > 0 && (
                  <Line>{t('care-plans.because', { reasons: item.reasons.map(({ text }) => text).join(', ') })}</Line>
                )}
                {item.remarks.map((remark) => (
                  <Line>{remark}</Line>
                ))}
                <EntryFoot visit={visit} reader={reader} entry={item.entry} names={names} />
              </>
            }
            tag={stateTag(t, item.state)}
          />
        ))}
      </Rows>
    </Card>
  );
}
