import { LinkButton } from '../button';
import { BarCard, CardGrid, FactItem, FactLines, Facts, IconCard } from '../facts';
import { Details } from '../results';
import type { GalleryEntry } from './types';

const allergy = (
  <FactItem title="Penicilline" sub="U kreeg rode huid en jeuk in 2011." tag={{ look: 'neg', label: 'Let op' }} />
);

/** Parts of the record. */
export const recordEntries: GalleryEntry[] = [
  {
    name: 'Facts',
    states: [
      {
        title: 'short, with and without a word about it',
        render: () => (
          <Facts>
            {allergy}
            <FactItem title="Pleisters" sub="U kreeg blaasjes." />
          </Facts>
        ),
      },
      {
        title: 'with all that is known',
        render: () => (
          <Facts>
            <FactItem title="Gewicht" value="84,2 kg" sub="3 november 2026">
              <FactLines
                lines={[
                  { label: 'Manier van meten', value: 'Weegschaal' },
                  { label: 'Waar', value: 'Polikliniek Orthopedie' },
                ]}
              />
              <p class="pp-fact__n pp-prose">Met schoenen aan.</p>
              <Details summary="2 eerdere metingen">
                <p>85 kg</p>
              </Details>
            </FactItem>
          </Facts>
        ),
      },
    ],
  },
  {
    name: 'IconCard, BarCard',
    states: [
      {
        title: 'beside each other, and one thing to do',
        render: () => (
          <>
            <CardGrid>
              <IconCard
                id="galerij-allergie"
                icon="alert-triangle"
                title="Allergieën"
                more={{ href: '#galerij-allergie', label: 'Bekijk alles (1)' }}
              >
                <Facts>{allergy}</Facts>
              </IconCard>
              <IconCard id="galerij-vaccinatie" icon="vaccine" title="Vaccinaties">
                <Facts>
                  <FactItem title="Griepprik" sub="15 oktober 2026" />
                </Facts>
              </IconCard>
            </CardGrid>
            <BarCard
              id="galerij-wie"
              title="Wie bekeek mijn dossier?"
              text="In november keken 5 mensen in uw dossier."
              action={
                <LinkButton look="secondary" icon="eye" href="#galerij-wie">
                  Bekijk de lijst
                </LinkButton>
              }
            />
          </>
        ),
      },
    ],
  },
];
