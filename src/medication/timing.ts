/** When a medicine is used, in words, from FHIR's Timing. Pure. */
import type { Duration, Period, Range, Timing, TimingRepeat } from '@medplum/fhirtypes';
import { listInWords, type TextKey, type Translate } from '../platform/i18n';
import { isObject, listOf } from '../platform/json';
import { formatDate, formatNumber } from '../platform/time';
import { conceptText, dateText, dateTimeText, periodText } from '../zib';
import { type TimeUnit, timeUnit } from './units';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A Monday. */
const week = Date.parse('2026-11-23T12:00:00Z');

const beforeAndAfter =
  'MORN MORN.early MORN.late NOON AFT AFT.early AFT.late EVE EVE.early EVE.late NIGHT PHS HS WAKE C CM CD CV AC ACM ACD ACV PC PCM PCD PCV'.split(
    ' ',
  );
const moments = new Set(beforeAndAfter);

/** Codes that stand for a whole timing (v3 GTSAbbreviation), as what they mean. */
const abbreviated: Readonly<Record<string, TimingRepeat>> = {
  QD: { frequency: 1, period: 1, periodUnit: 'd' },
  BID: { frequency: 2, period: 1, periodUnit: 'd' },
  TID: { frequency: 3, period: 1, periodUnit: 'd' },
  QID: { frequency: 4, period: 1, periodUnit: 'd' },
  QOD: { frequency: 1, period: 2, periodUnit: 'd' },
  Q1H: { frequency: 1, period: 1, periodUnit: 'h' },
  Q2H: { frequency: 1, period: 2, periodUnit: 'h' },
  Q3H: { frequency: 1, period: 3, periodUnit: 'h' },
  Q4H: { frequency: 1, period: 4, periodUnit: 'h' },
  Q6H: { frequency: 1, period: 6, periodUnit: 'h' },
  Q8H: { frequency: 1, period: 8, periodUnit: 'h' },
  WK: { frequency: 1, period: 1, periodUnit: 'wk' },
  MO: { frequency: 1, period: 1, periodUnit: 'mo' },
  AM: { when: ['MORN'] },
  PM: { when: ['AFT'] },
  BED: { when: ['HS'] },
};

export interface TimingWords {
  /** '2 keer per dag' */
  readonly often: string | undefined;
  /** '’s ochtends', 'op maandag', 'om 08.00 uur', '7 dagen lang' */
  readonly rest: readonly string[];
}

/** Everything that the timing says; what is not there is left out. */
export function timingWords(t: Translate, timing: Timing | undefined): TimingWords {
  const repeat = repeatOf(timing);
  const spoken = repeat === undefined && timing?.code !== undefined ? conceptText(timing.code)?.text : undefined;
  return {
    often: (repeat && oftenWords(t, repeat)) ?? spoken,
    rest: [
      ...(repeat === undefined ? [] : momentsOf(t, repeat)),
      ...list(timing?.event).map((event) => dateTimeText(t, event)),
      ...(repeat === undefined ? [] : lengthsOf(t, repeat)),
      ...boundsWords(t, timing?.repeat),
    ],
  };
}

/** The coded rhythm; a code that stands for one where there is none. */
function repeatOf(timing: Timing | undefined): TimingRepeat | undefined {
  const repeat = timing?.repeat;
  const says = repeat && Object.keys(repeat).some((name) => !name.startsWith('bounds') && name !== 'extension');
  if (says) return repeat;
  const codes = objects(timing?.code?.coding).flatMap(({ code }) => code ?? []);
  const known = codes.find((code) => Object.hasOwn(abbreviated, code));
  return known === undefined ? undefined : abbreviated[known];
}

/** '2 keer per dag', '1 tot 3 keer per week', 'elke 6 uur'; '3 keer' where no period is given. */
function oftenWords(t: Translate, repeat: TimingRepeat): string | undefined {
  const { frequency, frequencyMax, period, periodMax } = repeat;
  const unit = repeat.periodUnit === undefined ? undefined : timeUnit({ code: repeat.periodUnit });
  const number = (value: number) => formatNumber(t.language, value);
  const times =
    frequency === undefined
      ? frequencyMax === undefined
        ? undefined
        : t('medication.times-at-most', { number: number(frequencyMax) })
      : frequencyMax === undefined || frequencyMax === frequency
        ? t('medication.times', { count: frequency, number: number(frequency) })
        : t('medication.times-range', { from: number(frequency), to: number(frequencyMax) });
  if (period === undefined || unit === undefined) return times;
  if (times === undefined)
    return t(`medication.every-${unit}`, { count: period, number: spread(t, period, periodMax) });
  return t('medication.often', { times, per: perWords(t, unit, period, periodMax) });
}

const spread = (t: Translate, from: number, to: number | undefined): string =>
  to === undefined || to === from
    ? formatNumber(t.language, from)
    : t('medication.from-to', { from: formatNumber(t.language, from), to: formatNumber(t.language, to) });

