import type { ComponentChildren } from 'preact';
import { safeHref } from './href';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { classes, type Words } from './text';

type Look = 'primary' | 'secondary' | 'subtle';

interface Inside {
  icon?: IconName | undefined;
  children: Words;
}

function Inner({ icon, children }: Inside) {
  return (
    <>
      {icon !== undefined && (
        <span class="nl-button__icon-start">
          <Icon name={icon} flip={icon.startsWith('arrow-')} />
        </span>
      )}
      <span class="nl-button__label">{children}</span>
    </>
  );
}

interface ButtonProps extends Inside {
  look?: Look | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Where a form with several outcomes posts to. */
  formAction?: string | undefined;
  disabled?: boolean | undefined;
}

/** Sends the form it stands in. One primary button per region. */
export function Button({ look = 'primary', icon, children, name, value, formAction, disabled }: ButtonProps) {
  return (
    <button
      class={classes('nl-button', `nl-button--${look}`, disabled && 'nl-button--disabled')}
      type="submit"
      name={name}
      value={value}
      formAction={formAction === undefined ? undefined : safeHref(formAction)}
      aria-disabled={disabled ? 'true' : undefined}
    >
      <Inner icon={icon}>{children}</Inner>
    </button>
  );
}

interface LinkButtonProps extends Inside {
  href: string;
  look?: Look | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, look = 'primary', icon, children }: LinkButtonProps) {
  return (
    <a class={`nl-button nl-button--${look}`} href={safeHref(href)}>
      <Inner icon={icon}>{children}</Inner>
    </a>
  );
}

/** Prints the page. Stays hidden without JavaScript, because it can do nothing then. */
export function PrintButton({ children }: { children: Words }) {
  return (
    <button class="nl-button nl-button--secondary" type="button" data-print hidden>
      <Inner icon="printer">{children}</Inner>
    </button>
  );
}

/** Buttons next to each other, wrapping on small screens. Not printed. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="pp-actions">{children}</div>;
}

interface LinkProps {
  href: string;
  children: Words;
}

export function Link({ href, children }: LinkProps) {
  return (
    <a class="nl-link" href={safeHref(href)}>
      {children}
    </a>
  );
}

/** First thing on a page that lies below another: 'Terug naar uitslagen'. */
export function BackLink({ href, children }: LinkProps) {
  return (
    <a class="pp-back" href={safeHref(href)}>
      <Icon name="arrow-left" flip />
      {children}
    </a>
  );
}
