import { file, notFound, page, type Route, recordDocument, recordPage, type Visit } from '../house';
import { namesOf } from '../zib';
import { calendarFile, calendarType } from './calendar';
import { calendarEvent } from './calendar-events';
import { cursorText, readCursor } from './cursor';
import { overviewDocument, summaryDocument } from './documents';
import { AppointmentPage } from './pages/detail';
import { AppointmentList } from './pages/list';
import { AppointmentsOverview } from './pages/overview';
import { SummaryPage } from './pages/summary';
import { appointmentsPolicy } from './policy';
import { type Appointment, comingAppointments, findAppointment, pastAppointments, pastOnPage } from './store';
import { readSummaries, withSummary } from './summary';
import { markSummariesOpened } from './summary-news';

/** Somebody whose BSN is not verified sees coming appointments (IN-03). */
const everybody = ['self', 'limited', 'proxy', 'parent', 'legal'] as const;

const policyOf = ({ organisation }: Visit) => appointmentsPolicy.of(organisation.policy);

const list = recordPage({
  path: '/afspraken',
  rights: ['appointments'],
  also: ['documents'],
  for: everybody,
  what: 'appointments.list',
  async handle(record, visit) {
    const after = readCursor(visit.query.voor);
    const [coming, past] = await Promise.all([
      after === undefined ? comingAppointments(record, policyOf(visit)) : [],
      pastAppointments(record, policyOf(visit), after),
    ]);
    const shown = past.slice(0, pastOnPage);
    const last = shown.at(-1);
    return page(
      visit.t('appointments.title'),
      <AppointmentList
        visit={visit}
        coming={coming}
        past={shown}
        summaries={await withSummary(record.having('documents'), shown)}
        earlier={past.length > pastOnPage && last ? cursorText(last) : undefined}
        further={after !== undefined}
        at={record.at}
        limited={record.kind !== 'limited' ? undefined : record.owner.bsnVerified ? 'age' : 'bsn'}
      />,
    );
  },
});

const overview = recordPage({
  path: '/afspraken/overzicht',
  rights: ['appointments'],
  for: everybody,
  what: 'appointments.overview',
  async handle(record, visit) {
    const coming = await comingAppointments(record, policyOf(visit));
    return page(
      visit.t('appointments.overview-title'),
      <AppointmentsOverview visit={visit} coming={coming} at={record.at} />,
    );
  },
});

const detail = recordPage({
  path: '/afspraken/:afspraak',
  rights: ['appointments'],
  also: ['documents'],
  for: everybody,
  what: 'appointments.one',
  async handle(record, visit) {
    const appointment = await findAppointment(record, policyOf(visit), visit.params.afspraak ?? '');
    if (appointment === undefined) return notFound;
    const summaries = await withSummary(record.having('documents'), [appointment]);
    return page(
      visit.t('appointments.page-title'),
      <AppointmentPage
        visit={visit}
        appointment={appointment}
        at={record.at}
        hasSummary={summaries.has(appointment.id)}
      />,
    );
  },
});

/** AP-10. */
const summary = recordPage({
  path: '/afspraken/:afspraak/verslag',
  rights: ['appointments', 'documents'],
  what: 'appointments.summary',
  async handle(record, visit) {
    const appointment = await findAppointment(record, policyOf(visit), visit.params.afspraak ?? '');
    if (appointment === undefined) return notFound;
    const summaries = await readSummaries(record, appointment);
    if (summaries.length === 0) return notFound;
    await markSummariesOpened(
      record,
      summaries.map(({ id }) => id),
    );
    const names = await namesOf(
      record,
      summaries.map(({ content }) => content),
    );
    return page(
      visit.t('appointments.summary'),
      <SummaryPage visit={visit} appointment={appointment} summaries={summaries} names={names} />,
    );
  },
});

const documents: readonly Route[] = [
  ...recordDocument({
    path: '/afspraken/overzicht',
    rights: ['appointments'],
    for: everybody,
    what: 'appointments.overview-pdf',
    name: 'afspraken',
    build: async (record, visit) =>
      overviewDocument(visit, await comingAppointments(record, policyOf(visit)), record.at),
  }),
  ...recordDocument({
    path: '/afspraken/:afspraak/verslag',
    rights: ['appointments', 'documents'],
    what: 'appointments.summary-pdf',
    name: 'verslag-van-bezoek',
    async build(record, visit) {
      const appointment = await findAppointment(record, policyOf(visit), visit.params.afspraak ?? '');
      const summaries = appointment === undefined ? [] : await readSummaries(record, appointment);
      if (appointment === undefined || summaries.length === 0) return undefined;
      const names = await namesOf(
        record,
        summaries.map(({ content }) => content),
      );
      return summaryDocument(visit, appointment, summaries, names);
    },
  }),
];

function calendar(visit: Visit, appointments: readonly Appointment[], madeAt: Date) {
  const name = visit.t('appointments.calendar-name', { organisation: visit.organisation.about.name });
  const events = appointments.map((appointment) => calendarEvent(visit, appointment));
  return file('afspraken.ics', calendarType, calendarFile(events, name, madeAt));
}

/** AP-01: for a calendar; what is called off goes along, so that it disappears there too. */
const calendars: readonly Route[] = [
  recordPage({
    path: '/afspraken/agenda.ics',
    rights: ['appointments'],
    for: everybody,
    what: 'appointments.calendar',
    handle: async (record, visit) =>
      calendar(visit, await comingAppointments(record, policyOf(visit)), visit.program.wallClock.now()),
  }),
  recordPage({
    path: '/afspraken/:afspraak/agenda.ics',
    rights: ['appointments'],
    for: everybody,
    what: 'appointments.calendar-one',
    async handle(record, visit) {
      const appointment = await findAppointment(record, policyOf(visit), visit.params.afspraak ?? '');
      if (appointment === undefined) return notFound;
      return calendar(visit, [appointment], visit.program.wallClock.now());
    },
  }),
];

export const patientRoutes: readonly Route[] = [list, overview, ...calendars, detail, summary, ...documents];
