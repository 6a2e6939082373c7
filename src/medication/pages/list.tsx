import { DocumentActions, type Visit, WhomToCall } from '../../house';
import { formatDate } from '../../platform/time';
import { Card, Column, Columns, Disc, EmptyState, Link, LinkButton, Note, PageHead, Row, Rows, Wrap } from '../../ui';
import { type Names, RecordStart } from '../../zib';
import type { Medicine } from '../medicine';
import { sections } from '../sections';
import {
  Name,
  periodWords,
  prescriberOf,
  reasonsOf,
  stateTag,
  stopReasonsOf,
  useInWords,
  Words,
  whose,
} from '../words';
import { MedicineUse } from './use';

interface ListProps {
  readonly visit: Visit;
  readonly medicines: readonly Medicine[];
  readonly names: Names;
  readonly at: Date;
  /** All medicines of before, not only the latest. */
  readonly all: boolean;
}

/** How many of the past are shown at first. */
const pastAtFirst = 10;

/** MD-01: what is used now, what comes, and what was used before. */
export function MedicineList(props: ListProps) {
  const { visit, medicines, at } = props;
  const { t } = visit;
  const own = whose(visit);
  const date = formatDate(t.language, at, 'long');
  const past = medicines.filter(({ state }) => state === 'past');
  return (
    <Wrap>
      <PageHead title={t('medication.title')} lead={t('medication.lead', { date, whose: own })} />
      <Columns ratio="8/4">
        <Column>
          {sections
            .filter(({ id }) => id !== 'eerder')
            .map(({ id, states, heading }) => {
              const shown = medicines.filter(({ state }) => states.includes(state));
              if (shown.length === 0 && id !== 'nu') return null;
              return (
                <Card
                  id={id}
                  title={t(heading, { whose: own })}
                  aside={shown.length === 0 ? undefined : t('medication.count', { count: shown.length })}
                >
                  {shown.length === 0 ? (
                    <EmptyState>
                      {t('medication.none-current', { whose: own })} {t('medication.none-current-others')}
                    </EmptyState>
                  ) : (
                    <MedicineRows {...props} medicines={shown} />
                  )}
                </Card>
              );
            })}
          {past.length > 0 && <Past {...props} past={past} />}
          {medicines.length > 0 && <DocumentActions visit={visit} path="/medicijnen" />}
          <RecordStart visit={visit} />
        </Column>
        <Column>
          <Card id="klopt-het" title={t('medication.wrong-heading', { whose: own })}>
            <p>{t('medication.wrong-text', { whose: own })}</p>
          </Card>
          <WhomToCall visit={visit} purpose="general" />
          <TooMuch visit={visit} />
        </Column>
      </Columns>
    </Wrap>
  );
}

function Past(props: ListProps & { past: readonly Medicine[] }) {
  const { visit, past, all } = props;
  const { t } = visit;
  const shown = all ? past : past.slice(0, pastAtFirst);
  return (
    <Card id="eerder" title={t('medication.past')} aside={t('medication.count', { count: past.length })}>
      <MedicineRows {...props} medicines={shown} />
      {shown.length < past.length && (
        <p class="pp-noprint">
          <LinkButton look="secondary" href={visit.to('/medicijnen?eerder=alles')}>
            {t('medication.past-all')}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}

function MedicineRows({ visit, medicines, names }: Pick<ListProps, 'visit' | 'medicines' | 'names'>) {
  const { t } = visit;
  return (
    <Rows>
      {medicines.map((medicine) => {
        const { lead, until } = medicine;
        const reasons = reasonsOf(lead, names);
        const stops = medicine.state === 'past' || medicine.state === 'paused' ? stopReasonsOf(medicine) : [];
        const prescriber = prescriberOf(lead, names);
        const period = periodWords(t, lead, until);
        const told = [
          period === undefined ? undefined : sentence(period),
          prescriber && t('medication.prescribed-by', { name: prescriber }),
        ].filter((words) => words !== undefined);
        const lines = [
          reasons.length > 0 && <Words t={t} all={reasons} />,
          (!lead.never || useInWords(t, medicine) !== '') && (
            <MedicineUse visit={visit} medicine={medicine} names={names} />
          ),
          told.length > 0 && told.join('. '),
          stops.length > 0 && (
            <>
              {t('medication.stopped-because')} <Words t={t} all={stops} />
            </>
          ),
        ];
        return (
          <Row
            href={visit.to(`/medicijnen/${medicine.id}`)}
            lead={<Disc icon="pill" look={medicine.state === 'past' ? 'soon' : 'cool'} />}
            title={<Name t={t} of={medicine} />}
            sub={lines
              .filter((line) => line !== false)
              .map((line, index) => (
                <>
                  {index > 0 && <br />}
                  {line}
                </>
              ))}
            tag={stateTag(t, medicine)}
          />
        );
      })}
    </Rows>
  );
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What to do after too much, as on every page about medicines. */
export function TooMuch({ visit: { t } }: { visit: Visit }) {
  return (
    <Note look="urgent">
      <b>{t('medication.too-much')}</b>{' '}
      {t.rich('medication.too-much-call', { number: <Link href="tel:112">112</Link> })}
    </Note>
  );
}
