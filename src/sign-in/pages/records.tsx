import type { OtherRecord } from '../../access';
import type { Visit } from '../../house';
import { formalName } from '../../house';
import { ageOn, dateIn } from '../../platform/time';
import { Avatar, Card, EmptyState, PageHead, Row, Rows, Wrap } from '../../ui';

/** For somebody without a record here: whose records may be opened. */
export function RecordsPage({ visit, records }: { visit: Visit; records: readonly OtherRecord[] }) {
  const { t } = visit;
  const at = visit.program.careClock.now();
  return (
    <Wrap>
      <PageHead
        title={t('house.records-title')}
        lead={records.some(({ own }) => own) ? undefined : t('house.records-lead')}
      />
      <Card id="dossiers" title={t('house.open-record')} hideTitle>
        {records.length === 0 ? (
          <EmptyState>{t('house.refused-ended-text')}</EmptyState>
        ) : (
          <Rows>
            {records.map(({ owner, kind, own }) => {
              const relation = t(`house.relation-${kind === 'limited' || kind === 'staff' ? 'self' : kind}`);
              const age = owner.birthDate === null ? undefined : ageOn(owner.birthDate, dateIn(at));
              const name = formalName(t, owner, at);
              return (
                <Row
                  href={own ? '/overzicht' : `/namens/${owner.id}/overzicht`}
                  title={name}
                  sub={age === undefined ? relation : t('house.age-and-relation', { age, relation })}
                  lead={<Avatar name={name} />}
                />
              );
            })}
          </Rows>
        )}
      </Card>
    </Wrap>
  );
}
