import { addDays, type CalendarDate, momentOn } from '../platform/time';
import type { Person } from './describe';

/** The day on which the demo is loaded, and whose it is. */
export interface Setting {
  readonly today: CalendarDate;
  readonly organisation: string;
}

export const moment = (setting: Setting, day: number, time: string) =>
  momentOn(addDays(setting.today, day), time).toISOString();

export const subject = (person: Person) => ({ reference: `Patient/${person.id}`, display: shownName(person) });
export const shownName = ({ name }: Person) => [name.initials, name.prefix, name.family].filter(Boolean).join(' ');
