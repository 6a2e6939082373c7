/**
 * Tamper evidence (PS-02): each seal is an HMAC over the lines it covers and the seal before it, with a key that the
 * database never sees. A line changed, removed or added behind the program's back breaks the chain.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { type Pool, type Transaction, transaction } from '../../platform/database';

const BATCH = 20_000;
/** No transaction lives this long: an older line without a seal is found by `verifySeals`, not sealed silently. */
const LOOK_BACK_DAYS = 3;

interface Line {
  readonly id: string;
  readonly recorded_at: Date;
  readonly text: string;
}

const system = (organisation: string) => ({ scope: 'system' as const, organisation });

/**
 * The canonical text of a line and the patients it showed, as PostgreSQL gives it back: JSON, so that no field can pass
 * for another, nothing for something, or the end of a line for the next one.
 */
const lineText = sql<string>`
  jsonb_build_array(a.id, to_char(a.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.event_type, a.action, a.outcome, a.what,
    a.purpose, a.agent_kind, a.agent_id, a.agent_name, a.agent_role, a.basis, a.on_behalf_of, a.patient_id, a.rights,
    a.detail, a.network_address, a.session_id, a.site,
    (select jsonb_agg(e.patient_id order by e.patient_id) from audit_entity e
      where e.organisation_id = a.organisation_id and e.recorded_at = a.recorded_at and e.event_id = a.id))::text`;

function mac(key: Buffer, organisation: string, previous: string, sequence: number, lines: readonly Line[]): string {
  const hmac = createHmac('sha256', key).update(`${organisation}\n${previous}\n${sequence}\n${lines.length}\n`);
  for (const { text } of lines) hmac.update(text).update('\n');
  return hmac.digest('base64url');
}

export interface SealHead {
  readonly organisation: string;
  readonly sequence: number;
  readonly mac: string;
  readonly events: number;
}

/**
 * Seals every committed line of an organisation that is in no seal yet. Gives the new head, or undefined when there was
 * nothing. Two sealers at once: one fails on the sequence's primary key and tries again later.
 */
export function sealLog(pool: Pool, key: Buffer, organisation: string, now: Date): Promise<SealHead | undefined> {
  return transaction(pool, system(organisation), async (tx) => {
    const lines = await unsealed(tx, organisation, new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000));
    if (lines.length === 0) return undefined;
    const last = await lastSeal(tx, organisation);
    const sequence = (last?.sequence ?? 0) + 1;
    const head: SealHead = {
      organisation,
      sequence,
      mac: mac(key, organisation, last?.mac ?? '', sequence, lines),
      events: lines.length,
    };
    await tx.db
      .insertInto('audit_seal')
      .values({ organisation_id: organisation, sequence, sealed_at: now, events: lines.length, mac: head.mac })
      .execute();
    await sql`insert into audit_sealed (organisation_id, event_id, recorded_at, sequence)
      select ${organisation}::uuid, id, at, ${sequence}::integer
      from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ recorded_at }) => recorded_at)}::timestamptz[]) as l (id, at)`.execute(
      tx.db,
    );
    return head;
  });
}

function unsealed(tx: Transaction, organisation: string, since: Date | undefined): Promise<Line[]> {
  let query = tx.db
    .selectFrom('audit_event as a')
    .select(['a.id', 'a.recorded_at', lineText.as('text')])
    .where('a.organisation_id', '=', organisation)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_sealed as s')
            .select('s.event_id')
            .whereRef('s.organisation_id', '=', 'a.organisation_id')
            .whereRef('s.event_id', '=', 'a.id'),
        ),
      ),
    );
  if (since !== undefined) query = query.where('a.recorded_at', '>=', since);
  return query.orderBy('a.id').limit(BATCH).execute();
}

function lastSeal(tx: Transaction, organisation: string) {
  return tx.db
    .selectFrom('audit_seal')
    .select(['sequence', 'mac'])
    .where('organisation_id', '=', organisation)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface Verification {
  readonly organisation: string;
  readonly seals: number;
  readonly events: number;
  /** Lines that no seal covers yet: normal for the last minute, suspicious when older. */
  readonly unsealed: number;
  /** The last seal, to write down elsewhere: 'sequence:mac'. */
  readonly head: string | undefined;
  /** What is wrong, in words for the privacy officer; empty when the log is whole. */
  readonly problems: readonly string[];
}

/** Computes every seal again. `expectedHead`: a head that was written down elsewhere; a log cut off after it is noticed. */
export function verifySeals(
  pool: Pool,
  key: Buffer,
  organisation: string,
  now: Date,
  expectedHead?: { readonly sequence: number; readonly mac: string },
): Promise<Verification> {
  return transaction(pool, system(organisation), async (tx) => {
    const seals = await tx.db
      .selectFrom('audit_seal')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .orderBy('sequence')
      .execute();
    const problems: string[] = [];
    let previous = '';
    let events = 0;
    let next = 1;
    for (const seal of seals) {
      if (seal.sequence !== next) problems.push(`seal ${next} is missing`);
      next = seal.sequence + 1;
      const lines = await sealedLines(tx, organisation, seal.sequence);
      events += lines.length;
      if (lines.length !== seal.events)
        problems.push(`seal ${seal.sequence} covers ${seal.events} lines, ${lines.length} are there`);
      else if (mac(key, organisation, previous, seal.sequence, lines) !== seal.mac)
        problems.push(`seal ${seal.sequence} (${seal.sealed_at.toISOString()}) does not fit its lines`);
      previous = seal.mac;
    }
    if (expectedHead && seals.find(({ sequence }) => sequence === expectedHead.sequence)?.mac !== expectedHead.mac)
      problems.push(`seal ${expectedHead.sequence} is not the one that was written down`);
    const open = await unsealed(tx, organisation, undefined);
    const late = open.filter(({ recorded_at }) => recorded_at.getTime() < now.getTime() - LOOK_BACK_DAYS * 86_400_000);
    if (late.length > 0) problems.push(`${late.length} lines older than ${LOOK_BACK_DAYS} days are in no seal`);
    const last = seals.at(-1);
    const head = last && `${last.sequence}:${last.mac}`;
    return { organisation, seals: seals.length, events, unsealed: open.length, head, problems };
  });
}

function sealedLines(tx: Transaction, organisation: string, sequence: number): Promise<Line[]> {
  return tx.db
    .selectFrom('audit_sealed as s')
    .innerJoin('audit_event as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 's.organisation_id')
        .onRef('a.recorded_at', '=', 's.recorded_at')
        .onRef('a.id', '=', 's.event_id'),
    )
    .select(['a.id', 'a.recorded_at', lineText.as('text')])
    .where('s.organisation_id', '=', organisation)
    .where('s.sequence', '=', sequence)
    .orderBy('a.id')
    .execute();
}
