/** DO-09: the patient reads who looked. */
import { room } from '../house';
import { accessLogPage } from './patient';

export { whatKey } from './words';

export const accessLog = room({
  name: 'access-log',
  routes: [accessLogPage],
  menu: [
    {
      id: 'access-log',
      order: 140,
      icon: 'eye',
      label: 'access-log.title',
      labelOther: 'access-log.title-other',
      path: '/inzage',
      right: 'proxies',
      group: 'more',
    },
  ],
  quick: [
    {
      order: 50,
      icon: 'eye',
      label: 'access-log.title',
      labelOther: 'access-log.title-other',
      path: '/inzage',
      right: 'proxies',
    },
  ],
});
