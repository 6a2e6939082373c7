import { type Band, drawTrend, type Field, type Placed, type TrendDrawing, type TrendPoint } from './trend';

interface TrendChartProps {
  /** Of one unit (`byUnit`), in order of time. */
  points: readonly TrendPoint[];
  /** What the chart is of: 'Grafiek van uw hemoglobine van februari 2025 tot november 2026'. */
  label: string;
  /** 'Normale waarden: 8,5 tot 11,0'; only drawn while one range holds all along. */
  bandLabel?: string | undefined;
  /** Writes a value on the axis. */
  formatValue: (value: number) => string;
}

interface Shape extends Field {
  width: number;
  height: number;
}

const WIDE: Shape = { width: 720, height: 300, left: 48, right: 650, end: 720, top: 16, bottom: 260, labelGap: 78 };
const NARROW: Shape = { width: 330, height: 250, left: 44, right: 286, end: 330, top: 16, bottom: 210, labelGap: 76 };

/**
 * Values in the order and at the distance of time, over the range that each message gave. Drawn twice, so that letters
 * keep their size on a phone; screen readers get the sentence and the table beside it.
 */
export function TrendChart(props: TrendChartProps) {
  if (props.points.length === 0) return null;
  return (
    <figure aria-label={props.label}>
      <Drawing {...props} shape={WIDE} name="pp-wide" />
      <Drawing {...props} shape={NARROW} name="pp-narrow" />
    </figure>
  );
}

function Drawing({ points, bandLabel, formatValue, shape, name }: TrendChartProps & { shape: Shape; name: string }) {
  const drawing = drawTrend(points, shape);
  const { width, height, left } = shape;
  return (
    <svg
      class={name}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      direction="ltr"
    >
      {drawing.bands.map((band) => (
        <BandShape band={band} />
      ))}
      {drawing.ticks.map(({ y, value }) => (
        <>
          <text class="d-txt" x={left - 12} y={y + 5} text-anchor="end">
            {formatValue(value)}
          </text>
          {!insideBand(y, drawing) && <path class="d-grid" d={`M${left} ${y}H${width}`} />}
        </>
      ))}
      {drawing.breaks.map((x) => (
        <path class="d-break" d={`M${x} ${shape.top}V${shape.bottom}`} />
      ))}
      {drawing.lines.map((line) => line.length > 1 && <path class="d-line" d={path(line)} />)}
      {bandLabel !== undefined && drawing.bands.length === 1 && <BandLabel drawing={drawing} words={bandLabel} />}
      <Points drawing={drawing} />
      {drawing.labels.map(({ x, point }) => (
        <text class="d-txt" x={x} y={height - 10} text-anchor="middle">
          {point.label}
        </text>
      ))}
    </svg>
  );
}

function BandShape({ band }: { band: Band }) {
  const right = Math.round((band.x + band.width) * 10) / 10;
  const edges = [
    band.edges.bottom && `M${band.x} ${band.bottom}H${right}`,
    band.edges.top && `M${band.x} ${band.top}H${right}`,
  ];
  const height = Math.round((band.bottom - band.top) * 10) / 10;
  return (
    <>
      <rect class="d-band d-band--soft" x={band.x} y={band.top} width={band.width} height={height} />
      <path class="d-band-l" d={edges.filter(Boolean).join('')} />
    </>
  );
}

/** Grid lines stay out of the band, whose own edges say enough. */
function insideBand(y: number, { bands }: TrendDrawing): boolean {
  return bands.length === 1 && bands.every((band) => y >= band.top - 4 && y <= band.bottom + 4);
}

/** In the band, at the side where the line is not: under its upper edge, else over its lower edge. */
function BandLabel({ drawing, words }: { drawing: TrendDrawing; words: string }) {
  const [band] = drawing.bands;
  if (band === undefined || band.bottom - band.top < 30) return null;
  const reach = band.x + 14 + words.length * 7.5;
  const near = (y: number): boolean => drawing.placed.some((place) => place.x < reach && Math.abs(place.y - y) < 22);
  const y = near(band.top + 18) && !near(band.bottom - 12) ? band.bottom - 10 : band.top + 24;
  return (
    <text class="d-txt-ok" x={band.x + 14} y={y}>
      {words}
    </text>
  );
}

function Points({ drawing: { placed } }: { drawing: TrendDrawing }) {
  const last = placed.at(-1);
  if (last === undefined) return null;
  const above = last.y > 44;
  return (
    <>
      {placed.slice(0, -1).map(({ x, y }) => (
        <circle class="d-pt" cx={x} cy={y} r="5" />
      ))}
      <circle class="d-now" cx={last.x} cy={last.y} r="9" />
      <text class="d-txt-b" x={last.x} y={above ? last.y - 17 : last.y + 28} text-anchor="middle">
        {last.point.valueText}
      </text>
    </>
  );
}

const path = (line: readonly Placed[]): string => `M${line.map(({ x, y }) => `${x} ${y}`).join('L')}`;
