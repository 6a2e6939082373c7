import { z } from 'zod';
import { bilingual, definePolicySection, organisationPolicy, type Policy, problem, slug } from '../organisations';

/** The kinds of appointments, as the table has them. */
export const appointmentKinds = ['visit', 'phone', 'video', 'home', 'operation', 'admission'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** For which appointments something holds: all that is given must match; nothing given: for all. */
const concerns = {
  clinics: z.array(slug).min(1).optional(),
  kinds: z.array(z.enum(appointmentKinds)).min(1).optional(),
};

/** AP-01: appointments that the portal does not show. Name and reason are what the patient reads. */
const notShown = z
  .strictObject({ name: bilingual, why: bilingual, ...concerns })
  .refine(({ clinics, kinds }) => clinics !== undefined || kinds !== undefined, {
    path: ['clinics'],
    ...problem('Noem poliklinieken of soorten', 'names neither clinics nor kinds'),
  });

/** AP-11: `own` is what a clinic adds, in its own words; the portal has words for the others. */
const bring = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['identity', 'insurance', 'referral', 'medicines']), ...concerns }),
  z.strictObject({ what: z.literal('own'), text: bilingual, ...concerns }),
]);

const steps = z.array(z.strictObject({ title: bilingual, text: bilingual.optional() })).min(1);

const schema = z
  .strictObject({
    notShown: z.array(notShown).default([]),
    bring: z
      .array(bring)
      .default([
        { what: 'identity', kinds: ['visit', 'operation', 'admission'] },
        { what: 'insurance', kinds: ['visit', 'operation', 'admission'] },
        { what: 'referral', kinds: ['visit'] },
        { what: 'medicines' },
      ]),
    /** The way inside the building, from the entrance to the clinic. */
    directions: z.array(z.strictObject({ clinic: slug, steps })).default([]),
    /** AP-14: how a day goes. */
    programmes: z.array(z.strictObject({ ...concerns, steps })).default([]),
  })
  // A policy that was stored before there was this section stays valid.
  .prefault({});

export type AppointmentsPolicy = z.output<typeof schema>;
export type BringItem = z.output<typeof bring>;
export type NotShown = z.output<typeof notShown>;
export type Step = z.output<typeof steps>[number];

/** Which appointments are shown, and what goes with them. */
export const appointmentsPolicy = definePolicySection('appointments', schema, (appointments, policy) => [
  ...unknownClinics('bring', appointments.bring, policy),
  ...unknownClinics('programmes', appointments.programmes, policy),
  ...unknownClinics(
    'directions',
    appointments.directions.map(({ clinic }) => ({ clinics: [clinic] })),
    policy,
  ),
]);

/** What is not shown may name a clinic that only the source knows; the rest is about the organisation's own. */
function unknownClinics(list: string, entries: readonly { clinics?: string[] | undefined }[], policy: Policy) {
  const known = organisationPolicy.of(policy).clinics.map((clinic) => clinic.slug);
  return entries.flatMap(({ clinics = [] }, index) =>
    clinics
      .filter((clinic) => !known.includes(clinic))
      .map((clinic) => ({
        field: `appointments.${list}.${index}`,
        nl: `Polikliniek '${clinic}' bestaat niet`,
        en: `there is no clinic '${clinic}'`,
      })),
  );
}
