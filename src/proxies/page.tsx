import { type AccessGiven, type GivenAccess, type OtherRecord, proxiesPolicy, type TreatingClinic } from '../access';
import { formalName, type Visit, WhomToCall } from '../house';
import { inLanguage } from '../organisations';
import { listInWords } from '../platform/i18n';
import { dateIn, formatDate } from '../platform/time';
import {
  AccessCard,
  BackLink,
  Card,
  Column,
  Columns,
  DateLine,
  EmptyState,
  IconList,
  Link,
  LinkButton,
  PageHead,
  PersonRow,
  Wrap,
} from '../ui';
import { holdsAll, mayAndMayNot, type ToldRight } from './rules';

interface PageProps {
  readonly visit: Visit;
  readonly given: AccessGiven;
  readonly own: boolean;
  readonly others: readonly OtherRecord[];
}

export function AccessPage({ visit, given, own, others }: PageProps) {
  const { t } = visit;
  return (
    <Wrap>
      <BackLink href={visit.to('/overzicht')}>{t('proxies.back')}</BackLink>
      <PageHead
        title={t(own ? 'proxies.title' : 'proxies.title-other')}
        lead={t(own ? 'proxies.lead' : 'proxies.lead-other')}
      />
      <Columns ratio="8/4">
        <Column>
          {given.people.length === 0 && (
            <Card id="niemand" title={t('proxies.nobody-heading')}>
              <EmptyState>{t(own ? 'proxies.nobody' : 'proxies.nobody-other')}</EmptyState>
            </Card>
          )}
          {given.people.map((person, index) => (
            <Person visit={visit} person={person} own={own} tone={index % 2 === 0 ? 'c' : 'a'} />
          ))}
          {others.length > 0 && <Others visit={visit} others={others} />}
          <Clinics visit={visit} clinics={given.clinics} own={own} />
        </Column>
        <Column>
          <Arrange visit={visit} own={own} />
          <WhomToCall visit={visit} purpose="registration" />
          <GoodToKnow visit={visit} own={own} />
        </Column>
      </Columns>
    </Wrap>
  );
}

const whose = (own: boolean) => ({ whose: own ? 'own' : 'other' });

interface PersonProps {
  readonly visit: Visit;
  readonly person: GivenAccess;
  readonly own: boolean;
  readonly tone: 'a' | 'c';
}

function Person({ visit: { t, language }, person, own, tone }: PersonProps) {
  const { may, mayNot } = mayAndMayNot(person.held);
  const words = (right: ToldRight) => t(`proxies.may-${right}`, whose(own));
  const name = person.name ?? t('proxies.name-unknown');
  const since = formatDate(language, person.from);
  return (
    <AccessCard
      id={`toegang-${person.id}`}
      name={name}
      tone={tone}
      sub={t(person.begun ? 'proxies.since' : 'proxies.begins', {
        basis: t(`proxies.basis-${person.basis}`),
        date: since,
      })}
      tag={
        person.you
          ? { look: 'info', label: t('proxies.you') }
          : person.begun
            ? { look: 'ok', icon: 'circle-check', label: t('proxies.has-access') }
            : { look: 'att', icon: 'hourglass', label: t('proxies.not-yet') }
      }
      may={{ title: t('proxies.may', { name }), items: may.map(words) }}
      mayNot={{ title: t('proxies.may-not', { name }), items: mayNot.map(words) }}
    >
      <DateLine>
        {person.lastDay === undefined
          ? t('proxies.no-end')
          : t('proxies.ends', { date: formatDate(language, person.lastDay) })}
      </DateLine>
    </AccessCard>
  );
}

/** Whose records the reader may open. */
function Others({ visit, others }: { visit: Visit; others: readonly OtherRecord[] }) {
  const { t, language } = visit;
  const at = visit.program.careClock.now();
  return (
    <Card id="anderen" title={t('proxies.others-heading')}>
      <div class="pp-people">
        {others.map(({ owner, kind, held, until }) => {
          const relation = t(`proxies.relation-${kind === 'parent' || kind === 'legal' ? kind : 'proxy'}`);
          const parts = mayAndMayNot(held).may.map((right) => t(`proxies.part-${right}`));
          const what = holdsAll(held) ? t('proxies.part-all') : listInWords(language, parts);
          // The moment of the end is the first without access.
          const last = until === null ? undefined : formatDate(language, dateIn(new Date(until.getTime() - 1)));
          const name = formalName(t, owner, at);
          return (
            <PersonRow
              name={name}
              tone="b"
              sub={
                last === undefined
                  ? t('proxies.other-record', { relation, what })
                  : t('proxies.other-record-until', { relation, what, date: last })
              }
            >
              <LinkButton look="secondary" href={`/namens/${owner.id}/overzicht`}>
                {t('proxies.open')}
                <span class="pp-vh"> {name}</span>
              </LinkButton>
            </PersonRow>
          );
        })}
      </div>
    </Card>
  );
}

/** ST-04: whose care providers may look because they treat the patient. */
function Clinics({ visit, clinics, own }: { visit: Visit; clinics: readonly TreatingClinic[]; own: boolean }) {
  const { t, language, organisation } = visit;
  const nameOf = (slug: string) => {
    const clinic = organisation.about.clinics.find((one) => one.slug === slug);
    return clinic === undefined ? slug : inLanguage(clinic.name, language);
  };
  return (
    <Card id="behandelaars" title={t('proxies.clinics-heading')}>
      <div class="pp-stackv">
        <p>{t(clinics.length === 0 ? 'proxies.clinics-none' : 'proxies.clinics-text', whose(own))}</p>
        {clinics.length > 0 && (
          <IconList
            items={clinics.map(({ clinic, lastDay }) => ({
              icon: 'stethoscope',
              text:
                lastDay === undefined
                  ? nameOf(clinic)
                  : t('proxies.clinic-until', { clinic: nameOf(clinic), date: formatDate(language, lastDay) }),
            }))}
          />
        )}
        <p class="pp-small pp-muted">{t('proxies.emergency')}</p>
      </div>
    </Card>
  );
}

/** PR-02, as the organisation does it; what can be done online comes when it can. */
function Arrange({ visit: { t, organisation }, own }: { visit: Visit; own: boolean }) {
  const { ways } = proxiesPolicy.of(organisation.policy);
  return (
    <Card id="regelen" title={t('proxies.arrange-heading')}>
      <div class="pp-stackv">
        {own && <p>{t('proxies.arrange-who')}</p>}
        {ways.includes('desk') && <p>{t('proxies.arrange-desk')}</p>}
        {ways.includes('phone') && <p>{t('proxies.arrange-phone')}</p>}
        <p>{t('proxies.arrange-stop')}</p>
      </div>
    </Card>
  );
}

function GoodToKnow({ visit, own }: { visit: Visit; own: boolean }) {
  const { t } = visit;
  return (
    <Card id="weten" title={t('proxies.know-heading')}>
      <IconList
        items={[
          {
            icon: 'eye',
            text: (
              <>
                {t('proxies.know-log')} <Link href={visit.to('/inzage')}>{t('proxies.to-log', whose(own))}</Link>
              </>
            ),
          },
          { icon: 'key', text: t('proxies.know-digid') },
        ]}
      />
    </Card>
  );
}
