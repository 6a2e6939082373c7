/** Signing in and out: from a provider's answer to a session, each outcome in the log. */
import {
  type AuditAgent,
  type AuditLine,
  isRole,
  type Level,
  type PersonViewer,
  standingOf,
  startPersonSession,
  startStaffSession,
  writeAudit,
} from '../access';
import { endSessionsHere, giveSession, type Visit } from '../house';
import { transaction } from '../platform/database';
import { dropCookie, readCookie, writeCookie } from '../platform/http';
import { type IdentityAssertion, isSignInFailure, type OidcClient, type SignInFailureCode } from './oidc';
import { findPersonByBsn, keepAttempt, recogniseEmployee, takeAttempt } from './store';

const attemptCookie = '__Host-inloggen';

/** What a reader is told instead of being signed in; each has its own page. */
export type SignInOutcome =
  | { readonly ok: true; readonly returnTo: string }
  | { readonly ok: false; readonly why: SignInFailureCode | 'unknown' | 'unverified' | 'deceased' | 'too-young' };

type Kind = 'person' | 'employee';

/** Sends the browser to the provider, or says why that can't be done now. */
export async function beginSignIn(
  visit: Visit,
  kind: Kind,
  client: OidcClient<IdentityAssertion>,
  returnTo: string,
): Promise<{ url: string } | { why: SignInFailureCode }> {
  const begun = await client.begin({ prompt: 'login', language: visit.language === 'en' ? 'en' : 'nl' });
  if (isSignInFailure(begun)) {
    await log(visit, unknownAgent(visit), {
      outcome: 'failed',
      what: `sign-in.${kind}`,
      detail: { because: begun.reason },
    });
    return { why: begun.code };
  }
  const { state, nonce, codeVerifier } = begun.transaction;
  const { pool, wallClock } = visit.program;
  const attempt = { organisation: visit.organisation.id, kind, state, nonce, codeVerifier, returnTo };
  const browser = await keepAttempt(pool, attempt, wallClock.now());
  writeCookie(visit.raw.reply, attemptCookie, browser, 900);
  return { url: begun.url };
}

async function finish<A extends IdentityAssertion>(
  visit: Visit,
  kind: Kind,
  client: OidcClient<A>,
): Promise<{ assertion: A; returnTo: string } | { why: SignInFailureCode }> {
  const { pool, wallClock } = visit.program;
  const browser = readCookie(visit.raw.request, attemptCookie);
  dropCookie(visit.raw.reply, attemptCookie);
  const state = visit.query.state;
  const attempt =
    browser === undefined || state === undefined
      ? undefined
      : await takeAttempt(pool, { organisation: visit.organisation.id, kind, state, browser }, wallClock.now());
  if (attempt === undefined) return failed(visit, kind, 'expired', 'no attempt of this browser fits the answer');
  const { nonce, codeVerifier } = attempt;
  const answer = await client.finish(`${visit.organisation.origin}${visit.path}`, {
    state: attempt.state,
    nonce,
    codeVerifier,
  });
  if (isSignInFailure(answer)) return failed(visit, kind, answer.code, answer.reason);
  return { assertion: answer as A, returnTo: attempt.returnTo };
}

async function failed(visit: Visit, kind: Kind, why: SignInFailureCode, because: string) {
  const outcome = why === 'cancelled' ? 'denied' : 'failed';
  await log(visit, unknownAgent(visit), { outcome, what: `sign-in.${kind}`, detail: { because } });
  return { why };
}

