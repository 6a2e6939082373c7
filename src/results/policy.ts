import { z } from 'zod';
import {
  bilingual,
  definePolicySection,
  organisationPolicy,
  type Policy,
  slug,
  unknownLocation,
} from '../organisations';
import { resultCategories } from './categories';

const category = z.enum(resultCategories);
const code = z.strictObject({ system: z.string().min(1).optional(), code: z.string().min(1) });

/** What starts the clock: the result being known (issued, else received), or being final. */
const delay = z.strictObject({
  when: z.literal('delay'),
  days: z.int().min(1).max(365),
  from: z.enum(['known', 'final']),
});
const known = z.strictObject({ when: z.literal('known') });
const final = z.strictObject({ when: z.literal('final') });
const clinician = z.strictObject({ when: z.literal('clinician') });
const discharge = z.strictObject({ when: z.literal('discharge') });

/** RE-02: when a result becomes visible by itself; `clinician` never does. */
const releaseRule = z.discriminatedUnion('when', [delay, known, final, clinician]);
/** RE-03: for somebody who is in hospital, also: at the moment of discharge. */
const hospitalRule = z.discriminatedUnion('when', [delay, known, final, clinician, discharge]);

/**
 * RE-05: a kind of results that the portal does not show. All that is given must match: one of the categories, one of
 * the codes, the location. Name and reason are what the patient reads.
 */
const notShown = z
  .strictObject({
    name: bilingual,
    why: bilingual,
    categories: z.array(category).min(1).optional(),
    codes: z.array(code).min(1).optional(),
    location: slug.optional(),
  })
  .refine((kind) => kind.categories !== undefined || kind.codes !== undefined, {
    path: ['categories'],
    message: 'names neither categories nor codes',
    params: { nl: 'Noem soorten of codes', en: 'names neither categories nor codes' },
  });

const schema = z.strictObject({
  outpatient: releaseRule,
  admitted: hospitalRule,
  emergency: hospitalRule,
  sensitive: z.strictObject({
    /** A result of unknown category always counts as sensitive as well. */
    categories: z.array(category),
    rule: releaseRule,
    /** RE-03: whether sensitive results of admissions and emergency visits keep this rule, or go with the others. */
    inHospital: z.enum(['own-rule', 'as-others']),
  }),
  /** RE-04: which results that the GP ordered are shown here. */
  gpOrdered: z.union([z.literal('all'), z.literal('none'), z.array(category).min(1)]),
  neverShown: z.array(notShown),
  technical: z.array(notShown),
  /** RE-13. */
  announceComing: z.enum(['no', 'not-sensitive', 'yes']),
  /** The organisation's own codes: which category each is. They go before the built-in list. */
  categories: z.array(z.strictObject({ ...code.shape, category })),
});

export type ResultsPolicy = z.output<typeof schema>;
export type ReleaseRule = z.output<typeof hospitalRule>;
export type NotShown = z.output<typeof notShown>;

/** When and whether results are shown. */
export const resultsPolicy = definePolicySection('results', schema, (results, policy) => [
  ...unknownLocations('neverShown', results.neverShown, policy),
  ...unknownLocations('technical', results.technical, policy),
]);

function unknownLocations(list: string, kinds: readonly NotShown[], policy: Policy) {
  const places = organisationPolicy.of(policy).locations.map((place) => place.slug);
  return kinds.flatMap(({ location }, index) =>
    location === undefined ? [] : unknownLocation(`results.${list}.${index}.location`, location, places),
  );
}
