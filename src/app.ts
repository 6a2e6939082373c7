/** The whole house on one screen. */
import { accessLog } from './access-log';
import { appointments } from './appointments';
import { carePlans } from './care-plans';
import { emergency } from './emergency';
import { home } from './home';
import type { Room } from './house';
import { leafletRoom } from './leaflets';
import { registration } from './registration';
import { results } from './results';
import { signIn } from './sign-in';
import { worklist } from './worklist';

const rooms: readonly Room[] = [appointments, results, carePlans, accessLog, leafletRoom, registration, emergency];

/** What an installation serves. */
export const house: readonly Room[] = [signIn, home(rooms), ...rooms, worklist];
