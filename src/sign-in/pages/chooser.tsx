import { languageChoices, type Visit } from '../../house';
import { inLanguage, type Organisation, styleOf } from '../../organisations';
import { markColours, themePath } from '../../organisations/house-style';
import { LanguageLinks, Link, Main, OrganisationCard, Organisations, Page, PageHead, Wrap } from '../../ui';

/** The demo's bare address: which organisation to visit. Production has none: there every organisation has its host. */
export function ChooserPage({ visit, organisations }: { visit: Visit; organisations: readonly Organisation[] }) {
  const { t, language } = visit;
  const first = organisations[0]?.slug ?? 'duinzicht';
  return (
    <Page
      t={t}
      title="Inzage"
      siteName="Inzage"
      entry="portal"
      themeHref={themePath(first, styleOf(first))}
      iconHref={`/assets/mark-${first}.svg`}
    >
      <Main>
        <Wrap>
          <PageHead eyebrow="Inzage" title={t('sign-in.chooser-title')} lead={t('sign-in.chooser-lead')}>
            <LanguageLinks label={t('common.language')} languages={languageChoices(visit)} />
          </PageHead>
          <Organisations>
            {organisations.map(({ slug, about, origin }) => (
              <OrganisationCard
                href={`${origin}/`}
                mark={styleOf(slug).mark}
                colours={markColours(styleOf(slug))}
                name={about.name}
                kind={t(`sign-in.kind-${about.kind}`)}
                points={[
                  { icon: 'map-pin', text: t('sign-in.locations', { count: about.locations.length }) },
                  { icon: 'home', text: inLanguage(about.motto, language) },
                ]}
              />
            ))}
          </Organisations>
          <p class="pp-muted">{t('common.demo-notice')}</p>
          <p>
            <Link href="/klok">{t('demo.clock-link')}</Link>
          </p>
        </Wrap>
      </Main>
    </Page>
  );
}
