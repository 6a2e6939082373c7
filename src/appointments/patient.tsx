import { notFound, page, recordPage } from '../house';
import { AppointmentList, AppointmentPage } from './pages';
import { comingAppointments, findAppointment, pastAppointments, pastOnPage } from './store';

/** Somebody whose BSN is not verified sees coming appointments (IN-03). */
const everybody = ['self', 'limited', 'proxy', 'parent', 'legal'] as const;

function moment(text: string | undefined): Date | undefined {
  const at = new Date(/^\d{1,14}$/.test(text ?? '') ? Number(text) : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

const list = recordPage({
  path: '/afspraken',
  rights: ['appointments'],
  for: everybody,
  what: 'appointments.list',
  async handle(record, visit) {
    const before = moment(visit.query.voor);
    const coming = before === undefined ? await comingAppointments(record) : [];
    const past = await pastAppointments(record, before ?? record.at);
    const shown = past.slice(0, pastOnPage);
    return page(
      visit.t('appointments.title'),
      <AppointmentList
        visit={visit}
        coming={coming}
        past={shown}
        earlier={past.length > pastOnPage ? shown.at(-1)?.startsAt : undefined}
        limited={record.kind === 'limited'}
      />,
    );
  },
});

const detail = recordPage({
  path: '/afspraken/:afspraak',
  rights: ['appointments'],
  for: everybody,
  what: 'appointments.one',
  async handle(record, visit) {
    const appointment = await findAppointment(record, visit.params.afspraak ?? '');
    if (appointment === undefined) return notFound;
    return page(
      visit.t('appointments.page-title'),
      <AppointmentPage visit={visit} appointment={appointment} at={record.at} />,
    );
  },
});

export const patientRoutes = [list, detail];
