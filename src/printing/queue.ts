/** What the worker does with documents that somebody asked for. Rows say what is to be done; no other memory is kept. */
import { documentSeal, documentTries } from '../access';
import { type Pool, type Transaction, transaction } from '../platform/database';
import { openFile, sealFile } from '../platform/files';
import { type DocumentModel, DocumentRefused } from '../platform/pdf';

export interface Press {
  readonly pool: Pool;
  readonly key: Buffer;
  now(): Date;
  make(model: DocumentModel): Promise<Uint8Array>;
  /** A document that was not made, and why; nothing of what is in it. */
  failed(error: unknown, request: string): void;
}

/** Longer than a document may take: after it whoever took a request is taken for gone. */
const takenMs = 20_000;

/** Makes all that waits at an organisation, longest waiting first. Gives how many it took in hand. */
export async function printWaiting(press: Press, organisation: string): Promise<number> {
  for (let count = 0; ; count++) {
    const id = await inOrganisation(press, organisation, (tx) => take(tx, organisation, press.now()));
    if (id === undefined) return count;
    await print(press, organisation, id);
  }
}

/** What is past its time goes, made or not. */
export async function clearDocuments(press: Press, organisation: string): Promise<void> {
  await inOrganisation(press, organisation, ({ db }) =>
    db
      .deleteFrom('document_request')
      .where('organisation_id', '=', organisation)
      .where('expires_at', '<=', press.now())
      .execute(),
  );
}

const inOrganisation = <T>({ pool }: Press, organisation: string, run: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(pool, { scope: 'system', organisation }, run);

/**
 * Counts the try before it begins: what ends the process each time must not be tried for ever. The row is chosen first,
 * as a whole: inside the condition of the update PostgreSQL may choose anew for each row.
 */
async function take({ db }: Transaction, organisation: string, now: Date): Promise<string | undefined> {
  const row = await db
    .with(
      (cte) => cte('free').materialized(),
      (query) =>
        query
          .selectFrom('document_request')
          .select('id')
          .where('organisation_id', '=', organisation)
          .where('state', '=', 'waiting')
          .where((where) => where.or([where('taken_until', 'is', null), where('taken_until', '<=', now)]))
          .where('expires_at', '>', now)
          .orderBy('asked_at')
          .limit(1)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('document_request as d')
    .from('free')
    .set(({ eb }) => ({ tries: eb('d.tries', '+', 1), taken_until: new Date(now.getTime() + takenMs) }))
    .where('d.organisation_id', '=', organisation)
    .whereRef('d.id', '=', 'free.id')
    .returning('d.id')
    .executeTakeFirst();
  return row?.id;
}

async function print(press: Press, organisation: string, id: string): Promise<void> {
  try {
    const request = await inOrganisation(press, organisation, (tx) => read(tx, organisation, id));
    if (request === undefined) return;
    if (request.tries > documentTries) throw new DocumentRefused(`given up after ${documentTries} tries`);
    const model = openFile(press.key, documentSeal(organisation, id, 'model'), request.model);
    const pdf = await press.make(JSON.parse(model.toString()) as DocumentModel);
    const sealed = sealFile(press.key, documentSeal(organisation, id, 'pdf'), pdf);
    await inOrganisation(press, organisation, (tx) => finish(tx, organisation, id, sealed));
  } catch (error) {
    press.failed(error, id);
    if (error instanceof DocumentRefused)
      await inOrganisation(press, organisation, (tx) => finish(tx, organisation, id, null));
  }
}

async function read({ db }: Transaction, organisation: string, id: string) {
  const row = await db
    .selectFrom('document_request as d')
    .innerJoin('document_content as c', (join) =>
      join.onRef('c.organisation_id', '=', 'd.organisation_id').onRef('c.id', '=', 'd.id'),
    )
    .select(['d.tries', 'c.model'])
    .where('d.organisation_id', '=', organisation)
    .where('d.id', '=', id)
    .where('d.state', '=', 'waiting')
    .executeTakeFirst();
  return row?.model ? { tries: row.tries, model: row.model } : undefined;
}

/** What it was made of is not needed any more, made or given up. */
async function finish({ db }: Transaction, organisation: string, id: string, pdf: Buffer | null): Promise<void> {
  await db
    .updateTable('document_content')
    .set({ pdf, model: null })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('document_request')
    .set({ state: pdf === null ? 'failed' : 'made', taken_until: null })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute();
}
