/** HO-06: every dead end names whom to call or mail, when, and what to have at hand. */
import type { ComponentChildren } from 'preact';
import { type ContactPurpose, whomToCall } from '../organisations';
import { Card, Link } from '../ui';
import type { Visit } from './visit';

interface WhomToCallProps {
  readonly visit: Visit;
  readonly purpose: ContactPurpose;
  readonly clinic?: string;
  /** In place of 'whom can you call?'. */
  readonly title?: string;
  /** Why one would call. */
  readonly children?: ComponentChildren;
}

export function WhomToCall({ visit, purpose, clinic, title, children }: WhomToCallProps) {
  const { t, language, organisation, program } = visit;
  const about = { language, at: program.careClock.now(), ...(clinic === undefined ? {} : { clinic }) };
  const who = whomToCall(organisation.about, purpose, about);
  const body = (
    <>
      <p>
        <b>{who.name}</b>
        <br />
        <Link href={who.phoneHref}>{who.phone}</Link>
        {who.email !== undefined && (
          <>
            <br />
            <Link href={`mailto:${who.email}`}>{who.email}</Link>
          </>
        )}
      </p>
      {who.hours.map((line) => (
        <p class="pp-small pp-muted">{line}</p>
      ))}
      {who.atHand.length > 0 && <p class="pp-small">{t('common.contact-at-hand', { items: who.atHand.join(', ') })}</p>}
    </>
  );
  return (
    <Card id="bellen" title={title ?? t('common.contact-heading')}>
      {children === undefined ? (
        body
      ) : (
        <div class="pp-stackv">
          {children}
          <div>{body}</div>
        </div>
      )}
    </Card>
  );
}
