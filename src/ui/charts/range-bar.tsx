import type { Translate } from '../../platform/i18n';
import { type Range, type RangePlaces, rangePlaces } from './range';

interface RangeBarProps extends Range {
  t: Translate;
  value: number;
  /** As they stand in the message, in the reader's notation: '8,4'. */
  valueText: string;
  lowText?: string | undefined;
  highText?: string | undefined;
}

/** About how wide letters of 15 and 17 px are; enough to keep words apart. */
const LETTER = 8;
const LETTER_BOLD = 9.5;

/**
 * Where the value lies against what is normal: two zones, because only clinicians can say where a third begins.
 * Screen readers get the sentence beside it. Nothing when the message gave no range.
 */
export function RangeBar(props: RangeBarProps) {
  const places = rangePlaces(props.value, props);
  if (places === undefined) return null;
  return (
    <div class="pp-range">
      <div class="pp-wide">
        <Bar {...props} places={places} width={700} />
      </div>
      <div class="pp-narrow">
        <Bar {...props} places={places} width={310} />
      </div>
    </div>
  );
}

function Bar({
  t,
  places,
  width,
  valueText,
  lowText,
  highText,
}: RangeBarProps & { places: RangePlaces; width: number }) {
  const at = (place: number): number => Math.round(place * width * 10) / 10;
  const mark = at(places.mark);
  const [from, to] = [at(places.bandFrom), at(places.bandTo)];
  const yours = `${t('ui.you')}: ${valueText}`;
  const normal = t('ui.normal');
  const label = fit(mark, yours.length * LETTER_BOLD, width);
  const middle = fit((from + to) / 2, normal.length * LETTER, width);
  const clash = overlap(label, middle, 8);
  return (
    <svg viewBox={`0 0 ${width} 104`} width={width} height="104" aria-hidden="true" direction="ltr">
      <rect class="d-out" x="0" y="50" width={width} height="14" rx="7" />
      <rect class="d-band" x={from} y="46" width={Math.max(2, to - from)} height="22" rx="4" />
      <text class="d-txt-ok" x={middle.x} y="38" text-anchor="middle">
        {normal}
      </text>
      <Ends t={t} places={places} from={from} to={to} width={width} lowText={lowText} highText={highText} />
      <circle class="d-mark" cx={mark} cy="57" r="12" />
      <text class="d-txt-b" x={label.x} y={clash ? 16 : 36} text-anchor="middle">
        {yours}
      </text>
    </svg>
  );
}

interface EndsProps {
  t: Translate;
  places: RangePlaces;
  from: number;
  to: number;
  width: number;
  lowText: string | undefined;
  highText: string | undefined;
}

/** The limits under the band, and what lies beyond in words where there is room. */
function Ends({ t, places, from, to, width, lowText, highText }: EndsProps) {
  const low = places.limits.low && lowText !== undefined ? fit(from, lowText.length * LETTER, width) : undefined;
  const high = places.limits.high && highText !== undefined ? fit(to, highText.length * LETTER, width) : undefined;
  if (low !== undefined && high !== undefined) spread(low, high, width);
  const start = { x: (t('ui.low').length * LETTER) / 2, size: t('ui.low').length * LETTER };
  const end = { x: width - (t('ui.high').length * LETTER) / 2, size: t('ui.high').length * LETTER };
  return (
    <>
      {low !== undefined && (
        <text class="d-txt" x={low.x} y="92" text-anchor="middle">
          {lowText}
        </text>
      )}
      {high !== undefined && (
        <text class="d-txt" x={high.x} y="92" text-anchor="middle">
          {highText}
        </text>
      )}
      {low !== undefined && !overlap(low, start, 10) && (
        <text class="d-txt" x="0" y="92">
          {t('ui.low')}
        </text>
      )}
      {high !== undefined && !overlap(high, end, 10) && (
        <text class="d-txt" x={width} y="92" text-anchor="end">
          {t('ui.high')}
        </text>
      )}
    </>
  );
}

interface Placed {
  x: number;
  size: number;
}

/** Words centred on `x`, moved inwards as far as needed to stay on the drawing. */
function fit(x: number, size: number, width: number): Placed {
  return { x: Math.min(width - size / 2, Math.max(size / 2, x)), size };
}

/** Moves two words apart until they can be read, without leaving the drawing. */
function spread(low: Placed, high: Placed, width: number): void {
  const apart = (low.size + high.size) / 2 + 8;
  if (high.x - low.x >= apart) return;
  const middle = (low.x + high.x) / 2;
  low.x = Math.min(width - high.size / 2 - apart, Math.max(low.size / 2, middle - apart / 2));
  high.x = low.x + apart;
}

function overlap(one: Placed, other: Placed, gap: number): boolean {
  return Math.abs(one.x - other.x) < (one.size + other.size) / 2 + gap;
}

/** The same in a list: small, without words. */
export function MiniRange({ value, low, high }: Range & { value: number }) {
  const places = rangePlaces(value, { low, high });
  if (places === undefined) return null;
  const at = (place: number): number => Math.round(place * 1440) / 10;
  return (
    <svg class="pp-mini" viewBox="0 0 144 20" aria-hidden="true" direction="ltr">
      <rect class="d-out" x="0" y="7" width="144" height="6" rx="3" />
      <rect
        class="d-band"
        x={at(places.bandFrom)}
        y="5"
        width={Math.max(2, at(places.bandTo - places.bandFrom))}
        height="10"
        rx="5"
      />
      <circle class="d-mark" cx={Math.min(136, Math.max(8, at(places.mark)))} cy="10" r="7" />
    </svg>
  );
}
