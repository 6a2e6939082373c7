import type { Visit } from '../../house';
import { formatNumber } from '../../platform/time';
import { byUnit, Card, DataTable, Details, EmptyState, Facts, Note, TrendChart } from '../../ui';
import { type Names, PartPage, PatientSees, type Reader, sourceName } from '../../zib';
import type { Value } from '../fact';
import type { Group, Section } from '../sections';
import { pointsOf, type Series, seriesOf, valuesOf } from '../series';
import { FactList, OneFact, type Showing, ValueWords } from './fact';

interface SectionPageProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly names: Names;
  readonly section: Section;
  readonly groups: readonly Group[];
  /** There is more than a page shows. */
  readonly cut: boolean;
}

/** DO-02: one part of the record, for the patient's side and for the care team. */
export function SectionPage({ visit, reader, names, section, groups, cut }: SectionPageProps) {
  const { t } = visit;
  const showing = { visit, reader, names };
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={t(section.label)}
      lead={t(`record.lead-${section.id}`)}
      back={{ href: '/dossier', label: t('record.back') }}
    >
      {groups.length === 0 && (
        <Card id="leeg" title={t('record.empty-heading')} hideTitle>
          <EmptyState>{t(reader.kind === 'staff' ? 'record.empty-staff' : 'record.empty')}</EmptyState>
        </Card>
      )}
      {groups.map(({ id, facts }) => (
        <Card id={id} title={t(`record.group-${id as 'current'}`)}>
          {section.id === 'measurements' ? (
            <Facts>
              {seriesOf(facts).map((series) => (
                <Measured {...showing} series={series} />
              ))}
            </Facts>
          ) : (
            <FactList {...showing} facts={facts} />
          )}
        </Card>
      ))}
      {cut && <Note>{t('record.cut')}</Note>}
    </PartPage>
  );
}

/** So many earlier measurements of one thing stand on the page; of more the number is told. */
const mostEarlier = 60;

/** The newest value, with the earlier ones as a table. */
function Measured({ series, ...showing }: Showing & { series: Series }) {
  const { visit } = showing;
  const { latest, earlier } = series;
  const staff = showing.reader.kind === 'staff';
  const inSight = earlier.slice(0, mostEarlier);
  const { t } = visit;
  return (
    <OneFact {...showing} fact={latest}>
      {earlier.length > 0 && (
        <Details summary={t('record.earlier', { count: earlier.length })}>
          {!staff && <Chart visit={visit} series={{ latest, earlier: inSight }} />}
          <DataTable
            t={t}
            open
            caption={t('record.earlier-caption', { title: plain(latest.title) })}
            columns={[
              t('common.date'),
              t('record.value'),
              t('record.source'),
              ...(staff ? [t('record.staff-visible')] : []),
            ]}
            rows={inSight.map((fact) => [
              fact.when ?? t('record.date-unknown'),
              <>
                {valuesOf(fact).map((value, index) => (
                  <>
                    {index > 0 && ', '}
                    <ValueWords visit={visit} value={value} />
                  </>
                ))}
                {fact.notes.map((note) => (
                  <span class="pp-row__s" lang="nl">
                    {note}
                  </span>
                ))}
              </>,
              sourceName({ visit, entry: fact.entry, names: showing.names }),
              ...(staff ? [<PatientSees visit={visit} entry={fact.entry} at={showing.reader.at} />] : []),
            ])}
          />
          {earlier.length > inSight.length && (
            <p class="pp-small">{t('record.earlier-cut', { count: earlier.length - inSight.length })}</p>
          )}
        </Details>
      )}
    </OneFact>
  );
}

const plain = (value: Value): string => (typeof value === 'string' ? value : value.text);

/** RE-10's chart for what is measured again and again; a chart a unit. */
function Chart({ visit: { t }, series }: { visit: Visit; series: Series }) {
  return (
    <>
      {byUnit(pointsOf(t, series))
        .filter((points) => points.length > 1)
        .map((points) => (
          <TrendChart
            points={points}
            label={t('record.chart-label', { title: plain(series.latest.title) })}
            formatValue={(value) => formatNumber(t.language, value)}
          />
        ))}
    </>
  );
}
