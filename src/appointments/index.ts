/** Appointments: what is planned and what has been (AP-01, AP-11). */
import { room } from '../house';
import { patientRoutes } from './patient';
import { appointmentTile } from './tile';

export { type AppointmentRow, appointmentStatus, linkVisits, saveAppointments, type VisitOf } from './ingest';

export const appointments = room({
  name: 'appointments',
  routes: [...patientRoutes],
  menu: [
    {
      id: 'appointments',
      order: 20,
      icon: 'calendar-event',
      label: 'appointments.title',
      path: '/afspraken',
      right: 'appointments',
    },
  ],
  tiles: [appointmentTile],
});
