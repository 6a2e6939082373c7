/** Access for others: who may open a record, and why (PR-07). Arranging it online comes later. */
import { room } from '../house';
import { accessPage } from './patient';

export const proxies = room({
  name: 'proxies',
  routes: [accessPage],
  menu: [
    {
      id: 'proxies',
      order: 130,
      icon: 'users',
      label: 'proxies.menu',
      path: '/toegang',
      right: 'proxies',
      group: 'more',
    },
  ],
  quick: [{ order: 40, icon: 'users', label: 'proxies.menu', path: '/toegang', right: 'proxies' }],
});
