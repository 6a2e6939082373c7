/**
 * What somebody typed and could not send (IN-12): kept for a day, bound to person, record and form, and given back only
 * to that person.
 */
import { type Pool, transaction, uuidv7 } from '../platform/database';

export interface DraftKey {
  readonly organisation: string;
  readonly owner: string;
  readonly ownerKind: 'person' | 'employee';
  /** The page's path: it names the record and the form. */
  readonly path: string;
}

export const draftHours = 24;

const scopeOf = (key: DraftKey) => ({
  scope: 'sign-in' as const,
  organisation: key.organisation,
  owner: key.owner,
});

/** Keeps the last version. */
export function saveDraft(pool: Pool, key: DraftKey, fields: Readonly<Record<string, string>>, now: Date) {
  const saved = { fields: JSON.stringify(fields), saved_at: now };
  return transaction(pool, scopeOf(key), async ({ db }) => {
    await db
      .insertInto('draft')
      .values({
        organisation_id: key.organisation,
        id: uuidv7(),
        owner_kind: key.ownerKind,
        owner_id: key.owner,
        path: key.path,
        patient_id: null,
        ...saved,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'owner_kind', 'owner_id', 'path']).doUpdateSet(saved),
      )
      .execute();
  });
}

/** The draft of this page, if it is younger than a day. */
export function findDraft(pool: Pool, key: DraftKey, now: Date): Promise<Record<string, string> | undefined> {
  return transaction(pool, scopeOf(key), async ({ db }) => {
    const row = await db
      .selectFrom('draft')
      .select('fields')
      .where('organisation_id', '=', key.organisation)
      .where('owner_kind', '=', key.ownerKind)
      .where('owner_id', '=', key.owner)
      .where('path', '=', key.path)
      .where('saved_at', '>', new Date(now.getTime() - draftHours * 3_600_000))
      .executeTakeFirst();
    return row?.fields as Record<string, string> | undefined;
  });
}

export function dropDraft(pool: Pool, key: DraftKey): Promise<void> {
  return transaction(pool, scopeOf(key), async ({ db }) => {
    await db
      .deleteFrom('draft')
      .where('organisation_id', '=', key.organisation)
      .where('owner_kind', '=', key.ownerKind)
      .where('owner_id', '=', key.owner)
      .where('path', '=', key.path)
      .execute();
  });
}
