import type { Visit } from '../../house';
import { WhomToCall } from '../../house';
import { inLanguage } from '../../organisations';
import { Actions, Link, LinkButton, Note, PageHead, SignedOut, SignInLayout, SignInOption, Wrap } from '../../ui';
import type { SignInOutcome } from '../actions';
import { signInPolicy } from '../policy';
import { DigidOption } from './start';

interface SignInPageProps {
  visit: Visit;
  returnTo: string;
  /** The session that was here has ended; what was typed is kept. */
  expired: boolean;
  unavailable: boolean;
}

export function SignInPage({ visit, returnTo, expired, unavailable }: SignInPageProps) {
  const { t } = visit;
  const policy = signInPolicy.of(visit.organisation.policy);
  return (
    <SignInLayout
      aside={{
        label: t('sign-in.safe-label'),
        title: t('sign-in.safe-title'),
        points: [
          { icon: 'shield-check', text: t('sign-in.safe-own') },
          { icon: 'eye', text: t('sign-in.safe-log') },
          { icon: 'logout', text: t('sign-in.safe-out') },
        ],
      }}
    >
      <h1 class="pp-h1">{t('common.sign-in')}</h1>
      {expired && <Note look="info">{t('sign-in.expired-note')}</Note>}
      <DigidOption visit={visit} returnTo={returnTo} unavailable={unavailable} />
      <p class="pp-muted">{t(`sign-in.need-answer-${policy.digidLevel}`)}</p>
      <p>
        <Link href="https://www.digid.nl">{t('sign-in.about-digid')}</Link>
      </p>
      <p class="pp-small pp-muted">{t('sign-in.advice')}</p>
    </SignInLayout>
  );
}

export function StaffSignInPage({ visit, returnTo, expired, unavailable }: SignInPageProps) {
  const { t, organisation } = visit;
  return (
    <Wrap>
      <PageHead
        title={t('sign-in.staff-title', { name: organisation.about.shortName })}
        lead={t('sign-in.staff-lead')}
      />
      {expired && <Note look="info">{t('sign-in.expired-note')}</Note>}
      <SignInOption
        action={`/werkplek/inloggen?terug=${encodeURIComponent(returnTo)}`}
        logo={{ icon: 'users' }}
        title={t('sign-in.staff-option')}
        sub={
          unavailable ? t('sign-in.staff-unavailable') : t('sign-in.staff-option-at', { name: organisation.about.name })
        }
        unavailable={unavailable}
        main
      />
      <p>
        <Link href="/">{t('sign-in.not-staff')}</Link>
      </p>
    </Wrap>
  );
}

type Why = Extract<SignInOutcome, { ok: false }>['why'];

/** Each way in which signing in ends without a session has its own words, and a next step. */
export function NotSignedInPage({ visit, why, retry }: { visit: Visit; why: Why; retry: string }) {
  const { t, organisation, language } = visit;
  const policy = signInPolicy.of(organisation.policy);
  const lead =
    why === 'level-too-low' ? t(`sign-in.not-level-text-${policy.digidLevel}`) : t(`sign-in.not-${why}-text`);
  return (
    <Wrap>
      <PageHead title={t(`sign-in.not-${why}-title`)} lead={lead} />
      {why === 'unknown' && <p>{inLanguage(policy.howToRegister, language)}</p>}
      {why === 'unverified' && <p>{inLanguage(policy.howToVerify, language)}</p>}
      <Actions>
        <LinkButton href={retry}>{t('sign-in.try-again')}</LinkButton>
        <LinkButton href="/" look="secondary">
          {t('house.to-start-page')}
        </LinkButton>
      </Actions>
      {why !== 'cancelled' && (
        <WhomToCall visit={visit} purpose={why === 'unknown' || why === 'unverified' ? 'registration' : 'helpdesk'} />
      )}
    </Wrap>
  );
}

interface SignedOutProps {
  visit: Visit;
  /** By itself, after a time without use. */
  expired: boolean;
  staff: boolean;
  /** Where somebody was, and finds again what was typed there; empty: nowhere in particular. */
  returnTo: string;
}

export function SignedOutPage({ visit, expired, staff, returnTo }: SignedOutProps) {
  const { t } = visit;
  const signIn = staff ? '/werkplek/inloggen' : '/inloggen';
  return (
    <SignedOut
      title={expired ? t('common.expired-heading') : t('sign-in.signed-out-title')}
      lead={expired ? t('sign-in.expired-text') : t('sign-in.signed-out-lead')}
      text={t('sign-in.signed-out-text')}
      actions={[
        {
          href: returnTo === '' ? signIn : `${signIn}?terug=${encodeURIComponent(returnTo)}`,
          label: t('sign-in.sign-in-again'),
        },
        { href: '/', label: t('house.to-start-page') },
      ]}
    />
  );
}
