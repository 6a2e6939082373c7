import { Actions, Button } from '../button';
import { Checkbox, ChoiceGroup, DateFields, Input, OneTimeCode, Select, Textarea } from '../forms/controls';
import { Confirmation, ErrorSummary, SummaryList } from '../forms/summary';
import type { GalleryEntry } from './types';

const DOCUMENTS = [
  { value: 'paspoort', label: 'Paspoort' },
  { value: 'id', label: 'Identiteitskaart' },
  { value: 'rijbewijs', label: 'Rijbewijs' },
];

export const formEntries: GalleryEntry[] = [
  {
    name: 'Velden',
    states: [
      {
        title: 'gewoon, hint, fout',
        render: (t) => (
          <form class="pp-card pp-flow" action="#" method="post" noValidate>
            <Input t={t} name="naam" label="Achternaam" value="Tromp" autoComplete="family-name" />
            <Input t={t} name="bsn" label="BSN op het document" hint="9 cijfers" inputMode="numeric" mono />
            <Input
              t={t}
              name="mail"
              label="E-mail"
              type="email"
              value="w.tromp"
              error="Vul een e-mailadres in met een @"
            />
            <Textarea t={t} name="toelichting" label="Toelichting (niet verplicht)" hint="De patiënt leest dit." />
            <Select
              t={t}
              name="reden"
              label="Reden"
              value="b"
              options={[
                { value: 'a', label: 'Eerst bespreken' },
                { value: 'b', label: 'Nog niet volledig' },
              ]}
            />
            <OneTimeCode
              t={t}
              name="code"
              label="Vul de code uit de sms in"
              hint="De code heeft 6 cijfers."
              value="482 913"
            />
            <Actions>
              <Button>Doorgaan</Button>
            </Actions>
          </form>
        ),
      },
    ],
  },
  {
    name: 'ChoiceGroup, Checkbox en DateFields',
    states: [
      {
        title: 'gewoon',
        render: (t) => (
          <div class="pp-flow">
            <ChoiceGroup
              t={t}
              name="wie"
              kind="radio"
              label="Wie bent u?"
              chosen={['w']}
              choices={[
                { value: 'w', label: 'De heer W. Tromp, 78 jaar', sub: 'Gebroken enkel, 2 nieuwe uitslagen' },
                { value: 'g', label: 'Mevrouw G. Haddad, 68 jaar', sub: 'BSN nog niet gecontroleerd' },
              ]}
            />
            <ChoiceGroup t={t} name="document" kind="radio" label="Welk document ziet u?" inRow choices={DOCUMENTS} />
            <Checkbox t={t} name="foto" label="De foto lijkt op de patiënt" checked />
            <DateFields t={t} name="geboren" label="Wat is uw geboortedatum?" hint="Bijvoorbeeld 27 3 1958" birthDate />
          </div>
        ),
      },
      {
        title: 'met fouten',
        render: (t) => (
          <div class="pp-flow">
            <ErrorSummary
              t={t}
              errors={[
                { name: 'soort', message: 'Kies een document' },
                { name: 'datum', message: 'Vul de maand van uw geboortedatum in' },
              ]}
            />
            <ChoiceGroup
              t={t}
              name="soort"
              kind="radio"
              label="Soort"
              error="Kies een document"
              choices={DOCUMENTS}
              inRow
            />
            <DateFields
              t={t}
              name="datum"
              label="Geboortedatum"
              error="Vul de maand van uw geboortedatum in"
              wrong={['month']}
              day="14"
              year="1948"
            />
          </div>
        ),
      },
    ],
  },
  {
    name: 'SummaryList en Confirmation',
    states: [
      {
        title: 'te wijzigen',
        render: () => (
          <SummaryList
            items={[
              {
                label: 'Soort afspraak',
                value: 'In het ziekenhuis',
                change: { href: '#s', label: 'Wijzig', of: 'soort afspraak' },
              },
              { label: 'Datum', value: 'Donderdag 3 december, 10.20 uur' },
            ]}
          />
        ),
      },
      {
        title: 'gelukt',
        render: () => (
          <Confirmation id="gelukt" title="De controle is vastgelegd">
            <p>De patiënt kan nu alles zien. Wij sturen een e-mail.</p>
          </Confirmation>
        ),
      },
    ],
  },
  {
    name: 'SessionDialog',
    states: [
      {
        title: 'open (stilstaand)',
        render: (t) => (
          <section class="pp-dialog pp-dialog--static" aria-labelledby="sessie-voorbeeld">
            <h2 class="pp-h2" id="sessie-voorbeeld">
              {t('ui.session-heading')}
            </h2>
            <p>
              {t('ui.session-two-minutes')} {t('ui.session-kept')}
            </p>
            <form action="#" method="post">
              <Actions>
                <Button>{t('ui.session-stay')}</Button>
                <Button look="secondary">{t('common.sign-out')}</Button>
              </Actions>
            </form>
          </section>
        ),
      },
    ],
  },
];
