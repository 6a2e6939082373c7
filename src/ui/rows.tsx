import type { ComponentChildren } from 'preact';
import { safeHref } from './href';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { Tag, type TagLook } from './tag';
import { classes, initials, type Words } from './text';

/** A list of rows; each child is a `Row`, `TaskRow`, `ResultRow` or `ComingResult`. */
export function Rows({ children }: { children: ComponentChildren }) {
  return <ul class="pp-rows">{children}</ul>;
}

type DiscLook = 'cool' | 'warm' | 'ok' | 'soon';

export function Disc({ icon, look = 'cool' }: { icon: IconName; look?: DiscLook | undefined }) {
  return (
    <span class={classes('pp-disc', look !== 'cool' && `pp-disc--${look}`)}>
      <Icon name={icon} />
    </span>
  );
}

interface AvatarProps {
  name: string;
  /** Tells people apart; carries no meaning. */
  tone?: 'a' | 'b' | 'c' | undefined;
  size?: 's' | 'm' | 'l' | undefined;
}

/** First letters of a name in a circle; the name itself stands beside it. */
export function Avatar({ name, tone = 'a', size = 'm' }: AvatarProps) {
  return (
    <span
      class={classes('pp-av', tone !== 'a' && `pp-av--${tone}`, size !== 'm' && `pp-av--${size}`)}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

interface RowProps {
  /** The whole row is the link; left out: plain text. */
  href?: string | undefined;
  title: Words;
  sub?: Words;
  /** What stands before it. */
  lead?: ComponentChildren;
  /** At the end; a row that leads somewhere shows an arrow when this is left out. */
  tag?: { look?: TagLook | undefined; icon?: IconName | undefined; label: Words } | undefined;
  /** Not seen yet. */
  isNew?: boolean | undefined;
  current?: boolean | undefined;
}

export function Row({ href, title, sub, lead, tag, isNew, current }: RowProps) {
  const inside = (
    <>
      {lead}
      <span>
        <span class={href === undefined ? 'pp-soon__t' : 'pp-row__t'}>{title}</span>
        {sub !== undefined && <span class="pp-row__s">{sub}</span>}
      </span>
      {tag !== undefined ? (
        <Tag look={tag.look} icon={tag.icon}>
          {tag.label}
        </Tag>
      ) : (
        href !== undefined && <Icon name="chevron-right" flip />
      )}
    </>
  );
  if (href === undefined) return <li class="pp-row">{inside}</li>;
  return (
    <li>
      <a
        class={classes('pp-row', isNew && 'pp-row--new')}
        href={safeHref(href)}
        aria-current={current ? 'true' : undefined}
      >
        {inside}
      </a>
    </li>
  );
}

export type TaskState = 'todo' | 'busy' | 'done' | 'not-yet';
const TASK: Record<TaskState, { look: TagLook; disc: DiscLook }> = {
  todo: { look: 'att', disc: 'warm' },
  busy: { look: 'info', disc: 'warm' },
  done: { look: 'ok', disc: 'ok' },
  'not-yet': { look: 'neutral', disc: 'soon' },
};

interface TaskRowProps {
  href?: string | undefined;
  icon: IconName;
  title: Words;
  sub?: Words;
  state: TaskState;
  /** The state in words. */
  label: Words;
}

/** Something asked of the patient; what is not possible yet is not a link. */
export function TaskRow({ href, icon, title, sub, state, label }: TaskRowProps) {
  const { look, disc } = TASK[state];
  return (
    <Row
      href={state === 'not-yet' ? undefined : href}
      lead={<Disc icon={state === 'done' ? 'check' : icon} look={disc} />}
      title={title}
      sub={sub}
      tag={{ look, label }}
    />
  );
}

/** Big links to what people do often; only to what exists. */
export function QuickTiles({ tiles }: { tiles: { href: string; icon: IconName; label: Words }[] }) {
  return (
    <ul class={classes('pp-tiles', tiles.length === 3 && 'pp-tiles--3')}>
      {tiles.map(({ href, icon, label }) => (
        <li>
          <a class="pp-tile" href={safeHref(href)}>
            <Icon name={icon} size="l" />
            <span>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Short lines with a drawing each. `no`: what does not hold. */
export function IconList({ items }: { items: { icon: IconName; no?: boolean | undefined; text: Words }[] }) {
  return (
    <ul class="pp-who">
      {items.map(({ icon, no, text }) => (
        <li>
          <Icon name={icon} class={no ? 'pp-icon--no' : ''} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Nothing here: one sentence and one thing to do. */
export function EmptyState({ children, action }: { children: Words; action?: ComponentChildren }) {
  return (
    <div class="pp-stackv">
      <p class="pp-muted">{children}</p>
      {action}
    </div>
  );
}
