import type { ContactPurpose } from '../organisations';
import { inLanguage } from '../organisations';
import { Actions, LinkButton, PageHead, Wrap } from '../ui';
import type { Visit } from './visit';
import { WhomToCall } from './whom-to-call';

export function NotFoundPage({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('common.not-found-heading')} lead={t('common.not-found-text')} />
      <Actions>
        <LinkButton href="/">{t('house.to-start-page')}</LinkButton>
      </Actions>
      <WhomToCall visit={visit} purpose="general" />
    </Wrap>
  );
}

export function FailedPage({ visit, reference }: { visit: Visit; reference: string }) {
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('common.failed-heading')} lead={t('common.failed-text')} />
      <p>{t('common.failed-reference', { reference })}</p>
      <WhomToCall visit={visit} purpose="helpdesk" />
    </Wrap>
  );
}

/** What a refusal of the own record says; anything else is a plain 'not here'. */
const words = {
  limited: 'limited',
  'limited-by-age': 'limited-by-age',
  unverified: 'unverified',
  deceased: 'deceased',
  'too-young': 'too-young',
  ended: 'ended',
} as const;

export function OwnRefusalPage({ visit, because }: { visit: Visit; because: string }) {
  const { t } = visit;
  const key = because in words ? words[because as keyof typeof words] : 'other';
  const purpose: ContactPurpose = key === 'limited' || key === 'unverified' ? 'registration' : 'general';
  return (
    <Wrap>
      <PageHead title={t(`house.refused-${key}-title`)} lead={t(`house.refused-${key}-text`)} />
      {(key === 'limited' || key === 'unverified') && (
        <p>{inLanguage(visit.program.howToVerify(visit.organisation), visit.language)}</p>
      )}
      {(key === 'limited' || key === 'limited-by-age') && (
        <Actions>
          <LinkButton href="/overzicht">{t('common.to-start')}</LinkButton>
        </Actions>
      )}
      <WhomToCall visit={visit} purpose={purpose} />
    </Wrap>
  );
}
