import type { Quantity, Range, Ratio } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { writtenAs } from '../platform/json';
import { formatNumber, noBreak } from '../platform/time';

const COMPARATORS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', ad: '' } as const;

/** UCUM codes that do not read as the unit that people know; used only where the source gave no unit in words. */
const UCUM: Readonly<Record<string, string>> = {
  '1': '',
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '/min': 'per minuut',
  'kg/m2': 'kg/m²',
  a: 'jaar',
  mo: 'maanden',
  wk: 'weken',
  d: 'dagen',
  h: 'uur',
  min: 'minuten',
};

/** Codes that nobody reads as a unit, also where the source wrote them as one. */
const UNREADABLE = new Set(['mm[Hg]', 'Cel', 'kg/m2']);

/** The unit as the source wrote it, else its code; what stands in braces is a remark of UCUM and counts as words. */
export function unitText(quantity: Quantity | undefined): string | undefined {
  const given = UNREADABLE.has(quantity?.unit ?? '') ? undefined : quantity?.unit;
  const code = given === undefined ? (quantity?.code ?? quantity?.unit) : undefined;
  const unit = given ?? (code === undefined ? undefined : (UCUM[code] ?? code));
  const words = unit?.replace(/[{}]/g, '').trim();
  return words === undefined || words === '' ? undefined : words;
}

/** The number alone, with the digits that the source wrote: 8.0 stays 8,0. */
export function numberText(t: Translate, quantity: Quantity | undefined): string | undefined {
  const value = writtenAs(quantity, 'value');
  return value === undefined ? undefined : formatNumber(t.language, value);
}

/** '8,4 mmol/l', '< 5 mg/l'; undefined without a value. Unit and digits are the source's. */
export function quantityText(t: Translate, quantity: Quantity | undefined): string | undefined {
  const number = numberText(t, quantity);
  if (number === undefined) return undefined;
  const sign = quantity?.comparator === undefined ? '' : COMPARATORS[quantity.comparator];
  return [sign, number, unitText(quantity)].filter(Boolean).join(noBreak);
}

/** '5 tot 10 ml', '5 ml of meer', '10 ml of minder'. */
export function rangeText(t: Translate, range: Range | undefined): string | undefined {
  const low = writtenAs(range?.low, 'value');
  const high = writtenAs(range?.high, 'value');
  const unit = unitText(range?.low) ?? unitText(range?.high);
  const withUnit = (value: number | string) => [formatNumber(t.language, value), unit].filter(Boolean).join(noBreak);
  if (low !== undefined && high !== undefined)
    return t('zib.range', { low: formatNumber(t.language, low), high: withUnit(high) });
  if (low !== undefined) return t('zib.range-from', { low: withUnit(low) });
  return high === undefined ? undefined : t('zib.range-to', { high: withUnit(high) });
}

/** '1 : 40', '3 ml per 24 uur'. */
export function ratioText(t: Translate, ratio: Ratio | undefined): string | undefined {
  const numerator = quantityText(t, ratio?.numerator);
  const denominator = quantityText(t, ratio?.denominator);
  if (numerator === undefined || denominator === undefined) return undefined;
  const units = unitText(ratio?.numerator) ?? unitText(ratio?.denominator);
  return units === undefined
    ? `${numerator}${noBreak}:${noBreak}${denominator}`
    : t('zib.ratio', { numerator, denominator });
}
