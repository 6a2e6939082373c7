import type { ComponentChildren } from 'preact';
import type { Visit } from '../../house';
import { Card, Column, FactLines, Section, Tag, type TagLook } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, SaidList } from '../../zib';
import type { Decision, Directive, DirectiveKind, Person } from '../directives';
import { Empty, isOther, Lines } from './words';

interface WishesProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly directives: readonly Directive[];
  readonly names: Names;
}

/** DO-13: what was agreed about treatments, advance directives, and how to talk about them. */
export function WishesPage(props: WishesProps) {
  const { visit, reader, directives } = props;
  const { t } = visit;
  const over = directives.filter(({ holds }) => !holds);
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={t('care-plans.wishes-title')}
      lead={t(isOther(visit) ? 'care-plans.wishes-lead-other' : 'care-plans.wishes-lead')}
      back={{ href: '/dossier', label: t('care-plans.back') }}
      aside={
        <Card id="praten" title={t('care-plans.discuss-heading')}>
          <p>{t(isOther(visit) ? 'care-plans.discuss-text-other' : 'care-plans.discuss-text')}</p>
          {!isOther(visit) && <p>{t('care-plans.discuss-urgent')}</p>}
        </Card>
      }
    >
      <Kind {...props} kind="treatment" />
      <Kind {...props} kind="advance" />
      {over.length > 0 && (
        <Section id="voorbij" title={t('care-plans.wishes-over')}>
          <Column>
            {over.map((directive) => (
              <DirectiveCard {...props} directive={directive} />
            ))}
          </Column>
        </Section>
      )}
    </PartPage>
  );
}

function Kind({ kind, ...props }: WishesProps & { kind: DirectiveKind }) {
  const { visit, reader, directives } = props;
  const { t } = visit;
  const own = directives.filter((directive) => directive.holds && directive.kind === kind);
  const none =
    kind === 'advance'
      ? t('care-plans.wishes-advance-none')
      : t(reader.kind === 'staff' ? 'care-plans.wishes-treatment-none-staff' : 'care-plans.wishes-treatment-none');
  return (
    <Section id={kind === 'advance' ? 'verklaringen' : 'behandelingen'} title={t(`care-plans.wishes-${kind}`)}>
      {own.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <Column>
          {own.map((directive) => (
            <DirectiveCard {...props} directive={directive} />
          ))}
        </Column>
      )}
    </Section>
  );
}

const LOOKS: Readonly<Record<Decision['kind'], TagLook>> = {
  do: 'ok',
  'do-not': 'att',
  unknown: 'neutral',
  words: 'info',
};

function DirectiveCard({ visit, reader, names, directive }: WishesProps & { directive: Directive }) {
  const { t } = visit;
  const { kind, about } = directive;
  return (
    <Card
      id={`wens-${directive.entry.id}`}
      title={about.length === 0 ? t(`care-plans.wish-${kind}`) : <SaidList t={t} all={about} />}
      aside={<DirectiveTag visit={visit} directive={directive} />}
    >
      <FactLines lines={factsOf(visit, directive)} />
      <EntryFoot visit={visit} reader={reader} entry={directive.entry} names={names} />
    </Card>
  );
}

/** What no longer holds must not look as if it did. */
function DirectiveTag({
  visit: { t },
  directive: { kind, decision, holds },
}: Pick<WishesProps, 'visit'> & { directive: Directive }) {
  if (!holds) return <Tag>{t('care-plans.wish-over')}</Tag>;
  return kind === 'treatment' ? <Tag look={LOOKS[decision.kind]}>{t(`care-plans.wish-${decision.kind}`)}</Tag> : null;
}

function factsOf(visit: Visit, directive: Directive) {
  const { t } = visit;
  const { kind, decision, on, until, people, disorders, remarks, whyEnded, hasDocument } = directive;
  const advance = kind === 'advance';
  const speaks = visit.base !== '' ? 'care-plans.wish-representative-other' : 'care-plans.wish-representative';
  const facts: [label: string, value: ComponentChildren][] = [];
  if (kind === 'treatment' && !directive.holds && decision.kind !== 'words')
    facts.push([t('care-plans.wish-was'), t(`care-plans.wish-${decision.kind}`)]);
  if (kind === 'treatment' && decision.kind === 'words')
    facts.push([t('care-plans.wish-agreed'), <Lines lines={[decision.text]} />]);
  if (on !== undefined) facts.push([t(advance ? 'care-plans.wish-signed' : 'care-plans.wish-on'), <bdi>{on}</bdi>]);
  if (until !== undefined) facts.push([t('care-plans.wish-until'), <bdi>{until}</bdi>]);
  if (people.length > 0)
    facts.push([
      t(advance ? speaks : 'care-plans.wish-people'),
      <bdi>{people.map((person) => nameOf(visit, person)).join(', ')}</bdi>,
    ]);
  if (disorders.length > 0) facts.push([t('care-plans.wish-disorder'), <Lines lines={disorders} />]);
  if (remarks.length > 0) facts.push([t('care-plans.wish-remark'), <Lines lines={remarks} />]);
  if (whyEnded !== undefined) facts.push([t('care-plans.wish-why-ended'), <Lines lines={[whyEnded]} />]);
  if (hasDocument) facts.push([t('care-plans.wish-document'), t('care-plans.wish-document-text')]);
  return facts.map(([label, value]) => ({ label, value }));
}

const nameOf = ({ t, base }: Visit, person: Person): string =>
  person.kind === 'named' ? person.name : t(base === '' ? 'care-plans.wish-you' : 'care-plans.wish-patient');
