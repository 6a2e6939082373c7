import type { Transaction } from '../platform/database';

/**
 * Takes a form's one-time id inside the action's transaction. False: this submission was carried out before (double
 * click, reload, back button), so the action must change nothing and show the outcome again.
 */
export async function takeOnce(tx: Transaction, organisation: string, submission: string, now: Date): Promise<boolean> {
  const row = await tx.db
    .insertInto('submission')
    .values({ organisation_id: organisation, id: submission, received_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
