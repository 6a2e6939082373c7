/** Results of one day: single values as rows, reports and panels with their parts under their own name. */
import type { Visit } from '../../house';
import { Card, Disc, Link, Row, Rows } from '../../ui';
import { groupIcon } from '../groups';
import { reportWords } from '../report';
import type { ResultPage } from '../store';
import { dayOf, itemReading } from '../words';
import { ItemRow, PartRows, StateTag, Title } from './rows';

type Item = ResultPage['items'][number];

export interface Day {
  readonly on: string | null;
  readonly items: readonly Item[];
}

/** In the order given; what has no date comes under 'date unknown'. */
export function daysOf(items: readonly Item[]): Day[] {
  const days: { on: string | null; items: Item[] }[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last !== undefined && last.on === item.effectiveOn) last.items.push(item);
    else days.push({ on: item.effectiveOn, items: [item] });
  }
  return days;
}

export function DayCard({ visit, id, on, items }: Day & { visit: Visit; id: string }) {
  const { t } = visit;
  const panels = items.filter(isPanel);
  const singles = items.filter((item) => !isPanel(item));
  const [only] = panels;
  const alone = panels.length === 1 && singles.length === 0 && only !== undefined;
  return (
    <Card
      id={id}
      title={<bdi>{dayOf(t, on)}</bdi>}
      aside={alone ? <PanelName visit={visit} panel={only} /> : undefined}
    >
      {panels.map((panel) => (
        <div>
          {!alone && (
            <h3 class="pp-h3">
              <PanelName visit={visit} panel={panel} />
            </h3>
          )}
          <PartRows t={t} to={visit.to} parts={panel.parts} />
        </div>
      ))}
      {singles.length > 0 && (
        <Rows>
          {singles.map((item) => (
            <Single visit={visit} item={item} />
          ))}
        </Rows>
      )}
    </Card>
  );
}

/** Several parts, or one with words of the report's own. */
const isPanel = ({ parts, content }: Item): boolean =>
  parts.length > 1 || (parts.length === 1 && hasWords(reportWords(content)));

const hasWords = ({ conclusion, texts, hasFile }: ReturnType<typeof reportWords>) =>
  conclusion.length + texts.length > 0 || hasFile;

function PanelName({ visit, panel }: { visit: Visit; panel: Item }) {
  const { t } = visit;
  return (
    <>
      <Link href={visit.to(`/uitslagen/${panel.id}`)}>
        <Title t={t} of={panel} />
      </Link>{' '}
      <StateTag t={t} status={panel.status} />
    </>
  );
}

/** A report shows the first line of its conclusion; a report of one value, that value. */
function Single({ visit, item }: { visit: Visit; item: Item }) {
  const { t } = visit;
  const [part] = item.parts;
  if (part !== undefined) return <ItemRow t={t} to={visit.to} item={part} within={item} />;
  if (itemReading(item) !== undefined) return <ItemRow t={t} to={visit.to} item={item} />;
  const [conclusion] = reportWords(item.content).conclusion;
  return (
    <Row
      href={visit.to(`/uitslagen/${item.id}`)}
      lead={<Disc icon={groupIcon(item.category)} />}
      title={
        <>
          <Title t={t} of={item} /> <StateTag t={t} status={item.status} />
        </>
      }
      sub={conclusion && <span lang="nl">{firstLine(conclusion)}</span>}
    />
  );
}

const longest = 120;

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
