/** People who live together: alone, as a couple, with children. The same for the same organisation and number. */
import type { CalendarDate } from '../../platform/time';
import type { Person } from '../describe';
import { between, chance, type Dice, dice, pick } from '../dice';
import { dayOf } from '../setting';
import { doubled, givenNames, initialsOf, type Surname, surname } from './names';

export type Sex = 'male' | 'female';

/** One of a household, before anything is known of health. */
export interface Resident {
  readonly id: string;
  readonly name: Person['name'];
  readonly sex: Sex;
  readonly born: CalendarDate;
  readonly age: number;
  readonly role: 'adult' | 'child';
  readonly phone: string;
}

export interface Household {
  readonly residents: readonly Resident[];
  readonly address: NonNullable<Person['address']>;
  /** Which of the practices around they are registered with. */
  readonly gp: number;
}

export interface Town {
  readonly city: string;
  /** The four digits. */
  readonly postalCode: string;
}

const STREETS = [
  'Dorpsstraat',
  'Kerkstraat',
  'Molenweg',
  'Beatrixlaan',
  'Lindelaan',
  'Eikenlaan',
  'Schoolstraat',
  'Stationsweg',
  'Merelhof',
  'Vijverweg',
  'Parkstraat',
  'Nieuwstraat',
  'Oranjestraat',
  'Wilgenpad',
  'Havenstraat',
  'Hoofdweg',
] as const;
const LETTERS = 'ABCDEFGHJKLMNPRSTVWXZ';

export function household(slug: string, index: number, today: CalendarDate, towns: readonly Town[]): Household {
  const random = dice(`${slug} huishouden ${index}`);
  const kind = random();
  const shared = surname(random);
  const maker = new Maker(random, `p${index}`, today);
  if (kind < 0.36) maker.adult(oldish(random, 19, 94), shared);
  else {
    const age = kind < 0.68 ? oldish(random, 24, 92) : between(random, 27, 52);
    const first: Sex = chance(random, 0.5) ? 'male' : 'female';
    const second: Sex = chance(random, 0.05) ? first : first === 'male' ? 'female' : 'male';
    const own = surname(random);
    maker.adult(age, shared, first);
    const alone = kind >= 0.93;
    if (!alone)
      maker.adult(Math.max(19, age + between(random, -5, 5)), partnerName(random, second, shared, own), second);
    if (kind >= 0.68) maker.children(between(random, 1, chance(random, 0.15) ? 4 : 2), shared);
  }
  const town = pick(random, towns);
  const letters = () => LETTERS.charAt(Math.floor(random() * LETTERS.length));
  return {
    residents: maker.residents,
    address: {
      street: pick(random, STREETS),
      number: `${between(random, 1, 180)}${chance(random, 0.08) ? pick(random, ['A', 'B', 'C']) : ''}`,
      postalCode: `${town.postalCode} ${letters()}${letters()}`,
      city: town.city,
    },
    gp: between(random, 0, 2),
  };
}

/** Patients are older than people are: two throws of which the higher counts half the time. */
const oldish = (random: Dice, low: number, high: number): number =>
  chance(random, 0.5) ? between(random, low, high) : Math.max(between(random, low, high), between(random, low, high));

const partnerName = (random: Dice, sex: Sex, shared: Surname, own: Surname): Surname =>
  sex === 'female' && chance(random, 0.55) ? doubled(shared, own) : own;

class Maker {
  readonly residents: Resident[] = [];

  constructor(
    private readonly random: Dice,
    private readonly id: string,
    private readonly today: CalendarDate,
  ) {}

  adult(age: number, family: Surname, sex: Sex = chance(this.random, 0.53) ? 'female' : 'male'): void {
    this.add(age, family, sex, 'adult');
  }

  /** Every child at least 18 years younger than the youngest of the parents, and at home until 21. */
  children(count: number, family: Surname): void {
    const oldest = Math.min(21, Math.min(...this.residents.map(({ age }) => age)) - 19);
    for (let place = 0; place < count && oldest >= 0; place++)
      this.add(between(this.random, 0, oldest), family, chance(this.random, 0.5) ? 'male' : 'female', 'child');
  }

  private add(age: number, { prefix, family }: Surname, sex: Sex, role: Resident['role']): void {
    const { random, today } = this;
    // A birthday within the year of age: 365.25 days a year, so that nobody is a year older than meant.
    const born = dayOf({ today }, -Math.floor((age + 0.02 + random() * 0.95) * 365.25));
    const names = givenNames(random, sex, Number(born.slice(0, 4)));
    this.residents.push({
      id: `${this.id}-${this.residents.length}`,
      name: {
        initials: initialsOf(names),
        given: names[0] ?? '',
        ...(prefix === undefined ? {} : { prefix }),
        family,
      },
      sex,
      born,
      age,
      role,
      phone: `06 ${String(between(random, 10_000_000, 19_999_999))}`,
    });
  }
}
