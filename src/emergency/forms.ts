import { z } from 'zod';
import { reasonLength } from '../access';
import { defineForm } from '../platform/forms';

/** ST-04. The patient reads the reason, so no number of anybody may stand in it. */
export const reasonForm = defineForm({
  reden: z
    .string()
    .trim()
    .min(reasonLength.min, 'emergency.reason-short')
    .max(reasonLength.max, 'emergency.reason-long'),
});

export const outcomes = ['justified', 'not-justified'] as const;
export type Outcome = (typeof outcomes)[number];
export const isOutcome = (word: string): word is Outcome => (outcomes as readonly string[]).includes(word);

export const judgementForm = defineForm({
  oordeel: z.string().refine(isOutcome, 'emergency.outcome-missing'),
  toelichting: z.string().trim().max(1000, 'emergency.note-long'),
});
