import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/i18n';
import { Link } from '../button';
import { classes, type Words } from '../text';

interface ErrorSummaryProps {
  t: Translate;
  /** The same words as at the fields, in the order of the page. */
  errors: readonly { name: string; message: Words }[];
}

/** On top of the page, above the h1, always, even for one mistake. Takes the focus when the page opens. */
export function ErrorSummary({ t, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section class="pp-errsum" tabIndex={-1} aria-labelledby="fouten" data-focus>
      <h2 class="pp-h2" id="fouten">
        {t('common.error-summary-heading')}
      </h2>
      <ul class="pp-list">
        {errors.map(({ name, message }) => (
          <li>
            <Link href={`#${name}`}>{message}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SummaryListProps {
  /** Facts alone, nothing to change: label and value beside each other on wide screens and on paper. */
  wide?: boolean | undefined;
  items: readonly {
    label: Words;
    value: Words;
    /** 'Wijzig' with what, for who hears the page. */
    change?: { href: string; label: Words; of: Words } | undefined;
  }[];
}

/** Answers to check before sending; or simply facts. */
export function SummaryList({ items, wide }: SummaryListProps) {
  return (
    <dl class={classes('pp-sum', wide && 'pp-sum--wide')}>
      {items.map(({ label, value, change }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change !== undefined && (
            <dd>
              <Link href={change.href}>
                {change.label}
                <span class="pp-vh"> {change.of}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** It is done: what happened, what comes next and when. */
export function Confirmation({ id, title, children }: { id: string; title: Words; children: ComponentChildren }) {
  return (
    <section class="pp-confirm" aria-labelledby={id} role="status">
      <h2 class="pp-h2" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
