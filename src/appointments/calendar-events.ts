/** Appointments as they go into a calendar, where others may see them. */
import type { Visit } from '../house';
import type { CalendarEvent } from './calendar';
import { isOnSite } from './rules';
import type { Appointment } from './store';
import { addressText, placeOf } from './words';

/** Only that, when and at which address: never the clinic, a name of a person, or why (AP-01). */
export function calendarEvent(visit: Visit, appointment: Appointment): CalendarEvent {
  const { t, organisation } = visit;
  const { about } = organisation;
  const { location } = placeOf(organisation, appointment);
  return {
    uid: appointment.id,
    sequence: appointment.version - 1,
    status: statusOf(appointment),
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    updatedAt: appointment.updatedAt,
    summary: t('appointments.calendar-summary', { organisation: about.name }),
    location: isOnSite(appointment)
      ? location &&
        `${about.name}, ${t('appointments.location-inline', { location: location.name })}, ${addressText(location)}`
      : t(`appointments.calendar-${appointment.kind as 'phone' | 'video' | 'home'}`),
    description: t('appointments.calendar-text', { portal: about.portalName }),
    url: `${organisation.origin}${visit.to(`/afspraken/${appointment.id}`)}`,
  };
}

function statusOf({ status }: Appointment): CalendarEvent['status'] {
  if (status === 'cancelled') return 'CANCELLED';
  return status === 'proposed' || status === 'pending' ? 'TENTATIVE' : 'CONFIRMED';
}
