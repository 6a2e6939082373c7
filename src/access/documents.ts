/**
 * Documents that somebody asked for (PDF). What is in one is put together inside an opened record and made by the worker;
 * the asker fetches it through the door again. Rights, session, address and time are looked at anew.
 */
import { sql } from 'kysely';
import { type Pool, transaction, uuidv7 } from '../platform/database';
import { openFile, sealFile } from '../platform/files';
import type { OpenRecord } from './record';
import type { RecordRight } from './rights';
import type { Viewer } from './viewer';

/** How long a document can be fetched, and how often the worker tries to make it. */
export const documentMinutes = 10;
export const documentTries = 3;
/** Documents of one session that wait at a time: a button pressed in anger must not keep the others waiting. */
export const documentsAtOnce = 10;

/** The channel on which the worker hears of work; its messages are the organisation's id. */
export const documentChannel = 'document_request';

export type DocumentState = 'waiting' | 'made' | 'failed';

/** What a sealed part belongs to: it opens nowhere else. */
export const documentSeal = (organisation: string, id: string, part: 'model' | 'pdf'): string =>
  `document/${organisation}/${id}/${part}`;

const ownerOf = (viewer: Viewer) =>
  viewer.kind === 'person'
    ? { owner_kind: 'person' as const, owner_id: viewer.person }
    : { owner_kind: 'employee' as const, owner_id: viewer.employee };

/**
 * Asks for a document of the opened record; the worker hears of it when the transaction is committed. `path` is the
 * address at which it was asked for. Gives the request's id; undefined when this session has too many waiting.
 */
export async function askForDocument(
  record: OpenRecord<RecordRight>,
  { path, model, key }: { readonly path: string; readonly model: object; readonly key: Buffer },
): Promise<string | undefined> {
  const { organisation, owner, viewer, now, db } = record;
  const waiting = await db
    .selectFrom('document_request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisation)
    .where('patient_id', '=', owner.id)
    .where('session_id', '=', viewer.session)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  if (waiting.count >= documentsAtOnce) return undefined;
  const id = uuidv7();
  const row = { organisation_id: organisation, id, patient_id: owner.id };
  await db
    .insertInto('document_request')
    .values({
      ...row,
      ...ownerOf(viewer),
      session_id: viewer.session,
      path,
      rights: Object.keys(record.opened),
      viewer: record.kind,
      state: 'waiting',
      tries: 0,
      taken_until: null,
      asked_at: now,
      expires_at: new Date(now.getTime() + documentMinutes * 60_000),
    })
    .execute();
  const sealed = sealFile(key, documentSeal(organisation, id, 'model'), Buffer.from(JSON.stringify(model)));
  await db
    .insertInto('document_content')
    .values({ ...row, model: sealed, pdf: null })
    .execute();
  await sql`SELECT pg_notify(${documentChannel}, ${organisation})`.execute(db);
  return id;
}

interface Wanted {
  readonly id: string;
  readonly path: string;
  readonly now: Date;
}

/** How far one's own request is, without opening the record; undefined for what this session never asked for here. */
export function documentState(pool: Pool, viewer: Viewer, wanted: Wanted): Promise<DocumentState | undefined> {
  const { organisation } = viewer;
  const owner = ownerOf(viewer);
  return transaction(pool, { scope: 'sign-in', organisation, owner: owner.owner_id }, async ({ db }) => {
    const row = await db
      .selectFrom('document_request')
      .select('state')
      .where('organisation_id', '=', organisation)
      .where('id', '=', wanted.id)
      .where('owner_kind', '=', owner.owner_kind)
      .where('owner_id', '=', owner.owner_id)
      .where('session_id', '=', viewer.session)
      .where('path', '=', wanted.path)
      .where('expires_at', '>', wanted.now)
      .executeTakeFirst();
    return row?.state;
  });
}

/** The document itself, in the record that was opened anew; undefined for what is not there, not made, or not theirs. */
export async function takeDocument(
  record: OpenRecord<RecordRight>,
  { id, path, key }: { readonly id: string; readonly path: string; readonly key: Buffer },
): Promise<Buffer | undefined> {
  const { organisation, owner, viewer } = record;
  const row = await record.db
    .selectFrom('document_request as d')
    .innerJoin('document_content as c', (join) =>
      join.onRef('c.organisation_id', '=', 'd.organisation_id').onRef('c.id', '=', 'd.id'),
    )
    .select('c.pdf')
    .where('d.organisation_id', '=', organisation)
    .where('d.id', '=', id)
    .where('d.patient_id', '=', owner.id)
    .where('d.session_id', '=', viewer.session)
    .where('d.path', '=', path)
    .where('d.state', '=', 'made')
    .where('d.expires_at', '>', record.now)
    .executeTakeFirst();
  return row?.pdf ? openFile(key, documentSeal(organisation, id, 'pdf'), row.pdf) : undefined;
}
