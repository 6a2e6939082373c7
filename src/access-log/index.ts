/** DO-09: the patient reads who looked. */
import { room } from '../house';
import { accessLogPage } from './patient';

export { whatKey } from './words';

export const accessLog = room({ name: 'access-log', routes: [accessLogPage] });
