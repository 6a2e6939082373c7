/** What can be asked of the demonstration's clock. */
import { z } from 'zod';
import { defineForm } from '../../platform/forms';
import { daysLater, isCalendarDate, momentOn } from '../../platform/time';

/** The pages of the demo have something to show in these years. */
const FIRST = '2000-01-01';
const LAST = '2099-12-31';

export const moveForm = defineForm({
  dag: z.string().refine((text) => isCalendarDate(text) && text >= FIRST && text <= LAST, 'demo.clock-wrong-day'),
  tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'demo.clock-wrong-time'),
});

/** The moment that was asked; a time that the clock skips in spring becomes the later one. */
export const momentAsked = ({ dag, tijd }: { readonly dag: string; readonly tijd: string }): Date =>
  momentOn(dag, tijd);

const JUMPS: Readonly<Record<string, number>> = { dag: 1, week: 7 };

/** Where a button leads: a moment, 'back', or undefined for a button that there is not. */
export function jump(button: string, now: Date): Date | 'back' | undefined {
  if (button === 'nu') return 'back';
  const days = Object.hasOwn(JUMPS, button) ? JUMPS[button] : undefined;
  return days === undefined ? undefined : daysLater(now, days);
}
