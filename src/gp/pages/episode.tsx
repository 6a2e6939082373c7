import type { Visit } from '../../house';
import { Actions, Card, FactLines, LinkButton, PrintButton } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, SaidList } from '../../zib';
import type { Contact } from '../contact';
import type { Episode } from '../rules';
import { ContactCard } from './contact';
import { EpisodeName, periodOf } from './record';

interface EpisodeProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly episode: Episode;
  readonly contacts: readonly Contact[];
  readonly older: string | undefined;
  readonly names: Names;
}

/** DO-04: one subject, with its contacts, newest first. */
export function EpisodePage({ visit, reader, episode, contacts, older, names }: EpisodeProps) {
  const { t } = visit;
  const lines = [
    { label: t('gp.state'), value: t(episode.open ? 'gp.state-open' : 'gp.state-closed') },
    ...(episode.diagnoses.length === 0
      ? []
      : [{ label: t('gp.filed-under'), value: <SaidList t={t} all={episode.diagnoses} /> }]),
    ...episode.remarks.map((remark) => ({
      label: t('gp.remark'),
      value: (
        <span class="pp-prose" lang="nl" dir="auto">
          {remark}
        </span>
      ),
    })),
  ];
  return (
    <PartPage
      visit={visit}
      reader={reader}
      eyebrow={periodOf(visit, episode)}
      title={<EpisodeName visit={visit} episode={episode} />}
      back={{ href: '/dossier/huisarts', label: t('gp.back') }}
      aside={
        <Card id="vraag" title={t('gp.question')}>
          <p>{t('gp.question-text')}</p>
          <Actions>
            <PrintButton>{t('common.print')}</PrintButton>
          </Actions>
        </Card>
      }
    >
      <Card id="onderwerp" title={t('gp.about')} quiet>
        <FactLines lines={lines} />
        <EntryFoot visit={visit} reader={reader} entry={episode.entry} names={names} />
      </Card>
      {contacts.length === 0 && <p class="pp-muted">{t('gp.no-contacts-here')}</p>}
      {contacts.map((contact) => (
        <ContactCard visit={visit} reader={reader} names={names} contact={contact} />
      ))}
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
