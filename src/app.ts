/** The whole house on one screen. */
import { appointments } from './appointments';
import { home } from './home';
import type { Room } from './house';
import { results } from './results';
import { signIn } from './sign-in';

const rooms: readonly Room[] = [appointments, results];

/** What an installation serves. */
export const house: readonly Room[] = [signIn, home(rooms), ...rooms];
