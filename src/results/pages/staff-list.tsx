import type { VNode } from 'preact';
import type { Visit } from '../../house';
import { uuidv7 } from '../../platform/database';
import { submissionField } from '../../platform/forms';
import { formatDate } from '../../platform/time';
import {
  Button,
  CellNote,
  EmptyState,
  LinkButton,
  Note,
  Sheet,
  SheetHead,
  StaffTable,
  Tag,
  VisibilityCell,
} from '../../ui';
import type { ResultCategory } from '../categories';
import { cursorText } from '../cursor';
import { type Decision, possibleDecisions } from '../decisions';
import { resultsPolicy } from '../policy';
import { releaseInWords } from '../policy-words';
import { reportWords } from '../report';
import { sensitive } from '../rules';
import type { StaffResult } from '../staff-store';
import type { Cursor } from '../store';
import { dayOf, itemReading, rangeText, unitOf, valueText, verdictOf } from '../words';
import { StateTag, Title } from './rows';

interface StaffListProps {
  readonly visit: Visit;
  readonly items: readonly StaffResult[];
  readonly next: Cursor | undefined;
  readonly at: Date;
  /** RE-02: doctors decide; others read. */
  readonly mayDecide: boolean;
  readonly done: Decision | undefined;
}

/** All results with when the patient sees them, and why. */
export function StaffResultList(props: StaffListProps) {
  const { visit, items, next, mayDecide, done } = props;
  const { t } = visit;
  const columns = [t('results.staff-column-result'), t('results.column-value'), t('results.staff-column-visible')];
  return (
    <Sheet>
      <SheetHead id="uitslagen" title={t('results.title')} />
      {done !== undefined && (
        <Note look="ok" live>
          {t(`results.staff-done-${done}`)}
        </Note>
      )}
      {items.length === 0 ? (
        <EmptyState>{t('results.staff-none')}</EmptyState>
      ) : (
        <StaffTable
          t={t}
          caption={t('results.staff-caption')}
          columns={mayDecide ? [...columns, t('results.staff-column-action')] : columns}
          rows={items.map((item) => ({ cells: cellsOf(props, item) }))}
        />
      )}
      {next !== undefined && (
        <p>
          <LinkButton look="secondary" href={visit.to(`/uitslagen?voor=${cursorText(next)}`)}>
            {t('results.older')}
          </LinkButton>
        </p>
      )}
      <Rules visit={visit} />
    </Sheet>
  );
}

function Rules({ visit: { t, organisation } }: { visit: Visit }) {
  return (
    <div class="pp-small pp-muted">
      <p>{t('results.staff-rules')}</p>
      <ul class="pp-list">
        {releaseInWords(t, organisation.policy).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function cellsOf({ visit, at, mayDecide }: StaffListProps, item: StaffResult): VNode[] {
  const { t } = visit;
  const cells = [
    <>
      <Title t={t} of={item} />
      <CellNote>{dayOf(t, item.effectiveOn)}</CellNote>
    </>,
    <Values visit={visit} item={item} />,
    <Visibility visit={visit} item={item} at={at} />,
  ];
  return mayDecide ? [...cells, <DecisionButtons visit={visit} item={item} at={at} />] : cells;
}

function Values({ visit, item }: { visit: Visit; item: StaffResult }) {
  const { t, organisation } = visit;
  const isSensitive = sensitive(item.category as ResultCategory, resultsPolicy.of(organisation.policy));
  const { conclusion } = reportWords(item.content);
  return (
    <>
      <StateTag t={t} status={item.status} /> {isSensitive && <Tag look="info">{t('results.staff-sensitive')}</Tag>}
      {conclusion.length > 0 && <CellNote>{conclusion.join('\n').slice(0, 200)}</CellNote>}
      <Value visit={visit} item={item} />
      {item.parts.map((part) => (
        <div>
          <Title t={t} of={part} />: <Value visit={visit} item={part} />
          {visibilityDiffers(item, part) && <CellNote>{t(`results.staff-because-${part.because}`)}</CellNote>}
        </div>
      ))}
    </>
  );
}

const visibilityDiffers = (whole: StaffResult, part: StaffResult): boolean =>
  whole.visibleFrom?.getTime() !== part.visibleFrom?.getTime();

function Value({ visit: { t }, item }: { visit: Visit; item: StaffResult }) {
  const reading = itemReading(item);
  if (reading === undefined) return null;
  const verdict = verdictOf(t, reading.verdict);
  return (
    <>
      {[valueText(t, reading.shown), unitOf(reading.shown)].filter(Boolean).join('\u00a0')}{' '}
      {reading.range !== undefined && <span class="pp-muted">({rangeText(t, reading.range)})</span>}{' '}
      {verdict !== undefined && verdict.look !== 'ok' && <Tag look={verdict.look}>{verdict.label}</Tag>}
    </>
  );
}

function Visibility({ visit: { t }, item, at }: { visit: Visit; item: StaffResult; at: Date }) {
  const { visibleFrom, because, decided } = item;
  const why = t(`results.staff-because-${because}`);
  const by = decided && (because === 'released' || because === 'held' || because === 'withdrawn');
  const note = (
    <CellNote>
      {by
        ? t('results.staff-decided', { name: decided.by, date: formatDate(t.language, decided.at, 'short') })
        : visibleFrom === null
          ? ''
          : why}
      {by && decided.reason !== null && ` ${t('results.staff-decided-because', { reason: decided.reason })}`}
    </CellNote>
  );
  if (visibleFrom === null)
    return (
      <>
        <VisibilityCell state={stateOfReason(because)}>{why}</VisibilityCell>
        {note}
      </>
    );
  const date = formatDate(t.language, visibleFrom, 'date');
  const seen = visibleFrom <= at;
  return (
    <>
      <VisibilityCell state={seen ? 'on' : 'wait'}>
        {t(seen ? 'results.staff-since' : 'results.staff-from', { date })}
      </VisibilityCell>
      {note}
    </>
  );
}

function stateOfReason(because: StaffResult['because']): 'wait' | 'held' | 'never' {
  if (because === 'held' || because === 'awaits-clinician') return 'held';
  return because.startsWith('awaits-') ? 'wait' : 'never';
}

/** 'Show now' acts at once; the other two ask a reason on a page of their own. */
function DecisionButtons({ visit, item, at }: { visit: Visit; item: StaffResult; at: Date }) {
  const { t } = visit;
  const possible = possibleDecisions(item, at);
  const path = (action: string) => visit.to(`/uitslagen/${item.id}/${action}`);
  return (
    <div class="pp-stackv">
      {possible.includes('released') && (
        <form action={path('tonen')} method="post">
          <input type="hidden" name={submissionField} value={uuidv7()} />
          <Button look="secondary">{t('results.staff-show')}</Button>
        </form>
      )}
      {possible.includes('held') && (
        <LinkButton look="subtle" href={path('tegenhouden')}>
          {t('results.staff-hold')}
        </LinkButton>
      )}
      {possible.includes('withdrawn') && (
        <LinkButton look="subtle" href={path('weghalen')}>
          {t('results.staff-withdraw')}
        </LinkButton>
      )}
    </div>
  );
}
