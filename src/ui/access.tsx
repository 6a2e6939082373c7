import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import { Avatar } from './rows';
import { Tag, type TagLook } from './tag';
import type { Words } from './text';

interface AccessCardProps {
  id: string;
  name: string;
  /** On what ground, since when. */
  sub: Words;
  tone?: 'a' | 'b' | 'c' | undefined;
  tag?: { look: TagLook; icon?: 'circle-check' | 'hourglass' | undefined; label: Words } | undefined;
  may: { title: Words; items: readonly Words[] };
  mayNot: { title: Words; items: readonly Words[] };
  /** Until when. */
  children?: ComponentChildren;
}

/** Somebody who may open a record: what that person may, and what not. */
export function AccessCard({ id, name, sub, tone, tag, may, mayNot, children }: AccessCardProps) {
  return (
    <section class="pp-card" aria-labelledby={id}>
      <div class="pp-proxy__h">
        <Avatar name={name} size="l" tone={tone} />
        <div>
          <h2 class="pp-h2" id={id}>
            <bdi lang="nl">{name}</bdi>
          </h2>
          <p class="pp-muted">{sub}</p>
        </div>
        {tag !== undefined && (
          <Tag look={tag.look} icon={tag.icon}>
            {tag.label}
          </Tag>
        )}
      </div>
      <div class="pp-rights">
        <RightsList {...may} yes />
        <RightsList {...mayNot} />
      </div>
      {children}
    </section>
  );
}

function RightsList({ title, items, yes }: { title: Words; items: readonly Words[]; yes?: boolean }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 class="pp-small pp-muted">{title}</h3>
      <ul class={yes ? 'pp-yes' : 'pp-no'}>
        {items.map((item) => (
          <li>
            <Icon name={yes ? 'check' : 'x'} />
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PersonRowProps {
  name: string;
  sub: Words;
  tone?: 'a' | 'b' | 'c' | undefined;
  /** What can be done: buttons. */
  children?: ComponentChildren;
}

/** Somebody with a button beside the name. */
export function PersonRow({ name, sub, tone, children }: PersonRowProps) {
  return (
    <div class="pp-proxy__h">
      <Avatar name={name} tone={tone} />
      <div>
        <h3 class="pp-h3">
          <bdi lang="nl">{name}</bdi>
        </h3>
        <p class="pp-muted pp-small">{sub}</p>
      </div>
      {children}
    </div>
  );
}

/** A date that matters, on a line of its own. */
export function DateLine({ children }: { children: Words }) {
  return (
    <p class="pp-dateline">
      <Icon name="calendar-event" />
      <span>{children}</span>
    </p>
  );
}
