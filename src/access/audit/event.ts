/** The audit line: NEN 7513 fields (see docs/architecture.md), written in the transaction of what it tells about. */
import { type Transaction, uuidv7 } from '../../platform/database';
import type { Viewer } from '../viewer';

export interface AuditLine {
  readonly type: 'record' | 'list' | 'search' | 'desk' | 'log' | 'sign-in' | 'sign-out' | 'emergency' | 'system';
  /** Create, read, update, delete, execute. */
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly outcome?: 'success' | 'denied' | 'failed';
  /** The page or action, as its route names it. */
  readonly what: string;
  readonly purpose: string;
  readonly basis?: string | undefined;
  readonly role?: string | undefined;
  /** How a person is called; an employee's name comes with the session. */
  readonly agentName?: string | null | undefined;
  readonly patient?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly rights?: readonly string[] | undefined;
  /** Counts, criteria, a reason. Never what was read. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

export type AuditAgent =
  | Viewer
  | { readonly kind: 'system'; readonly organisation: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly organisation: string; readonly address?: string | undefined };

export const auditSite = 'inzage';

/** Writes a line, and a row per patient that a list showed. Gives the line's id. */
export async function writeAudit(
  tx: Transaction,
  agent: AuditAgent,
  line: AuditLine,
  at: Date,
  shown: readonly string[] = [],
): Promise<string> {
  const id = uuidv7();
  await tx.db
    .insertInto('audit_event')
    .values({
      organisation_id: agent.organisation,
      recorded_at: at,
      id,
      event_type: line.type,
      action: line.action,
      outcome: line.outcome ?? 'success',
      what: line.what,
      purpose: line.purpose,
      ...agentColumns(agent, line.agentName ?? null),
      agent_role: line.role ?? (agent.kind === 'employee' ? agent.roles.join(',') : null),
      basis: line.basis ?? null,
      on_behalf_of: line.onBehalfOf ?? null,
      patient_id: line.patient ?? null,
      rights: line.rights === undefined ? null : [...line.rights],
      detail: line.detail === undefined ? null : JSON.stringify(line.detail),
      site: auditSite,
    })
    .execute();
  const patients = [...new Set(shown)];
  if (patients.length > 0)
    await tx.db
      .insertInto('audit_entity')
      .values(
        patients.map((patient) => ({
          organisation_id: agent.organisation,
          recorded_at: at,
          event_id: id,
          patient_id: patient,
        })),
      )
      .execute();
  return id;
}

function agentColumns(agent: AuditAgent, personName: string | null) {
  const address = 'address' in agent ? (agent.address ?? null) : null;
  const none = { agent_id: null, agent_name: null, network_address: address, session_id: null };
  switch (agent.kind) {
    case 'person':
      return {
        ...none,
        agent_kind: agent.kind,
        agent_id: agent.person,
        agent_name: personName,
        session_id: agent.session,
      };
    case 'employee':
      return {
        ...none,
        agent_kind: agent.kind,
        agent_id: agent.employee,
        agent_name: agent.jobTitle === null ? agent.name : `${agent.name}, ${agent.jobTitle}`,
        session_id: agent.session,
      };
    case 'system':
      return { ...none, agent_kind: agent.kind, agent_name: agent.name };
    case 'unknown':
      return { ...none, agent_kind: agent.kind };
  }
}