/** 'per dag', 'per 2 dagen', 'per 4 tot 6 uur' */
export const perWords = (t: Translate, unit: TimeUnit, period: number, periodMax?: number): string =>
  t(`medication.per-${unit}`, {
    count: periodMax === undefined || periodMax === period ? period : 2,
    number: spread(t, period, periodMax),
  });

function momentsOf(t: Translate, repeat: TimingRepeat): string[] {
  const whens = list(repeat.when).map((when) => whenWords(t, when, repeat.offset));
  const clock = list(repeat.timeOfDay).map((time) => clockWords(t, time));
  const named = list(repeat.dayOfWeek).map((day) => {
    const index = days.indexOf(day);
    return index < 0 ? day : formatDate(t.language, new Date(week + index * 86_400_000), 'weekday');
  });
  return [
    ...(whens.length === 0 ? [] : [listInWords(t.language, whens)]),
    ...(clock.length === 0 ? [] : [t('medication.at-time', { times: listInWords(t.language, clock) })]),
    ...(named.length === 0 ? [] : [t('medication.on-days', { days: listInWords(t.language, named) })]),
  ];
}

/** '30 minuten voor het ontbijt'. Where the moment does not say before or after, FHIR counts from it onwards. */
function whenWords(t: Translate, when: string, offset: number | undefined): string {
  const words = moments.has(when) ? t(`medication.when-${when.replace('.', '-')}` as TextKey) : when;
  if (offset === undefined || offset === 0) return words;
  const length = lengthWords(t, 'min', offset);
  return /^(AC|PC|HS|PHS)/.test(when)
    ? t('medication.so-long', { length, moment: words })
    : t('medication.so-long-after', { length, moment: words });
}

const clockWords = (t: Translate, time: string): string => {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (hours === '') return time;
  return t.language === 'en' ? `${hours}:${minutes}` : `${hours}.${minutes}\u00a0uur`;
};

/** '7 dagen' */
const lengthWords = (t: Translate, unit: TimeUnit, value: number, max?: number): string =>
  t(`medication.length-${unit}`, {
    count: max === undefined || max === value ? value : 2,
    number: spread(t, value, max),
  });

/** How long one use takes, and how often in all. */
function lengthsOf(t: Translate, repeat: TimingRepeat): string[] {
  const { duration, durationMax, count, countMax } = repeat;
  const unit = repeat.durationUnit === undefined ? undefined : timeUnit({ code: repeat.durationUnit });
  const lasts = duration ?? durationMax;
  return [
    ...(lasts === undefined || unit === undefined
      ? []
      : [t('medication.lasts', { length: lengthWords(t, unit, lasts, durationMax) })]),
    ...(count === undefined ? [] : [t('medication.in-all', { number: spread(t, count, countMax) })]),
  ];
}

/** '7 dagen lang', '7 tot 10 dagen lang', 'van 3 december 2026 tot en met 10 december 2026' */
function boundsWords(t: Translate, repeat: TimingRepeat | undefined): string[] {
  const words =
    durationWords(t, repeat?.boundsDuration) ??
    rangeOfTime(t, repeat?.boundsRange) ??
    periodWords(t, repeat?.boundsPeriod);
  return words === undefined ? [] : [words];
}

const periodWords = (t: Translate, period: Period | undefined): string | undefined => periodText(t, period);

/** '3 weken lang'; undefined where there is no number. */
export function durationWords(t: Translate, duration: Duration | undefined): string | undefined {
  const length = plainDuration(t, duration);
  return length && t('medication.for-length', { length });
}

/** '3 weken' */
export function plainDuration(t: Translate, duration: Duration | undefined): string | undefined {
  if (typeof duration?.value !== 'number') return undefined;
  const unit = timeUnit(duration);
  if (unit === undefined) return [formatNumber(t.language, duration.value), duration.unit ?? ''].join(' ').trim();
  return lengthWords(t, unit, duration.value);
}

function rangeOfTime(t: Translate, range: Range | undefined): string | undefined {
  const low = range?.low;
  const high = range?.high;
  if (typeof low?.value !== 'number' || typeof high?.value !== 'number') return durationWords(t, low ?? high);
  const unit = timeUnit(high) ?? timeUnit(low);
  if (unit === undefined) return undefined;
  return t('medication.for-length', { length: lengthWords(t, unit, low.value, high.value) });
}

/** Sources sometimes send one where FHIR has a list, or nothing that can be read. */
export const list = <T>(value: readonly T[] | T | undefined): readonly T[] =>
  listOf(value).filter((one): one is T => one !== undefined && one !== null);

/** The same where only objects can be read. */
export const objects = <T extends object>(value: readonly T[] | T | undefined): readonly T[] =>
  listOf(value).filter((one): one is T => isObject(one));

export { dateText };
