import type { HomeTile } from '../house';
import { formatDate } from '../platform/time';
import { Card, Disc, Row, Rows } from '../ui';
import { appointmentsPolicy } from './policy';
import { newSummaries } from './summary-news';

/** HO-02: what was written down after a visit, and not read yet. Only of who may open documents too. */
export const summaryTile: HomeTile = {
  order: 35,
  column: 'side',
  right: 'appointments',
  async load(record, visit) {
    // The overview opens every right that the reader holds: both are opened, or one is not held.
    const opened = record.having('appointments')?.having('documents');
    if (opened === undefined) return undefined;
    const { t, language, organisation } = visit;
    const news = await newSummaries(opened, appointmentsPolicy.of(organisation.policy), 3);
    if (news.total === 0) return undefined;
    return {
      body: (
        <Card
          id="nieuwe-verslagen"
          title={t('appointments.tile-summaries')}
          more={{ href: visit.to('/afspraken'), label: t('appointments.all') }}
        >
          <Rows>
            {news.items.map(({ appointment, title, startsAt }) => (
              <Row
                href={visit.to(`/afspraken/${appointment}/verslag`)}
                isNew
                lead={<Disc icon="file-text" />}
                title={<span lang="nl">{title}</span>}
                sub={formatDate(language, startsAt)}
                tag={{ look: 'new', label: t('common.new') }}
              />
            ))}
          </Rows>
        </Card>
      ),
      news: { count: news.total, text: t('appointments.tile-summaries-news', { count: news.total }) },
    };
  },
};
