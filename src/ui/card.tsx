import type { ComponentChildren } from 'preact';
import { Link } from './button';
import { classes, type Words } from './text';

interface CardProps {
  /** Unique on the page; names the section for screen readers. */
  id: string;
  title: Words;
  /** For a card whose content speaks for itself; screen readers still hear the title. */
  hideTitle?: boolean | undefined;
  /** A quieter, smaller title. */
  quiet?: boolean | undefined;
  /** Beside the title: 'Alle uitslagen'. */
  more?: { href: string; label: Words } | undefined;
  /** Small words beside or under the title. */
  aside?: Words;
  children: ComponentChildren;
}

export function Card({ id, title, hideTitle, quiet, more, aside, children }: CardProps) {
  const heading = (
    <h2 class={hideTitle ? 'pp-vh' : classes(quiet ? 'pp-h3 pp-muted' : 'pp-h2')} id={id}>
      {title}
    </h2>
  );
  return (
    <section class="pp-card" aria-labelledby={id}>
      {more === undefined && aside === undefined ? (
        heading
      ) : (
        <div class="pp-card__head">
          {heading}
          {more !== undefined && <Link href={more.href}>{more.label}</Link>}
          {aside !== undefined && <p class="pp-muted pp-small">{aside}</p>}
        </div>
      )}
      {children}
    </section>
  );
}

/** A titled part of a page without a card round it. */
export function Section({ id, title, children }: { id: string; title: Words; children: ComponentChildren }) {
  return (
    <section class="pp-section" aria-labelledby={id}>
      <h2 class="pp-h2" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The width of a page. */
export function Wrap({ children }: { children: ComponentChildren }) {
  return <div class="pp-wrap">{children}</div>;
}

/** Things under each other with equal space. */
export function Column({ children }: { children: ComponentChildren }) {
  return <div class="pp-col">{children}</div>;
}

/** Two columns from 64em: 7/5 for an overview, 8/4 for a detail page. */
export function Columns({ ratio, children }: { ratio: '7/5' | '8/4'; children: ComponentChildren }) {
  return <div class={`pp-grid pp-grid--${ratio.replace('/', '')}`}>{children}</div>;
}

interface PageHeadProps {
  eyebrow?: Words;
  title: Words;
  lead?: Words;
  children?: ComponentChildren;
}

/** The one h1 of a page. */
export function PageHead({ eyebrow, title, lead, children }: PageHeadProps) {
  return (
    <div class="pp-pagehead">
      {eyebrow !== undefined && <p class="pp-eyebrow">{eyebrow}</p>}
      <h1 class="pp-h1">{title}</h1>
      {lead !== undefined && <p class="pp-lead">{lead}</p>}
      {children}
    </div>
  );
}
