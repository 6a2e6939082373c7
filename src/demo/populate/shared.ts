/** What care at a hospital and at a GP have in common. */
import type { CalendarDate } from '../../platform/time';
import type { Person } from '../describe';
import { between, chance, type Dice } from '../dice';
import { workingDay } from '../setting';
import type { Ailment } from './ailment';
import type { Resident } from './households';

/** Where somebody is a patient. */
export interface Place {
  readonly slug: string;
  readonly kind: 'hospital' | 'gp-practice';
  readonly today: CalendarDate;
  readonly clinics: readonly string[];
  /** Who works at a clinic: id and how they are shown. */
  readonly providers: ReadonlyMap<string, readonly Doctor[]>;
}

export interface Care {
  readonly person: Person;
  readonly who: Resident;
  readonly random: Dice;
  readonly place: Place;
}

export type Appointment = Person['appointments'][number];

/** Office hours, in steps of ten minutes. */
export const time = (random: Dice): string => {
  const minutes = 8 * 60 + 30 + 10 * Math.floor(random() * 45);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
/** The nearest working day to it, earlier for what was and later for what comes. */
export const onWorkingDay = ({ place }: Care, day: number): number => workingDay(place, day);

/** When it began: long ago for what stays, within the last years for what passes. Nobody has it before the age for it. */
export function begin({ who, random }: Care, { chronic, ages }: Ailment): number {
  const earliest = Math.max(chronic ? -4200 : -1000, -Math.floor((who.age - ages[0] + 0.5) * 365));
  return Math.min(-12, earliest + Math.floor(random() * -earliest * 0.96));
}

/** Who sees somebody: the id among the providers, and how they are shown. */
export interface Doctor {
  readonly id: string;
  readonly shown: string;
}

export const clinicName = (clinic: string) => clinic.charAt(0).toUpperCase() + clinic.slice(1);

/** Medicines against it, from the first visit on or for a course. */
export function remedies(
  { person, random }: Care,
  ailment: Ailment,
  { since, by }: { since: number; by: string | undefined },
): void {
  const given = (ailment.remedies ?? []).filter((_, place) => place === 0 || chance(random, 0.45));
  for (const { text, how, atc, dose, days } of given) {
    const start = days === undefined ? since : Math.min(-1, since + between(random, 0, 10));
    person.medicines.push({
      text,
      how,
      atc,
      since: start,
      ...(days === undefined
        ? {}
        : { until: start + days, stopped: start + days < 0 ? 'De kuur is klaar' : undefined }),
      why: ailment.text,
      by,
      dose: { unit: 'stuk', per: 'd', at: [], weekdays: [], route: 'oral', ...dose },
    });
  }
}
