/** What a description of an invented person can say of health and care, beside results and visits. */
import { z } from 'zod';

/** Days from the day of loading: −1 is yesterday. */
export const day = z.int();
export const time = z.string().regex(/^\d{2}:\d{2}$/);
export const word = z.string().regex(/^[a-z0-9.-]+$/);
/** A number of days from the day of loading, or what somebody still knows of long ago: '1987', '1987-05'. */
export const since = z.union([day, z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)]);
/** Who: an id of the organisation's `providers`. */
const by = word.optional();

const side = z.enum(['left', 'right', 'both']).optional();
const coded = { text: z.string(), snomed: z.string() };

export const problem = z.strictObject({
  ...coded,
  since,
  until: since.optional(),
  kind: z.enum(['diagnosis', 'complaint', 'finding']).default('diagnosis'),
  side,
  note: z.string().optional(),
  icpc: z.string().optional(),
  by,
});

export const allergy = z.strictObject({
  ...coded,
  since,
  kind: z.enum(['medication', 'food', 'environment', 'biologic']).optional(),
  severe: z.boolean().default(false),
  reaction: z.strictObject({ ...coded, how: z.string().optional() }).optional(),
  note: z.string().optional(),
});

/** How much and when, as MP9 codes it: `times` a `per` ('d' day, 'wk' week), at moments of the day, or as needed. */
export const dose = z.strictObject({
  amount: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  unit: z.string().default('stuk'),
  times: z.int().optional(),
  per: z.enum(['d', 'wk', 'mo']).default('d'),
  at: z.array(z.enum(['MORN', 'NOON', 'EVE', 'NIGHT'])).default([]),
  weekdays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).default([]),
  asNeeded: z.string().optional(),
  most: z.int().optional(),
  extra: z.string().optional(),
  route: z.enum(['oral', 'inhalation', 'skin', 'subcutaneous', 'eye', 'nose']).default('oral'),
});

export const medicine = z.strictObject({
  text: z.string(),
  how: z.string(),
  since: day,
  until: day.optional(),
  atc: z.string().optional(),
  dose: dose.optional(),
  why: z.string().optional(),
  stopped: z.string().optional(),
  by,
});

export const procedure = z.strictObject({
  ...coded,
  day: since,
  side,
  note: z.string().optional(),
  visit: word.optional(),
  place: z.string().optional(),
  by,
});

export const vaccination = z.strictObject({
  text: z.string(),
  atc: z.string(),
  day: since,
  note: z.string().optional(),
});
export const alert = z.strictObject({ ...coded, since, note: z.string().optional() });
export const device = z.strictObject({ ...coded, since, side, note: z.string().optional() });

/** What was measured on the body at one moment. */
export const measurement = z.strictObject({
  day,
  time: time.default('09:30'),
  weight: z.number().optional(),
  height: z.number().optional(),
  pressure: z.tuple([z.int(), z.int()]).optional(),
  pulse: z.int().optional(),
  temperature: z.number().optional(),
  saturation: z.int().optional(),
});

export const social = z.strictObject({
  asked: day,
  tobacco: z.strictObject({ ...coded, note: z.string().optional() }).optional(),
  alcohol: z.strictObject({ ...coded, note: z.string().optional() }).optional(),
  home: z.string().optional(),
  work: z.string().optional(),
});

export const plan = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  since: day,
  until: day.optional(),
  status: z.enum(['active', 'completed', 'revoked']).default('active'),
  /** Place in `problems`. */
  problem: z.int().min(0).optional(),
  goals: z
    .array(z.strictObject({ text: z.string(), by: day.optional(), reached: z.boolean().default(false) }))
    .default([]),
  actions: z
    .array(
      z.strictObject({
        text: z.string(),
        status: z.enum(['not-started', 'scheduled', 'in-progress', 'completed']).default('in-progress'),
        when: z.string().optional(),
      }),
    )
    .default([]),
  by,
});

export const wish = z.strictObject({
  ...coded,
  /** May it be done? `unless` says under what condition. */
  answer: z.enum(['yes', 'no', 'unless']),
  note: z.string().optional(),
  day,
  by,
});

/** A declaration that somebody wrote: NR no resuscitation, VOL power of attorney, EU euthanasia, DO organs. */
export const declaration = z.strictObject({
  kind: z.enum(['NR', 'VOL', 'VERB', 'EU', 'DO', 'LW']),
  text: z.string(),
  note: z.string().optional(),
  day,
});

export const referral = z.strictObject({
  day,
  to: z.string(),
  from: z.string().optional(),
  why: z.string(),
  question: z.string().optional(),
  status: z.enum(['active', 'completed', 'revoked']).default('completed'),
});

const section = z.strictObject({ title: z.string(), text: z.string() });

export const letter = z.strictObject({
  day,
  time: time.default('15:20'),
  title: z.string(),
  /** A letter in sections, as plain text or as a PDF; or the report of a consultation. */
  kind: z.enum(['sections', 'text', 'pdf', 'consult']).default('sections'),
  to: z.string().optional(),
  /** A blank line begins a paragraph. */
  sections: z.array(section).min(1),
  visit: word.optional(),
  by,
});

/** What was agreed at a visit, for the patient to read back. */
export const summary = z.strictObject({ sections: z.array(section).min(1), by });

export const episode = z.strictObject({
  title: z.string(),
  icpc: z.string(),
  icpcText: z.string(),
  since: day,
  until: day.optional(),
  attention: z.boolean().default(false),
  notes: z
    .array(
      z.strictObject({
        day,
        time: time.default('09:10'),
        kind: z.enum(['visit', 'phone', 'home', 'e-consult']).default('visit'),
        /** Subjective, objective, evaluation, plan. */
        s: z.string(),
        o: z.string().optional(),
        e: z.string().optional(),
        p: z.string(),
        by,
      }),
    )
    .default([]),
});

export const contact = z.strictObject({
  name: z.strictObject({
    initials: z.string(),
    given: z.string().optional(),
    prefix: z.string().optional(),
    family: z.string(),
  }),
  relation: z.enum(['partner', 'child', 'parent', 'sibling', 'friend', 'neighbour', 'guardian']),
  role: z.enum(['first', 'second', 'representative', 'carer']).default('first'),
  sex: z.enum(['male', 'female']).optional(),
  phone: z.string(),
});

export const address = z.strictObject({
  street: z.string(),
  number: z.string(),
  postalCode: z.string(),
  city: z.string(),
});

export const provider = z.strictObject({
  name: z.string(),
  work: z.string(),
  clinic: word.optional(),
});

/** Cultures: of what, and what the bacteria that grew answer to. */
export const culture = z.strictObject({
  material: z.strictObject(coded),
  /** Antibiotic → sensitive, intermediate, resistant. */
  sensitivity: z.record(z.string(), z.enum(['S', 'I', 'R'])).default({}),
});

/** The lists that every person may have. */
export const recordLists = {
  problems: z.array(problem).default([]),
  allergies: z.array(allergy).default([]),
  medicines: z.array(medicine).default([]),
  procedures: z.array(procedure).default([]),
  vaccinations: z.array(vaccination).default([]),
  alerts: z.array(alert).default([]),
  devices: z.array(device).default([]),
  measurements: z.array(measurement).default([]),
  plans: z.array(plan).default([]),
  wishes: z.array(wish).default([]),
  declarations: z.array(declaration).default([]),
  referrals: z.array(referral).default([]),
  letters: z.array(letter).default([]),
  episodes: z.array(episode).default([]),
  contacts: z.array(contact).default([]),
};
