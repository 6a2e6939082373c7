import { DocumentActions, type Visit, WhomToCall } from '../../house';
import { formatDate } from '../../platform/time';
import { BackLink, Card, Column, Columns, Note, PageHead, Wrap } from '../../ui';
import { authorAndDate, dateText, type Entry, type Names, NoteSections, noteSections } from '../../zib';
import type { Appointment } from '../store';
import { clinicName, placeOf } from '../words';

interface SummaryProps {
  readonly visit: Visit;
  readonly appointment: Appointment;
  readonly summaries: readonly Entry<'Composition'>[];
  readonly names: Names;
}

/** AP-10: what was written down after the visit. */
export function SummaryPage({ visit, appointment, summaries, names }: SummaryProps) {
  const { t, organisation } = visit;
  const clinic = clinicName(placeOf(organisation, appointment), appointment, t);
  return (
    <Wrap>
      <BackLink href={visit.to(`/afspraken/${appointment.id}`)}>{t('appointments.back-one')}</BackLink>
      <PageHead
        eyebrow={t('appointments.summary')}
        title={t('appointments.summary-title', { date: formatDate(t.language, appointment.startsAt) })}
        lead={t.rich('appointments.summary-lead', { title: <span lang="nl">{appointment.title}</span>, clinic })}
      >
        <DocumentActions visit={visit} path={`/afspraken/${appointment.id}/verslag`} />
      </PageHead>
      <Columns ratio="8/4">
        <Column>
          {summaries.map((entry) => (
            <Summary visit={visit} entry={entry} names={names} />
          ))}
        </Column>
        <Column>
          <WhomToCall
            visit={visit}
            purpose="appointments"
            clinic={appointment.clinic}
            title={t('appointments.questions')}
          />
        </Column>
      </Columns>
    </Wrap>
  );
}

/** The words of one summary; also for the care team. */
export function Summary({ visit: { t }, entry, names }: { visit: Visit; entry: Entry<'Composition'>; names: Names }) {
  const { author, on } = authorAndDate(entry, names);
  const date = on === undefined ? formatDate(t.language, entry.receivedAt) : dateText(t, on);
  const sections = noteSections(entry.content);
  return (
    <Card
      id={`verslag-${entry.id}`}
      title={<span lang="nl">{entry.title ?? t('appointments.summary')}</span>}
      aside={
        author === undefined ? t('appointments.summary-on', { date }) : t('appointments.summary-by', { author, date })
      }
    >
      {entry.status === 'preliminary' && <Note icon="hourglass">{t('appointments.summary-preliminary')}</Note>}
      {entry.status === 'amended' && <Note>{t('appointments.summary-amended')}</Note>}
      {sections.length === 0 ? (
        <p class="pp-muted">{t('appointments.summary-empty')}</p>
      ) : (
        <NoteSections t={t} sections={sections} />
      )}
    </Card>
  );
}
