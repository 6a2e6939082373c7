import type { Visit } from '../../house';
import { Card, FactLines, Link } from '../../ui';
import { EntryFoot, type Names, NoteSections, type Reader, SaidList, SaidWords } from '../../zib';
import type { Contact, Named } from '../contact';

interface ContactProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly names: Names;
  readonly contact: Contact;
}

/** One contact: its note, and what was measured, prescribed and arranged. */
export function ContactCard({ visit, reader, names, contact }: ContactProps) {
  const { t } = visit;
  const { entry, date, kind, people, sections } = contact;
  const lines = [
    ...(contact.measured.length === 0
      ? []
      : [{ label: t('gp.measured'), value: <MeasuredList {...{ visit, contact }} /> }]),
    ...list(t('gp.results'), contact.results),
    ...list(t('gp.medicines'), contact.medicines),
    ...list(t('gp.treatments'), contact.treatments),
    ...list(t('gp.referrals'), contact.referrals),
    ...list(t('gp.letters'), contact.letters),
  ];
  return (
    <Card
      id={`contact-${entry.id}`}
      title={date === undefined ? t('gp.date-unknown') : <bdi>{date}</bdi>}
      aside={
        <bdi>
          {kind !== undefined && <SaidWords t={t} said={kind} />}
          {kind !== undefined && people.length > 0 && ', '}
          {people.join(', ')}
        </bdi>
      }
    >
      {sections.length === 0 ? (
        <p class="pp-muted">{t('gp.note-empty')}</p>
      ) : (
        <NoteSections t={t} sections={sections} />
      )}
      {lines.length > 0 && <FactLines lines={lines} />}
      <EntryFoot visit={visit} reader={reader} entry={entry} names={names} />
    </Card>
  );
}

const list = (label: string, things: readonly Named[]) =>
  things.length === 0 ? [] : [{ label, value: <NamedList things={things} /> }];

function NamedList({ things }: { things: readonly Named[] }) {
  return (
    <ul class="pp-lines">
      {things.map(({ title, href }) => (
        <li lang="nl" dir="auto">
          {href === undefined ? title : <Link href={href}>{title}</Link>}
        </li>
      ))}
    </ul>
  );
}

function MeasuredList({ visit: { t }, contact }: Pick<ContactProps, 'visit' | 'contact'>) {
  return (
    <ul class="pp-lines">
      {contact.measured.map(({ name, values }) => (
        <li dir="auto">
          <SaidWords t={t} said={name} />
          {values.length > 0 && (
            <>
              {': '}
              <SaidList t={t} all={values} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
