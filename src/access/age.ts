/** What age means for access. Pure; asked anew at each request, never by a job. */
import { addDays, ageOn, birthdayOn, type CalendarDate } from '../platform/time';

/** Until this age a parent's access needs nobody's consent but the parent's. */
const childUntil = 12;
/** WGBO (BW 7:447): from 16 one decides alone about one's care. */
const adultInCareFrom = 16;

/** IN-04: what somebody may do in the own record by age: everything, the under-12 use of DigiD, or nothing yet. */
export function ownAccess(
  birthDate: CalendarDate,
  on: CalendarDate,
  policy: { readonly ownAccountFrom: number; readonly under12Digid: 'appointments' | 'none' },
): 'full' | 'appointments' | 'none' {
  return ageOn(birthDate, on) >= policy.ownAccountFrom ? 'full' : policy.under12Digid;
}

export type ParentAccess = 'full' | 'ended-12' | 'ended-16';

/**
 * PR-04 to PR-06: whether a parent's access holds on a day. `grantedOn` is the day it was arranged: what was renewed
 * since the 12th birthday has the child's own consent and goes on to the 16th; what was renewed since the 16th goes
 * on until its own end.
 */
export function parentAccess(
  birthDate: CalendarDate,
  on: CalendarDate,
  policy: { readonly parentAt12: 'ends' | 'goes-on' },
  grantedOn: CalendarDate = birthDate,
): ParentAccess {
  const age = ageOn(birthDate, on);
  const consentedAt = ageOn(birthDate, grantedOn);
  if (age >= adultInCareFrom && consentedAt < adultInCareFrom) return 'ended-16';
  if (age >= childUntil && consentedAt < childUntil && policy.parentAt12 === 'ends') return 'ended-12';
  return 'full';
}

/** The last day on which a parent's access holds, where age ends it; undefined when it does not. For 'tot en met'. */
export function parentAccessLastDay(
  birthDate: CalendarDate,
  policy: { readonly parentAt12: 'ends' | 'goes-on' },
  grantedOn: CalendarDate = birthDate,
): CalendarDate | undefined {
  const consentedAt = ageOn(birthDate, grantedOn);
  if (consentedAt >= adultInCareFrom) return undefined;
  const ends = consentedAt < childUntil && policy.parentAt12 === 'ends' ? childUntil : adultInCareFrom;
  return addDays(birthdayOn(birthDate, ends), -1);
}
