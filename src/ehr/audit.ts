import { sql } from 'kysely';
import type { Transaction } from '../platform/database';

/** One background act in the log (NEN 7513), of the program itself. */
export interface SystemEvent {
  readonly organisation: string;
  readonly id: string;
  readonly at: Date;
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly what: string;
  readonly purpose: string;
  /** Counts and names of feeds; never content. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Writes a line of the program itself. The patients that it concerned follow with `writeSystemEntities`. */
export async function writeSystemAudit(tx: Transaction, event: SystemEvent): Promise<void> {
  await tx.db
    .insertInto('audit_event')
    .values({
      organisation_id: event.organisation,
      recorded_at: event.at,
      id: event.id,
      event_type: 'system',
      action: event.action,
      outcome: 'success',
      what: event.what,
      purpose: event.purpose,
      agent_kind: 'system',
      agent_name: 'inzage',
      detail: JSON.stringify(event.detail),
      site: event.organisation,
      agent_id: null,
      agent_role: null,
      basis: null,
      on_behalf_of: null,
      patient_id: null,
      rights: null,
      network_address: null,
      session_id: null,
    })
    .execute();
}

/** Names the patients that a line concerned; twice is once. */
export async function writeSystemEntities(
  tx: Transaction,
  event: Pick<SystemEvent, 'organisation' | 'id' | 'at'>,
  patients: Iterable<string>,
): Promise<void> {
  const ids = [...patients];
  if (ids.length === 0) return;
  await sql`INSERT INTO audit_entity (organisation_id, recorded_at, event_id, patient_id)
    SELECT ${event.organisation}::uuid, ${event.at}::timestamptz, ${event.id}::uuid, p
    FROM unnest(${ids}::uuid[]) AS p ON CONFLICT DO NOTHING`.execute(tx.db);
}
