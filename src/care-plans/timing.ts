/** When something of a plan happens, in words (FHIR Timing). */
import type { Timing } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { formatNumber } from '../platform/time';
import { conceptText, dateText, periodText } from '../zib';

const UNITS = ['h', 'd', 'wk', 'mo', 'a'] as const;
type Unit = (typeof UNITS)[number];

const isUnit = (unit: string | undefined): unit is Unit => (UNITS as readonly string[]).includes(unit ?? '');

/** '1 keer per dag', '2 keer per 3 weken', the days it happens on, or the source's own words; undefined: it says nothing. */
export function timingText(t: Translate, timing: Timing | undefined): string | undefined {
  if (timing === undefined) return undefined;
  const bounds = periodText(t, timing.repeat?.boundsPeriod);
  const words = conceptText(timing.code)?.text ?? oftenText(t, timing) ?? daysText(t, timing);
  return [words, bounds].filter(Boolean).join(', ') || undefined;
}

function oftenText(t: Translate, { repeat }: Timing): string | undefined {
  const { frequency = 1, frequencyMax, period, periodUnit } = repeat ?? {};
  if (period === undefined || !isUnit(periodUnit)) return undefined;
  const times =
    frequencyMax === undefined
      ? t('care-plans.times', { count: frequency })
      : t('care-plans.times-range', { low: frequency, high: frequencyMax });
  const per =
    period === 1
      ? t(`care-plans.per-${periodUnit}`)
      : t(`care-plans.per-${periodUnit}-many`, { count: formatNumber(t.language, period) });
  return `${times} ${per}`;
}

const daysText = (t: Translate, { event }: Timing): string | undefined =>
  event === undefined || event.length === 0 ? undefined : event.map((day) => dateText(t, day)).join(', ');
