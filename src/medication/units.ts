/** Units of doses in words. Pure. 'microgram' always in full: 'µg' is read as 'mg' too easily. */
import type { TextKey, Translate } from '../platform/i18n';
import { formatNumber, noBreak } from '../platform/time';

/** A FHIR Quantity as it came. */
export interface Amount {
  readonly value?: number | undefined;
  readonly comparator?: string | undefined;
  readonly unit?: string | undefined;
  readonly code?: string | undefined;
}

const counted = [
  'tablet',
  'chewable',
  'effervescent',
  'capsule',
  'piece',
  'dose',
  'drop',
  'suppository',
  'patch',
  'puff',
  'inhalation',
  'ampoule',
  'vial',
  'sachet',
  'syringe',
  'spray',
  'spoon',
  'unit',
] as const;
type Counted = (typeof counted)[number];

/** What sources write for what is counted, folded: their own words, UCUM's braces, abbreviations. */
const COUNTED: Record<Counted, readonly string[]> = {
  tablet: ['tablet', 'tabletten', 'tablets', 'tabl', 'tbl', 'tab', '{tablet}', '{tablets}', '{tbl}'],
  chewable: ['kauwtablet', 'kauwtabletten', '{kauwtablet}'],
  effervescent: ['bruistablet', 'bruistabletten', '{bruistablet}'],
  capsule: ['capsule', 'capsules', 'caps', '{capsule}', '{capsules}', '{caps}'],
  piece: ['stuk', 'stuks', 'st', '{stuk}', '{piece}'],
  dose: ['dosis', 'doses', 'doseringen', '{dose}', '{dosis}'],
  drop: ['druppel', 'druppels', 'drup', '[drp]', '{drop}', '{drops}', '{druppel}'],
  suppository: ['zetpil', 'zetpillen', '{zetpil}', '{suppository}'],
  patch: ['pleister', 'pleisters', '{pleister}', '{patch}'],
  puff: ['puf', 'pufs', 'pufjes', 'puff', 'puffs', '{puff}', '{puf}'],
  inhalation: ['inhalatie', 'inhalaties', '{inhalatie}', '{inhalation}'],
  ampoule: ['ampul', 'ampullen', '{ampul}', '{ampule}'],
  vial: ['flacon', 'flacons', '{flacon}', '{vial}'],
  sachet: ['sachet', 'sachets', 'zakje', 'zakjes', '{sachet}'],
  syringe: ['spuit', 'spuiten', 'injectiespuit', 'injectiespuiten', '{spuit}', '{syringe}'],
  spray: ['verstuiving', 'verstuivingen', '{spray}', '{verstuiving}'],
  spoon: ['maatlepel', 'maatlepels', '{maatlepel}'],
  unit: ['eenheid', 'eenheden', 'e', '{eenheid}', 'u', '[u]'],
};

const countedOf = new Map(counted.flatMap((name) => COUNTED[name].map((word) => [word, name] as const)));

/** What is measured: written as people know it. */
const MEASURED: Readonly<Record<string, string>> = {
  milligram: 'mg',
  milliliter: 'ml',
  mL: 'ml',
  ML: 'ml',
  ml: 'ml',
  mg: 'mg',
  MG: 'mg',
  gram: 'gram',
  g: 'gram',
  liter: 'liter',
  l: 'liter',
  L: 'liter',
  '[IU]': 'IE',
  '[iU]': 'IE',
  IU: 'IE',
  IE: 'IE',
};

const microgram = /^(?:µg|μg|ug|mcg|microgram)$/i;

const times: Readonly<Record<string, TimeUnit>> = {
  s: 's',
  sec: 's',
  seconde: 's',
  seconden: 's',
  min: 'min',
  minuut: 'min',
  minuten: 'min',
  minute: 'min',
  minutes: 'min',
  h: 'h',
  hr: 'h',
  uur: 'h',
  uren: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  dag: 'd',
  dagen: 'd',
  day: 'd',
  days: 'd',
  wk: 'wk',
  week: 'wk',
  weken: 'wk',
  weeks: 'wk',
  mo: 'mo',
  maand: 'mo',
  maanden: 'mo',
  month: 'mo',
  months: 'mo',
  a: 'a',
  jaar: 'a',
  jaren: 'a',
  year: 'a',
  years: 'a',
};

export type TimeUnit = 's' | 'min' | 'h' | 'd' | 'wk' | 'mo' | 'a';

/** A unit of time from UCUM, or from the words that sources write; undefined for anything else. */
export function timeUnit({ code, unit }: Amount): TimeUnit | undefined {
  for (const written of [code, unit]) {
    const key = written?.toLowerCase();
    if (key !== undefined && Object.hasOwn(times, key)) return times[key];
  }
  return undefined;
}

/** 'tabletten', 'microgram', 'mg per kg'; a unit that is not known stays as it came. */
export function unitWords(t: Translate, { unit, code }: Amount, value: number): string {
  const written = unit ?? code;
  if (written === undefined) return '';
  return written
    .split('/')
    .map((part, index) => partWords(t, part.trim(), index === 0 ? value : 1))
    .join(` ${t('medication.per')} `);
}

function partWords(t: Translate, written: string, value: number): string {
  if (microgram.test(written)) return 'microgram';
  const folded = written.toLowerCase();
  const name = countedOf.get(folded);
  // 'een halve tablet': up to one is singular in both languages.
  if (name !== undefined) return t(`medication.unit-${name}` as TextKey, { count: value <= 1 ? 1 : 2 });
  const measured = Object.hasOwn(MEASURED, written)
    ? MEASURED[written]
    : Object.hasOwn(MEASURED, folded)
      ? MEASURED[folded]
      : undefined;
  if (measured === 'IE') return t('medication.unit-iu');
  const time = timeUnit({ unit: written });
  return measured ?? (time === undefined ? written : t(`medication.one-${time}`));
}

/**
 * '2 tabletten', '0,5 tablet', '100 microgram'; undefined where there is no number. A dose that was written as 1.0 is
 * shown as 1: a zero behind the comma is overlooked with it, and ten times too much is taken.
 */
export function amountWords(t: Translate, amount: Amount | undefined): string | undefined {
  if (typeof amount?.value !== 'number') return undefined;
  return joined(
    `${amount.comparator ?? ''}${formatNumber(t.language, amount.value)}`,
    unitWords(t, amount, amount.value),
  );
}

/** '1 tot 2 tabletten', 'hoogstens 2 tabletten'. */
export function rangeWords(t: Translate, low: Amount | undefined, high: Amount | undefined): string | undefined {
  const from = amountWords(t, low);
  const to = amountWords(t, high);
  if (from === undefined || to === undefined)
    return to !== undefined
      ? t('medication.at-most', { amount: to })
      : from && t('medication.at-least', { amount: from });
  const same = unitWords(t, low ?? {}, 2) === unitWords(t, high ?? {}, 2);
  const first = same && typeof low?.value === 'number' ? formatNumber(t.language, low.value) : from;
  return t('medication.from-to', { from: first, to });
}

const joined = (number: string, unit: string): string => (unit === '' ? number : `${number}${noBreak}${unit}`);

/** Texts and names as the source wrote them, with the micro sign written out. Nothing else is touched. */
export const withoutMicroSign = (text: string): string =>
  text
    .replace(/(\d) ?(?:µg|μg|mcg|ug)(?![A-Za-zÀ-ÿ])/gi, '$1 microgram')
    .replace(/(?:µ|μ)g(?![A-Za-zÀ-ÿ])/g, 'microgram');
