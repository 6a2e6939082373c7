import type { Visit } from '../../house';
import { formatDate, formatNumber } from '../../platform/time';
import { byUnit, Card, DataTable, TrendChart, type TrendPoint } from '../../ui';
import type { ResultDetail, ResultItem } from '../store';
import { dayOf, itemReading, rangeText, titleOf, trendPoints, unitOf, valueText } from '../words';

interface TrendProps {
  readonly visit: Visit;
  readonly result: ResultDetail;
  /** This result and the earlier ones of the same test, oldest first. */
  readonly series: readonly ResultItem[];
}

/** RE-10: the same test over time; a chart a unit, because values in two units can't be compared by eye. */
export function Trend({ visit, result, series }: TrendProps) {
  const { t } = visit;
  if (series.length < 2) return null;
  const charts = byUnit(trendPoints(t, series)).filter((points) => points.length > 1);
  const before = series.at(-2);
  const reading = before && itemReading(before);
  return (
    <Card id="verloop" title={t('results.trend-heading')}>
      {before !== undefined && reading !== undefined && (
        <p class="pp-muted">
          {t('results.trend-before', {
            value: [valueText(t, reading.shown), unitOf(reading.shown)].filter(Boolean).join('\u00a0'),
            date: dayOf(t, before.effectiveOn),
          })}
        </p>
      )}
      {charts.map((points) => (
        <Chart visit={visit} title={titleOf(t, result)} points={points} />
      ))}
      <DataTable
        t={t}
        caption={t('results.trend-table', { title: titleOf(t, result) })}
        columns={[t('common.date'), t('results.column-value'), t('results.column-range'), t('results.column-verdict')]}
        rows={[...series].reverse().map((item) => tableRow(visit, item))}
      />
    </Card>
  );
}

function Chart({ visit: { t }, title, points }: { visit: Visit; title: string; points: readonly TrendPoint[] }) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, until] = [formatDate(t.language, first.at, 'month'), formatDate(t.language, last.at, 'month')];
  const range = last.low === undefined && last.high === undefined ? undefined : rangeText(t, last);
  return (
    <TrendChart
      points={points}
      label={t('results.trend-label', { title, from, until })}
      bandLabel={range && t('results.trend-band', { range })}
      formatValue={(value) => formatNumber(t.language, value)}
    />
  );
}

function tableRow({ t }: Visit, item: ResultItem): string[] {
  const reading = itemReading(item);
  if (reading === undefined) return [dayOf(t, item.effectiveOn), '', '', ''];
  return [
    dayOf(t, item.effectiveOn),
    [valueText(t, reading.shown), unitOf(reading.shown)].filter(Boolean).join('\u00a0'),
    reading.range === undefined ? reading.rangeWords.join(', ') : rangeText(t, reading.range),
    reading.verdict === undefined ? '' : t(`results.verdict-${reading.verdict}`),
  ];
}
