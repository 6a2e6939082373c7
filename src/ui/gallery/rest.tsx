import { Actions, Button } from '../button';
import { Band, Faq, FeatureList, LanguageLinks, OrganisationCard, Organisations, SignInOption } from '../public';
import { SimulatedSms, SimulatorButton, SimulatorForm } from '../simulator/page';
import { PatientBar, PersonHead, Tabs } from '../staff/patient';
import { CellNote, StaffTable, VisibilityCell } from '../staff/table';
import { Tag } from '../tag';
import { LANGUAGES, MARK } from './shell';
import type { GalleryEntry } from './types';

/** Results as an employee sees them. */
export const STAFF_ROWS = [
  {
    cells: [
      <>
        Hemoglobine<CellNote>13-11 14.20 uur</CellNote>
      </>,
      <>
        8,4 mmol/l<CellNote>8,5 tot 11,0</CellNote> <Tag look="att">Iets laag</Tag>
      </>,
      <VisibilityCell state="on">Sinds vrijdag 20 nov</VisibilityCell>,
      <Button look="secondary">Toelichting</Button>,
    ],
  },
  {
    cells: [
      <>
        Röntgenfoto enkel<CellNote>03-12 10.05 uur</CellNote>
      </>,
      <>
        Verslag dr. N. Koster <Tag>Nog bespreken</Tag>
      </>,
      <VisibilityCell state="wait">Vanaf do 10 dec</VisibilityCell>,
      <Button look="secondary">Toon nu</Button>,
    ],
    state: 'here' as const,
  },
  {
    cells: [
      <>
        Weefselonderzoek<CellNote>18-11 16.30 uur</CellNote>
      </>,
      <>
        Verslag <Tag look="info">Gevoelig</Tag>
      </>,
      <VisibilityCell state="held">Tegengehouden tot u het vrijgeeft</VisibilityCell>,
      <Button look="secondary">Geef vrij</Button>,
    ],
  },
  {
    cells: ['HLA-typering', 'Verslag', <VisibilityCell state="never">Nooit, volgens de regels</VisibilityCell>, ''],
    state: 'done' as const,
  },
];

export const STAFF_COLUMNS = ['Uitslag', 'Waarde', 'Zichtbaar voor patiënt vanaf', 'Actie'];

/** Who an employee has open. */
export const PATIENT = {
  name: 'De heer W. Tromp',
  sub: 'Controle enkel, 10.20 uur.',
  facts: [
    { label: 'Geslacht', value: 'Man' },
    { label: 'Geboren', value: '14-02-1948 (78 jaar)' },
    { label: 'Patiëntnummer', value: '4 118 207' },
    {
      label: 'BSN',
      value: (
        <Tag look="ok" icon="shield-check">
          Gecontroleerd
        </Tag>
      ),
    },
    {
      label: 'Allergie',
      value: (
        <Tag look="neg" icon="alert-triangle">
          Penicilline
        </Tag>
      ),
    },
  ],
};

export const TABS = [
  { href: '#uitslagen', icon: 'flask' as const, label: 'Uitslagen', current: true },
  { href: '#gegevens', icon: 'id' as const, label: 'Gegevens' },
  { href: '#inzage', icon: 'eye' as const, label: 'Wie keek' },
];

const COLOURS = { ground: '#36589b', ink: '#ffffff', accent: '#fed5ca' };

export const publicEntries: GalleryEntry[] = [
  {
    name: 'SignInOption',
    states: [
      {
        title: 'belangrijkste, ander, kan nu niet',
        render: () => (
          <div class="pp-stackv">
            <SignInOption
              action="#"
              main
              logo={{ letters: 'DigiD' }}
              title="Inloggen met DigiD"
              sub="Met de DigiD-app of een sms-code"
            />
            <SignInOption
              href="#ander"
              logo={{ icon: 'users' }}
              title="Inloggen voor iemand anders"
              sub="Voor uw kind"
            />
            <SignInOption
              unavailable
              logo={{ letters: 'DigiD' }}
              title="Inloggen met DigiD"
              sub="Dit kan nu niet. Probeer het over 15 minuten nog eens."
            />
          </div>
        ),
      },
      { title: 'talen', render: () => <LanguageLinks label="Taal kiezen" languages={LANGUAGES} /> },
    ],
  },
  {
    name: 'FeatureList, Band en Faq',
    states: [
      {
        title: 'wat kunt u doen',
        render: () => (
          <FeatureList
            items={[
              { icon: 'flask', title: 'Uitslagen bekijken', text: 'Met uitleg in gewone taal.' },
              { icon: 'eye', title: 'Zien wie er keek', text: 'Elke keer komt in een lijst.' },
              { icon: 'folder', title: 'Uw dossier lezen', text: 'Verslagen en brieven op één plek.' },
            ]}
          />
        ),
      },
      {
        title: 'uitnodiging',
        render: () => (
          <Band
            id="oefen"
            title="Nieuw hier? Oefen eerst"
            text="Oefen stap voor stap met een verzonnen dossier."
            actions={[
              { href: '#o', label: 'Ik wil oefenen' },
              { href: '#r', label: 'Ik wil rondkijken' },
            ]}
          />
        ),
      },
      {
        title: 'vragen',
        render: () => (
          <Faq
            items={[
              { question: 'Wanneer zie ik mijn uitslag?', answer: 'De meeste uitslagen ziet u na 7 dagen.' },
              { question: 'Kost het iets?', answer: 'Nee.' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'OrganisationCard',
    states: [
      {
        title: 'één organisatie',
        render: () => (
          <Organisations>
            <OrganisationCard
              href="http://maasoever.localhost:3000/"
              mark={MARK}
              colours={COLOURS}
              name="Ziekenhuis Maasoever"
              kind="Ziekenhuis met één locatie"
              points={[
                { icon: 'flask', text: 'Uitslagen meteen, zodra ze klaar zijn' },
                { icon: 'id', text: 'Eerst inschrijven aan de balie' },
              ]}
            />
          </Organisations>
        ),
      },
    ],
  },
];

export const staffEntries: GalleryEntry[] = [
  {
    name: 'Staf: PatientBar, Tabs, StaffTable',
    states: [
      { title: 'patiënt', render: () => <PatientBar {...PATIENT} /> },
      { title: 'delen van het dossier', render: () => <Tabs label="Dossier van de patiënt" tabs={TABS} /> },
      {
        title: 'uitslagen',
        render: (t) => (
          <form action="#" method="post">
            <StaffTable
              t={t}
              caption="Uitslagen en wanneer de patiënt ze ziet"
              columns={STAFF_COLUMNS}
              rows={STAFF_ROWS}
            />
          </form>
        ),
      },
      {
        title: 'wie aan de balie staat',
        render: () => (
          <PersonHead
            name="Mevrouw G. Haddad"
            sub="Vrouw, geboren 27-03-1958 (68 jaar), patiëntnummer 6 340 081"
            tag={{ look: 'att', icon: 'alert-triangle', label: 'BSN niet gecontroleerd' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Simulator',
    states: [
      {
        title: 'formulier',
        render: () => (
          <SimulatorForm action="#" eyebrow="Inloggen bij Duinzicht Ziekenhuis" title={<span>Vul de code in</span>}>
            <SimulatedSms label="Nagedaan sms-bericht" text="Uw oefencode is" code="482 913" />
            <Actions>
              <SimulatorButton>Ga verder</SimulatorButton>
              <SimulatorButton quiet name="stop" value="1">
                Breek inloggen af
              </SimulatorButton>
            </Actions>
          </SimulatorForm>
        ),
      },
    ],
  },
];
