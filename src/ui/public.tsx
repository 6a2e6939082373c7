import type { ComponentChildren } from 'preact';
import { Glow, SignInArt, SunsetScene } from './art';
import { Actions, Link, LinkButton } from './button';
import type { LanguageChoice } from './header';
import { safeHref } from './href';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { Mark, type MarkColours, type MarkPart } from './mark';
import { Disc } from './rows';
import { DuneScene } from './scene';
import { classes, type Words } from './text';

interface SignInOptionProps {
  /** Where a POST starts signing in (it answers with a redirect to the other party); `href` for a plain link. */
  action?: string | undefined;
  href?: string | undefined;
  /** A few letters of a name, or a drawing. */
  logo: { letters: string } | { icon: IconName };
  title: Words;
  sub?: Words;
  /** The one way most people take. */
  main?: boolean | undefined;
  /** Not possible now: why, in `sub`. */
  unavailable?: boolean | undefined;
}

/** One way to sign in. */
export function SignInOption({ action, href, logo, title, sub, main, unavailable }: SignInOptionProps) {
  const name = classes('pp-opt', main && !unavailable && 'pp-opt--main');
  const inside = (
    <>
      <span class="pp-opt__logo" aria-hidden="true">
        {'icon' in logo ? <Icon name={logo.icon} /> : logo.letters}
      </span>
      <span>
        <b>{title}</b>
        {sub !== undefined && <span>{sub}</span>}
      </span>
      {!unavailable && <Icon name="arrow-right" flip />}
    </>
  );
  if (unavailable) return <div class={name}>{inside}</div>;
  if (action === undefined) {
    return (
      <a class={name} href={safeHref(href ?? '')}>
        {inside}
      </a>
    );
  }
  return (
    <form action={safeHref(action)} method="post">
      <button class={name} type="submit">
        {inside}
      </button>
    </form>
  );
}

