/** How a medicine is used, in plain words, from FHIR's Dosage. Pure: never a number lost, never one made up. */
import type { Dosage, DosageDoseAndRate, Quantity, Ratio } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { conceptText, conceptTexts, type Said } from '../zib';
import { objects, perWords, timingWords } from './timing';
import { type Amount, amountWords, rangeWords, timeUnit, unitWords, withoutMicroSign } from './units';

/** One dosage in words. */
export interface Use {
  /** '2 keer per dag 1 tablet, ’s ochtends en ’s avonds, hoogstens 4 tabletten per dag'; from codes alone. */
  readonly coded: string | undefined;
  /** What the source wrote itself. */
  readonly own: string | undefined;
  /** Whether `own` must stand beside `coded`: it says more, or other numbers. */
  readonly needsOwn: boolean;
  readonly instructions: readonly Said[];
  /** Route, method and place on the body. */
  readonly how: readonly Said[];
}

/**
 * A dosage in words. Where it carries something that can change its meaning and that is not known here
 * (`modifierExtension`; `understood` says so of the resource that holds it), nothing coded is told: only the source's own
 * words.
 */
export function useOf(t: Translate, dosage: Dosage, understood = true): Use {
  const own = textOf(dosage.text);
  const parts = understood && isUnderstood(dosage) ? codedParts(t, dosage) : undefined;
  const coded = parts && joinParts(t, parts);
  const instructions = [
    ...conceptTexts(objects(dosage.additionalInstruction)),
    ...(textOf(dosage.patientInstruction) === undefined ? [] : [{ text: String(dosage.patientInstruction) }]),
  ].map((said) => ({ ...said, text: withoutMicroSign(said.text) }));
  const how = [dosage.route, dosage.method, dosage.site].flatMap((concept) => conceptText(concept) ?? []);
  const whole = parts !== undefined && parts.dose !== undefined && (parts.often !== undefined || parts.rest.length > 0);
  const told = [coded, ...instructions.map(({ text }) => text), ...how.map(({ text }) => text)].join(' ');
  return {
    coded,
    own: own && withoutMicroSign(own),
    needsOwn: own !== undefined && (!whole || numbersIn(own).some((number) => !numbersIn(told).includes(number))),
    instructions,
    how,
  };
}

interface Parts {
  readonly often: string | undefined;
  readonly dose: string | undefined;
  readonly rest: readonly string[];
}

function codedParts(t: Translate, dosage: Dosage): Parts {
  const { often, rest } = timingWords(t, dosage.timing);
  // What came from FHIR's version before R4 may have the dose on the dosage itself.
  const rates = objects(dosage.doseAndRate ?? (dosage as DosageDoseAndRate));
  const doses = rates.flatMap((rate) => doseWords(t, rate) ?? []);
  const speeds = rates.flatMap((rate) => speedWords(t, rate) ?? []);
  return {
    often,
    dose: doses.length === 0 ? undefined : doses.join(` ${t('medication.or')} `),
    rest: [...rest, ...speeds, ...asNeeded(t, dosage), ...limits(t, dosage)],
  };
}

function joinParts(t: Translate, { often, dose, rest }: Parts): string | undefined {
  const first =
    often !== undefined && dose !== undefined ? t('medication.often-dose', { often, dose }) : (often ?? dose);
  const all = [...(first === undefined ? [] : [first]), ...rest];
  return all.length === 0 ? undefined : withoutMicroSign(all.join(', '));
}

const doseWords = (t: Translate, { doseQuantity, doseRange }: DosageDoseAndRate): string | undefined =>
  amountWords(t, doseQuantity) ?? rangeWords(t, doseRange?.low, doseRange?.high);

function speedWords(t: Translate, { rateQuantity, rateRange, rateRatio }: DosageDoseAndRate): string | undefined {
  const rate =
    amountWords(t, rateQuantity) ?? rangeWords(t, rateRange?.low, rateRange?.high) ?? ratioWords(t, rateRatio);
  return rate && t('medication.speed', { rate });
}

/** '4 tabletten per dag', '8 mg per 24 uur' */
function ratioWords(t: Translate, ratio: Ratio | undefined): string | undefined {
  const amount = amountWords(t, ratio?.numerator);
  if (amount === undefined) return undefined;
  const per = ratio?.denominator;
  return [amount, per === undefined ? '' : perQuantity(t, per)].join(' ').trim();
}

function perQuantity(t: Translate, per: Quantity): string {
  const unit = timeUnit(per as Amount);
  const value = per.value ?? 1;
  if (unit !== undefined) return perWords(t, unit, value);
  const words = unitWords(t, per, value);
  return `${t('medication.per')} ${value === 1 && words !== '' ? words : (amountWords(t, { ...per, value }) ?? '')}`;
}

function asNeeded(t: Translate, { asNeededBoolean, asNeededCodeableConcept }: Dosage): string[] {
  const why = conceptText(asNeededCodeableConcept)?.text;
  if (why !== undefined && !/^zo ?nodig$/i.test(why)) return [t('medication.as-needed-for', { why })];
  return why !== undefined || asNeededBoolean === true || asNeededCodeableConcept !== undefined
    ? [t('medication.as-needed')]
    : [];
}

function limits(t: Translate, dosage: Dosage): string[] {
  const inPeriod = ratioWords(t, dosage.maxDosePerPeriod);
  const atOnce = amountWords(t, dosage.maxDosePerAdministration);
  const ever = amountWords(t, dosage.maxDosePerLifetime);
  return [
    ...(inPeriod === undefined ? [] : [t('medication.at-most', { amount: inPeriod })]),
    ...(atOnce === undefined ? [] : [t('medication.at-most-at-once', { amount: atOnce })]),
    ...(ever === undefined ? [] : [t('medication.at-most-ever', { amount: ever })]),
  ];
}

/** False where something may turn the meaning round that this reader does not know. */
function isUnderstood(dosage: Dosage): boolean {
  const modified = [dosage, dosage.timing].some((part) => objects(part?.modifierExtension).length > 0);
  return !modified;
}

/** The numbers in a text, whatever stands around them: '2', '0.5' and '0,5' are one notation. */
export const numbersIn = (text: string): string[] =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(',', '.').replace(/^0+(?=\d)/, ''));

const textOf = (text: string | undefined): string | undefined =>
  typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;

/** Dosages in the order in which they are meant. */
export const inSequence = (dosages: readonly Dosage[] | Dosage | undefined): readonly Dosage[] =>
  [...objects(dosages)].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
