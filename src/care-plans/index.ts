/** Treatment plans, reports of consultations, wishes and limits, referrals: parts of the record (DO-02, DO-13, DO-14). */
import { room } from '../house';
import { routes } from './routes';
import { sections } from './sections';

export const carePlans = room({ name: 'care-plans', routes, recordSections: sections });
