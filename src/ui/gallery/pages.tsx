import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n';
import { BackLink, Button, LinkButton, PrintButton } from '../button';
import { Card, Column, Columns, PageHead, Section, Wrap } from '../card';
import { RangeBar } from '../charts/range-bar';
import { TrendChart } from '../charts/trend-chart';
import { ChoiceGroup, Input } from '../forms/controls';
import { ErrorSummary } from '../forms/summary';
import { FilterChips, Hero, NextAppointment } from '../greeting';
import { LogList } from '../log';
import { PortalPage, PublicPage, type Site } from '../portal-page';
import { LanguageLinks, SignedOut, SignInLayout, SignInOption, StartHero } from '../public';
import type { AnyRecordBar } from '../record-bar';
import { ClinicianNote, ComingResult, DataTable, Explanation, ResultPause, ResultRow, ResultValue } from '../results';
import { Avatar, Disc, IconList, QuickTiles, Row, Rows, TaskRow } from '../rows';
import { SimulatorButton, SimulatorForm, SimulatorPage } from '../simulator/page';
import { PatientBar, PersonHead, Tabs } from '../staff/patient';
import { DeskColumns, Sheet, SheetHead, StaffColumns, StaffPage } from '../staff/shell';
import { DeskForm, StaffTable } from '../staff/table';
import { Note } from '../tag';
import { PATIENT, STAFF_COLUMNS, STAFF_ROWS, TABS } from './rest';
import { HEMOGLOBIN, LOG, PAUSE } from './results';
import { LANGUAGES, NAV, OTHER_RECORD, OWN_RECORD } from './shell';

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

function overview(): VNode {
  return (
    <>
      <Hero
        moment="morning"
        eyebrow="Maandag 23 november 2026"
        title="Goedemorgen, meneer Tromp"
        lead="U heeft 2 nieuwe uitslagen en 2 nieuwe berichten."
      />
      <Wrap>
        <Columns ratio="7/5">
          <Column>
            <NextAppointment
              id="volgende"
              date={{ month: 'dec', day: 3, weekday: 'donderdag' }}
              eyebrow="Uw volgende afspraak"
              title="Controle van uw enkel"
              facts={[
                { icon: 'clock', text: '10.20 uur, duurt ongeveer 20 minuten' },
                { icon: 'stethoscope', text: 'Dr. S. Okafor, orthopedisch chirurg' },
                { icon: 'map-pin', text: 'Locatie Zeeweg, route 24, 2e verdieping' },
              ]}
              preparation={
                <>
                  <b>Zo bereidt u zich voor:</b> neem uw identiteitsbewijs en uw krukken mee. We maken eerst een foto.
                </>
              }
              actions={[
                { href: '#a', label: 'Bekijk afspraak' },
                { href: '#v', label: 'Verzetten of afzeggen' },
              ]}
            />
            <Card id="taken" title="Dit vragen we van u">
              <Rows>
                <TaskRow
                  href="#t1"
                  icon="clipboard-list"
                  title="Vragenlijst invullen"
                  sub="Voor uw afspraak op 3 december. Ongeveer 5 minuten."
                  state="todo"
                  label="Nog te doen"
                />
                <TaskRow
                  href="#t2"
                  icon="map-pin"
                  title="Adres en telefoon bevestigen"
                  sub="Gedaan op 12 november."
                  state="done"
                  label="Klaar"
                />
              </Rows>
            </Card>
          </Column>
          <Column>
            <Card id="nieuw" title="Nieuwe uitslagen" more={{ href: '#alle', label: 'Alle uitslagen' }}>
              <Rows>
                <Row href="#1" isNew lead={<Disc icon="droplet" />} title="Bloedonderzoek" sub="13 november 2026" />
                <Row
                  href="#2"
                  isNew
                  lead={<Disc icon="photo" />}
                  title="Röntgenfoto van uw enkel"
                  sub="12 november 2026"
                />
              </Rows>
            </Card>
          </Column>
        </Columns>
        <Section id="snel" title="Snel regelen">
          <QuickTiles
            tiles={[
              { href: '#q1', icon: 'flask', label: 'Uitslagen bekijken' },
              { href: '#q2', icon: 'eye', label: 'Wie bekeek mijn dossier?' },
              { href: '#q3', icon: 'user-circle', label: 'Mijn gegevens' },
            ]}
          />
        </Section>
        <section class="pp-section" aria-label="Spoed">
          <Note look="urgent">
            <b>Heeft u nu hulp nodig?</b> Bel bij levensgevaar direct{' '}
            <a class="nl-link" href="tel:112">
              112
            </a>
            . Kan het niet wachten tot morgen? Bel uw huisarts of de huisartsenspoedpost.
          </Note>
        </section>
      </Wrap>
    </>
  );
}

