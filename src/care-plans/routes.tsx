/** The pages of this room, for the patient's side and for the care team. */
import type { OpenRecord } from '../access';
import { notFound, page, type Reply, type Route, recordPage, staffRecordPage, type Visit } from '../house';
import { dateIn } from '../platform/time';
import { type AnyEntry, findResource, namesOf } from '../zib';
import { directivesOf } from './directives';
import { PlansPage } from './pages/plans';
import { ReferralsPage } from './pages/referrals';
import { ReportPage, ReportsPage } from './pages/reports';
import { WishesPage } from './pages/wishes';
import { plansOf } from './plans';
import { plannedOf, referralsOf } from './referrals';
import { isReport } from './reports';
import {
  consents,
  plannedRequests,
  plansAndGoals,
  type ReportCursor,
  reportPage,
  reportsOnPage,
  serviceRequests,
} from './store';

type TheRecord = OpenRecord<'record'>;

interface Part {
  readonly path: string;
  readonly what: string;
  handle(record: TheRecord, visit: Visit): Promise<Reply>;
}

const contentsOf = (entries: readonly AnyEntry[]): unknown[] => entries.map(({ content }) => content);

const plans: Part = {
  path: '/dossier/behandelplannen',
  what: 'care-plans.plans',
  async handle(record, visit) {
    const entries = await plansAndGoals(record);
    const requests = await plannedRequests(record);
    const names = await namesOf(record, contentsOf([...entries, ...requests]));
    const body = (
      <PlansPage
        visit={visit}
        reader={record}
        plans={plansOf(visit.t, entries, names, dateIn(record.at))}
        planned={plannedOf(visit.t, requests, names)}
        names={names}
      />
    );
    return page(visit.t('care-plans.plans-title'), body);
  },
};

const reports: Part = {
  path: '/dossier/verslagen',
  what: 'care-plans.reports',
  async handle(record, visit) {
    const found = await reportPage(record, cursorIn(visit.query.voor));
    const shown = found.slice(0, reportsOnPage);
    const last = found.length > shown.length ? shown.at(-1) : undefined;
    const older = last?.effectiveAt && `/dossier/verslagen?voor=${last.effectiveAt.getTime()}.${last.id}`;
    const names = await namesOf(record, contentsOf(shown));
    const body = <ReportsPage visit={visit} reader={record} reports={shown} older={older || undefined} names={names} />;
    return page(visit.t('care-plans.reports-title'), body);
  },
};

const CURSOR = /^(-?\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function cursorIn(text: string | undefined): ReportCursor | undefined {
  const [, moment, id] = CURSOR.exec(text ?? '') ?? [];
  return moment === undefined || id === undefined ? undefined : { at: new Date(Number(moment)), id };
}

const report: Part = {
  path: '/dossier/verslagen/:verslag',
  what: 'care-plans.report',
  async handle(record, visit) {
    const entry = await findResource(
      record,
      'record',
      ['Composition', 'ClinicalImpression'],
      visit.params.verslag ?? '',
    );
    if (entry === undefined || !isReport(entry)) return notFound;
    const names = await namesOf(record, entry.content);
    const body = <ReportPage visit={visit} reader={record} entry={entry} names={names} />;
    return page(visit.t('care-plans.report'), body);
  },
};

const wishes: Part = {
  path: '/dossier/wensen',
  what: 'care-plans.wishes',
  async handle(record, visit) {
    const entries = await consents(record);
    const names = await namesOf(record, contentsOf(entries));
    const directives = directivesOf(visit.t, entries, names, dateIn(record.at));
    const body = <WishesPage visit={visit} reader={record} directives={directives} names={names} />;
    return page(visit.t('care-plans.wishes-title'), body);
  },
};

const referrals: Part = {
  path: '/dossier/verwijzingen',
  what: 'care-plans.referrals',
  async handle(record, visit) {
    const entries = await serviceRequests(record);
    const names = await namesOf(record, contentsOf(entries));
    const found = referralsOf(visit.t, entries, names);
    const body = <ReferralsPage visit={visit} reader={record} referrals={found} names={names} />;
    return page(visit.t('care-plans.referrals-title'), body);
  },
};

const parts = [plans, reports, report, wishes, referrals];

export const routes: readonly Route[] = parts.flatMap((part) => [
  recordPage({ ...part, rights: ['record'] }),
  staffRecordPage({ ...part, rights: ['record'] }),
]);
