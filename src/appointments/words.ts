/** Appointments in the reader's language, with what the organisation's policy says of place and clinic. */
import { type Clinic, inLanguage, type Location, type Organisation } from '../organisations';
import type { Language, Translate } from '../platform/i18n';
import { dateIn, formatDate, formatDateTime, formatTime } from '../platform/time';
import type { IconName } from '../ui';
import { nightsOf } from './rules';
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

/** What no policy knows was made a slug of at import: it reads as words again. */
export const clinicName = (placed: Placed, { clinic }: Pick<Appointment, 'clinic'>, t: Translate): string => {
  if (placed.clinic !== undefined) return inLanguage(placed.clinic.name, t.language);
  const words = clinic.replaceAll('-', ' ');
  return clinic === 'onbekend' ? t('appointments.clinic-unknown') : words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * Where in the building: the room or ward of the source, after the clinic's own place for a visit at its location (who is
 * admitted or operated does not go to the clinic).
 */
export function insideText(placed: Placed, appointment: Appointment, language: Language): string | undefined {
  const { clinic, location } = placed;
  const atClinic = appointment.kind === 'visit' && clinic?.location === location?.slug;
  const clinics = atClinic ? clinic?.place : undefined;
  const words = [clinics && inLanguage(clinics, language), appointment.place];
  return words.filter(Boolean).join(', ') || undefined;
}

/** 'Locatie Zeeweg, route 24, 2e verdieping' */
export function whereText(t: Translate, placed: Placed, appointment: Appointment): string | undefined {
  const location = placed.location && t('appointments.at-location', { location: placed.location.name });
  return [location, insideText(placed, appointment, t.language)].filter(Boolean).join(', ') || undefined;
}

/** 'Zeeweg 120, 1999 AB Zandoord' */
export const addressText = ({ address }: Location): string =>
  `${address.street}, ${address.postalCode.replace(' ', '\u00a0')} ${address.city}`;

/** '10.20 uur, duurt ongeveer 20 minuten'; over nights: until which day. */
export function timeText(t: Translate, appointment: Appointment): string {
  const { startsAt, endsAt } = appointment;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const time = formatTime(t.language, startsAt);
  const nights = nightsOf(appointment);
  if (nights > 0)
    return t('appointments.time-and-nights', { time, until: formatDate(t.language, endsAt, 'long'), nights });
  if (minutes % 60 === 0 && minutes >= 120)
    return t('appointments.time-and-length', { time, length: t('appointments.hours', { count: minutes / 60 }) });
  return minutes > 0 && minutes < 4 * 60
    ? t('appointments.time-and-length', { time, length: t('common.minutes', { count: minutes }) })
    : t('appointments.time-from-until', { from: time, until: formatTime(t.language, endsAt) });
}

/** When, in one line: day and time; over nights the last day too. */
export function whenText(t: Translate, appointment: Pick<Appointment, 'startsAt' | 'endsAt'>): string {
  const start = formatDateTime(t.language, appointment.startsAt);
  if (nightsOf(appointment) === 0) return start;
  return t('appointments.from-until', { start, until: formatDate(t.language, appointment.endsAt) });
}

export const kindIcon: Record<Appointment['kind'], IconName> = {
  visit: 'building-hospital',
  phone: 'phone',
  video: 'video',
  home: 'home',
  operation: 'bandage',
  admission: 'bed',
};

export const kindText = (t: Translate, { kind }: Pick<Appointment, 'kind'>): string => t(`appointments.kind-${kind}`);

/** 'Afspraak in het ziekenhuis', 'Afspraak in de praktijk', 'Beeldbellen' */
export const kindTitle = (t: Translate, { about }: Organisation, { kind }: Pick<Appointment, 'kind'>): string =>
  kind === 'visit'
    ? t(about.kind === 'gp-practice' ? 'appointments.visit-practice' : 'appointments.visit-hospital')
    : t(`appointments.kind-${kind}`);

/** A word about its state, where it is not simply planned. `at` tells what goes from what went. */
export function stateText(t: Translate, appointment: Pick<Appointment, 'status' | 'endsAt'>, at: Date) {
  const { status } = appointment;
  if (status === 'cancelled' && appointment.endsAt <= at) return t('appointments.status-cancelled-past');
  return status === 'booked' || status === 'arrived' || status === 'fulfilled'
    ? undefined
    : t(`appointments.status-${status}`);
}

/** The parts of a date block: 'dec', 3, 'donderdag'. */
export function dateParts(t: Translate, at: Date): { month: string; day: number; weekday: string } {
  const month = formatDate(t.language, at, 'short').replace(/[\d\s.]+/g, '');
  return { month, day: Number(dateIn(at).slice(8)), weekday: formatDate(t.language, at, 'weekday') };
}
