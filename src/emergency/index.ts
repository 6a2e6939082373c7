/** ST-04: emergency access to a record, and its review. */
import { room } from '../house';
import { openRoutes } from './open';
import { reviewRoutes } from './review';

export const emergency = room({ name: 'emergency', routes: [...openRoutes, ...reviewRoutes] });
