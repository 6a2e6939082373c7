import { classes, type Words } from '../text';
import { describedBy, Field, FieldGroup, type FieldProps } from './field';

interface InputProps extends FieldProps {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date' | undefined;
  inputMode?: 'numeric' | 'text' | 'tel' | 'email' | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  /** Digits that people compare one by one: BSN, document number. */
  mono?: boolean | undefined;
  lang?: string | undefined;
}

/** One line of text. The server checks; the browser never does (`novalidate` on the form). */
export function Input(props: InputProps) {
  const { name, hint, error, value, type = 'text', required, mono } = props;
  return (
    <Field {...props}>
      <input
        class={classes('pp-input', mono && 'pp-mono')}
        id={name}
        name={name}
        type={type as 'text'} // Preact's types ask for one branch per type; every branch takes these attributes
        value={value ?? ''}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        maxLength={props.maxLength}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-required={required ? 'true' : undefined}
      />
    </Field>
  );
}

interface TextareaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
}

export function Textarea(props: TextareaProps) {
  const { name, hint, error, value, rows = 4 } = props;
  return (
    <Field {...props}>
      <textarea
        class="pp-input"
        id={name}
        name={name}
        rows={rows}
        maxLength={props.maxLength}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {value ?? ''}
      </textarea>
    </Field>
  );
}

interface SelectProps extends FieldProps {
  value?: string | undefined;
  options: readonly { value: string; label: string }[];
}

export function Select(props: SelectProps) {
  const { name, hint, error, value, options } = props;
  return (
    <Field {...props}>
      <select
        class="pp-input"
        id={name}
        name={name}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface Choice {
  value: string;
  label: Words;
  /** A second, smaller line. */
  sub?: Words;
}

interface ChoiceGroupProps extends FieldProps {
  kind: 'radio' | 'checkbox';
  choices: readonly Choice[];
  chosen?: readonly string[] | undefined;
  /** Beside each other where there is room, for short labels. */
  inRow?: boolean | undefined;
}

/** Radio buttons or ticks as large tiles. The first has the field's name as id, so the error summary can lead there. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, kind, choices, chosen = [], inRow, error } = props;
  return (
    <FieldGroup {...props}>
      <div class={classes('pp-choice', inRow && 'pp-choice--row')}>
        {choices.map(({ value, label, sub }, index) => (
          <label>
            <input
              type={kind}
              id={index === 0 ? name : `${name}-${value}`}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              aria-invalid={error === undefined ? undefined : 'true'}
            />
            <span>
              {label}
              {sub !== undefined && <small>{sub}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** One tick on its own, for a statement one agrees with. */
export function Checkbox(props: FieldProps & { checked?: boolean | undefined; value?: string | undefined }) {
  const { t, name, label, hint, error, checked, value = 'ja' } = props;
  return (
    <FieldGroup t={t} name={name} label={<span class="pp-vh">{label}</span>} hint={hint} error={error}>
      <div class="pp-choice">
        <label>
          <input type="checkbox" id={name} name={name} value={value} checked={checked ?? false} />
          <span>{label}</span>
        </label>
      </div>
    </FieldGroup>
  );
}

interface DateFieldsProps extends FieldProps {
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
  /** Which of the three is wrong; left out: all. */
  wrong?: readonly ('day' | 'month' | 'year')[] | undefined;
  /** Fills in one's own birth date by the browser. */
  birthDate?: boolean | undefined;
}

/** A date people know by heart: three fields (`<name>-day`, `-month`, `-year`), never only a calendar. */
export function DateFields(props: DateFieldsProps) {
  const { t, name, error, wrong = ['day', 'month', 'year'], birthDate } = props;
  const first = wrong[0] ?? 'day';
  return (
    <FieldGroup {...props}>
      <div class="pp-date-in">
        {(['day', 'month', 'year'] as const).map((part) => {
          const id = part === first ? name : `${name}-${part}`;
          return (
            <div>
              <label for={id}>{t(`ui.${part}`)}</label>
              <input
                class={`pp-input pp-in-${part === 'year' ? 4 : 2}`}
                id={id}
                name={`${name}-${part}`}
                value={props[part] ?? ''}
                inputMode="numeric"
                maxLength={part === 'year' ? 4 : 2}
                autoComplete={birthDate ? `bday-${part}` : 'off'}
                aria-invalid={error !== undefined && wrong.includes(part) ? 'true' : undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** A code from a text message: one field, spaces allowed, pasting allowed, filled in by the phone. */
export function OneTimeCode(props: FieldProps & { value?: string | undefined; digits?: number | undefined }) {
  const { name, hint, error, value } = props;
  return (
    <Field {...props}>
      <input
        class="pp-input pp-in-6"
        id={name}
        name={name}
        value={value ?? ''}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={(props.digits ?? 6) * 2}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </Field>
  );
}