/** Languages as plain links, on the page where somebody arrives. */
export function LanguageLinks({ label, languages }: { label: string; languages: readonly LanguageChoice[] }) {
  return (
    <nav class="pp-langs" aria-label={label}>
      {languages.map(({ code, name, href, current }) => (
        <a href={safeHref(href)} lang={code} hreflang={code} aria-current={current ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

interface SignInLayoutProps {
  /** Beside the form on wide screens: what one can do here. */
  aside: { label: string; title: Words; points: readonly { icon: IconName; text: Words }[] };
  children: ComponentChildren;
}

/** The sign-in page under the header; brings its own `<main>` (`PublicPage main={false}`). */
export function SignInLayout({ aside, children }: SignInLayoutProps) {
  return (
    <div class="pp-sign">
      <main id="inhoud" tabIndex={-1} class="pp-sign__main">
        <div class="pp-sign__in">{children}</div>
      </main>
      <aside class="pp-sign__art" aria-label={aside.label}>
        <SignInArt />
        <div>
          <h2 class="pp-next__t">{aside.title}</h2>
          <ul class="pp-ticks">
            {aside.points.map(({ icon, text }) => (
              <li>
                <Icon name={icon} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </div>
  );
}

interface StartHeroProps {
  eyebrow: Words;
  title: Words;
  lead: Words;
  /** A `SignInOption`. */
  children: ComponentChildren;
  links?: readonly { href: string; icon: IconName; label: Words }[] | undefined;
}

/** Top of the public start page. */
export function StartHero({ eyebrow, title, lead, children, links = [] }: StartHeroProps) {
  return (
    <div class="pp-pub">
      <DuneScene />
      <div class="pp-wrap pp-pub__in">
        <p class="pp-eyebrow">{eyebrow}</p>
        <h1 class="pp-h1">{title}</h1>
        <p class="pp-lead">{lead}</p>
        {children}
        {links.length > 0 && (
          <p class="pp-pub__alt">
            {links.map(({ href, icon, label }) => (
              <a class="nl-link" href={safeHref(href)}>
                <Icon name={icon} />
                {label}
              </a>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

/** What one can do here, in a few words each. */
export function FeatureList({ items }: { items: readonly { icon: IconName; title: Words; text: Words }[] }) {
  return (
    <ul class="pp-feats pp-card">
      {items.map(({ icon, title, text }) => (
        <li>
          <Disc icon={icon} />
          <h3 class="pp-h3">{title}</h3>
          <p class="pp-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}

/** Questions that people ask, folded in. */
export function Faq({ items }: { items: readonly { question: Words; answer: Words }[] }) {
  return (
    <div class="pp-faq">
      {items.map(({ question, answer }) => (
        <details>
          <summary>
            {question}
            <Icon name="chevron-down" />
          </summary>
          <p>{answer}</p>
        </details>
      ))}
    </div>
  );
}

/** A dark band that invites to one thing. */
export function Band(props: { id: string; title: Words; text: Words; actions: { href: string; label: Words }[] }) {
  const { id, title, text, actions } = props;
  return (
    <section class="pp-band pp-section" aria-labelledby={id}>
      <Glow />
      <div>
        <h2 class="pp-next__t" id={id}>
          {title}
        </h2>
        <p>{text}</p>
      </div>
      <Actions>
        {actions.map(({ href, label }, index) => (
          <LinkButton href={href} look={index === 0 ? 'primary' : 'secondary'}>
            {label}
          </LinkButton>
        ))}
      </Actions>
    </section>
  );
}

/** Three cards beside each other. */
export function Three({ children }: { children: ComponentChildren }) {
  return <div class="pp-three pp-section">{children}</div>;
}

interface OrganisationCardProps {
  href: string;
  mark: readonly MarkPart[];
  colours: MarkColours;
  name: string;
  kind: Words;
  /** What is different here. */
  points: readonly { icon: IconName; text: Words }[];
}

/** One organisation to choose, in its own colours. */
export function OrganisationCard({ href, mark, colours, name, kind, points }: OrganisationCardProps) {
  return (
    <li>
      <a class="pp-org" href={safeHref(href)}>
        <Mark parts={mark} colours={colours} />
        <b lang="nl" dir="ltr">
          {name}
        </b>
        <span class="pp-muted">{kind}</span>
        <ul>
          {points.map(({ icon, text }) => (
            <li>
              <Icon name={icon} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </a>
    </li>
  );
}

/** The list that `OrganisationCard`s stand in. */
export function Organisations({ children }: { children: ComponentChildren }) {
  return <ul class="pp-orgs">{children}</ul>;
}

interface FarewellProps {
  title: Words;
  lead: Words;
  text?: Words;
  actions: readonly { href: string; label: Words }[];
}

/** Signed out, on purpose or after a time; stands in a `<main class="pp-out">` (`PublicPage main="pp-out"`). */
export function SignedOut({ title, lead, text, actions }: FarewellProps) {
  return (
    <>
      <SunsetScene />
      <div class="pp-wrap">
        <div class="pp-out__in">
          <span class="pp-hidden__i">
            <Icon name="lock" />
          </span>
          <h1 class="pp-h1">{title}</h1>
          <p class="pp-lead">{lead}</p>
          {text !== undefined && <p class="pp-muted">{text}</p>}
          <Actions>
            {actions.map(({ href, label }, index) => (
              <LinkButton href={href} look={index === 0 ? 'primary' : 'secondary'}>
                {label}
              </LinkButton>
            ))}
          </Actions>
        </div>
      </div>
    </>
  );
}

/** A refusal, a mistake of ours, a page that is not there: what, and one thing to do. */
export function Sorry(props: { title: Words; text: Words; link?: { href: string; label: Words } | undefined }) {
  const { title, text, link } = props;
  return (
    <div class="pp-wrap">
      <div class="pp-pagehead">
        <h1 class="pp-h1">{title}</h1>
        <p class="pp-lead">{text}</p>
      </div>
      {link !== undefined && (
        <p>
          <Link href={link.href}>{link.label}</Link>
        </p>
      )}
    </div>
  );
}
