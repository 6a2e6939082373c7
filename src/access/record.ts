import type { Kysely } from 'kysely';
import type { Schema, Scope, Transaction } from '../platform/database';
import { keptFrom } from './decide';
import type { Openable, RecordOwner } from './facts';
import type { RecordRight } from './rights';
import type { Viewer, ViewerKind } from './viewer';

/**
 * An opened record: what every query function of a room takes first. Typed by the opened rights, so that forgetting
 * the door, or asking it for too little, does not compile. Dead when its transaction has ended.
 */
export interface OpenRecord<R extends RecordRight = never> {
  readonly opened: { readonly [right in R]: true };
  readonly db: Kysely<Schema>;
  readonly organisation: string;
  readonly owner: RecordOwner;
  readonly viewer: Viewer;
  readonly kind: ViewerKind;
  readonly basis: string;
  /** All rights that the viewer holds on this record, opened now or not: menus show what can be opened. */
  readonly held: readonly RecordRight[];
  /** Care time of this request: one moment for all its rules. */
  readonly at: Date;
  /** Wall time of this request. */
  readonly now: Date;
  /** Records of others that the viewer may open as well, and the own one (HO-01, PR-08). */
  readonly others: readonly OtherRecord[];
  /** The same record with an optionally opened right; undefined where the viewer does not hold it. */
  having<O extends RecordRight>(right: O): OpenRecord<R | O> | undefined;
  /** The transaction, for `access` and for actions that write. */
  readonly tx: Transaction;
}

export interface OtherRecord {
  readonly owner: RecordOwner;
  readonly kind: ViewerKind;
  readonly own: boolean;
  readonly held: readonly RecordRight[];
  /** When the access was arranged to end; null: no end was, or the record is one's own. */
  readonly until: Date | null;
}

export interface RecordParts extends Omit<OpenRecord, 'opened' | 'db' | 'having'> {
  readonly openedRights: readonly RecordRight[];
}

/** Only the door calls this. */
export function makeRecord<R extends RecordRight>(parts: RecordParts): OpenRecord<R> {
  const { openedRights, ...rest } = parts;
  const record: OpenRecord<R> = {
    ...rest,
    opened: Object.fromEntries(openedRights.map((right) => [right, true])) as { [right in R]: true },
    get db() {
      return parts.tx.db;
    },
    having<O extends RecordRight>(right: O) {
      return openedRights.includes(right) ? (record as unknown as OpenRecord<R | O>) : undefined;
    },
  };
  return record;
}

/** The row-level scope of an opened record. */
export function recordScope(record: OpenRecord): Scope {
  const { organisation, owner, viewer, kind, at } = record;
  return {
    scope: 'record',
    organisation,
    patient: owner.id,
    rights: Object.keys(record.opened),
    viewer: kind,
    kept: keptFrom(kind),
    careTime: at,
    ...(viewer.kind === 'person' ? { person: viewer.person } : { employee: viewer.employee }),
  };
}

export const ownRecordOf = (openable: readonly Openable[]): Openable | undefined =>
  openable.find(({ grant }) => grant === null);
