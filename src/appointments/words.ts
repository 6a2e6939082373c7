/** Appointments in the reader's language, with what the organisation's policy says of place and clinic. */
import { type Clinic, inLanguage, type Location, type Organisation } from '../organisations';
import type { Language, Translate } from '../platform/i18n';
import { dateIn, formatDate, formatTime } from '../platform/time';
import type { IconName } from '../ui';
import type { Appointment } from './store';

export interface Placed {
  readonly clinic: Clinic | undefined;
  readonly location: Location | undefined;
}

/** Clinic and location as the policy knows them; undefined where the source named one that it does not know. */
export function placeOf({ about }: Organisation, appointment: Pick<Appointment, 'clinic' | 'location'>): Placed {
  const clinic = about.clinics.find(({ slug }) => slug === appointment.clinic);
  const slug = appointment.location ?? clinic?.location;
  return { clinic, location: about.locations.find((location) => location.slug === slug) };
}

export const clinicName = (placed: Placed, appointment: Appointment, language: Language): string =>
  placed.clinic === undefined ? appointment.clinic : inLanguage(placed.clinic.name, language);

/** 'Locatie Zeeweg, route 24, 2e verdieping' */
export function whereText(t: Translate, placed: Placed, appointment: Appointment): string | undefined {
  const inside = placed.clinic?.place === undefined ? appointment.place : inLanguage(placed.clinic.place, t.language);
  const location = placed.location && t('appointments.at-location', { location: placed.location.name });
  const words = [location, inside].filter(Boolean).join(', ');
  return words === '' ? undefined : words;
}

/** '10.20 uur, duurt ongeveer 20 minuten' */
export function timeText(t: Translate, { startsAt, endsAt }: Appointment): string {
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const time = formatTime(t.language, startsAt);
  return minutes > 0 && minutes < 8 * 60
    ? t('appointments.time-and-length', { time, length: t('common.minutes', { count: minutes }) })
    : time;
}

export const kindIcon: Record<Appointment['kind'], IconName> = {
  visit: 'building-hospital',
  phone: 'phone',
  video: 'video',
  operation: 'bandage',
};

export const kindText = (t: Translate, { kind }: Appointment): string => t(`appointments.kind-${kind}`);

/** A word about its state, where it is not simply planned. */
export function stateText(t: Translate, { status }: Appointment): string | undefined {
  return status === 'booked' || status === 'arrived' || status === 'fulfilled'
    ? undefined
    : t(`appointments.status-${status}`);
}

/** The parts of a date block: 'dec', 3, 'donderdag'. */
export function dateParts(t: Translate, at: Date): { month: string; day: number; weekday: string } {
  const month = formatDate(t.language, at, 'short').replace(/[\d\s.]+/g, '');
  return { month, day: Number(dateIn(at).slice(8)), weekday: formatDate(t.language, at, 'weekday') };
}
