/** Everything that people of the demonstration may have. */
import type { Ailment } from './ailment';
import { ailmentsOfBody } from './ailments-body';
import { ailmentsForTheGp } from './ailments-gp';
import { ailmentsOfHeart } from './ailments-heart';

export const ailments: readonly Ailment[] = [...ailmentsOfHeart, ...ailmentsOfBody, ...ailmentsForTheGp];
