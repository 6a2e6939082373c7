/**
 * One way of reading a form: a zod object whose messages are text keys, the typed values kept for the page that comes
 * back with errors, and a one-time id that makes a double click harmless.
 */
import { z } from 'zod';
import { uuidv7 } from '../database';
import type { TextKey } from '../i18n';

/** Name of the hidden field with the one-time id. */
export const submissionField = 'inzending';

export type Typed = Readonly<Record<string, string>>;
export type FieldErrors = Readonly<Record<string, TextKey>>;

export interface Form<Values> {
  readonly fields: readonly string[];
  /** Reads what was posted; never throws. */
  read(body: unknown): Reading<Values>;
  /** What stands in the fields at first: nothing, or a kept draft. */
  empty(typed?: Typed): FormState;
}

export interface FormState {
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly submission: string;
}

export type Reading<Values> =
  | { readonly ok: true; readonly values: Values; readonly state: FormState }
  | { readonly ok: false; readonly state: FormState };

const longest = 10_000;

/** `shape`: a zod schema a field, with text keys as messages: `z.string().min(10, 'access.reason-too-short')`. */
export function defineForm<Shape extends z.ZodRawShape>(shape: Shape): Form<z.output<z.ZodObject<Shape>>> {
  const schema = z.object(shape);
  const fields = Object.keys(shape);
  return {
    fields,
    empty: (typed = {}) => ({ typed: pick(typed, fields), errors: {}, submission: uuidv7() }),
    read(body) {
      const typed = pick(body, fields);
      const submission = submissionOf(body) ?? uuidv7();
      const parsed = schema.safeParse(typed);
      if (parsed.success) return { ok: true, values: parsed.data, state: { typed, errors: {}, submission } };
      const errors: Record<string, TextKey> = {};
      for (const issue of parsed.error.issues) {
        const field = String(issue.path[0]);
        errors[field] ??= issue.message as TextKey;
      }
      return { ok: false, state: { typed, errors, submission } };
    },
  };
}

/** The same form with errors that only the action could find (a rule of the room, a state that changed meanwhile). */
export const withErrors = (state: FormState, errors: FieldErrors): FormState => ({ ...state, errors });

function pick(body: unknown, fields: readonly string[]): Record<string, string> {
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const typed: Record<string, string> = {};
  for (const field of fields) {
    const value = given[field];
    typed[field] = typeof value === 'string' ? value.slice(0, longest) : '';
  }
  return typed;
}

function submissionOf(body: unknown): string | undefined {
  const id = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[submissionField] : undefined;
  return typeof id === 'string' && z.uuid().safeParse(id).success ? id : undefined;
}
