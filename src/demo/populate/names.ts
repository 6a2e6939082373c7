/** Names that are common in the Netherlands, by generation, with the prefixes that come with surnames. */
import { chance, type Dice, pick } from '../dice';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names of who was born before 1955, before 1985, and later. */
const GIVEN = {
  female: [
    words(
      'Johanna Maria Cornelia Wilhelmina Elisabeth Hendrika Catharina Anna Margaretha Jacoba Geertruida Adriana Truus Corrie Riet Annie Tineke',
    ),
    words(
      'Monique Sandra Esther Petra Anja Marjan Ingrid Karin Yvonne Nicole Saskia Mirjam Patricia Fatima Ayse Wilma Linda Samira Bianca Agnieszka',
    ),
    words('Emma Sanne Lisa Noa Julia Sophie Eva Fleur Lotte Zoë Yara Naomi Femke Iris Roos Maud Amira Nora Elif Tess'),
  ],
  male: [
    words('Johannes Cornelis Hendrik Willem Pieter Jacobus Gerrit Adrianus Antonius Dirk Klaas Jan Wim Kees Henk Piet'),
    words(
      'Peter Marcel Erik Ronald Michel Frank Patrick Martin Robert Edwin Mohamed Mehmet Hassan Ruud Jeroen Richard Marco Krzysztof Ahmed',
    ),
    words(
      'Daan Sem Lucas Finn Levi Noah Milan Jesse Thijs Luuk Bram Sven Ayoub Yusuf Ruben Stijn Mees Tijn Jayden Emir',
    ),
  ],
} as const;

const PLAIN = words(`Jansen Bakker Visser Smit Meijer Mulder Bos Peters Hendriks Dekker Brouwer Dijkstra Vermeulen Kok
  Schouten Willems Hoekstra Koster Prins Huisman Postma Kuiper Verhoeven Martens Groen Blom Veenstra Sanders Evers Maas
  Kramer Timmermans Wolters Hermans Scholten Gerritsen Jonker Bosman Wiersma Molenaar Yilmaz Kaya Demir Öztürk Bouzid
  Benali Alaoui Idrissi Nowicki Kowalczyk Singh Ramdin Mohan Pinas Martina Lobo`);
const PREFIXED = [
  ['de', words('Jong Vries Boer Groot Wit Graaf Haan Bruijn Lange Ruiter Koning')],
  ['van', words('Dijk Leeuwen Dam Beek Vliet Wijk Loon Dongen Veen Rijn Houten')],
  ['van de', words('Ven Pol Velde Laar Kamp')],
  ['van den', words('Berg Bosch Brink Heuvel Broek Akker')],
  ['van der', words('Meer Linden Wal Heijden Veen Horst Laan Ploeg Zwan')],
  ['ten', words('Have Cate Brink')],
  ['ter', words('Horst Braak Haar')],
  ['el', words('Amrani Haddad Mansouri')],
] as const;

export interface Surname {
  readonly prefix: string | undefined;
  readonly family: string;
}

export function surname(random: Dice): Surname {
  if (!chance(random, 0.36)) return { prefix: undefined, family: pick(random, PLAIN) };
  const [prefix, families] = pick(random, PREFIXED);
  return { prefix, family: pick(random, families) };
}

/** One to three names, of which the first is what somebody is called. */
export function givenNames(random: Dice, sex: 'male' | 'female', year: number): readonly string[] {
  const list = GIVEN[sex][year < 1955 ? 0 : year < 1985 ? 1 : 2] ?? GIVEN[sex][1];
  const count = chance(random, 0.35) ? 1 : chance(random, 0.6) ? 2 : 3;
  return Array.from({ length: count }, () => pick(random, list));
}

export const initialsOf = (names: readonly string[]): string => names.map((name) => `${name.charAt(0)}.`).join('');

/** The surname of a partner before one's own: 'Bakker-de Vries'. The prefix of the first part is kept apart. */
export function doubled(partner: Surname, own: Surname): Surname {
  const behind = [own.prefix, own.family].filter(Boolean).join(' ');
  return { prefix: partner.prefix, family: `${partner.family}-${behind}` };
}
