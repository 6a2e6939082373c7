/** What one measurement says, taken from FHIR (R4 Observation). Pure; nothing is added to what the source gave. */
import type { CodeableConcept, Observation, ObservationReferenceRange, Quantity } from '@medplum/fhirtypes';
import { writtenAs } from '../platform/json';
import { type Interpretation, interpretation } from './interpretation';

export type Comparator = '<' | '<=' | '>=' | '>';

/** A value as the source gave it. */
export type Shown =
  | {
      readonly kind: 'number';
      readonly number: number;
      /** As the source wrote it, where the number alone would lose something: '8.0'. */
      readonly written?: string | undefined;
      readonly comparator?: Comparator | undefined;
      readonly unit?: string | undefined;
    }
  /** Words of the source, in its own language. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  /** Two numbers: a titre 1 : 40, or a span 5 – 10. */
  | {
      readonly kind: 'pair';
      readonly joint: ':' | '–';
      readonly first: number | string;
      readonly second: number | string;
      readonly unit?: string | undefined;
    }
  /** No value, and why, where the source says so. */
  | { readonly kind: 'none'; readonly why?: string | undefined };

/** What is normal according to this message. */
export interface NormalRange {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** The limits as the source wrote them. */
  readonly written?: { readonly low?: string | undefined; readonly high?: string | undefined };
  readonly unit?: string | undefined;
}

export interface Reading {
  readonly shown: Shown;
  /** Only where the message gives one range for this value, in its unit; a choice between several is not ours. */
  readonly range: NormalRange | undefined;
  /** Ranges that can't be drawn, in the source's words. */
  readonly rangeWords: readonly string[];
  readonly verdict: Interpretation | undefined;
  /** Remarks of the laboratory. */
  readonly remarks: readonly string[];
  readonly method: string | undefined;
  /** What is measured together in one observation, such as upper and lower blood pressure. */
  readonly components: readonly { readonly title: string; readonly reading: Reading }[];
}

type Measured = Pick<
  Observation,
  | 'valueQuantity'
  | 'valueCodeableConcept'
  | 'valueString'
  | 'valueBoolean'
  | 'valueInteger'
  | 'valueRange'
  | 'valueRatio'
  | 'valueTime'
  | 'valueDateTime'
  | 'valuePeriod'
  | 'dataAbsentReason'
  | 'interpretation'
  | 'referenceRange'
> &
  Pick<Observation, 'note' | 'method' | 'component'>;

export function readingOf(observation: Measured): Reading {
  const shown = shownOf(observation);
  const range = rangeOf(observation.referenceRange ?? [], shown);
  return {
    shown,
    range,
    rangeWords: range === undefined ? (observation.referenceRange ?? []).flatMap(wordsOfRange) : [],
    verdict: verdictOf(shown, range, observation.interpretation ?? []),
    remarks: (observation.note ?? []).flatMap(({ text }) => (text ? [text] : [])),
    method: observation.method === undefined ? undefined : conceptWords(observation.method),
    components: (observation.component ?? []).map((component) => ({
      title: conceptWords(component.code) ?? '',
      reading: readingOf(component),
    })),
  };
}

/** A concept in words: what the source wrote, else a display, else the bare code. */
export function conceptWords(concept: CodeableConcept | undefined): string | undefined {
  const codings = concept?.coding ?? [];
  return concept?.text ?? codings.find(({ display }) => display)?.display ?? codings[0]?.code;
}

function shownOf(observation: Measured): Shown {
  const { valueQuantity, valueInteger, valueBoolean, valueRange, valueRatio } = observation;
  if (valueQuantity?.value !== undefined) return numberOf(valueQuantity, valueQuantity.value);
  if (valueInteger !== undefined) return { kind: 'number', number: valueInteger };
  if (valueBoolean !== undefined) return { kind: 'yes-no', yes: valueBoolean };
  const pair =
    pairOf(':', valueRatio?.numerator, valueRatio?.denominator) ?? pairOf('–', valueRange?.low, valueRange?.high);
  if (pair !== undefined) return pair;
  const text = conceptWords(observation.valueCodeableConcept) ?? observation.valueString ?? momentWords(observation);
  if (text !== undefined && text.trim() !== '') return { kind: 'words', text };
  return { kind: 'none', why: conceptWords(observation.dataAbsentReason) };
}

