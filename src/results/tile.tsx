import type { HomeTile } from '../house';
import { Card, EmptyState } from '../ui';
import { NewRows } from './pages/list';
import { newsOfResults } from './store';

/** HO-02: results that this reader has not opened, by name and date. */
export const resultsTile: HomeTile = {
  order: 30,
  column: 'side',
  right: 'results',
  async load(record, visit) {
    const opened = record.having('results');
    if (opened === undefined) return undefined;
    const { t } = visit;
    const news = await newsOfResults(opened, 3);
    if (!news.any) return undefined;
    return {
      body: (
        <Card
          id="nieuwe-uitslagen"
          title={t('results.tile-heading')}
          more={{ href: visit.to('/uitslagen'), label: t('results.tile-all') }}
        >
          {news.total === 0 ? (
            <EmptyState>{t('results.tile-none')}</EmptyState>
          ) : (
            <NewRows visit={visit} items={news.items} />
          )}
        </Card>
      ),
      news: news.total === 0 ? undefined : { count: news.total, text: t('results.tile-news', { count: news.total }) },
    };
  },
};