/** IN-01, IN-02: DigiD says a BSN; who is not known here, or may open nothing, is told what to do. */
export async function finishPerson(
  visit: Visit,
  client: OidcClient<{ kind: 'digid'; bsn: string; level: Level }>,
): Promise<SignInOutcome> {
  const answer = await finish(visit, 'person', client);
  if ('why' in answer) return { ok: false, why: answer.why };
  const { program, organisation } = visit;
  const person = await findPersonByBsn(program.pool, organisation.id, answer.assertion.bsn);
  if (person === undefined) {
    await log(visit, unknownAgent(visit), {
      outcome: 'denied',
      what: 'sign-in.person',
      detail: { because: 'unknown' },
    });
    return { ok: false, why: 'unknown' };
  }
  const viewer: PersonViewer = {
    kind: 'person',
    organisation: organisation.id,
    person,
    session: '',
    address: visit.address,
  };
  const standing = await standingOf(program, viewer);
  if (standing.records.length === 0) {
    const because = standing.because ?? 'unknown';
    await log(
      visit,
      { ...viewer, session: NO_SESSION },
      { outcome: 'denied', what: 'sign-in.person', detail: { because } },
    );
    return { ok: false, why: tellable(because) };
  }
  await endSessionsHere(program, visit.raw.request, visit.raw.reply, 'signed-in-again');
  const { level } = answer.assertion;
  const limits = program.sessionLimits(organisation);
  const session = { organisation: organisation.id, person, level };
  const started = await startPersonSession(program.pool, session, limits, program.wallClock.now());
  giveSession(visit.raw.reply, 'person', started.token);
  await log(visit, { ...viewer, session: started.id }, { what: 'sign-in.person', detail: { means: 'digid', level } });
  const hasOwn = standing.records.some(({ own }) => own);
  return { ok: true, returnTo: !hasOwn && answer.returnTo === '/overzicht' ? '/dossiers' : answer.returnTo };
}

/** IN-18: roles and clinics come from the organisation's provider at every sign-in; unknown roles count for nothing. */
export async function finishEmployee(
  visit: Visit,
  client: OidcClient<Extract<IdentityAssertion, { kind: 'employee' }>>,
): Promise<SignInOutcome> {
  const answer = await finish(visit, 'employee', client);
  if ('why' in answer) return { ok: false, why: answer.why };
  const { program, organisation } = visit;
  const { assertion } = answer;
  const roles = assertion.roles.filter(isRole);
  if (assertion.organisation !== organisation.slug || roles.length === 0) {
    const because = roles.length === 0 ? 'no role' : 'another organisation';
    await log(visit, unknownAgent(visit), { outcome: 'denied', what: 'sign-in.employee', detail: { because } });
    return { ok: false, why: 'unknown' };
  }
  const now = program.wallClock.now();
  const known = { subject: assertion.subject, name: assertion.name, jobTitle: assertion.function ?? null };
  const employee = await recogniseEmployee(program.pool, organisation.id, known, now);
  await endSessionsHere(program, visit.raw.request, visit.raw.reply, 'signed-in-again');
  const { name, jobTitle } = known;
  const session = { organisation: organisation.id, employee, name, jobTitle, roles, clinics: assertion.clinics };
  const started = await startStaffSession(program.pool, session, program.sessionLimits(organisation), now);
  giveSession(visit.raw.reply, 'employee', started.token);
  const viewer = { kind: 'employee' as const, ...session, session: started.id, address: visit.address };
  await log(visit, viewer, { what: 'sign-in.employee', detail: { clinics: assertion.clinics } });
  return { ok: true, returnTo: answer.returnTo };
}

/** Who was not let in has no session. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

const unknownAgent = (visit: Visit): AuditAgent => ({
  kind: 'unknown',
  organisation: visit.organisation.id,
  address: visit.address,
});

type Told = Extract<SignInOutcome, { ok: false }>['why'];
const tellable = (because: string): Told =>
  because === 'unverified' || because === 'deceased' || because === 'too-young' ? because : 'unknown';

function log(visit: Visit, agent: AuditAgent, line: Pick<AuditLine, 'what'> & Partial<AuditLine>): Promise<string> {
  const { pool, wallClock } = visit.program;
  return transaction(pool, { scope: 'sign-in', organisation: visit.organisation.id }, (tx) =>
    writeAudit(tx, agent, { type: 'sign-in', action: 'E', purpose: 'PATRQT', ...line }, wallClock.now()),
  );
}

/** Ends the session here and says so in the log. */
export async function signOut(visit: Visit, viewer: AuditAgent): Promise<void> {
  await endSessionsHere(visit.program, visit.raw.request, visit.raw.reply, 'signed-out');
  await log(visit, viewer, { type: 'sign-out', what: 'sign-in.out' });
}
