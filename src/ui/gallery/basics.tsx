import { Actions, BackLink, Button, Link, LinkButton, PrintButton } from '../button';
import { Card } from '../card';
import { ChoiceBar, FilterChips, Hero, NextAppointment } from '../greeting';
import { Avatar, Disc, EmptyState, IconList, QuickTiles, Row, Rows, TaskRow } from '../rows';
import { Steps } from '../steps';
import { Note, Tag } from '../tag';
import type { GalleryEntry, GalleryState } from './types';

const moments: GalleryState[] = (['morning', 'afternoon', 'evening'] as const).map((moment) => ({
  title: moment,
  render: () => (
    <Hero
      moment={moment}
      eyebrow="Maandag 23 november 2026"
      title="Goedemorgen, meneer Tromp"
      lead="U heeft 2 nieuwe uitslagen en 2 nieuwe berichten."
    />
  ),
}));

const appointment = {
  date: { month: 'dec', day: 3, weekday: 'donderdag' },
  eyebrow: 'Uw volgende afspraak',
  title: 'Controle van uw enkel',
  facts: [
    { icon: 'clock', text: '10.20 uur, duurt ongeveer 20 minuten' },
    { icon: 'stethoscope', text: 'Dr. S. Okafor, orthopedisch chirurg' },
    { icon: 'map-pin', text: 'Locatie Zeeweg, route 24, 2e verdieping' },
  ] as const,
};

