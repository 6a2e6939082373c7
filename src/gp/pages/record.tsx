import type { Visit } from '../../house';
import { formatDate } from '../../platform/time';
import { Card, Column, Disc, EmptyState, Link, LinkButton, Row, Rows, Section } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, SaidWords } from '../../zib';
import type { Contact } from '../contact';
import type { Episode, Episodes } from '../rules';
import { ContactCard } from './contact';

interface RecordProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly episodes: Episodes;
  /** Those that belong to no subject, of this page. */
  readonly loose: readonly Contact[];
  /** Address of the page with older ones. */
  readonly older: string | undefined;
  readonly names: Names;
  /** Where else things of the GP stand, as far as this reader may look. */
  readonly elsewhere: readonly { readonly href: string; readonly label: string }[];
}

/** DO-04: the subjects of the GP's record, and contacts that belong to none. */
export function RecordPage(props: RecordProps) {
  const { visit, reader, episodes, loose, older, names, elsewhere } = props;
  const { t } = visit;
  const empty = episodes.open.length + episodes.closed.length + loose.length === 0;
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={t('gp.title')}
      lead={t(visit.base === '' ? 'gp.lead' : 'gp.lead-other')}
      back={{ href: '/dossier', label: t('gp.back-to-record') }}
      aside={
        elsewhere.length > 0 && (
          <Card id="elders" title={t('gp.elsewhere')}>
            <ul class="pp-lines">
              {elsewhere.map(({ href, label }) => (
                <li>
                  <Link href={href}>{label}</Link>
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    >
      {empty && (
        <div class="pp-card">
          <EmptyState>{t(reader.kind === 'staff' ? 'gp.none-staff' : 'gp.none')}</EmptyState>
        </div>
      )}
      {episodes.open.length > 0 && (
        <Card id="nu" title={t('gp.open')}>
          <EpisodeRows {...props} all={episodes.open} />
        </Card>
      )}
      {episodes.closed.length > 0 && (
        <Card id="afgesloten" title={t('gp.closed')}>
          <EpisodeRows {...props} all={episodes.closed} />
        </Card>
      )}
      {loose.length > 0 && (
        <Section id="los" title={t('gp.loose')}>
          <Column>
            {loose.map((contact) => (
              <ContactCard visit={visit} reader={reader} names={names} contact={contact} />
            ))}
          </Column>
        </Section>
      )}
      {older !== undefined && (
        <p class="pp-noprint">
          <LinkButton look="secondary" href={visit.to(older)}>
            {t('gp.older')}
          </LinkButton>
        </p>
      )}
    </PartPage>
  );
}

function EpisodeRows({ visit, reader, names, all }: RecordProps & { all: readonly Episode[] }) {
  return (
    <Rows>
      {all.map((episode) => (
        <Row
          href={visit.to(`/dossier/huisarts/${episode.entry.id}`)}
          lead={<Disc icon={episode.open ? 'stethoscope' : 'check'} />}
          title={<EpisodeName visit={visit} episode={episode} />}
          sub={
            <>
              {[periodOf(visit, episode), contactsOf(visit, episode)].filter(Boolean).join('. ')}
              {reader.kind === 'staff' && (
                <EntryFoot visit={visit} reader={reader} entry={episode.entry} names={names} />
              )}
            </>
          }
        />
      ))}
    </Rows>
  );
}

export function EpisodeName({ visit: { t }, episode: { name } }: { visit: Visit; episode: Episode }) {
  return name === undefined ? <span>{t('gp.episode')}</span> : <SaidWords t={t} said={name} />;
}

export function periodOf({ t }: Visit, { since, until }: Episode): string | undefined {
  if (since !== undefined && until !== undefined) return t('gp.from-until', { since, until });
  if (since !== undefined) return t('gp.since', { since });
  return until === undefined ? undefined : t('gp.until', { until });
}

function contactsOf({ t }: Visit, { notes }: Episode): string {
  const [latest] = notes;
  if (latest === undefined) return t('gp.no-contacts');
  const count = t('gp.contacts', { count: notes.length });
  return latest.effectiveOn === null
    ? count
    : t('gp.contacts-latest', { contacts: count, date: formatDate(t.language, latest.effectiveOn) });
}
