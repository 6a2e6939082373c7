import type { Visit } from '../../house';
import { formatDate } from '../../platform/time';
import { Actions, Card, Disc, LinkButton, Note, PrintButton, Row, Rows } from '../../ui';
import { dateText, EntryFoot, type Names, NoteSections, PartPage, type Reader, SaidWords } from '../../zib';
import { authorsOf, isCorrected, isPreliminary, type ReportEntry, reportTitle, sectionsOf } from '../reports';
import { Empty, isOther } from './words';

interface ReportsProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly reports: readonly ReportEntry[];
  /** Address of the page with older ones. */
  readonly older: string | undefined;
  readonly names: Names;
}

/** DO-02: reports of consultations, newest first. */
export function ReportsPage({ visit, reader, reports, older, names }: ReportsProps) {
  const { t } = visit;
  const staff = reader.kind === 'staff';
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={t('care-plans.reports-title')}
      lead={t(isOther(visit) ? 'care-plans.reports-lead-other' : 'care-plans.reports-lead')}
      back={{ href: '/dossier', label: t('care-plans.back') }}
    >
      {reports.length === 0 ? (
        <Empty>{t(staff ? 'care-plans.reports-none-staff' : 'care-plans.reports-none')}</Empty>
      ) : (
        <Card id="verslagen" title={t('care-plans.reports-list')}>
          <Rows>
            {reports.map((entry) => (
              <Row
                href={visit.to(`/dossier/verslagen/${entry.id}`)}
                lead={<Disc icon="file-text" />}
                title={<Title visit={visit} entry={entry} />}
                sub={
                  <>
                    <span class="pp-line">
                      <bdi>{dayAndAuthors(visit, entry, names)}</bdi>
                    </span>
                    {staff && <EntryFoot visit={visit} reader={reader} entry={entry} names={names} />}
                  </>
                }
              />
            ))}
          </Rows>
        </Card>
      )}
      {older !== undefined && (
        <p class="pp-noprint">
          <LinkButton look="secondary" href={visit.to(older)}>
            {t('care-plans.reports-older')}
          </LinkButton>
        </p>
      )}
    </PartPage>
  );
}

function Title({ visit: { t }, entry }: { visit: Visit; entry: ReportEntry }) {
  const title = reportTitle(entry);
  return title === undefined ? t('care-plans.report') : <SaidWords t={t} said={title} />;
}

function dayOf({ t }: Visit, { content, effectiveOn }: ReportEntry): string {
  if (content.date !== undefined) return dateText(t, content.date);
  return effectiveOn === null ? t('care-plans.report-date-unknown') : formatDate(t.language, effectiveOn);
}

function dayAndAuthors(visit: Visit, entry: ReportEntry, names: Names): string {
  const date = dayOf(visit, entry);
  const authors = authorsOf(entry, names);
  return authors.length === 0 ? date : visit.t('care-plans.report-by', { date, names: authors.join(', ') });
}

interface ReportProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly entry: ReportEntry;
  readonly names: Names;
}

/** One report in full. */
export function ReportPage({ visit, reader, entry, names }: ReportProps) {
  const { t } = visit;
  const sections = sectionsOf(t, entry, names);
  return (
    <PartPage
      visit={visit}
      reader={reader}
      eyebrow={<bdi>{dayAndAuthors(visit, entry, names)}</bdi>}
      title={<Title visit={visit} entry={entry} />}
      back={{ href: '/dossier/verslagen', label: t('care-plans.reports-back') }}
      aside={
        <Card id="vraag" title={t('care-plans.report-question')}>
          <p>{t('care-plans.report-question-text')}</p>
          <Actions>
            <PrintButton>{t('common.print')}</PrintButton>
          </Actions>
        </Card>
      }
    >
      {isCorrected(entry) && <Note>{t('care-plans.report-corrected')}</Note>}
      {isPreliminary(entry) && <Note>{t('care-plans.report-preliminary')}</Note>}
      <Card id="verslag" title={t('care-plans.report')} hideTitle>
        {sections.length === 0 ? (
          <p class="pp-muted">{t('care-plans.report-empty')}</p>
        ) : (
          <NoteSections t={t} sections={sections} />
        )}
        <EntryFoot visit={visit} reader={reader} entry={entry} names={names} />
      </Card>
    </PartPage>
  );
}
