import { addDays, type CalendarDate, isWorkingDay, momentOn } from '../platform/time';
import type { Person, Provider } from './describe';

/** The day on which the demo is loaded, and whose it is. */
export interface Setting {
  readonly today: CalendarDate;
  readonly organisation: string;
  readonly providers: Readonly<Record<string, Provider>>;
}

const known = new Map<string, string>();

/** Zone arithmetic once for each distinct question: the same days come again and again. */
function once(key: string, work: () => string): string {
  let found = known.get(key);
  if (found === undefined) {
    if (known.size > 100_000) known.clear();
    found = work();
    known.set(key, found);
  }
  return found;
}

/** The calendar day that many days from the day of loading. */
export const dayOf = ({ today }: Pick<Setting, 'today'>, day: number): CalendarDate =>
  once(`${today} ${day}`, () => addDays(today, day));

export const moment = (setting: Pick<Setting, 'today'>, day: number, time: string): string => {
  const date = dayOf(setting, day);
  return once(`${date} ${time}`, () => momentOn(date, time).toISOString());
};

/** The working day for something on that day: the one before for what was, the one after for what is to come. */
export const workingDay = ({ today }: Pick<Setting, 'today'>, day: number): number =>
  Number(
    once(`${today} werkdag ${day}`, () => {
      let found = day;
      while (!isWorkingDay(addDays(today, found))) found += day > 0 ? 1 : -1;
      return String(found);
    }),
  );

/** A day counted from the day of loading, or what somebody still knows of long ago. */
export const partialDate = (setting: Setting, since: number | string): string =>
  typeof since === 'string' ? since : dayOf(setting, since);

export const subject = (person: Person) => ({ reference: `Patient/${person.id}`, display: shownName(person) });
export const shownName = ({ name }: Pick<Person, 'name'>) =>
  [name.initials, name.prefix, name.family].filter(Boolean).join(' ');

/** The role of a care provider of the organisation, as others name it. Throws for one that is not described. */
export function roleOf({ organisation, providers }: Setting, id: string) {
  const provider = providers[id];
  if (provider === undefined) throw new Error(`the demo of ${organisation} has no care provider '${id}'`);
  return {
    reference: `PractitionerRole/${organisation}-${id}`,
    type: 'PractitionerRole',
    display: `${provider.name}, ${provider.work}`,
  };
}