const numberOf = (quantity: Quantity, number: number): Shown => ({
  kind: 'number',
  number,
  ...(exactly(quantity) === undefined ? {} : { written: exactly(quantity) }),
  comparator: quantity.comparator,
  unit: unitOf(quantity),
});

/** The text of a value that its number does not say whole. */
function exactly(quantity: Quantity | undefined): string | undefined {
  const written = writtenAs(quantity, 'value');
  return typeof written === 'string' ? written : undefined;
}

const unitOf = (quantity: Quantity | undefined) => quantity?.unit ?? quantity?.code;

function pairOf(joint: ':' | '–', first: Quantity | undefined, second: Quantity | undefined): Shown | undefined {
  if (first?.value === undefined || second?.value === undefined) return undefined;
  const [one, other] = [exactly(first) ?? first.value, exactly(second) ?? second.value];
  return { kind: 'pair', joint, first: one, second: other, unit: unitOf(first) ?? unitOf(second) };
}

const momentWords = ({ valueTime, valueDateTime, valuePeriod }: Measured): string | undefined =>
  valueTime ?? valueDateTime ?? valuePeriod?.start;

const isNormal = ({ type }: ObservationReferenceRange) =>
  type === undefined || (type.coding ?? []).every(({ code }) => code === undefined || code === 'normal');

/** The range to compare with: the only normal one, in the value's own unit, with at least one limit. */
function rangeOf(ranges: readonly ObservationReferenceRange[], shown: Shown): NormalRange | undefined {
  const [range, second] = ranges.filter(isNormal);
  if (range === undefined || second !== undefined || shown.kind !== 'number') return undefined;
  const { low, high } = range;
  if (low?.value === undefined && high?.value === undefined) return undefined;
  if (low?.value !== undefined && high?.value !== undefined && low.value > high.value) return undefined;
  const units = [low, high].map(unitOf).filter((unit) => unit !== undefined);
  if (units.some((unit) => unit !== shown.unit)) return undefined;
  const written = { low: exactly(low), high: exactly(high) };
  const exact = written.low === undefined && written.high === undefined ? {} : { written };
  return { low: low?.value, high: high?.value, unit: shown.unit, ...exact };
}

function wordsOfRange(range: ObservationReferenceRange): string[] {
  const limits = [range.low, range.high].map((limit) =>
    limit?.value === undefined ? undefined : [writtenAs(limit, 'value'), unitOf(limit)].filter(Boolean).join(' '),
  );
  const [low, high] = limits;
  const span = low !== undefined && high !== undefined ? `${low} – ${high}` : undefined;
  const oneSided = low === undefined ? high && `≤ ${high}` : `≥ ${low}`;
  const words = range.text ?? span ?? oneSided;
  const kind = [conceptWords(range.type), ...(range.appliesTo ?? []).map(conceptWords)].filter(Boolean).join(', ');
  if (words === undefined) return [];
  return [kind === '' ? words : `${kind}: ${words}`];
}

function verdictOf(
  shown: Shown,
  range: NormalRange | undefined,
  codes: readonly CodeableConcept[],
): Interpretation | undefined {
  const stated = codes.flatMap(({ coding = [] }) => coding.flatMap(({ code }) => code ?? []));
  if (shown.kind !== 'number') return interpretation(undefined, undefined, stated);
  if (shown.comparator === undefined) return interpretation(shown.number, range, stated);
  return interpretation(undefined, range, stated) ?? (range && beyond(shown.number, shown.comparator, range));
}

/** 'Less than 5' is in order where anything up to 10 is; where the limit lies on the other side, nothing is certain. */
function beyond(number: number, comparator: Comparator, { low, high }: NormalRange): Interpretation | undefined {
  const below = comparator === '<' || comparator === '<=';
  if (below && low === undefined && high !== undefined && number <= high) return 'in';
  if (!below && high === undefined && low !== undefined && number >= low) return 'in';
  if (below && low !== undefined && number <= low) return 'low';
  return !below && high !== undefined && number >= high ? 'high' : undefined;
}
