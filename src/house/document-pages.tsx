/** What somebody sees who waits for a document, and where one cannot be had: always with what to do. */
import type { ComponentChildren } from 'preact';
import { Actions, BackLink, Button, Link, LinkButton, PageHead, PrintButton, Wrap } from '../ui';
import type { Visit } from './visit';
import { WhomToCall } from './whom-to-call';

interface Props {
  readonly visit: Visit;
  /** The page that it is the document of. */
  readonly back: string;
  /** Where it is asked for. */
  readonly again: string;
}

/** It is being made. The page asks again by itself: with JavaScript in place, without it as a whole. */
export function WaitingForDocument({ visit, back }: Omit<Props, 'again'>) {
  const { t } = visit;
  return (
    <Wrap>
      <BackLink href={back}>{t('house.document-back')}</BackLink>
      <PageHead
        title={
          <>
            <span data-document="waiting">{t('house.document-waiting-title')}</span>
            <span data-document="ready" hidden>
              {t('house.document-ready-title')}
            </span>
          </>
        }
      />
      <div class="pp-col" role="status">
        <p data-document="waiting">{t('house.document-waiting-text')}</p>
        <p data-document="ready" hidden>
          {t('house.document-ready')}
        </p>
      </div>
      <div class="pp-stackv" data-document="waiting">
        <progress class="pp-progress" aria-label={t('house.document-waiting-title')} />
        <p>
          <Link href={visit.path}>{t('house.document-look')}</Link>
        </p>
      </div>
    </Wrap>
  );
}

/** The worker could not make it. */
export function FailedDocument({ visit, back, again }: Props) {
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('house.document-failed-title')} lead={t('house.document-failed-text')} />
      <form action={again} method="post">
        <Actions>
          <Button icon="refresh">{t('common.try-again')}</Button>
          <LinkButton look="secondary" href={back}>
            {t('house.document-back')}
          </LinkButton>
        </Actions>
      </form>
      <WhomToCall visit={visit} purpose="helpdesk" />
    </Wrap>
  );
}

/** Ten minutes are over, or it was asked for elsewhere or in another session. */
export function GoneDocument({ visit, back }: Omit<Props, 'again'>) {
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('house.document-gone-title')} lead={t('house.document-gone-text')} />
      <Actions>
        <LinkButton href={back}>{t('house.document-back')}</LinkButton>
      </Actions>
    </Wrap>
  );
}

/** So many are waiting already that another would only keep the others waiting. */
export function TooManyDocuments({ visit, back }: Omit<Props, 'again'>) {
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('house.document-too-many-title')} lead={t('house.document-too-many-text')} />
      <Actions>
        <LinkButton href={back}>{t('house.document-back')}</LinkButton>
      </Actions>
    </Wrap>
  );
}

interface ActionsProps {
  readonly visit: Visit;
  readonly path: string;
  readonly children?: ComponentChildren;
}

/**
 * 'Download als pdf' and 'Afdrukken', on the page that the document is of. `path`: that page, within the open record; what
 * its query chose is chosen for the document as well. `children`: what else there is to do with it.
 */
export function DocumentActions({ visit, path, children }: ActionsProps) {
  const { t } = visit;
  const query = visit.path.split('?')[1];
  const action = `${visit.to(path)}/pdf${query === undefined ? '' : `?${query}`}`;
  return (
    <form class="pp-actions" action={action} method="post">
      <Button look="secondary" icon="download">
        {t('house.document-download')}
      </Button>
      <PrintButton>{t('common.print')}</PrintButton>
      {children}
    </form>
  );
}
