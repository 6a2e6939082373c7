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

const insertLine = `INSERT INTO audit_event (organisation_id, recorded_at, id, event_type, action, outcome, what, purpose,
    agent_kind, agent_id, agent_name, agent_role, basis, on_behalf_of, patient_id, rights, detail, network_address,
    session_id, site)
  VALUES (${Array.from({ length: 20 }, (_, index) => `$${index + 1}`).join(', ')})`;

/**
 * Writes a line, and a row per patient that a list showed. Gives the line's id. The line is sent before this returns:
 * whoever does not wait for it gives it to `tx.behind`.
 */
export async function writeAudit(
  tx: Transaction,
  agent: AuditAgent,
  line: AuditLine,
  at: Date,
  shown: readonly string[] = [],
): Promise<string> {
  const id = uuidv7();
  const who = agentColumns(agent, line.agentName ?? null);
  const role = line.role ?? (agent.kind === 'employee' ? agent.roles.join(',') : null);
  const detail = line.detail === undefined ? null : JSON.stringify(line.detail);
  const rights = line.rights === undefined ? null : [...line.rights];
  await tx.send(insertLine, [
    agent.organisation,
    at,
    id,
    line.type,
    line.action,
    line.outcome ?? 'success',
    line.what,
    line.purpose,
    who.agent_kind,
    who.agent_id,
    who.agent_name,
    role,
    line.basis ?? null,
    line.onBehalfOf ?? null,
    line.patient ?? null,
    rights,
    detail,
    who.network_address,
    who.session_id,
    auditSite,
  ]);
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