function resultList(): VNode {
  return (
    <Wrap>
      <PageHead
        title="Uitslagen"
        lead="Een waarde net buiten de normale waarden komt vaak voor. Het hoeft niet te betekenen dat er iets mis is."
      >
        <FilterChips
          label="Soort uitslag"
          chips={[
            { href: '#f1', label: 'Alles', current: true },
            { href: '#f2', label: 'Bloed en urine' },
          ]}
        />
      </PageHead>
      <Column>
        <Card id="komt" title="Deze uitslag komt nog">
          <Rows>
            <ComingResult
              title="Urineonderzoek van 23 november"
              sub="Uw arts bekijkt de uitslag eerst. U krijgt bericht als u kunt kijken."
              when="Zichtbaar vanaf 30 november"
            />
          </Rows>
        </Card>
        <Card id="dag" title="4 november 2026" aside="Bloedonderzoek na uw operatie, besproken op 5 november">
          <Rows>
            <ResultRow
              href="#hb"
              title="Hemoglobine"
              sub="Vervoert zuurstof in uw bloed"
              valueText="8,4"
              unit="mmol/l"
              value={8.4}
              low={8.5}
              high={11}
              verdict={{ look: 'att', label: 'Iets lager dan normaal' }}
            />
            <ResultRow
              href="#egfr"
              title="Nierfunctie (eGFR)"
              sub="Hoe goed uw nieren werken"
              valueText="78"
              unit="ml/min"
              value={78}
              low={60}
              verdict={{ look: 'ok', label: 'Binnen normale waarden' }}
            />
          </Rows>
        </Card>
      </Column>
    </Wrap>
  );
}

function resultDetail(t: Translate): VNode {
  const comma = (value: number): string => String(value).replace('.', ',');
  return (
    <Wrap>
      <BackLink href="#uitslagen">Terug naar uitslagen</BackLink>
      <PageHead eyebrow="Bloedonderzoek van woensdag 4 november 2026" title="Hemoglobine" />
      <Columns ratio="8/4">
        <Column>
          <Card id="uw" title="Uw uitslag" quiet>
            <ResultValue valueText="8,4" unit="mmol/l" verdict={{ look: 'att', label: 'Iets lager dan normaal' }} />
            <RangeBar t={t} value={8.4} valueText="8,4" low={8.5} high={11} lowText="8,5" highText="11,0" />
            <p>
              De normale waarden voor mannen zijn <b>8,5 tot 11,0</b>. Uw waarde zit daar net onder.
            </p>
          </Card>
          <Card id="uitleg" title="Uitleg van uw arts" hideTitle>
            <ClinicianNote
              author="Dr. S. Okafor"
              heading="Uitleg van dr. S. Okafor, orthopedisch chirurg"
              written="Geschreven op 5 november om 8.14 uur"
            >
              Uw hemoglobine is iets laag, maar beter dan in augustus. De ijzertabletten werken dus.
            </ClinicianNote>
          </Card>
          <Card id="verloop" title="Uw waarden in de tijd">
            <p class="pp-muted">Sinds augustus stijgt uw hemoglobine weer: van 8,0 naar 8,4.</p>
            <TrendChart
              points={HEMOGLOBIN}
              label="Grafiek van uw hemoglobine van februari 2025 tot november 2026"
              bandLabel="Normale waarden: 8,5 tot 11,0"
              formatValue={comma}
            />
            <DataTable
              t={t}
              caption="Hemoglobine per datum"
              columns={['Datum', 'Waarde (mmol/l)', 'Normaal?']}
              rows={HEMOGLOBIN.map((point) => [point.label, point.valueText, point.value < 8.5 ? 'Lager' : 'Ja'])}
            />
          </Card>
        </Column>
        <Column>
          <Explanation
            id="wat"
            title="Wat is hemoglobine?"
            text="Hemoglobine zit in uw rode bloedcellen. Het brengt zuurstof naar alle delen van uw lichaam."
            notice={{
              title: 'Wat kunt u merken?',
              text: 'Bij een lage waarde kunt u moe zijn, of sneller buiten adem. Veel mensen merken niets.',
            }}
            source={{ href: 'https://www.thuisarts.nl', label: 'Lees meer op Thuisarts.nl' }}
          />
          <Card id="vraag" title="Heeft u een vraag?">
            <p>Bel de polikliniek Orthopedie.</p>
            <p class="pp-actions">
              <LinkButton href="tel:0885550124" icon="phone">
                088 555 01 24
              </LinkButton>
              <PrintButton>Afdrukken</PrintButton>
            </p>
          </Card>
          <Note look="urgent">
            <b>Bel meteen uw huisarts</b> als u flauwvalt, pijn op de borst heeft of bloed verliest.
          </Note>
        </Column>
      </Columns>
    </Wrap>
  );
}

