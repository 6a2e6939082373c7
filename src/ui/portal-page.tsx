import type { ComponentChildren } from 'preact';
import type { Translate } from '../platform/i18n';
import { LinkButton } from './button';
import {
  Footer,
  Header,
  type LanguageChoice,
  LanguageMenu,
  type NavItem,
  PrimaryNav,
  SignOut,
  TabBar,
  UtilLink,
} from './header';
import type { MarkPart } from './mark';
import { Main, Page } from './page';
import { type AnyRecordBar, OtherRecordBar, RecordBar } from './record-bar';
import { SessionDialog, type SessionProps } from './session-dialog';
import type { Words } from './text';

/** What every page of one organisation's portal has in common. */
export interface Site {
  /** 'Duinzicht Ziekenhuis' */
  organisation: string;
  /** 'Mijn Duinzicht' */
  name: string;
  mark: readonly MarkPart[];
  themeHref: string;
  iconHref: string;
}

interface Common {
  t: Translate;
  site: Site;
  title: string;
  languages: readonly LanguageChoice[];
  footer: { links: readonly { href: string; label: Words }[]; text?: Words };
  scheme?: 'light' | 'dark' | undefined;
  failed?: boolean | undefined;
  refresh?: number | undefined;
  children: ComponentChildren;
}

const pageProps = ({ t, site, title, scheme, failed, refresh }: Common) => ({
  t,
  title,
  siteName: site.name,
  themeHref: site.themeHref,
  iconHref: site.iconHref,
  scheme,
  failed,
  refresh,
});

export interface PortalPageProps extends Common {
  /** Where the name of the portal leads: the overview. */
  homeHref: string;
  /** Who is signed in, and where that person's own data stand. */
  account?: { name: string; href?: string | undefined } | undefined;
  signOutAction: string;
  nav: readonly NavItem[];
  /** For phones; at most five, or four and 'Meer'. */
  tabs: readonly NavItem[];
  /** What opens behind 'Meer', on wide screens and on phones. */
  more?: { readonly nav: readonly NavItem[]; readonly tabs: readonly NavItem[] } | undefined;
  /** Whose record is open; left out on pages that belong to no record. */
  record?: AnyRecordBar | undefined;
  session?: SessionProps | undefined;
}

/** A page of somebody who is signed in. `children` stand inside `<main>`. */
export function PortalPage(props: PortalPageProps) {
  const { t, site, record, nav, tabs, session, children, more = { nav: [], tabs: [] } } = props;
  const moreLabel = t('common.more');
  return (
    <Page {...pageProps(props)} entry="portal" otherRecord={record?.kind === 'other'}>
      <Header
        brand={{ href: props.homeHref, mark: site.mark, name: site.organisation, sub: site.name }}
        util={
          <>
            <LanguageMenu t={t} languages={props.languages} />
            {props.account !== undefined && (
              <UtilLink {...props.account} icon="user-circle" prefix={t('ui.my-details')} label={props.account.name} />
            )}
            <SignOut t={t} action={props.signOutAction} />
          </>
        }
      >
        <PrimaryNav label={t('ui.main-menu')} items={nav} more={{ label: moreLabel, items: more.nav }} />
        {record?.kind === 'other' && <OtherRecordBar {...record} />}
      </Header>
      {record?.kind === 'own' && <RecordBar {...record} />}
      <Main>{children}</Main>
      <Footer links={props.footer.links}>{props.footer.text}</Footer>
      <TabBar label={t('ui.quick-menu')} items={tabs} more={{ label: moreLabel, items: more.tabs }} />
      {session !== undefined && <SessionDialog t={t} {...session} />}
    </Page>
  );
}

export interface PublicPageProps extends Common {
  homeHref: string;
  /** 'Hulp' and the like. */
  links?: readonly { href: string; icon: 'help-circle' | 'home'; label: Words }[] | undefined;
  /** Left out on the sign-in pages themselves. */
  signIn?: { href: string; label: Words } | undefined;
  /** Class of `<main>`, for pages whose main part fills the screen; false: `children` bring their own `<main>`. */
  main?: string | false | undefined;
}

/** A page of somebody who is not signed in. `children` stand inside `<main>`. */
export function PublicPage(props: PublicPageProps) {
  const { t, site, signIn, links = [], children } = props;
  return (
    <Page {...pageProps(props)} entry="portal">
      <Header
        brand={{ href: props.homeHref, mark: site.mark, name: site.organisation, sub: site.name }}
        util={
          <>
            <LanguageMenu t={t} languages={props.languages} />
            {links.map((link) => (
              <UtilLink {...link} />
            ))}
          </>
        }
        {...(signIn !== undefined && { action: <LinkButton href={signIn.href}>{signIn.label}</LinkButton> })}
      />
      {props.main === false ? children : <Main class={props.main}>{children}</Main>}
      {props.footer.links.length > 0 && <Footer links={props.footer.links}>{props.footer.text}</Footer>}
    </Page>
  );
}
