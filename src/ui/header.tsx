import type { ComponentChildren } from 'preact';
import type { Translate } from '../platform/i18n';
import { safeHref } from './href';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { Mark, type MarkPart } from './mark';
import type { Words } from './text';

interface BrandProps {
  href: string;
  mark: readonly MarkPart[];
  /** Name of the organisation: always Dutch, also on a page in another language. */
  name: string;
  sub: Words;
}

export function Brand({ href, mark, name, sub }: BrandProps) {
  return (
    <a class="pp-brand" href={safeHref(href)}>
      <Mark parts={mark} />
      <span>
        <b lang="nl" dir="ltr">
          {name}
        </b>
        <span>{sub}</span>
      </span>
    </a>
  );
}

/** A language to choose: its own name, where choosing it leads, and whether the page is in it now. */
export interface LanguageChoice {
  code: string;
  name: string;
  href: string;
  current: boolean;
}

/** Plain links in a `<details>`: works without JavaScript. Left out when there is nothing to choose. */
export function LanguageMenu({ t, languages }: { t: Translate; languages: readonly LanguageChoice[] }) {
  const current = languages.find((language) => language.current);
  if (languages.length < 2 || current === undefined) return null;
  return (
    <details class="pp-menu">
      <summary>
        <Icon name="language" />
        <span class="pp-util__t">
          <span class="pp-vh">{t('common.language')}: </span>
          {current.name}
        </span>
      </summary>
      <ul>
        {languages.map(({ code, name, href, current: is }) => (
          <li>
            <a href={safeHref(href)} lang={code} hreflang={code} aria-current={is ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface UtilLinkProps {
  /** Left out: words only, where there is nothing to open yet. */
  href?: string | undefined;
  icon: IconName;
  label: Words;
  /** Only heard, before the label: 'Mijn gegevens: '. */
  prefix?: Words;
}

/** A link at the end of the header; on phones only its drawing is seen, its words are heard. */
export function UtilLink({ href, icon, label, prefix }: UtilLinkProps) {
  const inside = (
    <>
      <Icon name={icon} />
      <span class="pp-util__t">
        {prefix !== undefined && <span class="pp-vh">{prefix}</span>}
        <bdi>{label}</bdi>
      </span>
    </>
  );
  return href === undefined ? <span class="pp-util__s">{inside}</span> : <a href={safeHref(href)}>{inside}</a>;
}

/** Signing out changes something, so it is a form. */
export function SignOut({ t, action }: { t: Translate; action: string }) {
  return (
    <form action={safeHref(action)} method="post">
      <button type="submit">
        <Icon name="logout" flip />
        <span class="pp-util__t">{t('common.sign-out')}</span>
      </button>
    </form>
  );
}

interface HeaderProps {
  brand: BrandProps;
  /** `LanguageMenu`, `UtilLink`, `SignOut` */
  util?: ComponentChildren;
  /** The one thing to do on a public page: a `LinkButton` to sign in. */
  action?: ComponentChildren;
  /** `PrimaryNav`, and the record bar of another person. */
  children?: ComponentChildren;
}

export function Header({ brand, util, action, children }: HeaderProps) {
  return (
    <header class="pp-header">
      <div class={action === undefined ? 'pp-wrap pp-header__in' : 'pp-wrap pp-header__in pp-header__in--nw'}>
        <Brand {...brand} />
        <div class="pp-util">{util}</div>
        {action !== undefined && <div class="pp-cta">{action}</div>}
      </div>
      {children}
    </header>
  );
}

/** A part of the portal in the menu. */
export interface NavItem {
  href: string;
  icon: IconName;
  label: string;
  current?: boolean | undefined;
  /** How many wait there, and how that is said: '2 ongelezen'. */
  badge?: { count: number; label: string } | undefined;
}

function Badge({ count, label }: { count: number; label: string }) {
  return (
    <span class="nl-number-badge">
      <span class="nl-number-badge__visible-label" aria-hidden="true">
        {count}
      </span>
      <span class="nl-number-badge__hidden-label">{label}</span>
    </span>
  );
}

const current = (item: NavItem) => (item.current === true ? 'page' : undefined);

/** What does not stand in the menu itself: its last entry, which opens without JavaScript. */
export interface MoreItems {
  label: string;
  items: readonly NavItem[];
}

function More({ label, items, children }: MoreItems & { children: ComponentChildren }) {
  if (items.length === 0) return null;
  return (
    <li>
      <details class="pp-menu pp-more">
        <summary aria-current={items.some((item) => item.current === true) ? 'true' : undefined}>
          {children}
          {label}
        </summary>
        <ul>
          {items.map((item) => (
            <li>
              <a href={safeHref(item.href)} aria-current={current(item)}>
                <Icon name={item.icon} />
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

interface NavProps {
  label: string;
  items: readonly NavItem[];
  more?: MoreItems | undefined;
}

/** The menu of wide screens. */
export function PrimaryNav({ label, items, more }: NavProps) {
  if (items.length === 0) return null;
  return (
    <nav class="pp-nav" aria-label={label}>
      <div class="pp-wrap">
        <ul>
          {items.map((item) => (
            <li>
              <a href={safeHref(item.href)} aria-current={current(item)}>
                <Icon name={item.icon} />
                {item.label}
                {item.badge !== undefined && item.badge.count > 0 && <Badge {...item.badge} />}
              </a>
            </li>
          ))}
          {more !== undefined && (
            <More {...more}>
              <Icon name="menu-2" />
            </More>
          )}
        </ul>
      </div>
    </nav>
  );
}

/** The menu of phones, at the bottom: at most five, with 'Meer' as the last where there are more. */
export function TabBar({ label, items, more }: NavProps) {
  if (items.length === 0) return null;
  return (
    <nav class="pp-tabbar" aria-label={label}>
      <ul>
        {items.slice(0, more === undefined || more.items.length === 0 ? 5 : 4).map((item) => (
          <li>
            <a href={safeHref(item.href)} aria-current={current(item)}>
              <span class="pp-tabbar__i">
                <Icon name={item.icon} />
              </span>
              {item.label}
              {item.badge !== undefined && item.badge.count > 0 && <Badge {...item.badge} />}
            </a>
          </li>
        ))}
        {more !== undefined && (
          <More {...more}>
            <span class="pp-tabbar__i">
              <Icon name="menu-2" />
            </span>
          </More>
        )}
      </ul>
    </nav>
  );
}

interface FooterProps {
  links: readonly { href: string; label: Words }[];
  /** Small words under the links. */
  children?: ComponentChildren;
}

export function Footer({ links, children }: FooterProps) {
  return (
    <footer class="pp-footer">
      <div class="pp-wrap">
        <ul>
          {links.map(({ href, label }) => (
            <li>
              <a href={safeHref(href)}>{label}</a>
            </li>
          ))}
        </ul>
        {children !== undefined && <p class="pp-small">{children}</p>}
      </div>
    </footer>
  );
}
