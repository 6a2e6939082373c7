import { clockRoutes } from './demo/clock/routes';
import { type Room, room } from './house';
import { chooserRoutes } from './sign-in/routes';

/** What only the demonstration has: no production configuration mounts it (a test holds that). */
export const demoRooms: readonly Room[] = [
  room({ name: 'chooser', routes: chooserRoutes }),
  room({ name: 'clock', routes: clockRoutes }),
];
