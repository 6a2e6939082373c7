import type { Translate } from '../platform/i18n';

export interface SessionProps {
  /** Until the session ends, when the page is sent. */
  secondsLeft: number;
  /** How long before that the warning comes (WCAG 2.2.1 asks at least 20 seconds). */
  warnSeconds?: number;
  /** POSTing here keeps the session alive. */
  keepAction: string;
  /** Where to go when it has ended. */
  endedHref: string;
  signOutAction: string;
}

/**
 * 'Bent u er nog?', two minutes before the session ends. The server writes the words; the island `pp-session` opens
 * the dialog, counts minutes and keeps drafts. Without JavaScript nothing shows: the footer states the limit.
 */
export function SessionDialog(props: SessionProps & { t: Translate }) {
  const { t, secondsLeft, warnSeconds = 120, keepAction, endedHref, signOutAction } = props;
  return (
    <pp-session seconds-left={secondsLeft} warn={warnSeconds} keep={keepAction} ended={endedHref}>
      <dialog class="pp-dialog" aria-labelledby="sessie-titel" aria-describedby="sessie-tekst">
        <h2 class="pp-h2" id="sessie-titel">
          {t('ui.session-heading')}
        </h2>
        <p id="sessie-tekst">
          {/* One sentence per number of minutes, so that the words stay right in every language. */}
          <span data-minutes="2">{t('ui.session-two-minutes')}</span>
          <span data-minutes="1" hidden>
            {t('ui.session-one-minute')}
          </span>{' '}
          {t('ui.session-kept')}
        </p>
        <div class="pp-actions">
          <form action={keepAction} method="post">
            <button class="nl-button nl-button--primary" type="submit" data-keep>
              <span class="nl-button__label">{t('ui.session-stay')}</span>
            </button>
          </form>
          <form action={signOutAction} method="post">
            <button class="nl-button nl-button--secondary" type="submit">
              <span class="nl-button__label">{t('common.sign-out')}</span>
            </button>
          </form>
        </div>
      </dialog>
    </pp-session>
  );
}
