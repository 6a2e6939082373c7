/** The whole house on one screen. */
import type { Room } from './house';
import { signIn } from './sign-in';

const rooms: readonly Room[] = [];

/** What an installation serves. */
export const house: readonly Room[] = [signIn, ...rooms];
