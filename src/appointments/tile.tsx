import type { HomeTile } from '../house';
import { nextEyebrow, Spotlight } from './spotlight';
import { nextAppointment } from './store';

/** HO-02: the next appointment. */
export const appointmentTile: HomeTile = {
  order: 10,
  column: 'main',
  right: 'appointments',
  async load(record, visit) {
    const opened = record.having('appointments');
    const appointment = opened && (await nextAppointment(opened));
    if (appointment === undefined) return undefined;
    return {
      body: (
        <Spotlight
          visit={visit}
          appointment={appointment}
          eyebrow={nextEyebrow(visit, appointment, record.at)}
          actions={[
            { href: visit.to(`/afspraken/${appointment.id}`), label: visit.t('appointments.look') },
            { href: visit.to('/afspraken'), label: visit.t('appointments.all') },
          ]}
        />
      ),
    };
  },
};
