/** The whole house on one screen. */
import { accessLog } from './access-log';
import { appointments } from './appointments';
import { carePlans } from './care-plans';
import { emergency } from './emergency';
import { gp } from './gp';
import { home } from './home';
import type { Room } from './house';
import { leafletRoom } from './leaflets';
import { letters } from './letters';
import { medication } from './medication';
import { personal } from './personal';
import { proxies } from './proxies';
import { record } from './record';
import { registration } from './registration';
import { results } from './results';
import { signIn } from './sign-in';
import { worklist } from './worklist';

/** Rooms that keep parts of the record: its index lists them. */
const parts: readonly Room[] = [gp, carePlans];

const rooms: readonly Room[] = [
  appointments,
  results,
  medication,
  letters,
  record([medication, letters, personal, ...parts]),
  ...parts,
  accessLog,
  leafletRoom,
  personal,
  proxies,
  registration,
  emergency,
];

/** What an installation serves. */
export const house: readonly Room[] = [signIn, home(rooms), ...rooms, worklist];
