import type { Visit } from '../house';
import { dateIn } from '../platform/time';
import { NextAppointment } from '../ui';
import type { Appointment } from './store';
import { clinicName, dateParts, kindIcon, kindText, placeOf, stateText, timeText, whereText } from './words';

interface SpotlightProps {
  readonly visit: Visit;
  readonly appointment: Appointment;
  readonly eyebrow: string;
  readonly actions?: readonly { href: string; label: string }[];
}

/** The dark card of one appointment. */
export function Spotlight({ visit, appointment, eyebrow, actions }: SpotlightProps) {
  const { t, language, organisation } = visit;
  const placed = placeOf(organisation, appointment);
  const where = whereText(t, placed, appointment);
  const visiting = appointment.kind === 'visit' || appointment.kind === 'operation';
  const state = stateText(t, appointment);
  return (
    <NextAppointment
      id="afspraak"
      date={dateParts(t, appointment.startsAt)}
      eyebrow={eyebrow}
      title={<span lang="nl">{appointment.title}</span>}
      facts={[
        { icon: 'clock', text: timeText(t, appointment) },
        { icon: 'stethoscope', text: appointment.practitioner ?? clinicName(placed, appointment, language) },
        visiting && where !== undefined
          ? { icon: 'map-pin', text: where }
          : { icon: kindIcon[appointment.kind], text: kindText(t, appointment) },
      ]}
      preparation={
        appointment.instructions === null ? undefined : (
          <>
            <b>{t('appointments.prepare')}</b> <span lang="nl">{appointment.instructions}</span>
          </>
        )
      }
      state={state === undefined ? undefined : { label: state }}
      actions={actions}
    />
  );
}

/** 'Vandaag' says more than a date. */
export function nextEyebrow({ t }: Visit, appointment: Appointment, at: Date): string {
  return dateIn(appointment.startsAt) === dateIn(at) ? t('appointments.next-today') : t('appointments.next');
}