function accessLog(): VNode {
  return (
    <Wrap>
      <BackLink href="#dossier">Terug naar dossier</BackLink>
      <PageHead
        title="Wie bekeek mijn dossier?"
        lead="Alleen wie u behandelt of helpt, mag kijken. Elke keer komt in deze lijst. Niemand kan er iets uit halen."
      >
        <FilterChips
          label="Wie"
          chips={[
            { href: '#w1', label: 'Iedereen', current: true },
            { href: '#w2', label: 'Zorgverleners' },
            { href: '#w3', label: 'Mijn naasten' },
          ]}
        />
      </PageHead>
      <Columns ratio="8/4">
        <Column>
          <Card id="dag1" title="Dinsdag 3 november">
            <LogList entries={LOG} />
          </Card>
        </Column>
        <Column>
          <Card id="onbekend" title="Herkent u iemand niet?">
            <p>Stel een vraag. Onze privacymedewerker zoekt het uit.</p>
          </Card>
        </Column>
      </Columns>
    </Wrap>
  );
}

function start(): VNode {
  return (
    <>
      <StartHero
        eyebrow="Duinzicht Ziekenhuis"
        title="Uw zorg, dicht bij u"
        lead="Bekijk uw uitslagen en zie wie in uw dossier keek. Gratis en wanneer het u uitkomt."
        links={[{ href: '#hulp', icon: 'help-circle', label: 'Hulp bij inloggen' }]}
      >
        <SignInOption
          action="#"
          main
          logo={{ icon: 'lock' }}
          title="Inloggen met DigiD"
          sub="Bij Duinzicht Ziekenhuis"
        />
      </StartHero>
      <Wrap>
        <Section id="kan" title="Wie kan inloggen?">
          <IconList
            items={[
              { icon: 'check', text: 'Patiënten van 12 jaar en ouder' },
              { icon: 'info-circle', no: true, text: 'Kinderen tot 12 jaar zien alleen hun afspraken' },
            ]}
          />
        </Section>
      </Wrap>
    </>
  );
}

function signIn(): VNode {
  return (
    <SignInLayout
      aside={{
        label: 'Over dit portaal',
        title: 'Uw zorg op één plek',
        points: [
          { icon: 'flask', text: 'Uitslagen met uitleg in gewone taal' },
          { icon: 'eye', text: 'Zien wie in uw dossier keek' },
        ],
      }}
    >
      <LanguageLinks label="Taal kiezen" languages={LANGUAGES} />
      <PageHead title="Inloggen" lead="Kies hoe u wilt inloggen bij Duinzicht Ziekenhuis." />
      <div class="pp-stackv">
        <SignInOption
          action="#"
          main
          logo={{ letters: 'DigiD' }}
          title="Inloggen met DigiD"
          sub="Met de DigiD-app of een sms-code"
        />
        <SignInOption href="#ander" logo={{ icon: 'users' }} title="Inloggen voor iemand anders" sub="Voor uw kind" />
      </div>
      <div class="pp-section pp-flow">
        <Note look="calm">
          <b>U bent op een veilige website.</b> Alleen u en uw zorgverleners kunnen uw gegevens zien.
        </Note>
      </div>
    </SignInLayout>
  );
}

