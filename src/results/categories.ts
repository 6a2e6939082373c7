/** What kinds of results there are; release rules speak of these. */
export const resultCategories = [
  'chemistry',
  'haematology',
  'microbiology',
  'sti',
  'pathology',
  'radiology',
  'function',
  'genetics',
  'hla',
  'transfusion',
  'other',
] as const;

export type KnownCategory = (typeof resultCategories)[number];

/** A result of which no code is recognised is `unknown`, and handled as sensitive. */
export type ResultCategory = KnownCategory | 'unknown';
