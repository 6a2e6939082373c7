/** What a sign-in provider says about somebody, after every check, and the ways in which it can fail. */

/** Assurance of a sign-in with DigiD, lowest first. */
export const levels = ['midden', 'substantieel', 'hoog'] as const;
export type Level = (typeof levels)[number];

/** A person proven by DigiD. `bsn` has nine digits and passes the 11-test; nothing else is known about the person. */
export type DigidAssertion = { kind: 'digid'; bsn: string; level: Level; sessionIndex?: string };

/** An employee proven by the organisation's own identity provider. */
export type EmployeeAssertion = {
  kind: 'employee';
  subject: string;
  name: string;
  roles: string[];
  clinics: string[];
  organisation: string;
  function?: string;
};

export type IdentityAssertion = DigidAssertion | EmployeeAssertion;

/**
 * Why nobody was signed in. `cancelled`: the person stopped; `expired`: too late, or the answer was used before;
 * `level-too-low`: proven, but not strongly enough; `unavailable`: the provider does not answer; `failed`: the rest.
 */
export type SignInFailureCode = 'cancelled' | 'expired' | 'level-too-low' | 'unavailable' | 'failed';

/** A sign-in that did not succeed. `reason` is for the log and never holds a BSN, name or token. */
export type SignInFailure = { refused: true; code: SignInFailureCode; reason: string };

export function signInFailure(code: SignInFailureCode, reason: string): SignInFailure {
  return { refused: true, code, reason };
}

export function isSignInFailure(value: object): value is SignInFailure {
  return 'refused' in value;
}
