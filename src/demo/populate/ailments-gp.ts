/** What only the GP sees. */
import type { Ailment } from './ailment';

const once = { amount: 1, times: 1 };

export const ailmentsForTheGp: readonly Ailment[] = [
  {
    text: 'Rugpijn',
    snomed: '279039007',
    icpc: 'L03',
    icpcText: 'Lage-rugpijn zonder uitstraling',
    clinics: [],
    ages: [18, 90],
    share: { female: 0.15, male: 0.15 },
    chronic: false,
    visits: ['Spreekuur'],
    told: [],
    agreed: [],
    notes: [
      [
        'Sinds een week pijn onder in de rug.',
        'Geen uitval, bewegen beperkt.',
        'In beweging blijven, paracetamol zo nodig.',
      ],
      ['Rug doet weer pijn na tillen.', 'Lasègue negatief.', 'Fysiotherapie.'],
    ],
  },
  {
    text: 'Constitutioneel eczeem',
    snomed: '24079001',
    icpc: 'S87',
    icpcText: 'Constitutioneel eczeem',
    clinics: [],
    ages: [0, 45],
    share: { female: 0.1, male: 0.1 },
    chronic: true,
    remedies: [
      {
        text: 'Hydrocortisoncrème 10 mg/g',
        how: '1 keer per dag dun aanbrengen',
        atc: 'D07AA02',
        dose: { ...once, unit: 'dosis', route: 'skin' },
      },
    ],
    visits: ['Spreekuur'],
    told: [],
    agreed: [],
    notes: [['Jeuk in de elleboogholten.', 'Rode, schilferende huid.', 'Vet houden, hydrocortison twee weken.']],
  },
  {
    text: 'Somberheid',
    snomed: '35489007',
    icpc: 'P76',
    icpcText: 'Depressie',
    clinics: [],
    ages: [18, 80],
    share: { female: 0.07, male: 0.05 },
    chronic: false,
    remedies: [
      {
        text: 'Sertraline tablet 50 mg',
        how: '1 keer per dag 1 tablet',
        atc: 'N06AB06',
        dose: { ...once, at: ['MORN'] },
      },
    ],
    visits: ['Spreekuur'],
    told: [],
    agreed: [],
    notes: [
      [
        'Somber, slaapt slecht, geen zin in dingen.',
        'Kijkt somber, geen gedachten aan de dood.',
        'Gesprekken met de praktijkondersteuner.',
      ],
      ['Het gaat beter, slaapt weer.', 'Lacht, vertelt rustig.', 'Medicijn een half jaar doorgaan.'],
    ],
  },
  {
    text: 'Verkoudheid',
    snomed: '82272006',
    icpc: 'R74',
    icpcText: 'Acute infectie bovenste luchtwegen',
    clinics: [],
    ages: [0, 120],
    share: { female: 0.2, male: 0.18 },
    chronic: false,
    visits: ['Spreekuur'],
    told: [],
    agreed: [],
    notes: [
      [
        'Hoest en verkouden sinds tien dagen.',
        'Keel rood, longen schoon, geen koorts.',
        'Gaat vanzelf over. Terug bij koorts of benauwdheid.',
      ],
    ],
  },
  {
    text: 'Migraine',
    snomed: '37796009',
    icpc: 'N89',
    icpcText: 'Migraine',
    clinics: [],
    ages: [14, 65],
    share: { female: 0.1, male: 0.04 },
    chronic: true,
    remedies: [
      {
        text: 'Sumatriptan tablet 50 mg',
        how: 'zo nodig 1 tablet bij een aanval, hoogstens 2 per dag',
        atc: 'N02CC01',
        dose: { amount: 1, asNeeded: 'bij een aanval', most: 2 },
      },
    ],
    visits: ['Spreekuur'],
    told: [],
    agreed: [],
    notes: [
      [
        'Eén keer per maand een aanval met misselijkheid.',
        'Neurologisch geen afwijkingen.',
        'Aanvalsbehandeling, hoofdpijndagboek.',
      ],
    ],
  },
];
