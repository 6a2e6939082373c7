/** Administrative data: who somebody is, how to reach them, GP, pharmacy, insurer, contact persons (DO-07, DO-11). */
import { room } from '../house';
import { personalRoutes } from './routes';
import { personalSummary } from './summary';

export const personal = room({
  name: 'personal',
  routes: personalRoutes,
  summaryParts: [personalSummary],
  menu: [
    {
      id: 'personal',
      order: 120,
      icon: 'id',
      label: 'personal.title',
      labelOther: 'personal.title-other',
      path: '/mijn-gegevens',
      right: 'personal',
      group: 'more',
      account: true,
    },
  ],
  quick: [
    {
      order: 30,
      icon: 'id',
      label: 'personal.title',
      labelOther: 'personal.title-other',
      path: '/mijn-gegevens',
      right: 'personal',
    },
  ],
  staffTabs: [{ id: 'personal', order: 90, icon: 'id', label: 'personal.tab', path: '/gegevens', right: 'personal' }],
});
