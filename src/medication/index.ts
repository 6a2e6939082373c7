/** Medicines: what is used now, what was used before, and how (MD-01). */
import { room } from '../house';
import { patientRoutes } from './patient';
import { medicationSection } from './section';
import { staffRoutes } from './staff';
import { medicationSummary } from './summary';
import { medicationTile } from './tile';

export const medication = room({
  name: 'medication',
  routes: [...patientRoutes, ...staffRoutes],
  menu: [
    { id: 'medication', order: 50, icon: 'pill', label: 'medication.title', path: '/medicijnen', right: 'medication' },
  ],
  tiles: [medicationTile],
  staffTabs: [
    { id: 'medication', order: 40, icon: 'pill', label: 'medication.title', path: '/medicijnen', right: 'medication' },
  ],
  recordSections: [medicationSection],
  summaryParts: [medicationSummary],
});
