/** One person's record: who somebody is and what care has been, from a throw of dice. */
import type { CalendarDate } from '../../platform/time';
import type { Person } from '../describe';
import { around, between, chance, type Dice, dice, pick } from '../dice';
import type { Ailment } from './ailment';
import { ailments } from './ailments';
import { hospitalCare } from './care';
import { gpCare } from './care-gp';
import type { Household, Resident } from './households';
import { ALLERGIES, CHILDHOOD, DRINKING, EARLIER, SMOKING, WISHES } from './lists';
import type { Care, Place } from './shared';

/** The record of one of a household. `bsn` undefined: none is known. */
export function personOf(
  home: Household,
  who: Resident,
  number: string,
  bsn: string | undefined,
  place: Place,
): Person {
  const random = dice(`${place.slug} ${who.id} leven`);
  const person: Person = about(home, who, number, bsn);
  const care: Care = { person, who, random, place };
  const gp = place.kind === 'gp-practice';
  const found = having(who, random, place);
  for (const ailment of found) (gp ? gpCare : hospitalCare)(care, ailment);
  return { ...person, ...background(care, found.length) };
}

const about = (home: Household, who: Resident, number: string, bsn: string | undefined): Person => ({
  id: who.id,
  ...(bsn === undefined ? {} : { bsn }),
  unverified: false,
  number,
  name: who.name,
  sex: who.sex,
  born: who.born,
  address: home.address,
  phone: who.phone,
  gp: home.gp,
  contacts: contactsOf(home, who),
  problems: [],
  allergies: [],
  medicines: [],
  procedures: [],
  vaccinations: [],
  alerts: [],
  devices: [],
  measurements: [],
  plans: [],
  wishes: [],
  declarations: [],
  referrals: [],
  letters: [],
  episodes: [],
  visits: [],
  appointments: [],
  measured: [],
  series: [],
  reports: [],
});

/** Partner, parents or a grown child of the same household. */
function contactsOf({ residents }: Household, who: Resident): Person['contacts'] {
  const others = residents.filter((one) => one !== who && one.role === 'adult').slice(0, 2);
  return others.map((other, place) => ({
    name: other.name,
    relation: who.role === 'child' ? ('parent' as const) : ('partner' as const),
    role: place === 0 ? ('first' as const) : ('second' as const),
    sex: other.sex,
    phone: other.phone,
  }));
}

/** What somebody has. Whoever comes to a hospital comes for something: of most people there is at least one thing. */
function having(who: Resident, random: Dice, place: Place): readonly Ailment[] {
  const here = place.kind === 'gp-practice';
  const possible = ailments.filter(
    ({ ages, clinics, notes }) =>
      who.age >= ages[0] &&
      who.age < ages[1] &&
      (here ? notes !== undefined : clinics.some((clinic) => place.clinics.includes(clinic))),
  );
  const found = possible.filter(({ share }) => chance(random, share[who.sex]));
  if (found.length === 0 && possible.length > 0 && chance(random, 0.8)) return [pick(random, possible)];
  return found.slice(0, 5);
}

/** What has little to do with why somebody is here. */
function background({ person, who, random, place }: Care, ailing: number): Partial<Person> {
  const ill = ailing > 0;
  return {
    allergies: chance(random, 0.22) ? [{ ...pick(random, ALLERGIES), since: year(who, random, 2) }] : [],
    procedures: [...person.procedures, ...earlier(who, random)],
    vaccinations: vaccinations(who, random, place),
    measurements: [...person.measurements, ...body(who, random, ill)],
    ...(who.age >= 16 && chance(random, 0.4) ? { social: social(who, random) } : {}),
    ...(who.age >= 70 && chance(random, 0.3) ? { wishes: wishes(random) } : {}),
  };
}

const year = (who: Resident, random: Dice, from: number): string =>
  String(Math.min(Number(who.born.slice(0, 4)) + between(random, from, Math.max(from, who.age - 1)), lastYear(who)));
const lastYear = ({ born, age }: Resident) => Number(born.slice(0, 4)) + Math.max(0, age - 1);

const earlier = (who: Resident, random: Dice): Person['procedures'] =>
  EARLIER.filter(
    ({ age, sex }) => who.age > age + 5 && (sex === undefined || sex === who.sex) && chance(random, 0.07),
  ).map(({ age, sex: _sex, ...told }) => ({ ...told, day: year(who, random, age), place: 'Elders' }));

function vaccinations(who: Resident, random: Dice, { today, kind }: Place): Person['vaccinations'] {
  const known = kind === 'gp-practice' || who.role === 'child';
  const born = Number(who.born.slice(0, 4));
  const childhood = !known || who.age > 22 || chance(random, 0.06) ? [] : CHILDHOOD;
  const given = childhood
    .filter(({ fromYear = 0 }) => born >= fromYear)
    .map(({ months, text, atc }) => ({ text, atc, day: monthAfter(who.born, months) }))
    .filter(({ day }) => day < today.slice(0, 7));
  const flu = who.age >= 60 && chance(random, 0.7) ? [-35, -400].slice(0, between(random, 1, 2)) : [];
  return [
    ...given,
    ...flu.map((day) => ({ text: 'Griepprik', atc: 'J07BB02', day: day + between(random, -10, 10) })),
    ...(who.age >= 60 && chance(random, 0.5)
      ? [{ text: 'Coronaprik', atc: 'J07BN01', day: -38 + between(random, -8, 8) }]
      : []),
  ];
}

/** The month, that many months after birth: the day is mostly not known any more. */
function monthAfter(born: CalendarDate, months: number): string {
  const count = Number(born.slice(0, 4)) * 12 + Number(born.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Height and weight that go with each other and with age. */
function body(who: Resident, random: Dice, ill: boolean): Person['measurements'] {
  if (!chance(random, ill ? 0.7 : 0.25)) return [];
  const grown = who.sex === 'male' ? 180 : 168;
  const height = Math.round(
    who.age >= 18 ? grown + 7 * around(random) : 76 + (grown - 78) * Math.min(1, who.age / 17) + 4 * around(random),
  );
  const index = who.age >= 18 ? 25.5 + 4 * around(random) : 15.5 + who.age * 0.35 + around(random);
  const weight = Math.round(index * (height / 100) ** 2 * 10) / 10;
  const pressure: [number, number] = [
    Math.round((who.age < 16 ? 102 : 122 + who.age * 0.2) + 9 * around(random)),
    Math.round((who.age < 16 ? 62 : 78) + 6 * around(random)),
  ];
  return [
    {
      day: -between(random, 5, 500),
      time: '10:10',
      height,
      weight,
      pressure,
      pulse: Math.round(72 + 8 * around(random)),
    },
  ];
}

function social(who: Resident, random: Dice): NonNullable<Person['social']> {
  return {
    asked: -between(random, 5, 600),
    tobacco: { ...pick(random, SMOKING) },
    ...(who.age >= 18 ? { alcohol: { ...pick(random, DRINKING) } } : {}),
    ...(who.age >= 67 ? { work: 'Met pensioen' } : {}),
  };
}

const wishes = (random: Dice): Person['wishes'] =>
  WISHES.filter(() => chance(random, 0.6)).map((wish) => ({
    ...wish,
    answer: pick(random, ['yes', 'no', 'yes'] as const),
    day: -between(random, 20, 700),
  }));
