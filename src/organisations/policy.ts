import { z } from 'zod';
import type { CalendarDate } from '../platform/time';
import { isCalendarDate } from '../platform/time';
import { bilingual } from './bilingual';
import { openingHours } from './hours';
import { definePolicySection, type PolicyProblem, problem } from './section';

/** A short name in addresses and in other systems' messages. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

export const calendarDate = z
  .string()
  .refine(isCalendarDate, problem('Geen bestaande datum (jjjj-mm-dd)', 'not an existing date (yyyy-mm-dd)'));

const phone = z.string().regex(/^\+?[0-9][0-9 -]{1,18}[0-9]$/);
const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);

const location = z.strictObject({
  slug,
  name: z.string().min(1),
  address: z.strictObject({
    street: z.string().min(1),
    postalCode: z.string().regex(/^[1-9][0-9]{3} [A-Z]{2}$/),
    city: z.string().min(1),
  }),
  /** How one gets there. */
  route: bilingual,
  phone,
});

const clinic = z.strictObject({
  slug,
  name: bilingual,
  location: slug,
  /** Where in the building: 'route 24, 2e verdieping'. */
  place: bilingual.optional(),
  phone,
  hours: openingHours.min(1),
});

const contact = z.strictObject({
  name: bilingual,
  phone,
  email: z.email().optional(),
  hours: openingHours.min(1),
  /** What the caller is asked for. */
  atHand: z.array(bilingual).optional(),
});

const contacts = z.strictObject({
  general: contact,
  registration: contact.optional(),
  helpdesk: contact.optional(),
  results: contact.optional(),
  appointments: contact.optional(),
  privacy: contact.optional(),
  /** Who answers when the organisation is closed: the GP out-of-hours post, the hospital's own number. */
  outOfHours: contact.optional(),
});

const schema = z.strictObject({
  slug,
  kind: z.enum(['hospital', 'university-hospital', 'gp-practice']),
  name: z.string().min(1),
  shortName: z.string().min(1),
  portalName: z.string().min(1),
  /** One line under the name on the start page. */
  motto: bilingual,
  /** The addresses at which this organisation's portal answers. */
  hosts: z.array(host).min(1),
  locations: z.array(location).min(1),
  clinics: z.array(clinic).min(1),
  contacts,
  closures: z
    .array(z.strictObject({ from: calendarDate, until: calendarDate, reason: bilingual }))
    .refine(
      (closures) => closures.every(({ from, until }) => from <= until),
      problem('Een sluiting eindigt voor zij begint', 'a closure ends before it begins'),
    ),
});

export type OrganisationPolicy = z.output<typeof schema>;
export type Location = OrganisationPolicy['locations'][number];
export type Clinic = OrganisationPolicy['clinics'][number];
export type Contact = z.output<typeof contact>;
export type ContactPurpose = keyof OrganisationPolicy['contacts'];

/** Who the organisation is: names, places, clinics, whom to call. */
export const organisationPolicy = definePolicySection('organisation', schema, (organisation) => {
  const places = organisation.locations.map((place) => place.slug);
  return [
    ...twice('organisation.locations', places),
    ...twice(
      'organisation.clinics',
      organisation.clinics.map((clinic) => clinic.slug),
    ),
    ...organisation.clinics.flatMap((clinic, index) =>
      unknownLocation(`organisation.clinics.${index}.location`, clinic.location, places),
    ),
  ];
});

const recordStarts = z
  .array(z.strictObject({ location: slug.optional(), from: calendarDate }))
  .refine(
    (starts) => new Set(starts.map((start) => start.location)).size === starts.length,
    problem('Dezelfde locatie staat er twee keer in', 'the same location is there twice'),
  );

/** DO-10, RE-12: from which date the record is shown, per location or for all. Nothing listed: from the beginning. */
export const recordPolicy = definePolicySection(
  'record',
  z.strictObject({ shownFrom: recordStarts }),
  (record, policy) => {
    const places = organisationPolicy.of(policy).locations.map((place) => place.slug);
    return record.shownFrom.flatMap(({ location }, index) =>
      location === undefined ? [] : unknownLocation(`record.shownFrom.${index}.location`, location, places),
    );
  },
);

export type RecordPolicy = ReturnType<typeof recordPolicy.of>;

/**
 * The date from which what happened at a location is shown; undefined when there is none. Where the location is not
 * known, or not in the list, the latest date counts: what may be too old is not shown.
 */
export function recordStart(record: RecordPolicy, location: string | undefined): CalendarDate | undefined {
  const own = record.shownFrom.find((start) => start.location === location);
  if (own !== undefined) return own.from;
  return record.shownFrom
    .map((start) => start.from)
    .sort()
    .at(-1);
}

/** A problem when a section names a location that the organisation does not have. */
export function unknownLocation(field: string, location: string, known: readonly string[]): PolicyProblem[] {
  if (known.includes(location)) return [];
  return [{ field, nl: `Locatie '${location}' bestaat niet`, en: `there is no location '${location}'` }];
}

function twice(field: string, slugs: readonly string[]): PolicyProblem[] {
  return slugs
    .filter((name, index) => slugs.indexOf(name) !== index)
    .map((name) => ({ field, nl: `'${name}' staat er twee keer in`, en: `'${name}' is there twice` }));
}
