/** Results as the care team sees them, and what doctors decide (RE-02, RE-06). */
import { z } from 'zod';
import { can, type EmployeeViewer, type OpenRecord } from '../access';
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  staffRecordAction,
  staffRecordPage,
  type Visit,
} from '../house';
import { defineForm, type FormState, withErrors } from '../platform/forms';
import { decideResult } from './actions';
import { readCursor } from './cursor';
import { type Decision, possibleDecisions } from './decisions';
import { StaffResultList } from './pages/staff-list';
import { ReasonPage, reasonLength } from './pages/staff-reason';
import { staffPage, staffResult } from './staff-store';

const reasonForm = defineForm({
  reden: z
    .string()
    .trim()
    .min(reasonLength.min, 'results.staff-reason-short')
    .max(reasonLength.max, 'results.staff-reason-long'),
});

const slugs: Record<Decision, string> = { released: 'tonen', held: 'tegenhouden', withdrawn: 'weghalen' };
const decisionOf = (slug: string | undefined) =>
  (Object.keys(slugs) as Decision[]).find((decision) => slugs[decision] === slug);

const decider = ({ viewer }: OpenRecord<'results'>): EmployeeViewer | undefined =>
  viewer.kind === 'employee' && can(viewer.roles, 'decide-results') ? viewer : undefined;

const list = staffRecordPage({
  path: '/uitslagen',
  rights: ['results'],
  what: 'results.staff-list',
  async handle(record, visit) {
    const { items, next } = await staffPage(record, readCursor(visit.query.voor));
    return page(
      visit.t('results.title'),
      <StaffResultList
        visit={visit}
        items={items}
        next={next}
        at={record.at}
        mayDecide={decider(record) !== undefined}
        done={decisionOf(visit.query.gedaan)}
      />,
    );
  },
});

const back = (visit: Visit, decision: Decision): Reply => redirect(visit.to(`/uitslagen?gedaan=${slugs[decision]}`));

const show = staffRecordAction({
  path: '/uitslagen/:uitslag/tonen',
  rights: ['results'],
  ability: 'decide-results',
  what: 'results.release',
  async handle(record, visit) {
    const employee = decider(record);
    if (employee === undefined) return notFound;
    const { submission } = defineForm({}).read(visit.body).state;
    const wish = { result: visit.params.uitslag ?? '', decision: 'released', reason: null, submission } as const;
    const outcome = await decideResult(record, employee, wish);
    if (outcome === 'unknown') return notFound;
    return outcome === 'done' ? back(visit, 'released') : redirect(visit.to('/uitslagen'));
  },
});

/** The page that asks the reason, and what it sends. */
function withReason(decision: 'held' | 'withdrawn'): Route[] {
  const path = `/uitslagen/:uitslag/${slugs[decision]}`;
  const what = decision === 'held' ? 'results.hold' : 'results.withdraw';
  const shown = async (record: OpenRecord<'results'>, visit: Visit, form: FormState): Promise<Reply> => {
    const result = await staffResult(record, visit.params.uitslag ?? '');
    if (result === undefined || !possibleDecisions(result, record.at).includes(decision)) return notFound;
    const failed = Object.keys(form.errors).length > 0;
    const body = <ReasonPage visit={visit} result={result} decision={decision} form={form} />;
    return page(visit.t(`results.staff-title-${decision}`), body, { failed });
  };
  return [
    staffRecordPage({
      path,
      rights: ['results'],
      ability: 'decide-results',
      what: `${what}-form`,
      keeps: reasonForm.fields,
      handle: (record, visit) => shown(record, visit, reasonForm.empty(visit.draft)),
    }),
    staffRecordAction({
      path,
      rights: ['results'],
      ability: 'decide-results',
      what,
      keeps: reasonForm.fields,
      async handle(record, visit) {
        const employee = decider(record);
        if (employee === undefined) return notFound;
        const reading = reasonForm.read(visit.body);
        if (!reading.ok) return shown(record, visit, reading.state);
        const { submission } = reading.state;
        const wish = { result: visit.params.uitslag ?? '', decision, reason: reading.values.reden, submission };
        const outcome = await decideResult(record, employee, wish);
        if (outcome === 'unknown') return notFound;
        if (outcome === 'not-now')
          return shown(record, visit, withErrors(reading.state, { reden: 'results.staff-not-now' }));
        return back(visit, decision);
      },
    }),
  ];
}

export const staffRoutes: readonly Route[] = [list, show, ...withReason('held'), ...withReason('withdrawn')];
