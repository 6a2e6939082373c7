/** Pages of somebody who is not signed in. */

import type { VNode } from 'preact';
import { PageHead, Section, Wrap } from '../../card';
import { LanguageLinks, SignInLayout, SignInOption, StartHero } from '../../public';
import { IconList } from '../../rows';
import { Note } from '../../tag';
import { LANGUAGES } from '../shell';

export function start(): VNode {
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

export function signIn(): VNode {
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
