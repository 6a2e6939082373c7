import type { ComponentChildren } from 'preact';
import { Link } from './button';
import type { IconName } from './icon-names';
import { Disc } from './rows';
import { Tag, type TagLook } from './tag';
import type { Words } from './text';

/** What is known, each with its date under it; each child is a `FactItem`. */
export function Facts({ children }: { children: ComponentChildren }) {
  return <ul class="pp-facts2">{children}</ul>;
}

interface FactItemProps {
  title: Words;
  /** What was measured, beside the title. */
  value?: Words;
  sub?: Words;
  tag?: { look: TagLook; label: Words } | undefined;
  /** What more there is to say, under it. */
  children?: ComponentChildren;
}

export function FactItem({ title, value, sub, tag, children }: FactItemProps) {
  return (
    <li>
      <div class="pp-fact__t">
        <b>{title}</b>
        {value !== undefined && <span class="pp-fact__v">{value}</span>}
      </div>
      {sub !== undefined && <span class="pp-small pp-muted">{sub}</span>}
      {tag !== undefined && <Tag look={tag.look}>{tag.label}</Tag>}
      {children}
    </li>
  );
}

/** Short facts about one thing: what, and its words. */
export function FactLines({ lines }: { lines: readonly { label: Words; value: Words }[] }) {
  return (
    <dl class="pp-fact__dl">
      {lines.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Cards beside each other from 64em. */
export function CardGrid({ children }: { children: ComponentChildren }) {
  return <div class="pp-dos">{children}</div>;
}

interface IconCardProps {
  id: string;
  icon: IconName;
  title: Words;
  /** Under the content: where all of it stands. */
  more?: { href: string; label: Words } | undefined;
  children: ComponentChildren;
}

/** A card with a drawing beside its title. */
export function IconCard({ id, icon, title, more, children }: IconCardProps) {
  return (
    <section class="pp-card" aria-labelledby={id}>
      <div class="pp-card__ic">
        <Disc icon={icon} />
        <h2 class="pp-h2" id={id}>
          {title}
        </h2>
      </div>
      {children}
      {more !== undefined && (
        <p>
          <Link href={more.href}>{more.label}</Link>
        </p>
      )}
    </section>
  );
}

/** One sentence and one thing to do, beside each other from 48em. */
export function BarCard({
  id,
  title,
  text,
  action,
}: {
  id: string;
  title: Words;
  text?: Words;
  action: ComponentChildren;
}) {
  return (
    <section class="pp-card pp-bar" aria-labelledby={id}>
      <div>
        <h2 class="pp-h3" id={id}>
          {title}
        </h2>
        {text !== undefined && <p class="pp-muted">{text}</p>}
      </div>
      {action}
    </section>
  );
}
