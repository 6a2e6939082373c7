/** Appointments as the care team sees them: all of them, with what the patient sees. */
import { notFound, page, type Route, staffRecordPage } from '../house';
import { namesOf } from '../zib';
import { cursorText, readCursor } from './cursor';
import { StaffAppointmentList } from './pages/staff-list';
import { StaffSummaryPage } from './pages/staff-summary';
import { appointmentsPolicy } from './policy';
import { comingAppointments, findAppointment, pastAppointments, pastOnPage } from './store';
import { readSummaries, withSummary } from './summary';

const list = staffRecordPage({
  path: '/afspraken',
  rights: ['appointments'],
  also: ['documents'],
  what: 'appointments.staff-list',
  async handle(record, visit) {
    const policy = appointmentsPolicy.of(visit.organisation.policy);
    const after = readCursor(visit.query.voor);
    const [coming, past] = await Promise.all([
      after === undefined ? comingAppointments(record, policy) : [],
      pastAppointments(record, policy, after),
    ]);
    const shown = past.slice(0, pastOnPage);
    const last = shown.at(-1);
    return page(
      visit.t('appointments.title'),
      <StaffAppointmentList
        visit={visit}
        coming={coming}
        past={shown}
        summaries={await withSummary(record.having('documents'), [...coming, ...shown])}
        earlier={past.length > pastOnPage && last ? cursorText(last) : undefined}
        further={after !== undefined}
        at={record.at}
      />,
    );
  },
});

const summary = staffRecordPage({
  path: '/afspraken/:afspraak/verslag',
  rights: ['appointments', 'documents'],
  what: 'appointments.staff-summary',
  async handle(record, visit) {
    const policy = appointmentsPolicy.of(visit.organisation.policy);
    const appointment = await findAppointment(record, policy, visit.params.afspraak ?? '');
    const summaries = appointment === undefined ? [] : await readSummaries(record, appointment);
    if (appointment === undefined || summaries.length === 0) return notFound;
    const names = await namesOf(
      record,
      summaries.map(({ content }) => content),
    );
    return page(
      visit.t('appointments.summary'),
      <StaffSummaryPage visit={visit} appointment={appointment} summaries={summaries} names={names} at={record.at} />,
    );
  },
});

export const staffRoutes: readonly Route[] = [list, summary];
