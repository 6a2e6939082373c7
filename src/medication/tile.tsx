import type { HomeTile } from '../house';
import { Card, EmptyState } from '../ui';
import { allMedicines } from './store';
import { whose } from './words';

/** HO-02: how many medicines are in use. */
export const medicationTile: HomeTile = {
  order: 50,
  column: 'side',
  right: 'medication',
  async load(record, visit) {
    const opened = record.having('medication');
    if (opened === undefined) return undefined;
    const medicines = await allMedicines(opened);
    if (medicines.length === 0) return undefined;
    const { t } = visit;
    const count = medicines.filter(({ state }) => state === 'current').length;
    return {
      body: (
        <Card
          id="medicijnen"
          title={t('medication.tile-heading')}
          more={{ href: visit.to('/medicijnen'), label: t('medication.tile-all') }}
        >
          {count === 0 ? (
            <EmptyState>{t('medication.tile-none', { whose: whose(visit) })}</EmptyState>
          ) : (
            <p>{t('medication.tile-count', { count, whose: whose(visit) })}</p>
          )}
        </Card>
      ),
    };
  },
};
