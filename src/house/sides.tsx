/** What stands around a page: the patient's side, the care team's, and the public one. */
import { can, type EmployeeViewer, type LiveSession, type OtherRecord, type PersonViewer } from '../access';
import { inLanguage, styleOf } from '../organisations';
import { themePath } from '../organisations/house-style';
import { fullName } from '../people';
import { availableLanguages } from '../platform/i18n';
import { ageOn, dateIn } from '../platform/time';
import {
  type AnyRecordBar,
  type LanguageChoice,
  PatientBar,
  PortalPage,
  PublicPage,
  type RecordChoice,
  type SessionProps,
  type SideGroup,
  type Site,
  StaffPage,
  Tabs,
  Tag,
} from '../ui';
import type { OpenedNow } from './around';
import { type Menu, menuOf, noMenu } from './menu';
import type { PageReply } from './reply';
import type { Room } from './room';
import type { Visit } from './visit';
import { birthDateInWords, formalName, patientNumber, sexInWords } from './words';

export function siteOf({ organisation }: Visit): Site {
  const style = styleOf(organisation.slug);
  return {
    organisation: organisation.about.name,
    name: organisation.about.portalName,
    mark: style.mark,
    themeHref: themePath(organisation.slug, style),
    iconHref: `/assets/mark-${organisation.slug}.svg`,
  };
}

const languageNames = { nl: 'Nederlands', en: 'English', 'x-rtl': '⇄ (test)' } as const;

/** A GET to /taal/<code> sets the choice and leads back to the same page. */
export function languageChoices(visit: Visit): LanguageChoice[] {
  const offered = availableLanguages({ pseudo: visit.language === 'x-rtl' });
  return offered.map((code) => ({
    code: code === 'x-rtl' ? 'nl' : code,
    name: languageNames[code],
    href: `/taal/${code}?terug=${encodeURIComponent(visit.method === 'GET' ? visit.path : (visit.path.split('?')[0] ?? '/'))}`,
    current: code === visit.language,
  }));
}

const sessionProps = (visit: Visit, session: LiveSession, signOut: string): SessionProps => ({
  secondsLeft: Math.max(0, Math.floor((session.endsAt.getTime() - visit.program.wallClock.now().getTime()) / 1000)),
  keepAction: '/sessie/verlengen',
  endedHref: `/uitgelogd?${new URLSearchParams({
    reden: 'verlopen',
    als: session.viewer.kind === 'person' ? 'patient' : 'medewerker',
    terug: visit.path.split('?', 1)[0] ?? visit.path,
  })}`,
  signOutAction: signOut,
});

interface SideProps {
  visit: Visit;
  content: PageReply;
  rooms: readonly Room[];
  open: OpenedNow | undefined;
}

export function PublicSide({ visit, content, rooms }: Omit<SideProps, 'open'>) {
  const links = rooms
    .flatMap(({ publicLinks = [] }) => publicLinks)
    .sort((a, b) => a.order - b.order)
    .map(({ path, label }) => ({ href: path, label: visit.t(label) }));
  return (
    <PublicPage
      t={visit.t}
      site={siteOf(visit)}
      title={content.title}
      failed={content.failed}
      homeHref="/"
      languages={languageChoices(visit)}
      main={content.main}
      footer={{ links }}
    >
      {content.body}
    </PublicPage>
  );
}

type PatientSideProps = SideProps & {
  session: LiveSession<PersonViewer>;
  /** Where no record is open: what the reader may open, so that the menu of the own record stays in reach. */
  records: readonly OtherRecord[];
};

/** The open record's menu; on a page outside every record the own one's. */
function menuHere({ rooms, visit, content, open, records }: PatientSideProps): Menu {
  if (open !== undefined) {
    const own = open.kind === 'self' || open.kind === 'limited';
    return menuOf(rooms, visit, content, { base: visit.base, own, held: open.held });
  }
  const self = records.find(({ own }) => own);
  return self === undefined ? noMenu : menuOf(rooms, visit, content, { base: '', own: true, held: self.held });
}

export function PatientSide(props: PatientSideProps) {
  const { visit, content, session, open, records } = props;
  const { t } = visit;
  const own = (open?.others ?? records).find((other) => other.own);
  const idle = visit.program.sessionLimits(visit.organisation).idleMinutes;
  const menu = menuHere(props);
  return (
    <PortalPage
      t={t}
      site={siteOf(visit)}
      title={content.title}
      failed={content.failed}
      refresh={content.refresh}
      homeHref="/overzicht"
      account={own && { name: fullName(own.owner.name), href: menu.account }}
      signOutAction="/uitloggen"
      nav={menu.main}
      tabs={menu.tabs}
      more={{ nav: menu.more, tabs: menu.moreTabs }}
      languages={languageChoices(visit)}
      record={open && recordBar(visit, open)}
      session={sessionProps(visit, session, '/uitloggen')}
      footer={{ links: menu.more, text: t('house.footer-session', { minutes: idle }) }}
    >
      {content.body}
    </PortalPage>
  );
}

