import type { HomeTile, Visit } from '../house';
import { formatDateTime } from '../platform/time';
import { Link, Note } from '../ui';
import { appointmentsPolicy } from './policy';
import { phaseOf } from './rules';
import { nextEyebrow, Spotlight } from './spotlight';
import { type Appointment, comingAppointments } from './store';

/** HO-02: the next appointment that takes place, and before it what does not, so that nobody travels in vain. */
export const appointmentTile: HomeTile = {
  order: 10,
  column: 'main',
  right: 'appointments',
  async load(record, visit) {
    const opened = record.having('appointments');
    if (opened === undefined) return undefined;
    const coming = await comingAppointments(opened, appointmentsPolicy.of(visit.organisation.policy), 30);
    const next = coming.find((appointment) => phaseOf(appointment, record.at) !== 'off') ?? coming[0];
    if (next === undefined) return undefined;
    const off = coming.slice(0, coming.indexOf(next)).slice(0, 3);
    return {
      body: (
        <>
          {off.map((appointment) => (
            <OffNote visit={visit} appointment={appointment} />
          ))}
          <Spotlight
            visit={visit}
            appointment={next}
            at={record.at}
            eyebrow={nextEyebrow(visit, next, record.at)}
            actions={[
              { href: visit.to(`/afspraken/${next.id}`), label: visit.t('appointments.look') },
              { href: visit.to('/afspraken'), label: visit.t('appointments.all') },
            ]}
          />
        </>
      ),
    };
  },
};

function OffNote({ visit, appointment }: { visit: Visit; appointment: Appointment }) {
  const { t } = visit;
  return (
    <Note>
      {t('appointments.off-tile', { date: formatDateTime(t.language, appointment.startsAt) })}{' '}
      <Link href={visit.to(`/afspraken/${appointment.id}`)}>{t('appointments.look')}</Link>
    </Note>
  );
}
