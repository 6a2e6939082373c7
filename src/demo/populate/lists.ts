/** Allergies, vaccinations and earlier operations that many people have. */
import type { Person } from '../describe';

type Told<List extends 'allergies' | 'procedures'> = Omit<Person[List][number], 'since' | 'day'>;

export const ALLERGIES: readonly Told<'allergies'>[] = [
  {
    text: 'Penicilline',
    snomed: '764146007',
    kind: 'medication',
    severe: true,
    reaction: { text: 'Huiduitslag', snomed: '271807003' },
  },
  {
    text: 'Graspollen',
    snomed: '256277009',
    kind: 'environment',
    severe: false,
    reaction: { text: 'Loopneus', snomed: '70076002' },
  },
  {
    text: 'Huisstofmijt',
    snomed: '260147004',
    kind: 'environment',
    severe: false,
    reaction: { text: 'Benauwdheid', snomed: '267036007' },
  },
  {
    text: 'Kattenhuidschilfers',
    snomed: '260152009',
    kind: 'environment',
    severe: false,
    reaction: { text: 'Jeuk', snomed: '418363000' },
  },
  {
    text: 'Bijengif',
    snomed: '288328004',
    kind: 'biologic',
    severe: true,
    reaction: { text: 'Galbulten', snomed: '126485001' },
  },
  {
    text: 'Jodiumhoudend contrastmiddel',
    snomed: '426722004',
    kind: 'medication',
    severe: false,
    reaction: { text: 'Galbulten', snomed: '126485001' },
  },
  {
    text: 'Pinda',
    snomed: '762952008',
    kind: 'food',
    severe: true,
    reaction: { text: 'Anafylaxie', snomed: '39579001' },
  },
];

/** With from which age it can have been done. */
export const EARLIER: readonly (Told<'procedures'> & { readonly age: number; readonly sex?: 'female' | 'male' })[] = [
  { text: 'Verwijderen van de blindedarm', snomed: '80146002', age: 10 },
  { text: 'Verwijderen van de amandelen', snomed: '173422009', age: 4 },
  { text: 'Keizersnede', snomed: '11466000', age: 25, sex: 'female' },
  { text: 'Operatie van een liesbreuk', snomed: '44558001', age: 30, sex: 'male' },
  { text: 'Operatie van het carpaletunnelsyndroom', snomed: '47534009', age: 40 },
];

/** The national programme for children: age in months. */
export const CHILDHOOD: readonly {
  readonly months: number;
  readonly text: string;
  readonly atc: string;
  readonly fromYear?: number;
}[] = [
  { months: 3, text: 'DKTP-Hib-HepB-prik', atc: 'J07CA09' },
  { months: 5, text: 'DKTP-Hib-HepB-prik', atc: 'J07CA09' },
  { months: 5, text: 'Pneumokokkenprik', atc: 'J07AL02', fromYear: 2006 },
  { months: 12, text: 'DKTP-Hib-HepB-prik', atc: 'J07CA09' },
  { months: 14, text: 'BMR-prik', atc: 'J07BD52' },
  { months: 14, text: 'MenACWY-prik', atc: 'J07AH08', fromYear: 2018 },
  { months: 48, text: 'DKTP-prik', atc: 'J07CA02' },
  { months: 108, text: 'DTP-prik', atc: 'J07CA01' },
  { months: 108, text: 'BMR-prik', atc: 'J07BD52' },
  { months: 122, text: 'HPV-prik', atc: 'J07BM02', fromYear: 2012 },
];

export const SMOKING = [
  { text: 'Heeft nooit gerookt', snomed: '266919005' },
  { text: 'Heeft vroeger gerookt', snomed: '8517006' },
  { text: 'Rookt dagelijks', snomed: '449868002' },
] as const;
export const DRINKING = [
  { text: 'Drinkt alcohol', snomed: '219006' },
  { text: 'Drinkt geen alcohol', snomed: '105542008' },
] as const;
export const WISHES = [
  { text: 'Reanimatie', snomed: '89666000' },
  { text: 'Opname op de intensive care', snomed: '305351004' },
  { text: 'Bloedtransfusie', snomed: '116859006' },
] as const;
