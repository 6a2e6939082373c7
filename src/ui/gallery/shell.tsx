import { Footer, Header, LanguageMenu, type NavItem, PrimaryNav, SignOut, TabBar, UtilLink } from '../header';
import type { MarkPart } from '../mark';
import { OtherRecordBar, RecordBar } from '../record-bar';
import type { GalleryEntry } from './types';

/** Two waves; any mark will do here. */
export const MARK: MarkPart[] = [
  { d: 'M9 28c4-5 8-5 13 0s9 5 13 0', tone: 'ink', stroke: 3.2 },
  { d: 'M9 20c4-5 8-5 13 0s9 5 13 0', tone: 'accent', stroke: 3.2 },
];

export const LANGUAGES = [
  { code: 'nl', name: 'Nederlands', href: '/taal/nl?terug=/', current: true },
  { code: 'en', name: 'English', href: '/taal/en?terug=/', current: false },
];

export const NAV: NavItem[] = [
  { href: '#overzicht', icon: 'home', label: 'Overzicht' },
  { href: '#afspraken', icon: 'calendar-event', label: 'Afspraken' },
  { href: '#uitslagen', icon: 'flask', label: 'Uitslagen', badge: { count: 2, label: '2 nieuw' } },
  { href: '#dossier', icon: 'folder', label: 'Dossier' },
  { href: '#meer', icon: 'menu-2', label: 'Meer' },
];

/** What opens behind 'Meer'. */
const MORE: NavItem[] = [
  { href: '#folders', icon: 'book', label: 'Folders' },
  { href: '#gegevens', icon: 'id', label: 'Mijn gegevens' },
  { href: '#inzage', icon: 'eye', label: 'Wie bekeek mijn dossier?', current: true },
];

const nav = (current: string): NavItem[] => NAV.map((item) => ({ ...item, current: item.label === current }));
const brand = { href: '#', mark: MARK, name: 'Duinzicht Ziekenhuis', sub: 'Mijn Duinzicht' };

const OWN_FACTS = [
  { label: 'Geslacht', value: 'Man', hideLabel: true },
  { label: 'Geboren', value: '14 februari 1948' },
  { label: 'Patiëntnummer', value: '4 118 207' },
];

const CHOICES = [
  { href: '#eigen', name: 'De heer W. Tromp', sub: 'Mijn eigen dossier', current: true },
  { href: '#ander', name: 'Mevrouw A. Tromp-Visser', sub: '76 jaar, u bent gemachtigd' },
];

/** The bar over one's own record. */
export const OWN_RECORD = {
  label: 'Geopend dossier',
  name: 'De heer W. Tromp',
  facts: OWN_FACTS,
  switcher: { label: 'Ander dossier openen', choices: CHOICES },
};

/** The bar over another person's record. */
export const OTHER_RECORD = {
  label: 'Geopend dossier: dit is niet uw eigen dossier',
  name: 'Noor Tromp',
  sentence: (
    <>
      U kijkt in het dossier van Noor <span class="pp-nb">(8 jaar)</span>
    </>
  ),
  facts: [
    { label: 'Naam', value: 'Noor Tromp', hideLabel: true },
    { label: 'Geslacht', value: 'Meisje', hideLabel: true },
    { label: 'Geboren', value: '12 mei 2018' },
    { label: 'Patiëntnummer', value: '5 902 114' },
  ],
  back: { href: '#terug', label: 'Terug naar mijn dossier' },
  switcher: {
    label: 'Ander dossier',
    choices: [
      { href: '#eigen', name: 'Mevrouw E. Tromp', sub: 'Mijn eigen dossier' },
      { href: '#noor', name: 'Noor Tromp', sub: '8 jaar, u bent haar moeder', current: true },
    ],
  },
};

export const shellEntries: GalleryEntry[] = [
  {
    name: 'Header',
    states: [
      {
        title: 'ingelogd, met menu',
        render: (t) => (
          <Header
            brand={brand}
            util={
              <>
                <LanguageMenu t={t} languages={LANGUAGES} />
                <UtilLink href="#mijn" icon="user-circle" prefix="Mijn gegevens: " label="W. Tromp" />
                <SignOut t={t} action="/uitloggen" />
              </>
            }
          >
            <PrimaryNav
              label="Hoofdmenu, ingelogd"
              items={nav('Uitslagen').slice(0, 4)}
              more={{ label: 'Meer', items: MORE }}
            />
          </Header>
        ),
      },
      {
        title: 'niet ingelogd',
        render: (t) => (
          <Header
            brand={brand}
            util={<LanguageMenu t={t} languages={LANGUAGES} />}
            action={
              <a class="nl-button nl-button--primary" href="#inloggen">
                <span class="nl-button__label">Inloggen</span>
              </a>
            }
          />
        ),
      },
    ],
  },
  {
    name: 'TabBar',
    states: [
      { title: 'telefoon', render: () => <TabBar label="Snel naar (voorbeeld)" items={nav('Overzicht')} /> },
      {
        title: 'telefoon, met Meer',
        render: () => (
          <TabBar
            label="Snel naar (met Meer)"
            items={nav('Afspraken').slice(0, 4)}
            more={{ label: 'Meer', items: MORE }}
          />
        ),
      },
    ],
  },
  {
    name: 'RecordBar',
    states: [
      { title: 'eigen dossier', render: () => <RecordBar {...OWN_RECORD} /> },
      {
        title: 'eigen dossier, niemand anders te openen',
        render: () => <RecordBar label="Geopend dossier, alleen" name="Mevrouw G. Haddad" facts={OWN_FACTS} />,
      },
      { title: 'dossier van iemand anders', render: () => <OtherRecordBar {...OTHER_RECORD} /> },
    ],
  },
  {
    name: 'Footer',
    states: [
      {
        title: 'ingelogd',
        render: () => (
          <Footer
            links={[
              { href: '#hulp', label: 'Hulp en contact' },
              { href: '#toegankelijkheid', label: 'Toegankelijkheid' },
              { href: '#privacy', label: 'Privacy' },
            ]}
          >
            U bent ingelogd met DigiD. Na 15 minuten zonder gebruik loggen we u uit.
          </Footer>
        ),
      },
    ],
  },
];
