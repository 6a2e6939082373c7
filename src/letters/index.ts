/** Letters: what was written about the patient, to whom, and as it was sent (DO-03). */
import { room } from '../house';
import { patientRoutes, staffRoutes } from './routes';
import { lettersTile } from './tile';

export const letters = room({
  name: 'letters',
  routes: [...patientRoutes, ...staffRoutes],
  menu: [
    {
      id: 'messages',
      order: 30,
      icon: 'message-circle',
      label: 'letters.messages',
      path: '/berichten',
      right: 'documents',
    },
  ],
  tiles: [lettersTile],
  staffTabs: [
    { id: 'letters', order: 50, icon: 'file-text', label: 'letters.title', path: '/brieven', right: 'documents' },
  ],
});
