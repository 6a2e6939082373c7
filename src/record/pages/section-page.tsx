import type { Visit } from '../../house';
import { Card, DataTable, Details, EmptyState, Facts, Note } from '../../ui';
import { type Names, PartPage, type Reader, SourceLine } from '../../zib';
import type { Group, Section } from '../sections';
import { type Series, seriesOf, valuesOf } from '../series';
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

/** The newest value, with the earlier ones as a table. */
function Measured({ series: { latest, earlier }, ...showing }: Showing & { series: Series }) {
  const { visit } = showing;
  const { t } = visit;
  return (
    <OneFact {...showing} fact={latest}>
      {earlier.length > 0 && (
        <Details summary={t('record.earlier', { count: earlier.length })}>
          <DataTable
            t={t}
            open
            caption={t('record.earlier-caption')}
            columns={[t('common.date'), t('record.value'), t('record.source')]}
            rows={earlier.map((fact) => [
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
              <SourceLine visit={visit} entry={fact.entry} names={showing.names} />,
            ])}
          />
        </Details>
      )}
    </OneFact>
  );
}
