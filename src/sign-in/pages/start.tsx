import type { Visit } from '../../house';
import { WhomToCall } from '../../house';
import { inLanguage } from '../../organisations';
import { Faq, FeatureList, Section, SignInOption, StartHero, Wrap } from '../../ui';
import { signInPolicy } from '../policy';

/** The organisation's front page: what one can do here, and the way in. */
export function StartPage({ visit, unavailable }: { visit: Visit; unavailable: boolean }) {
  const { t, organisation, language } = visit;
  const { about } = organisation;
  const policy = signInPolicy.of(organisation.policy);
  return (
    <>
      <StartHero
        eyebrow={about.portalName}
        title={t('sign-in.start-title', { name: about.name })}
        lead={inLanguage(about.motto, language)}
      >
        <DigidOption visit={visit} returnTo="/overzicht" unavailable={unavailable} />
      </StartHero>
      <Wrap>
        <Section id="wat" title={t('sign-in.what-title')}>
          <FeatureList
            items={[
              {
                icon: 'calendar-event',
                title: t('sign-in.what-appointments'),
                text: t('sign-in.what-appointments-text'),
              },
              { icon: 'flask', title: t('sign-in.what-results'), text: t('sign-in.what-results-text') },
              { icon: 'shield-check', title: t('sign-in.what-log'), text: t('sign-in.what-log-text') },
            ]}
          />
        </Section>
        <Section id="vragen" title={t('sign-in.questions-title')}>
          <Faq
            items={[
              { question: t('sign-in.who-question'), answer: inLanguage(policy.howToRegister, language) },
              { question: t('sign-in.need-question'), answer: t(`sign-in.need-answer-${policy.digidLevel}`) },
              { question: t('sign-in.free-question'), answer: t('sign-in.free-answer') },
            ]}
          />
        </Section>
        <WhomToCall visit={visit} purpose="general" />
      </Wrap>
    </>
  );
}

/** One button: DigiD, with the name of the organisation that may process the BSN beside it. */
export function DigidOption(props: { visit: Visit; returnTo: string; unavailable: boolean }) {
  const { visit, returnTo, unavailable } = props;
  const { t, organisation } = visit;
  return (
    <SignInOption
      action={`/inloggen/digid?terug=${encodeURIComponent(returnTo)}`}
      logo={{ letters: 'DigiD' }}
      title={t('sign-in.with-digid')}
      sub={unavailable ? t('sign-in.digid-unavailable') : t('sign-in.with-digid-at', { name: organisation.about.name })}
      unavailable={unavailable}
      main
    />
  );
}
