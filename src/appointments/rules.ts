/** What an appointment is now, and what goes with it: no I/O, no clock, no database. */
import { dateIn, daysBetween } from '../platform/time';
import type { AppointmentKind, AppointmentsPolicy, BringItem, NotShown, Step } from './policy';

interface Which {
  readonly clinic: string;
  readonly kind: AppointmentKind;
}

interface Concerns {
  readonly clinics?: readonly string[] | undefined;
  readonly kinds?: readonly AppointmentKind[] | undefined;
}

const concerns = ({ clinics, kinds }: Concerns, { clinic, kind }: Which): boolean =>
  (clinics?.includes(clinic) ?? true) && (kinds?.includes(kind) ?? true);

/** AP-01: why the portal does not show an appointment; undefined for one that it does show. */
export const notShownBecause = (policy: AppointmentsPolicy, which: Which): NotShown | undefined =>
  policy.notShown.find((entry) => concerns(entry, which));

/** AP-11: what to bring, or to have at hand where nobody travels; in the policy's order. */
export const toBring = (policy: AppointmentsPolicy, which: Which): readonly BringItem[] =>
  policy.bring.filter((item) => concerns(item, which));

/** The way from the entrance to a clinic; empty where none is written down. */
export const directionsTo = (policy: AppointmentsPolicy, clinic: string): readonly Step[] =>
  policy.directions.find((entry) => entry.clinic === clinic)?.steps ?? [];

/** AP-14: how the day goes; the first programme that fits. */
export const programmeOf = (policy: AppointmentsPolicy, which: Which): readonly Step[] =>
  policy.programmes.find((entry) => concerns(entry, which))?.steps ?? [];

/** Whether somebody travels to the organisation for it. */
export const isOnSite = ({ kind }: { readonly kind: AppointmentKind }): boolean =>
  kind === 'visit' || kind === 'operation' || kind === 'admission';

interface When {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: string;
}

export type Phase = 'coming' | 'today' | 'now' | 'over' | 'off';

/** Where an appointment stands at a moment: `off` did or does not take place. */
export function phaseOf({ startsAt, endsAt, status }: When, at: Date): Phase {
  if (status === 'cancelled' || status === 'entered-in-error') return 'off';
  if (endsAt <= at || status === 'fulfilled' || status === 'noshow') return 'over';
  if (startsAt <= at) return 'now';
  return dateIn(startsAt) === dateIn(at) ? 'today' : 'coming';
}

/** Shorter is no stay, also past midnight. */
const shortestStay = 6 * 3_600_000;

/** How many nights it lasts: 0 for what ends on the same day. */
export const nightsOf = ({ startsAt, endsAt }: Pick<When, 'startsAt' | 'endsAt'>): number =>
  endsAt.getTime() - startsAt.getTime() < shortestStay ? 0 : daysBetween(dateIn(startsAt), dateIn(endsAt));

/** Lines of a text from elsewhere as paragraphs, and lines that begin with a dash or bullet as lists. */
export function instructionParts(text: string): readonly (string | readonly string[])[] {
  const parts: (string | string[])[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    const item = /^[-*•–]\s+(.+)$/.exec(words)?.[1];
    const last = parts.at(-1);
    if (words === '') continue;
    if (item === undefined) parts.push(words);
    else if (Array.isArray(last)) last.push(item);
    else parts.push([item]);
  }
  return parts;
}
