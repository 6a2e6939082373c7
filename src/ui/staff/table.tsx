import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/i18n';
import { safeHref } from '../href';
import { Icon } from '../icon';
import type { IconName } from '../icon-names';
import { classes, type Words } from '../text';

interface StaffTableProps {
  t: Translate;
  /** What the table is of; also names the region that scrolls sideways on narrow screens. */
  caption: string;
  columns: readonly Words[];
  rows: readonly {
    /** The first cell names the row. */
    cells: readonly Words[];
    /** here: asks attention now · done: behind us */
    state?: 'here' | 'done' | undefined;
  }[];
}

export function StaffTable({ t, caption, columns, rows }: StaffTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1)
    <section class="pp-scroll" tabIndex={0} aria-label={`${caption}, ${t('ui.scroll-sideways')}`}>
      <table class="pp-tbl">
        <caption class="pp-vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells: [head, ...rest], state }) => (
            <tr class={classes(state !== undefined && `is-${state}`) || undefined}>
              <th scope="row">{head}</th>
              {rest.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Second, smaller line in a cell. */
export function CellNote({ children }: { children: Words }) {
  return <span class="pp-small pp-muted pp-num">{children}</span>;
}

const VISIBILITY: Record<'on' | 'wait' | 'held' | 'never', IconName> = {
  on: 'eye',
  wait: 'clock',
  held: 'hand-stop',
  never: 'eye-off',
};

/** Since or from when the patient sees something; held: until released; never: by policy or withdrawn. */
export function VisibilityCell({ state, children }: { state: 'on' | 'wait' | 'held' | 'never'; children: Words }) {
  return (
    <span class={`pp-vis pp-vis--${state}`}>
      <Icon name={VISIBILITY[state]} />
      <span>{children}</span>
    </span>
  );
}

interface DeskFormProps {
  action: string;
  method?: 'post' | 'get' | undefined;
  /** Name under which what is typed is kept on the server meanwhile. */
  draft?: string | undefined;
  children: ComponentChildren;
}

/** A form on a card, with even distance between its questions. Validation is the server's. */
export function DeskForm({ action, method = 'post', draft, children }: DeskFormProps) {
  return (
    <form class="pp-card pp-flow" action={safeHref(action)} method={method} data-draft={draft} noValidate>
      {children}
    </form>
  );
}
