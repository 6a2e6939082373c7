/** Everybody of an organisation, household by household: the same people for the same organisation and day. */
import type { OrganisationPolicy } from '../../organisations';
import { demoBsn } from '../../people';
import type { CalendarDate } from '../../platform/time';
import type { Description, Person } from '../describe';
import { demoOrganisations } from '../describe';
import { household, type Town } from './households';
import { personOf } from './life';
import type { Place } from './shared';

/** Of each organisation so many have a BSN: there are not more of the range that is nobody's. */
export const WITH_BSN = 2_000;

export function placeOf(
  about: OrganisationPolicy,
  { providers }: Pick<Description, 'providers'>,
  today: CalendarDate,
): Place {
  const byClinic = new Map<string, { id: string; shown: string }[]>();
  for (const [id, { name, work, clinic }] of Object.entries(providers))
    if (clinic !== undefined)
      byClinic.set(clinic, [...(byClinic.get(clinic) ?? []), { id, shown: `${name}, ${work}` }]);
  return {
    slug: about.slug,
    kind: about.kind === 'gp-practice' ? 'gp-practice' : 'hospital',
    today,
    clinics: about.clinics.map(({ slug }) => slug),
    providers: byClinic,
  };
}

export const townsOf = ({ locations }: OrganisationPolicy): readonly Town[] =>
  locations.map(({ address }) => ({ city: address.city, postalCode: address.postalCode.slice(0, 4) }));

/** The first `count` people, a household at a time; the last household is cut where the count is full. */
export function* people(count: number, place: Place, towns: readonly Town[]): Generator<readonly Person[]> {
  const own = Math.max(0, demoOrganisations.indexOf(place.slug as (typeof demoOrganisations)[number]));
  let made = 0;
  for (let index = 0; made < count; index++) {
    const home = household(place.slug, index, place.today, towns);
    const residents = home.residents.slice(0, count - made);
    yield residents.map((who, at) => {
      const bsn = made + at < WITH_BSN ? demoBsn(own * WITH_BSN + made + at) : undefined;
      return personOf(home, who, `9${String(index).padStart(6, '0')}${at}`, bsn, place);
    });
    made += residents.length;
  }
}
