import type { OpenRecord } from '../access';
import type { Visit } from '../house';
import type { PersonalData } from './store';

/** What every part of the page is made of. */
export interface PartProps {
  readonly visit: Visit;
  readonly record: OpenRecord;
  readonly data: PersonalData;
}