export const basicEntries: GalleryEntry[] = [
  { name: 'Hero', states: moments },
  {
    name: 'NextAppointment',
    states: [
      {
        title: 'gepland, met voorbereiding',
        render: () => (
          <NextAppointment
            id="na-1"
            {...appointment}
            preparation={
              <>
                <b>Zo bereidt u zich voor:</b> neem uw identiteitsbewijs en uw krukken mee. We maken eerst een foto.
              </>
            }
            actions={[
              { href: '#a', label: 'Bekijk afspraak' },
              { href: '#b', label: 'Verzetten of afzeggen' },
            ]}
          />
        ),
      },
      {
        title: 'vandaag, beeldbellen',
        render: () => (
          <NextAppointment
            id="na-2"
            {...appointment}
            title="Gesprek over uw enkel"
            eyebrow="Vandaag"
            state={{ icon: 'video', label: 'Beeldbellen' }}
            actions={[{ href: '#c', label: 'Bekijk afspraak' }]}
          />
        ),
      },
      {
        title: 'afgezegd',
        render: () => (
          <NextAppointment
            id="na-3"
            {...appointment}
            off
            title="Gips eraf"
            state={{ icon: 'circle-x', label: 'Afgezegd door de polikliniek' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Steps',
    states: [
      {
        title: 'een weg door het gebouw',
        render: () => (
          <Card id="stappen" title="Zo komt u er">
            <Steps
              steps={[
                { title: 'Ga naar binnen bij de hoofdingang', text: 'Zeeweg 120. Parkeren kan bij P1.' },
                { title: 'Loop naar lift B', text: 'Voorbij de balie, aan de rechterkant.' },
                { title: 'Ga naar kamer 12' },
              ]}
            />
          </Card>
        ),
      },
    ],
  },
  {
    name: 'Card en Rows',
    states: [
      {
        title: 'nieuw, gewoon, zonder link',
        render: () => (
          <Card id="kaart-1" title="Nieuwe uitslagen" more={{ href: '#alle', label: 'Alle uitslagen' }}>
            <Rows>
              <Row
                href="#1"
                isNew
                lead={<Disc icon="droplet" />}
                title="Bloedonderzoek"
                sub="13 november 2026"
                tag={{ look: 'new', label: 'Nieuw' }}
              />
              <Row href="#2" lead={<Disc icon="photo" />} title="Röntgenfoto van uw enkel" sub="12 november 2026" />
              <Row lead={<Avatar name="P. Yılmaz" tone="b" />} title="Zonder link" sub="Nog niet te openen" />
            </Rows>
          </Card>
        ),
      },
      {
        title: 'taken',
        render: () => (
          <Card id="kaart-2" title="Dit vragen we van u">
            <Rows>
              <TaskRow
                href="#t1"
                icon="clipboard-list"
                title="Vragenlijst invullen"
                sub="Ongeveer 5 minuten."
                state="todo"
                label="Nog te doen"
              />
              <TaskRow href="#t2" icon="pill" title="Medicijnen controleren" state="busy" label="Bezig" />
              <TaskRow
                href="#t3"
                icon="map-pin"
                title="Adres bevestigen"
                sub="Gedaan op 12 november."
                state="done"
                label="Klaar"
              />
              <TaskRow
                icon="video"
                title="Beeldbellen testen"
                sub="Vanaf 1 december."
                state="not-yet"
                label="Kan nog niet"
              />
            </Rows>
          </Card>
        ),
      },
      {
        title: 'leeg',
        render: () => (
          <Card id="kaart-3" title="Uitslagen van Noor">
            <EmptyState action={<Link href="#oud">Bekijk oudere uitslagen</Link>}>
              Er zijn geen nieuwe uitslagen.
            </EmptyState>
          </Card>
        ),
      },
    ],
  },
  {
    name: 'QuickTiles',
    states: [
      {
        title: 'vier',
        render: () => (
          <QuickTiles
            tiles={[
              { href: '#q1', icon: 'pill', label: 'Herhaalrecept aanvragen' },
              { href: '#q2', icon: 'calendar-event', label: 'Afspraak verzetten' },
              { href: '#q3', icon: 'message-circle', label: 'Vraag stellen' },
              { href: '#q4', icon: 'users', label: 'Iemand toegang geven' },
            ]}
          />
        ),
      },
      {
        title: 'drie',
        render: () => (
          <QuickTiles
            tiles={[
              { href: '#d1', icon: 'eye', label: 'Ik wil rondkijken' },
              { href: '#d2', icon: 'school', label: 'Ik wil oefenen' },
              { href: '#d3', icon: 'stethoscope', label: 'Ik werk in de zorg' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Tag',
    states: [
      {
        title: 'alle',
        render: () => (
          <p class="pp-actions">
            <Tag look="new">Nieuw</Tag>
            <Tag look="ok" icon="circle-check">
              Binnen normale waarden
            </Tag>
            <Tag look="att" icon="info-circle">
              Iets lager dan normaal
            </Tag>
            <Tag look="neg" icon="alert-triangle">
              Penicilline
            </Tag>
            <Tag look="info">Onderweg</Tag>
            <Tag>Naaste</Tag>
          </p>
        ),
      },
    ],
  },
  {
    name: 'Note',
    states: (['info', 'calm', 'urgent', 'ok'] as const).map((look) => ({
      title: look,
      render: () => (
        <Note look={look}>
          <b>Heeft u nu hulp nodig?</b> Bel bij levensgevaar direct <Link href="tel:112">112</Link>. Kan het niet
          wachten tot morgen? Bel uw huisarts.
        </Note>
      ),
    })),
  },
  {
    name: 'Knoppen en links',
    states: [
      {
        title: 'knoppen',
        render: () => (
          <form action="#" method="post">
            <Actions>
              <Button icon="message-circle">Stel een vraag</Button>
              <Button look="secondary">Bewaar</Button>
              <Button look="subtle">Stuur een nieuwe code</Button>
              <Button disabled>Kan nu niet</Button>
              <LinkButton href="#k" look="secondary" icon="download">
                Bewaar als pdf
              </LinkButton>
              <PrintButton>Afdrukken</PrintButton>
            </Actions>
          </form>
        ),
      },
      { title: 'terug', render: () => <BackLink href="#terug">Terug naar uitslagen</BackLink> },
    ],
  },
  {
    name: 'FilterChips',
    states: [
      {
        title: 'één gekozen',
        render: () => (
          <FilterChips
            label="Soort uitslag"
            chips={[
              { href: '#f1', label: 'Alles', current: true },
              { href: '#f2', label: 'Bloed en urine' },
              { href: '#f3', label: 'Foto’s en scans' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'IconList en ChoiceBar',
    states: [
      {
        title: 'wel en niet',
        render: () => (
          <IconList
            items={[
              { icon: 'check', text: 'Afspraken zien' },
              { icon: 'x', no: true, text: 'Uitslagen en dossier' },
            ]}
          />
        ),
      },
      {
        title: 'keuze onder aan een pagina',
        render: () => (
          <ChoiceBar
            id="verberg"
            title="Wilt u even geen uitslagen zien?"
            text="U kunt alles verbergen. U krijgt dan ook geen berichten over uitslagen."
            action="#"
            button={{ icon: 'eye-off', label: 'Verberg mijn uitslagen' }}
          />
        ),
      },
    ],
  },
];
