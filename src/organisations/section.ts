import { z } from 'zod';
import { en, nl } from 'zod/locales';

declare const checked: unique symbol;

/** An organisation's whole policy, checked. A room reads its own part: `resultsPolicy.of(policy)`. */
export type Policy = Readonly<Record<string, unknown>> & { readonly [checked]: true };

/** What is wrong with one field, e.g. `results.outpatient.days`. */
export type PolicyProblem = { field: string; nl: string; en: string };

/** An invalid policy: refused as a whole, with every field that is wrong. */
export class PolicyError extends Error {
  constructor(readonly problems: readonly PolicyProblem[]) {
    super(`invalid policy: ${problems.map(({ field, en }) => `${field}: ${en}`).join('; ')}`);
    this.name = 'PolicyError';
  }
}

/** One room's part of the policy. */
export type PolicySection<Output = unknown> = {
  readonly name: string;
  readonly schema: z.ZodType<Output>;
  /** This part of a checked policy. Throws when the program did not compose the policy with this section. */
  of(policy: Policy): Output;
  /** What is wrong with it beside the other sections. */
  problems(policy: Policy): readonly PolicyProblem[];
};

/**
 * Declares a room's part of the policy under its own name. `check` looks at what a schema cannot see, such as a
 * location that another section does not know; it runs only when every section is valid by itself.
 */
export function definePolicySection<Output>(
  name: string,
  schema: z.ZodType<Output>,
  check?: (section: Output, policy: Policy) => readonly PolicyProblem[],
): PolicySection<Output> {
  function of(policy: Policy): Output {
    if (!Object.hasOwn(policy, name)) throw new Error(`the policy was made without section '${name}'`);
    return policy[name] as Output;
  }
  return { name, schema, of, problems: (policy) => check?.(of(policy), policy) ?? [] };
}

/**
 * Makes the function that checks a whole policy: every section present, nothing else, the sections agreeing with each
 * other. It throws `PolicyError` with all problems at once.
 */
export function composePolicy(sections: readonly PolicySection[]): (json: unknown) => Policy {
  const schema = z.strictObject(Object.fromEntries(sections.map((section) => [section.name, section.schema])));
  return (json) => {
    const parsed = schema.safeParse(json, { error: en().localeError });
    if (!parsed.success)
      throw new PolicyError(problemsOf(parsed.error, schema.safeParse(json, { error: nl().localeError }).error));
    const policy = parsed.data as unknown as Policy;
    const problems = sections.flatMap((section) => section.problems(policy));
    if (problems.length > 0) throw new PolicyError(problems);
    return policy;
  };
}

/** For a rule of the schema's own: what is wrong, in both languages, as the parameters of a custom issue. */
export function problem(nl: string, en: string) {
  return { message: en, params: { nl, en } };
}

function problemsOf(english: z.ZodError, dutch: z.ZodError | undefined): PolicyProblem[] {
  return english.issues.map((issue, index) => {
    const own = issue.code === 'custom' ? issue.params : undefined;
    return {
      field: issue.path.join('.') || '(policy)',
      nl: String(own?.nl ?? dutch?.issues[index]?.message ?? issue.message),
      en: String(own?.en ?? issue.message),
    };
  });
}
