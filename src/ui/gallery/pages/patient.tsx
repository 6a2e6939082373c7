/** Pages of somebody who is signed in. */

import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n';
import { BackLink, LinkButton, PrintButton } from '../../button';
import { Card, Column, Columns, PageHead, Section, Wrap } from '../../card';
import { RangeBar } from '../../charts/range-bar';
import { TrendChart } from '../../charts/trend-chart';
import { FilterChips, Hero, NextAppointment } from '../../greeting';
import { LogList } from '../../log';
import { ClinicianNote, ComingResult, DataTable, Explanation, ResultRow, ResultValue } from '../../results';
import { Disc, QuickTiles, Row, Rows, TaskRow } from '../../rows';
import { Note } from '../../tag';
import { HEMOGLOBIN, LOG } from '../results';

export function overview(): VNode {
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

export function resultList(): VNode {
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

export function resultDetail(t: Translate): VNode {
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

export function accessLog(): VNode {
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
