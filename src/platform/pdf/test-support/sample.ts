/** A document with one of everything, for tests and measurements. */
import type { Block, DocumentModel } from '../model';

export const everyBlock: readonly Block[] = [
  { kind: 'paragraph', text: 'De normale waarden zijn 8,5 tot 11. Uw waarde zit daar net onder.' },
  { kind: 'heading', level: 2, text: 'Gegevens' },
  {
    kind: 'facts',
    items: [
      { label: 'Datum', value: 'vrijdag 20 november 2026' },
      { label: 'Waarde', value: '8,4\u00a0mmol/l' },
    ],
  },
  { kind: 'heading', level: 2, text: 'Uw waarden in de tijd' },
  {
    kind: 'table',
    caption: 'Alle waarden van dit onderzoek',
    columns: ['Datum', 'Waarde', 'Normaal?'],
    rows: [
      ['20 november 2026', '8,4', 'Lager'],
      ['20 augustus 2026', '8,0', 'Lager'],
    ],
  },
  { kind: 'heading', level: 3, text: { text: 'Hemoglobin in blood', lang: 'en' } },
  { kind: 'quote', text: 'Geen bijzonderheden.\nControle over een jaar.', by: 'dr. S. Okafor, internist' },
  { kind: 'list', items: ['Identiteitsbewijs', 'Medicijnen'] },
  { kind: 'note', look: 'info', title: 'Let op', text: 'Deze uitslag is nog niet compleet.' },
  { kind: 'note', look: 'urgent', text: 'Is iemand in levensgevaar? Bel 112.' },
  {
    kind: 'chart',
    alt: 'Grafiek van hemoglobine, van februari 2025 tot november 2026',
    width: 720,
    height: 240,
    left: 48,
    bands: [{ x: 48, width: 672, top: 40, bottom: 120 }],
    bandLabel: 'Normale waarden: 8,5 tot 11',
    ticks: [
      { y: 40, text: '11' },
      { y: 120, text: '8,5' },
    ],
    lines: [
      [
        { x: 48, y: 60 },
        { x: 650, y: 130 },
      ],
    ],
    points: [
      { x: 48, y: 60, text: '9,1' },
      { x: 650, y: 130, text: '8,4' },
    ],
    labels: [{ x: 650, text: 'nov 2026' }],
  },
  { kind: 'small', text: 'Gemaakt door het laboratorium.' },
];

export const sample = (change: Partial<DocumentModel> = {}): DocumentModel => ({
  language: 'nl',
  direction: 'ltr',
  title: 'Hemoglobine',
  above: 'Bloedonderzoek van vrijdag 20 november 2026',
  organisation: {
    name: 'Duinzicht Ziekenhuis',
    lines: ['Zeeweg 1, 2555 AA Den Haag', '088 555 01 00'],
    mark: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="13" fill="#00566b"/></svg>',
    colour: '#00566b',
  },
  record: {
    label: 'Uit het dossier van',
    name: 'De heer W. Tromp',
    facts: [
      { label: 'Geboren', value: '14 februari 1948' },
      { label: 'Patiëntnummer', value: '4\u00a0118\u00a0207' },
    ],
  },
  made: 'Gemaakt op 23 november 2026 om 15.04 uur',
  madeAt: Date.parse('2026-11-23T14:04:00Z') / 1000,
  pageOf: 'Bladzijde {page} van {pages}',
  replaced: 'Een □ staat op de plaats van een teken dat niet in een pdf kan.',
  blocks: everyBlock,
  ...change,
});

/** About five pages. */
export const fivePages = (): DocumentModel =>
  sample({
    blocks: Array.from({ length: 4 }, () => everyBlock).flat(),
  });