function recordBar(visit: Visit, open: OpenedNow): AnyRecordBar {
  const { t } = visit;
  const { owner, at } = open;
  const name = formalName(t, owner, at);
  const facts = [
    { label: t('common.sex'), value: sexInWords(t, owner.sex), hideLabel: true },
    { label: t('house.born'), value: birthDateInWords(t, owner) },
    { label: t('common.patient-number'), value: patientNumber(owner.number) },
  ];
  const switcher = { label: t('house.open-other-record'), choices: choicesOf(visit, open) };
  const label = t('house.open-record');
  if (open.kind === 'self' || open.kind === 'limited') return { kind: 'own', label, name, facts, switcher };
  const hasOwn = open.others.some((other) => other.own);
  return {
    kind: 'other',
    label,
    name,
    sentence: t('house.other-record', { name }),
    facts,
    back: hasOwn
      ? { href: '/overzicht', label: t('house.back-to-own') }
      : { href: '/dossiers', label: t('house.back-to-records') },
    switcher,
  };
}

function choicesOf(visit: Visit, open: OpenedNow): RecordChoice[] {
  const { t } = visit;
  return open.others.map((other) => {
    const age = other.owner.birthDate === null ? null : ageOn(other.owner.birthDate, dateIn(open.at));
    const relation = t(`house.relation-${other.kind === 'limited' ? 'self' : other.kind}` as 'house.relation-self');
    return {
      href: other.own ? '/overzicht' : `/namens/${other.owner.id}/overzicht`,
      name: formalName(t, other.owner, open.at),
      sub: other.own || age === null ? relation : t('house.age-and-relation', { age, relation }),
      current: other.owner.id === open.owner.id,
    };
  });
}

export function StaffSide(props: SideProps & { session: LiveSession<EmployeeViewer> }) {
  const { visit, content, session, open, rooms } = props;
  const { t, organisation } = visit;
  const { viewer } = session;
  const clinics = organisation.about.clinics.filter(({ slug }) => viewer.clinics.includes(slug));
  return (
    <StaffPage
      t={t}
      site={siteOf(visit)}
      title={content.title}
      failed={content.failed}
      refresh={content.refresh}
      workspace={t('staff.workspace', { name: organisation.about.shortName })}
      place={clinics.map(({ name }) => inLanguage(name, visit.language)).join(', ') || organisation.about.name}
      homeHref="/werkplek"
      employee={{
        label: viewer.jobTitle === null ? viewer.name : `${viewer.name}, ${viewer.jobTitle}`,
        href: '/werkplek',
      }}
      signOutAction="/uitloggen"
      languages={languageChoices(visit)}
      side={{ label: t('common.menu'), groups: sideGroups(visit, viewer, open) }}
      session={sessionProps(visit, session, '/uitloggen')}
    >
      {open !== undefined && <OpenPatient visit={visit} open={open} rooms={rooms} />}
      {content.body}
    </StaffPage>
  );
}

function sideGroups(visit: Visit, viewer: EmployeeViewer, open: OpenedNow | undefined): SideGroup[] {
  const { t } = visit;
  const here = visit.path.split('?')[0] ?? '';
  const item = (href: string, icon: SideGroup['items'][number]['icon'], label: string) => ({
    href,
    icon,
    label,
    current: open === undefined && here.startsWith(href),
  });
  return [
    {
      items: [
        ...(can(viewer.roles, 'find-patient') ? [item('/werkplek/zoeken', 'search', t('staff.find-patient'))] : []),
        ...(can(viewer.roles, 'review-log')
          ? [item('/werkplek/noodtoegang', 'first-aid-kit', t('staff.emergencies'))]
          : []),
      ],
    },
  ];
}

function OpenPatient({ visit, open, rooms }: Pick<SideProps, 'visit' | 'rooms'> & { open: OpenedNow }) {
  const { t } = visit;
  const { owner, at } = open;
  const age =
    owner.birthDate === null ? '' : ` (${t('common.years-old', { age: ageOn(owner.birthDate, dateIn(at)) })})`;
  const tabs = rooms
    .flatMap(({ staffTabs = [] }) => staffTabs)
    .filter(({ right }) => open.held.includes(right))
    .sort((a, b) => a.order - b.order);
  const here = visit.path.slice(visit.base.length).split('?')[0] ?? '';
  return (
    <>
      <PatientBar
        name={formalName(t, owner, at)}
        sub={open.basis === 'emergency' ? t('staff.emergency-open') : undefined}
        facts={[
          { label: t('common.sex'), value: sexInWords(t, owner.sex) },
          { label: t('house.born'), value: `${birthDateInWords(t, owner)}${age}` },
          { label: t('common.patient-number'), value: patientNumber(owner.number) },
          {
            label: 'BSN',
            value: owner.bsnVerified ? (
              <Tag look="ok" icon="shield-check">
                {t('staff.bsn-verified')}
              </Tag>
            ) : (
              <Tag look="att" icon="alert-triangle">
                {t('staff.bsn-unverified')}
              </Tag>
            ),
          },
        ]}
      />
      <Tabs
        label={t('staff.record-parts')}
        tabs={tabs.map((tab) => ({
          href: visit.to(tab.path),
          icon: tab.icon,
          label: t(tab.label),
          current: here === tab.path || here.startsWith(`${tab.path}/`),
        }))}
      />
    </>
  );
}
