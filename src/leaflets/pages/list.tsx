import type { Visit } from '../../house';
import { WhomToCall } from '../../house';
import {
  Button,
  Card,
  Column,
  Columns,
  Disc,
  EmptyState,
  FilterChips,
  Input,
  Link,
  PageHead,
  Row,
  Rows,
  Wrap,
} from '../../ui';
import { type Leaflet, type Subject, subjects, textIn } from '../leaflet';
import type { Wish } from '../rules';
import { inAddress } from '../words';

interface ListProps {
  readonly visit: Visit;
  /** All that can be read here. */
  readonly offered: readonly Leaflet[];
  /** Those that fit what is asked for, the best first. */
  readonly found: readonly Leaflet[];
  readonly wish: Wish;
}

const hrefOf = (words: string, subject: Subject | undefined): string => {
  const query = new URLSearchParams();
  if (words !== '') query.set('zoek', words);
  if (subject !== undefined) query.set('onderwerp', inAddress[subject]);
  const text = query.toString();
  return text === '' ? '/folders' : `/folders?${text}`;
};

export function LeafletList({ visit, offered, found, wish }: ListProps) {
  const { t } = visit;
  const searched = wish.words !== '';
  return (
    <Wrap>
      <PageHead title={t('leaflets.title')} lead={t('leaflets.lead')} />
      <Columns ratio="8/4">
        <Column>
          <Card id="zoeken" title={t('leaflets.search-heading')} hideTitle>
            <SearchForm visit={visit} wish={wish} />
            <SubjectChips visit={visit} offered={offered} wish={wish} />
          </Card>
          {searched && (
            <p role="status">
              {t('leaflets.found', { count: found.length, words: wish.words })}{' '}
              <Link href="/folders">{t('leaflets.show-all')}</Link>
            </p>
          )}
          {found.length === 0 ? (
            <Card id="niets" title={t('leaflets.none-heading')}>
              <EmptyState>{t(searched ? 'leaflets.none-found' : 'leaflets.none-here')}</EmptyState>
            </Card>
          ) : searched ? (
            <Group visit={visit} id="gevonden" title={t('leaflets.title')} leaflets={found} hideTitle />
          ) : (
            subjects.map((subject) => (
              <Group
                visit={visit}
                id={inAddress[subject]}
                title={t(`leaflets.subject-${subject}`)}
                leaflets={found.filter((leaflet) => leaflet.subject === subject)}
              />
            ))
          )}
        </Column>
        <Column>
          <WhomToCall visit={visit} purpose="general" />
        </Column>
      </Columns>
    </Wrap>
  );
}

function SearchForm({ visit: { t }, wish }: { visit: Visit; wish: Wish }) {
  return (
    <form action="/folders" method="get" class="pp-finder pp-noprint">
      {wish.subject !== undefined && <input type="hidden" name="onderwerp" value={inAddress[wish.subject]} />}
      <Input
        t={t}
        name="zoek"
        type="search"
        label={t('leaflets.search-label')}
        hint={t('leaflets.search-hint')}
        value={wish.words}
      />
      <div>
        <Button look="secondary" icon="search">
          {t('common.search')}
        </Button>
      </div>
    </form>
  );
}

function SubjectChips({ visit: { t }, offered, wish }: Pick<ListProps, 'visit' | 'offered' | 'wish'>) {
  const present = subjects.filter((subject) => offered.some((leaflet) => leaflet.subject === subject));
  if (present.length < 2) return null;
  const chip = (subject: Subject | undefined, label: string) => ({
    href: hrefOf(wish.words, subject),
    label,
    current: wish.subject === subject,
  });
  return (
    <FilterChips
      label={t('leaflets.subject')}
      chips={[
        chip(undefined, t('leaflets.all-subjects')),
        ...present.map((subject) => chip(subject, t(`leaflets.subject-${subject}`))),
      ]}
    />
  );
}

interface GroupProps {
  readonly visit: Visit;
  readonly id: string;
  readonly title: string;
  readonly leaflets: readonly Leaflet[];
  readonly hideTitle?: boolean;
}

function Group({ visit, id, title, leaflets, hideTitle }: GroupProps) {
  if (leaflets.length === 0) return null;
  return (
    <Card id={id} title={title} hideTitle={hideTitle}>
      <Rows>
        {leaflets.map((leaflet) => {
          const text = textIn(leaflet, visit.language);
          return (
            <Row
              href={`/folders/${leaflet.slug}`}
              lead={<Disc icon={leaflet.icon} />}
              title={text.title}
              sub={text.summary}
            />
          );
        })}
      </Rows>
    </Card>
  );
}
