/** Sign-ins under way, and who somebody is at this organisation. */
import { randomBytes } from 'node:crypto';
import { type EmployeeViewer, hashToken } from '../access';
import { type Pool, transaction, uuidv7, withoutScope } from '../platform/database';

/** A provider's answer that comes later than this meets a clear page. */
export const attemptMinutes = 15;

export interface Attempt {
  readonly organisation: string;
  readonly kind: 'person' | 'employee';
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

/** Keeps what the answer must fit, bound to this browser: gives the secret for its cookie. */
export async function keepAttempt(pool: Pool, attempt: Attempt, now: Date): Promise<string> {
  const browser = randomBytes(24).toString('base64url');
  await withoutScope(pool)
    .insertInto('sign_in_attempt')
    .values({
      state_hash: hashToken(attempt.state),
      organisation_id: attempt.organisation,
      kind: attempt.kind,
      browser_hash: hashToken(browser),
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_to: attempt.returnTo,
      started_at: now,
    })
    .execute();
  return browser;
}

/** Takes the attempt out: it is good for one answer, in the browser where it began, for fifteen minutes. */
export async function takeAttempt(
  pool: Pool,
  answer: { organisation: string; kind: 'person' | 'employee'; state: string; browser: string },
  now: Date,
): Promise<Attempt | undefined> {
  const row = await withoutScope(pool)
    .deleteFrom('sign_in_attempt')
    .where('state_hash', '=', hashToken(answer.state))
    .where('organisation_id', '=', answer.organisation)
    .where('kind', '=', answer.kind)
    .where('browser_hash', '=', hashToken(answer.browser))
    .returning(['nonce', 'code_verifier', 'return_to', 'started_at'])
    .executeTakeFirst();
  if (row === undefined || now.getTime() - row.started_at.getTime() > attemptMinutes * 60_000) return undefined;
  const { organisation, kind, state } = answer;
  return { organisation, kind, state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to };
}

/** The person with this BSN at this organisation. */
export function findPersonByBsn(pool: Pool, organisation: string, bsn: string): Promise<string | undefined> {
  return transaction(pool, { scope: 'sign-in', organisation }, async ({ db }) => {
    const row = await db
      .selectFrom('person')
      .select('id')
      .where('organisation_id', '=', organisation)
      .where('bsn', '=', bsn)
      .executeTakeFirst();
    return row?.id;
  });
}

/** The employee with this subject; made at the first sign-in, name and title as the provider says them now. */
export function recogniseEmployee(
  pool: Pool,
  organisation: string,
  claimed: { subject: string } & Pick<EmployeeViewer, 'name' | 'jobTitle'>,
  now: Date,
): Promise<string> {
  const current = { name: claimed.name, job_title: claimed.jobTitle, updated_at: now };
  return transaction(pool, { scope: 'sign-in', organisation }, async ({ db }) => {
    const { id } = await db
      .insertInto('employee')
      .values({ organisation_id: organisation, id: uuidv7(), subject: claimed.subject, created_at: now, ...current })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'subject']).doUpdateSet(current))
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
