/** The care team's start page. */
import { room } from '../house';
import { start } from './start';

export const worklist = room({ name: 'worklist', routes: [start] });
