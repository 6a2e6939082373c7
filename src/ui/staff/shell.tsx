import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/i18n';
import { Header, type LanguageChoice, LanguageMenu, SignOut, UtilLink } from '../header';
import { safeHref } from '../href';
import { Icon } from '../icon';
import type { IconName } from '../icon-names';
import { Page } from '../page';
import type { Site } from '../portal-page';
import { SessionDialog, type SessionProps } from '../session-dialog';
import type { Words } from '../text';

/** A place in the workspace. */
export interface SideItem {
  href: string;
  icon: IconName;
  label: Words;
  count?: Words;
  current?: boolean | undefined;
}

export interface SideGroup {
  title?: Words;
  items: readonly SideItem[];
}

export interface StaffPageProps {
  t: Translate;
  site: Site;
  title: string;
  /** 'Werkplek Duinzicht' */
  workspace: string;
  /** 'Polikliniek Orthopedie' */
  place: Words;
  homeHref: string;
  /** 'Dr. S. Okafor, orthopedisch chirurg' */
  employee: { label: Words; href: string };
  search?: { href: string; label: Words } | undefined;
  signOutAction: string;
  languages: readonly LanguageChoice[];
  side: { label: string; groups: readonly SideGroup[] };
  session?: SessionProps | undefined;
  scheme?: 'light' | 'dark' | undefined;
  failed?: boolean | undefined;
  refresh?: number | undefined;
  children: ComponentChildren;
}

/** A page of an employee: compact type, the menu at the side. `children` stand inside `<main>`. */
export function StaffPage(props: StaffPageProps) {
  const { t, site, title, workspace, place, search, side, session, children } = props;
  return (
    <Page
      t={t}
      title={title}
      siteName={workspace}
      entry="staff"
      themeHref={site.themeHref}
      iconHref={site.iconHref}
      scheme={props.scheme}
      failed={props.failed}
      refresh={props.refresh}
    >
      <Header
        brand={{ href: props.homeHref, mark: site.mark, name: workspace, sub: place }}
        util={
          <>
            {search !== undefined && <UtilLink href={search.href} icon="search" label={search.label} />}
            <LanguageMenu t={t} languages={props.languages} />
            <UtilLink href={props.employee.href} icon="user-circle" label={props.employee.label} />
            <SignOut t={t} action={props.signOutAction} />
          </>
        }
      />
      <div class="pp-ws">
        <SideNav {...side} />
        <main id="inhoud" tabIndex={-1} class="pp-wsm">
          {children}
        </main>
      </div>
      {session !== undefined && <SessionDialog t={t} {...session} />}
    </Page>
  );
}

function SideNav({ label, groups }: StaffPageProps['side']) {
  if (groups.every(({ items }) => items.length === 0)) return null;
  return (
    <nav class="pp-ws__side pp-side" aria-label={label}>
      {groups.map(({ title, items }) => (
        <>
          {title !== undefined && <h2>{title}</h2>}
          <ul>
            {items.map((item) => (
              <li>
                <a href={safeHref(item.href)} aria-current={item.current ? 'page' : undefined}>
                  <Icon name={item.icon} flip={item.icon.startsWith('arrow-')} />
                  {item.label}
                  {item.count !== undefined && <span class="pp-count">{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  );
}

interface SheetProps {
  /** Left out where a `PatientBar` carries the h1. */
  title?: Words;
  aside?: Words;
  /** Buttons at the end of the heading. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** The padded content of a staff page. */
export function Sheet({ title, aside, actions, children }: SheetProps) {
  return (
    <div class="pp-sheet">
      {title !== undefined && (
        <div class="pp-sheet__head">
          <h1 class="pp-h1 pp-h1--s">{title}</h1>
          {aside !== undefined && <span class="pp-muted">{aside}</span>}
          <span class="pp-push" />
          {actions}
        </div>
      )}
      {children}
    </div>
  );
}

/** A heading inside a sheet, with buttons at its end. */
export function SheetHead(props: { id: string; title: Words; actions?: ComponentChildren }) {
  const { id, title, actions } = props;
  return (
    <div class="pp-sheet__head">
      <h2 class="pp-h2" id={id}>
        {title}
      </h2>
      <span class="pp-push" />
      {actions}
    </div>
  );
}

/** Main column and a narrow one at the end, from 64em. */
export function StaffColumns({ children }: { children: ComponentChildren }) {
  return <div class="pp-staff2">{children}</div>;
}

/** A narrow column first (search), then the form, from 64em. */
export function DeskColumns({ children }: { children: ComponentChildren }) {
  return <div class="pp-desk">{children}</div>;
}
