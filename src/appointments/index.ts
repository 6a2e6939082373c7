/** Appointments: what is planned and what has been (AP-01, AP-10, AP-11, AP-14 as far as reading goes). */
import { room } from '../house';
import { patientRoutes } from './patient';
import { staffRoutes } from './staff';
import { summaryTile } from './summary-tile';
import { appointmentTile } from './tile';

export { type AppointmentRow, appointmentStatus, linkVisits, saveAppointments, type VisitOf } from './ingest';

export const appointments = room({
  name: 'appointments',
  routes: [...patientRoutes, ...staffRoutes],
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
  tiles: [appointmentTile, summaryTile],
  staffTabs: [
    {
      id: 'appointments',
      order: 10,
      icon: 'calendar-event',
      label: 'appointments.title',
      path: '/afspraken',
      right: 'appointments',
    },
  ],
});
