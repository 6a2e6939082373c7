import type { Visit } from '../../house';
import { outOfHours } from '../../organisations';
import { Link, Note } from '../../ui';

/** What to do when it can't wait. */
export function UrgentNote({ visit }: { visit: Visit }) {
  const { t, organisation, language } = visit;
  const who = outOfHours(organisation.about, { language });
  return (
    <Note look="urgent">
      <b>{t('results.urgent-heading')}</b> {t.rich('results.urgent-112', { number: <Link href="tel:112">112</Link> })}{' '}
      {who !== undefined &&
        t.rich('results.urgent-call', { name: who.name, phone: <Link href={who.phoneHref}>{who.phone}</Link> })}
    </Note>
  );
}
