/** Leaflets about examinations, treatments and what else a patient wants to know (PU-02). */
import { room } from '../house';
import { leafletRoutes } from './patient';

export const leafletRoom = room({
  name: 'leaflets',
  routes: leafletRoutes,
  menu: [
    {
      id: 'leaflets',
      order: 110,
      icon: 'book',
      label: 'leaflets.title',
      path: '/folders',
      group: 'more',
      outside: true,
    },
  ],
  publicLinks: [{ order: 10, label: 'leaflets.title', path: '/folders' }],
});
