import { DocumentActions, type Visit } from '../../house';
import { formatDate } from '../../platform/time';
import {
  BackLink,
  Card,
  Column,
  ComingResult,
  Disc,
  EmptyState,
  FilterChips,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Wrap,
} from '../../ui';
import { startsInWords } from '../../zib';
import { cursorText } from '../cursor';
import { groupIcon, groupSlugs, type ResultGroup, resultGroups } from '../groups';
import { notShownInWords, releaseInWords } from '../policy-words';
import type { Cursor, ResultName, ResultPage, Told } from '../store';
import { dayOf, kindOnDay } from '../words';
import { DayCard, daysOf } from './day';
import { Title } from './rows';

export interface ResultListProps {
  readonly visit: Visit;
  readonly chosen: ResultGroup | undefined;
  readonly groups: readonly ResultGroup[];
  readonly fresh: { readonly items: readonly ResultName[]; readonly total: number };
  readonly coming: readonly Told[];
  readonly withdrawn: readonly Told[];
  readonly page: ResultPage;
  /** A later page of an older period. */
  readonly older: boolean;
}

/** RE-01, RE-13: what is new by name and date alone, what comes by date alone, and what was opened by day. */
export function ResultList(props: ResultListProps) {
  const { visit, fresh, coming, withdrawn, page, chosen, older } = props;
  const { t } = visit;
  const nothing = fresh.total === 0 && page.items.length === 0;
  return (
    <Wrap>
      {older && <BackLink href={visit.to('/uitslagen')}>{t('results.back-to-newest')}</BackLink>}
      <PageHead title={t('results.title')} lead={t('results.lead')}>
        <Chips {...props} />
      </PageHead>
      <Column>
        {fresh.items.length > 0 && <NewCard visit={visit} fresh={fresh} />}
        {coming.length > 0 && <ComingCard visit={visit} coming={coming} />}
        {withdrawn.length > 0 && <WithdrawnCard visit={visit} withdrawn={withdrawn} />}
        {daysOf(page.items).map(({ on, items }, index) => (
          <DayCard visit={visit} id={`dag-${index}`} on={on} items={items} />
        ))}
        {nothing && <NothingCard visit={visit} filtered={chosen !== undefined || older} />}
        {page.next !== undefined && <Older visit={visit} next={page.next} chosen={chosen} />}
        {!nothing && <DocumentActions visit={visit} path="/uitslagen" />}
        <Explained visit={visit} />
        <Absent visit={visit} />
      </Column>
    </Wrap>
  );
}

function Chips({ visit, chosen, groups }: ResultListProps) {
  const { t } = visit;
  if (groups.length < 2 && chosen === undefined) return null;
  const offered = resultGroups.filter((group) => groups.includes(group) || group === chosen);
  return (
    <FilterChips
      label={t('results.filter')}
      chips={[
        { href: visit.to('/uitslagen'), label: t('results.filter-all'), current: chosen === undefined },
        ...offered.map((group) => ({
          href: visit.to(`/uitslagen?soort=${groupSlugs[group]}`),
          label: t(`results.group-${group}`),
          current: group === chosen,
        })),
      ]}
    />
  );
}

function NewCard({ visit, fresh }: Pick<ResultListProps, 'visit' | 'fresh'>) {
  const { t } = visit;
  const more = fresh.total - fresh.items.length;
  return (
    <Card id="nieuw" title={t('results.new-heading')}>
      <p class="pp-muted">{t('results.new-lead')}</p>
      <NewRows visit={visit} items={fresh.items} />
      {more > 0 && <p class="pp-muted pp-small">{t('results.new-more', { count: more })}</p>}
    </Card>
  );
}

/** Unopened results: a name and a date. */
export function NewRows({ visit, items, tag = true }: { visit: Visit; items: readonly ResultName[]; tag?: boolean }) {
  const { t } = visit;
  return (
    <Rows>
      {items.map((item) => (
        <Row
          href={visit.to(`/uitslagen/${item.id}`)}
          isNew
          lead={<Disc icon={groupIcon(item.category)} />}
          title={<Title t={t} of={item} />}
          sub={<bdi>{dayOf(t, item.effectiveOn)}</bdi>}
          tag={tag ? { look: 'new', label: t('common.new') } : undefined}
        />
      ))}
    </Rows>
  );
}

function ComingCard({ visit: { t }, coming }: Pick<ResultListProps, 'visit' | 'coming'>) {
  return (
    <Card id="komt" title={t('results.coming-heading', { count: coming.length })}>
      <Rows>
        {coming.map(({ category, effectiveOn, visibleFrom }) => (
          <ComingResult
            title={kindOnDay(t, category, effectiveOn, 'day')}
            sub={t('results.coming-sub')}
            when={t('results.coming-when', { date: formatDate(t.language, visibleFrom, 'day') })}
          />
        ))}
      </Rows>
    </Card>
  );
}

function WithdrawnCard({ visit, withdrawn }: Pick<ResultListProps, 'visit' | 'withdrawn'>) {
  const { t } = visit;
  return (
    <Card id="ingetrokken" title={t('results.withdrawn-heading', { count: withdrawn.length })}>
      <Rows>
        {withdrawn.map(({ category, effectiveOn }) => (
          <Row
            lead={<Disc icon={groupIcon(category)} />}
            title={kindOnDay(t, category, effectiveOn, 'day')}
            sub={t('results.withdrawn-text')}
          />
        ))}
      </Rows>
    </Card>
  );
}

function NothingCard({ visit, filtered }: { visit: Visit; filtered: boolean }) {
  const { t } = visit;
  if (filtered) return <EmptyState>{t('results.none-of-this')}</EmptyState>;
  return (
    <Card id="leeg" title={t('results.empty-heading')}>
      <p>{t('results.empty-nothing-yet')}</p>
      <p>{t('results.empty-older')}</p>
    </Card>
  );
}

function Older({ visit, next, chosen }: { visit: Visit; next: Cursor; chosen: ResultGroup | undefined }) {
  const { t } = visit;
  const kind = chosen === undefined ? '' : `soort=${groupSlugs[chosen]}&`;
  return (
    <p class="pp-noprint">
      <LinkButton look="secondary" href={visit.to(`/uitslagen?${kind}voor=${cursorText(next)}`)}>
        {t('results.older')}
      </LinkButton>
    </p>
  );
}

/** RE-02, RE-12: what is shown when, and from which date. */
function Explained({ visit }: { visit: Visit }) {
  const { t, organisation } = visit;
  return (
    <Card id="wanneer" title={t('results.explained-heading')}>
      <ul class="pp-list">
        {[...releaseInWords(t, organisation.policy), ...startsInWords(visit)].map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

/** RE-05: which kinds are never shown or can't be, and why; a reason that several share is said once. */
function Absent({ visit }: { visit: Visit }) {
  const { t, organisation } = visit;
  const kinds = notShownInWords(t, organisation.policy);
  if (kinds.length === 0) return null;
  const reasons = [...new Set(kinds.map(({ why }) => why))];
  return (
    <Card id="niet" title={t('results.absent-heading')}>
      {reasons.map((reason) => (
        <div>
          <ul class="pp-list">{kinds.map(({ name, why }) => why === reason && <li>{name}</li>)}</ul>
          <p class="pp-muted">{reason}</p>
        </div>
      ))}
    </Card>
  );
}
