import { z } from 'zod';
import { definePolicySection, slug } from '../organisations';
import { leaflets } from './leaflet';

const schema = z
  .strictObject({
    /** Which leaflets the organisation offers: all, also those that come later, or these. */
    offers: z.union([z.literal('all'), z.array(slug)]),
    /** Those that it does not show for now. */
    hides: z.array(slug),
  })
  // A policy from before there were leaflets stays valid.
  .default({ offers: 'all', hides: [] });

export type LeafletsPolicy = z.output<typeof schema>;

/** PU-02: which leaflets can be read here. */
export const leafletsPolicy = definePolicySection('leaflets', schema, ({ offers, hides }) => {
  const unknown = (field: string, named: readonly string[]) =>
    named.flatMap((name, index) =>
      leaflets.some((leaflet) => leaflet.slug === name)
        ? []
        : [
            {
              field: `leaflets.${field}.${index}`,
              nl: `Folder '${name}' bestaat niet`,
              en: `there is no leaflet '${name}'`,
            },
          ],
    );
  return [...(offers === 'all' ? [] : unknown('offers', offers)), ...unknown('hides', hides)];
});
