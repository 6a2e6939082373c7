/** The GP's record: subjects, notes of contacts and what belongs to them (DO-04). */
import { room } from '../house';
import { routes } from './routes';
import { countGp } from './store';

export const gp = room({
  name: 'gp',
  routes,
  recordSections: [
    {
      id: 'gp',
      order: 15,
      icon: 'building-hospital',
      label: 'gp.title',
      path: '/dossier/huisarts',
      right: 'record',
      hideEmpty: true,
      async count(record) {
        const opened = record.having('record');
        return opened && countGp(opened);
      },
    },
  ],
});
