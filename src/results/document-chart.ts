/** RE-10: the course of a test as it stands on the page, drawn for paper. */
import type { Translate } from '../platform/i18n';
import type { ChartBlock } from '../platform/pdf';
import { formatDate, formatNumber } from '../platform/time';
import { byUnit, type TrendPoint } from '../ui';
import { drawTrend } from '../ui/charts/trend';
import type { ResultItem } from './store';
import { rangeText, trendPoints } from './words';

const shape = { width: 720, height: 240, left: 48, right: 650, end: 720, top: 16, bottom: 200, labelGap: 90 };

/** A chart a unit, like on the page; none for a unit with one value. */
export const chartsOf = (t: Translate, title: string, series: readonly ResultItem[]): ChartBlock[] =>
  byUnit(trendPoints(t, series))
    .filter((points) => points.length > 1)
    .map((points) => chartOf(t, title, points));

function chartOf(t: Translate, title: string, points: readonly TrendPoint[]): ChartBlock {
  const { placed, lines, bands, ticks, labels } = drawTrend(points, shape);
  const last = points.at(-1);
  const [from, until] = [points[0], points.at(-1)].map((point) =>
    point === undefined ? '' : formatDate(t.language, point.at, 'month'),
  );
  return {
    kind: 'chart',
    alt: t('results.trend-label', { title, from: from ?? '', until: until ?? '' }),
    width: shape.width,
    height: shape.height,
    left: shape.left,
    bands: bands.map(({ x, width, top, bottom }) => ({ x, width, top, bottom })),
    ...(bands.length === 1 && last !== undefined && (last.low !== undefined || last.high !== undefined)
      ? { bandLabel: t('results.trend-band', { range: rangeText(t, last) }) }
      : {}),
    ticks: ticks.map(({ y, value }) => ({ y, text: formatNumber(t.language, value) })),
    lines: lines.map((run) => run.map(({ x, y }) => ({ x, y }))),
    points: placed.map(({ x, y, point }) => ({ x, y, text: point.valueText })),
    labels: labels.map(({ x, point }) => ({ x, text: point.label })),
  };
}
