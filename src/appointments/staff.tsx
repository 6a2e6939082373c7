/** Appointments as the care team sees them: all of them, with what the patient sees. */
import { page, type Route, staffRecordPage } from '../house';
import { moment } from './moment';
import { StaffAppointmentList } from './pages/staff-list';
import { appointmentsPolicy } from './policy';
import { comingAppointments, pastAppointments, pastOnPage } from './store';

const list = staffRecordPage({
  path: '/afspraken',
  rights: ['appointments'],
  what: 'appointments.staff-list',
  async handle(record, visit) {
    const policy = appointmentsPolicy.of(visit.organisation.policy);
    const before = moment(visit.query.voor);
    const coming = before === undefined ? await comingAppointments(record, policy) : [];
    const past = await pastAppointments(record, policy, before ?? record.at);
    const shown = past.slice(0, pastOnPage);
    return page(
      visit.t('appointments.title'),
      <StaffAppointmentList
        visit={visit}
        coming={coming}
        past={shown}
        earlier={past.length > pastOnPage ? shown.at(-1)?.startsAt : undefined}
        further={before !== undefined}
        at={record.at}
      />,
    );
  },
});

export const staffRoutes: readonly Route[] = [list];
