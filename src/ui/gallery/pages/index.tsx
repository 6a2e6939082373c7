import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n';
import { Wrap } from '../../card';
import { ChoiceGroup } from '../../forms/controls';
import { PortalPage, PublicPage, type Site } from '../../portal-page';
import { SignedOut } from '../../public';
import type { AnyRecordBar } from '../../record-bar';
import { ResultPause } from '../../results';
import { SimulatorButton, SimulatorForm, SimulatorPage } from '../../simulator/page';
import { StaffPage } from '../../staff/shell';
import { Note } from '../../tag';
import { PAUSE } from '../results';
import { LANGUAGES, NAV, OTHER_RECORD, OWN_RECORD } from '../shell';
import { accessLog, overview, resultDetail, resultList } from './patient';
import { signIn, start } from './public';
import { desk, staffResults } from './staff';

interface Options {
  t: Translate;
  site: Site;
  scheme?: 'light' | 'dark' | undefined;
}

/** Whole pages, to be looked at beside the design. Each has its own shell, so they cannot stand in the gallery. */
export const specimens: Record<string, (options: Options) => VNode> = {
  overzicht: (options) => portal(options, 'Overzicht', overview()),
  'overzicht-ander': (options) => portal(options, 'Overzicht', overview(), { kind: 'other', ...OTHER_RECORD }),
  uitslagen: (options) => portal(options, 'Uitslagen', resultList()),
  uitslag: (options) => portal(options, 'Hemoglobine', resultDetail(options.t)),
  pauze: (options) =>
    portal(
      options,
      'Uitslag',
      <Wrap>
        <ResultPause {...PAUSE}>
          <Note look="calm" icon="phone">
            <b>Maakt u zich zorgen?</b> Bel de polikliniek Orthopedie:{' '}
            <a class="nl-link" href="tel:0885550124">
              088 555 01 24
            </a>
            .
          </Note>
        </ResultPause>
      </Wrap>,
    ),
  inzage: (options) => portal(options, 'Wie bekeek mijn dossier?', accessLog()),
  start: (options) => publicPage(options, 'Start', start()),
  inloggen: (options) => publicPage(options, 'Inloggen', signIn(), false),
  uitgelogd: (options) =>
    publicPage(
      options,
      'U bent uitgelogd',
      <SignedOut
        title="U bent uitgelogd"
        lead="Niemand kan nu nog in uw dossier. Wat u had ingevuld, is bewaard."
        text="Deelt u deze computer met anderen? Sluit dan ook alle vensters van de browser."
        actions={[
          { href: '#in', label: 'Log opnieuw in' },
          { href: '#start', label: 'Ga naar de startpagina' },
        ]}
      />,
      'pp-out',
    ),
  'staf-patient': (options) => staff(options, 'Uitslagen', staffResults(options.t)),
  balie: (options) => staff(options, 'BSN controleren', desk(options.t)),
  simulator: ({ t }) => (
    <SimulatorPage t={t} title="Kies wie u bent" warning="Dit is niet DigiD. Vul hier nooit uw echte gegevens in.">
      <SimulatorForm action="#" eyebrow="Inloggen bij Duinzicht Ziekenhuis" title="Kies wie u bent">
        <p>Hier doet u alsof u inlogt. De mensen zijn verzonnen.</p>
        <ChoiceGroup
          t={t}
          name="wie"
          kind="radio"
          label="Verzonnen persoon"
          chosen={['w']}
          choices={[
            { value: 'w', label: 'De heer W. Tromp, 78 jaar', sub: 'Gebroken enkel, 2 nieuwe uitslagen' },
            { value: 'e', label: 'Mevrouw E. Tromp, 41 jaar', sub: 'Moeder van Noor (8 jaar)' },
          ]}
        />
        <p class="pp-actions">
          <SimulatorButton>Ga verder</SimulatorButton>
          <SimulatorButton quiet name="stop" value="1">
            Breek inloggen af
          </SimulatorButton>
        </p>
      </SimulatorForm>
    </SimulatorPage>
  ),
};

const FOOTER = {
  links: [
    { href: '#hulp', label: 'Hulp en contact' },
    { href: '#toegankelijkheid', label: 'Toegankelijkheid' },
    { href: '#privacy', label: 'Privacy' },
    { href: '#inzage', label: 'Wie bekeek mijn dossier?' },
  ],
  text: 'U bent ingelogd met DigiD. Na 15 minuten zonder gebruik loggen we u uit. U krijgt eerst een melding.',
};

function portal(
  { t, site, scheme }: Options,
  title: string,
  content: VNode,
  record: AnyRecordBar = { kind: 'own', ...OWN_RECORD },
): VNode {
  const items = NAV.map((item) => ({ ...item, current: item.label === title }));
  return (
    <PortalPage
      t={t}
      site={site}
      scheme={scheme}
      title={title}
      homeHref="#"
      languages={LANGUAGES}
      account={{ name: 'W. Tromp', href: '#mijn' }}
      signOutAction="/uitloggen"
      nav={items.slice(0, 4)}
      tabs={items}
      record={record}
      footer={FOOTER}
      session={{
        secondsLeft: 900,
        keepAction: '/sessie/verlengen',
        endedHref: '/uitgelogd',
        signOutAction: '/uitloggen',
      }}
    >
      {content}
    </PortalPage>
  );
}

function publicPage({ t, site, scheme }: Options, title: string, content: VNode, main?: string | false): VNode {
  return (
    <PublicPage
      t={t}
      site={site}
      scheme={scheme}
      title={title}
      homeHref="#"
      languages={LANGUAGES}
      links={[{ href: '#hulp', icon: 'help-circle', label: 'Hulp' }]}
      signIn={main === undefined ? { href: '#inloggen', label: 'Inloggen' } : undefined}
      main={main}
      footer={main === undefined ? FOOTER : { links: [] }}
    >
      {content}
    </PublicPage>
  );
}

function staff({ t, site, scheme }: Options, title: string, content: VNode): VNode {
  return (
    <StaffPage
      t={t}
      site={site}
      scheme={scheme}
      title={title}
      workspace="Werkplek Duinzicht"
      place="Polikliniek Orthopedie"
      homeHref="#"
      employee={{ label: 'Dr. S. Okafor, orthopedisch chirurg', href: '#mijn' }}
      search={{ href: '#zoek', label: 'Zoek patiënt' }}
      signOutAction="/werkplek/uitloggen"
      languages={LANGUAGES}
      side={{
        label: 'Werkplek',
        groups: [
          {
            items: [
              { href: '#zoeken', icon: 'user-search', label: 'Patiënt zoeken' },
              { href: '#uitslagen', icon: 'flask', label: 'Vrij te geven', count: 3, current: true },
            ],
          },
          { title: 'Spreekuur vandaag', items: [{ href: '#w', icon: 'armchair', label: 'W. Tromp', count: '10.20' }] },
        ],
      }}
    >
      {content}
    </StaffPage>
  );
}
