/** Pages of an employee. */

import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n';
import { Button, LinkButton } from '../../button';
import { Card, Column } from '../../card';
import { ChoiceGroup, Input } from '../../forms/controls';
import { ErrorSummary } from '../../forms/summary';
import { Avatar, Row, Rows } from '../../rows';
import { PatientBar, PersonHead, Tabs } from '../../staff/patient';
import { DeskColumns, Sheet, SheetHead, StaffColumns } from '../../staff/shell';
import { DeskForm, StaffTable } from '../../staff/table';
import { Note } from '../../tag';
import { PATIENT, STAFF_COLUMNS, STAFF_ROWS, TABS } from '../rest';

export function staffResults(t: Translate): VNode {
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

export function desk(t: Translate): VNode {
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
