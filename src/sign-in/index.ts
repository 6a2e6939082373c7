/** Signing in and out, for persons with DigiD and for employees with their organisation's provider. */
import { room } from '../house';
import { signInRoutes } from './routes';

export { signInPolicy } from './policy';
export const signIn = room({ name: 'sign-in', routes: signInRoutes });
