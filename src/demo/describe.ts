import { z } from 'zod';
import { course, seriesOf } from './course';
import { address, culture, day, provider, recordLists, social, summary, time, word } from './describe-record';

const decision = z.strictObject({
  what: z.enum(['released', 'held', 'withdrawn']),
  day,
  by: z.string(),
  reason: z.string().optional(),
});

/** What blood, urine and swabs have in common with reports. */
const result = {
  day,
  time: time.default('09:10'),
  title: z.string(),
  status: z.enum(['registered', 'partial', 'preliminary', 'final', 'corrected']).default('final'),
  visit: word.optional(),
  location: word.optional(),
  orderedBy: z.enum(['own', 'gp']).default('own'),
  decisions: z.array(decision).default([]),
};

const measured = z.strictObject({
  ...result,
  /** By the names of tests.json: a number, or words. */
  tests: z.record(z.string(), z.union([z.number(), z.string()])),
  /** A new version of some values, on a later day. */
  corrected: z.strictObject({ day, tests: z.record(z.string(), z.union([z.number(), z.string()])) }).optional(),
  culture: culture.optional(),
});

const report = z.strictObject({
  ...result,
  kind: z.enum(['radiology', 'pathology', 'genetics', 'hla', 'ecg', 'lung', 'heart', 'local']),
  text: z.string(),
});

/** The same tests again and again: from day to day, each value going from one to another with noise and seasons. */
const series = z.strictObject({
  title: z.string(),
  from: day,
  until: day,
  every: z.int().min(1),
  time: time.default('08:40'),
  visit: word.optional(),
  tests: z.record(z.string(), course),
});

const visit = z.strictObject({
  id: word,
  class: z.enum(['AMB', 'EMER', 'IMP']),
  clinic: word,
  title: z.string(),
  from: z.tuple([day, time]),
  until: z.tuple([day, time]).optional(),
});

const appointment = z.strictObject({
  day,
  time,
  minutes: z.int().min(5).default(20),
  clinic: word,
  title: z.string(),
  with: z.string().optional(),
  kind: z.enum(['visit', 'phone', 'video', 'home', 'operation', 'admission']).default('visit'),
  status: z.enum(['booked', 'fulfilled', 'cancelled', 'noshow']).optional(),
  instructions: z.string().optional(),
  /** A room or ward. */
  place: z.string().optional(),
  summary: summary.optional(),
});

const person = z.strictObject({
  id: word,
  bsn: z
    .string()
    .regex(/^9999[0-9]{5}$/)
    .optional(),
  /** Nobody has yet compared the BSN with an identity document. */
  unverified: z.boolean().default(false),
  number: z.string(),
  name: z.strictObject({ initials: z.string(), given: z.string(), prefix: z.string().optional(), family: z.string() }),
  sex: z.enum(['male', 'female', 'other', 'unknown']),
  born: z.iso.date(),
  died: day.optional(),
  address: address.optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  /** Registered with the practice that the organisation's directory names first. */
  gp: z.int().min(0).default(0),
  social: social.optional(),
  ...recordLists,
  visits: z.array(visit).default([]),
  appointments: z.array(appointment).default([]),
  measured: z.array(measured).default([]),
  series: z.array(series).default([]),
  reports: z.array(report).default([]),
});

const grant = z.strictObject({
  from: word,
  to: word,
  basis: z.enum(['proxy', 'parent', 'legal']),
  rights: z.array(z.string()).optional(),
  since: day,
});

const description = z.strictObject({
  people: z.array(person),
  grants: z.array(grant).default([]),
  /** Employees whose decisions on results are in here: id at the staff login → name and work. */
  employees: z.record(z.string(), z.strictObject({ name: z.string(), work: z.string() })).default({}),
  /** Care providers whom letters, medicines and notes name. */
  providers: z.record(word, provider).default({}),
});

export type Description = z.output<typeof description>;
export type Person = Description['people'][number];
export type Measured = Person['measured'][number];
export type Report = Person['reports'][number];
export type Visit = Person['visits'][number];
export type Appointment = Person['appointments'][number];
export type Provider = z.output<typeof provider>;

const range = z.tuple([z.number().nullable(), z.number().nullable()]);
const test = z.strictObject({
  name: z.string(),
  loinc: z.string().optional(),
  local: z.string().optional(),
  unit: z.string().optional(),
  ucum: z.string().optional(),
  decimals: z.int().default(1),
  answers: z.boolean().optional(),
  range: z.record(z.string(), range).optional(),
});
export type Test = z.output<typeof test>;

const files = import.meta.glob<unknown>('../../organisations/demo/*.json', { eager: true, import: 'default' });
const file = (name: string) => files[`../../organisations/demo/${name}.json`];

/** The tests that the demo's laboratories do, by short name. */
export const tests = (): Record<string, Test> => {
  catalogue ??= z.record(z.string(), test).parse(file('tests'));
  return catalogue;
};
let catalogue: Record<string, Test> | undefined;

/** The invented people of an organisation. Throws (a zod error) where the file is not as it must be. */
export function describe(slug: string): Description {
  const told = description.parse(file(slug));
  return { ...told, people: told.people.map((one) => ({ ...one, measured: [...one.measured, ...measuredIn(one)] })) };
}

/** What the series of a person come down to. */
const measuredIn = ({ id, series }: Pick<Person, 'id' | 'series'>): Measured[] =>
  series.flatMap((one, place) =>
    seriesOf(one, `${id} ${place}`, (name) => tests()[name]?.decimals ?? 1).map((values) =>
      measured.parse({ ...values, title: one.title, time: one.time, visit: one.visit }),
    ),
  );

/** The organisations of the demonstration, in the order of the chooser. */
export const demoOrganisations = ['duinzicht', 'maasoever', 'amstelland', 'drecht'] as const;
