import type { OpenRecord } from '../../access';
import { type Visit, WhomToCall } from '../../house';
import { formatDate } from '../../platform/time';
import {
  Actions,
  BarCard,
  Card,
  CardGrid,
  Column,
  Columns,
  Disc,
  FactItem,
  Facts,
  IconCard,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Sheet,
  SheetHead,
  Wrap,
} from '../../ui';
import { RecordStart } from '../../zib';
import type { Part } from '../overview';

interface IndexPageProps {
  readonly visit: Visit;
  readonly record: OpenRecord;
  readonly parts: readonly Part[];
}

/** DO-02: what the record holds. What matters now stands in cards, the rest as rows that lead to it. */
export function IndexPage({ visit, record, parts }: IndexPageProps) {
  const { t } = visit;
  const own = record.kind === 'self';
  const cards = parts.filter(({ count }) => (count?.facts?.length ?? 0) > 0);
  const rows = parts.filter((part) => !cards.includes(part));
  return (
    <Wrap>
      <PageHead
        title={t(own ? 'record.title-own' : 'record.title')}
        lead={t(own ? 'record.lead-own' : 'record.lead', { organisation: visit.organisation.about.shortName })}
      >
        <SummaryLink visit={visit} />
      </PageHead>
      <Column>
        {cards.length > 0 && (
          <CardGrid>
            {cards.map((part) => (
              <PartCard visit={visit} part={part} />
            ))}
          </CardGrid>
        )}
        <Columns ratio="8/4">
          <Column>
            <Card id="delen" title={t(cards.length > 0 ? 'record.other-parts' : 'record.parts')}>
              <PartRows visit={visit} parts={rows} />
            </Card>
            {record.held.includes('proxies') && (
              <BarCard
                id="wie"
                title={t(own ? 'record.who-looked' : 'record.who-looked-other')}
                action={
                  <LinkButton look="secondary" icon="eye" href={visit.to('/inzage')}>
                    {t('record.see-list')}
                  </LinkButton>
                }
              />
            )}
            <RecordStart visit={visit} />
          </Column>
          <Column>
            <WhomToCall visit={visit} purpose="general" />
          </Column>
        </Columns>
      </Column>
    </Wrap>
  );
}

/** DO-01: all that matters on one page, to print. */
function SummaryLink({ visit }: { visit: Visit }) {
  return (
    <Actions>
      <LinkButton look="secondary" icon="file-text" href={visit.to('/dossier/samenvatting')}>
        {visit.t('summary.link')}
      </LinkButton>
    </Actions>
  );
}

function PartCard({ visit, part: { section, count } }: { visit: Visit; part: Part }) {
  const { t } = visit;
  return (
    <IconCard
      id={section.id}
      icon={section.icon}
      title={t(section.label)}
      more={{
        href: visit.to(section.path),
        label: t.rich('record.see-all', {
          count: count?.count ?? 0,
          part: t(section.label),
          vh: (words) => <span class="pp-vh">{words}</span>,
        }),
      }}
    >
      <Facts>
        {(count?.facts ?? []).map((fact) => (
          <FactItem {...fact} />
        ))}
      </Facts>
    </IconCard>
  );
}

function PartRows({ visit, parts }: { visit: Visit; parts: readonly Part[] }) {
  const { t } = visit;
  return (
    <Rows>
      {parts.map(({ section, count }) => (
        <Row
          href={visit.to(section.path)}
          lead={<Disc icon={section.icon} />}
          title={t(section.label)}
          sub={count === undefined ? undefined : countText(visit, count.count, count.newest)}
        />
      ))}
    </Rows>
  );
}

function countText({ t }: Visit, count: number, newest: string | null): string {
  if (count === 0) return t('record.count-none');
  if (newest === null) return t('record.count', { count });
  return t('record.count-newest', { count, date: formatDate(t.language, newest) });
}

/** The same parts for the care team. */
export function StaffIndexPage({ visit, parts }: Pick<IndexPageProps, 'visit' | 'parts'>) {
  const { t } = visit;
  return (
    <Sheet>
      <SheetHead id="dossier" title={t('record.title')} actions={<SummaryLink visit={visit} />} />
      <p class="pp-small pp-muted">{t('record.staff-lead')}</p>
      <PartRows visit={visit} parts={parts} />
      <RecordStart visit={visit} />
    </Sheet>
  );
}
