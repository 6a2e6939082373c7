import { AccessCard, DateLine, PersonRow } from '../access';
import { LinkButton } from '../button';
import { SummaryList } from '../forms/summary';
import type { GalleryEntry } from './types';

const may = ['Uw afspraken zien', 'Uw medicijnen zien'];
const mayNot = ['Uw uitslagen zien', 'Uw persoonlijke gegevens zien'];

/** Who may open a record, and facts about somebody. */
export const accessEntries: GalleryEntry[] = [
  {
    name: 'AccessCard',
    states: [
      {
        title: 'heeft toegang',
        render: () => (
          <AccessCard
            id="toegang-els"
            name="Els Tromp"
            tone="c"
            sub="Gemachtigd. Toegang sinds 6 november 2026."
            tag={{ look: 'ok', icon: 'circle-check', label: 'Heeft toegang' }}
            may={{ title: 'Els mag wel', items: may }}
            mayNot={{ title: 'Els mag niet', items: mayNot }}
          >
            <DateLine>De toegang stopt vanzelf na 5 november 2027.</DateLine>
          </AccessCard>
        ),
      },
      {
        title: 'nog niet begonnen, alles',
        render: () => (
          <AccessCard
            id="toegang-jan"
            name="Jan Tromp"
            sub="Wettelijk vertegenwoordiger. Toegang vanaf 1 december 2026."
            tag={{ look: 'att', icon: 'hourglass', label: 'Nog niet begonnen' }}
            may={{ title: 'Jan mag wel', items: [...may, ...mayNot] }}
            mayNot={{ title: 'Jan mag niet', items: [] }}
          />
        ),
      },
    ],
  },
  {
    name: 'PersonRow',
    states: [
      {
        title: 'met een knop',
        render: () => (
          <section class="pp-card" aria-labelledby="rij-kop">
            <h2 class="pp-h2" id="rij-kop">
              In wiens dossier mag ik kijken?
            </h2>
            <PersonRow name="Mevrouw A. Tromp-Visser" tone="b" sub="U bent gemachtigd. U mag zien: alles.">
              <LinkButton look="secondary" href="#openen">
                Open dossier
              </LinkButton>
            </PersonRow>
          </section>
        ),
      },
    ],
  },
  {
    name: 'SummaryList, wide',
    states: [
      {
        title: 'feiten naast hun naam',
        render: () => (
          <SummaryList
            wide
            items={[
              { label: 'Naam', value: 'W. Tromp' },
              { label: 'Burgerservicenummer (BSN)', value: 'Eindigt op 019' },
            ]}
          />
        ),
      },
    ],
  },
];
