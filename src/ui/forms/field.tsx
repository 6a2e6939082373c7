import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/i18n';
import { Icon } from '../icon';
import { classes, type Words } from '../text';

export interface FieldProps {
  t: Translate;
  /** Name of the field and id of its control; the error summary links to it. */
  name: string;
  label: Words;
  hint?: Words;
  /** What is wrong, as a thing to do: 'Vul uw geboortedatum in'. */
  error?: Words;
}

/** Ids of hint and error, for `aria-describedby`. */
export function describedBy(name: string, hint: Words, error: Words): string | undefined {
  return classes(hint !== undefined && `${name}-hint`, error !== undefined && `${name}-fout`) || undefined;
}

export function FieldError({ t, name, children }: { t: Translate; name: string; children: Words }) {
  return (
    <p class="pp-err" id={`${name}-fout`}>
      <Icon name="alert-triangle" size="s" />
      <span>
        <span class="pp-vh">{t('ui.error-prefix')}</span>
        {children}
      </span>
    </p>
  );
}

/** A label, a hint, what is wrong, and the control in `children`. */
export function Field({ t, name, label, hint, error, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={classes('pp-field', error !== undefined && 'pp-field--err')}>
      <label class="pp-label" for={name}>
        {label}
      </label>
      {hint !== undefined && (
        <span class="pp-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <FieldError t={t} name={name}>
          {error}
        </FieldError>
      )}
      {children}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup({ t, name, label, hint, error, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={classes('pp-field', error !== undefined && 'pp-field--err')}>
      <fieldset aria-describedby={describedBy(name, hint, error)}>
        <legend>{label}</legend>
        {hint !== undefined && (
          <p class="pp-hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
        {error !== undefined && (
          <FieldError t={t} name={name}>
            {error}
          </FieldError>
        )}
        {children}
      </fieldset>
    </div>
  );
}