function staffResults(t: Translate): VNode {
  return (
    <>
      <PatientBar {...PATIENT} action={<LinkButton href="#toon">Toon alles nu</LinkButton>} />
      <Tabs label="Dossier van de patiënt" tabs={TABS} />
      <Sheet>
        <StaffColumns>
          <Column>
            <section aria-labelledby="uitslagen">
              <SheetHead id="uitslagen" title="Uitslagen" />
              <form action="#" method="post" class="pp-section--s">
                <StaffTable
                  t={t}
                  caption="Uitslagen en wanneer de patiënt ze ziet"
                  columns={STAFF_COLUMNS}
                  rows={STAFF_ROWS}
                />
              </form>
              <p class="pp-small pp-muted pp-section--s">
                Regel van Duinzicht: 7 dagen na de definitieve uitslag. Gevoelig: 28 dagen.
              </p>
            </section>
          </Column>
          <Column>
            <Card id="vragen" title="Vragen van de patiënt">
              <p>Wanneer mag ik weer autorijden?</p>
            </Card>
          </Column>
        </StaffColumns>
      </Sheet>
    </>
  );
}

function desk(t: Translate): VNode {
  return (
    <Sheet title="BSN controleren" aside="U ziet hier alleen administratieve gegevens.">
      <ErrorSummary t={t} errors={[{ name: 'bsn', message: 'Dit BSN klopt niet' }]} />
      <DeskColumns>
        <Column>
          <Card id="zoek" title="Patiënt zoeken">
            <form action="#" method="get" class="pp-stackv">
              <Input t={t} name="q" label="Geboortedatum, naam of nummer" value="27-03-1958" />
              <Button look="secondary" icon="search">
                Zoek
              </Button>
            </form>
            <div class="pp-section">
              <Rows>
                <Row
                  href="#gh"
                  current
                  lead={<Avatar name="G. Haddad" />}
                  title="G. Haddad"
                  sub="27-03-1958, nr. 6 340 081"
                  tag={{ look: 'att', label: 'Nog doen' }}
                />
              </Rows>
            </div>
          </Card>
        </Column>
        <DeskForm action="#">
          <PersonHead
            name="Mevrouw G. Haddad"
            sub="Vrouw, geboren 27-03-1958 (68 jaar), patiëntnummer 6 340 081"
            tag={{ look: 'att', icon: 'alert-triangle', label: 'BSN niet gecontroleerd' }}
          />
          <ChoiceGroup
            t={t}
            name="document"
            kind="radio"
            label="1. Welk document ziet u?"
            inRow
            chosen={['id']}
            choices={[
              { value: 'paspoort', label: 'Paspoort' },
              { value: 'id', label: 'Identiteitskaart' },
              { value: 'rijbewijs', label: 'Rijbewijs' },
            ]}
          />
          <div class="pp-two">
            <Input t={t} name="nummer" label="2. Documentnummer" hint="9 tekens" value="SPECI2014" mono />
            <Input
              t={t}
              name="bsn"
              label="3. BSN op het document"
              hint="9 cijfers"
              value="999 990 01"
              error="Dit BSN klopt niet"
              mono
            />
          </div>
          <Note look="ok">
            <b>Het document klopt.</b> Het is niet als gestolen gemeld.
          </Note>
          <div class="pp-actions">
            <Button icon="shield-check">Leg controle vast</Button>
            <LinkButton href="#stop" look="secondary">
              Klopt niet, stop
            </LinkButton>
          </div>
        </DeskForm>
      </DeskColumns>
    </Sheet>
  );
}
