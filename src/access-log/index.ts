/** DO-09: the patient reads who looked. */
import { room } from '../house';
import { accessLogPage } from './patient';

export const accessLog = room({ name: 'access-log', routes: [accessLogPage] });
