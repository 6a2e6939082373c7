/** DO-09, Wabvpz 15e: who looked into this record, when, in which role, why. Read through the record's own door. */
import { type SqlBool, sql } from 'kysely';
import type { OpenRecord } from '../record';

export interface LogLine {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly outcome: 'success' | 'denied' | 'failed';
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly what: string;
  readonly agentKind: 'person' | 'employee' | 'system' | 'unknown';
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly roles: readonly string[];
  readonly basis: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Whose looks: who works here, other people (proxies, parents), or the reader. */
export type LogFilter = 'care' | 'others' | 'self';

export interface LogQuestion {
  readonly from: Date;
  readonly until: Date;
  readonly who?: LogFilter | undefined;
}

/** Lines about this patient in [from, until), latest first, at most `limit`; also lists in which the patient stood. */
export async function patientLog(record: OpenRecord<'proxies'>, asked: LogQuestion, limit: number): Promise<LogLine[]> {
  const by = agentsOf(record, asked.who);
  const columns = [
    'a.id',
    'a.recorded_at as at',
    'a.event_type as type',
    'a.outcome',
    'a.action',
    'a.what',
    'a.agent_kind as agentKind',
    'a.agent_id as agentId',
    'a.agent_name as agentName',
    'a.agent_role as agentRole',
    'a.basis',
    'a.detail',
  ] as const;
  const direct = record.db
    .selectFrom('audit_event as a')
    .select(columns)
    .where('a.organisation_id', '=', record.organisation)
    .where('a.patient_id', '=', record.owner.id)
    .where('a.recorded_at', '>=', asked.from)
    .where('a.recorded_at', '<', asked.until)
    .where(by)
    .orderBy('a.recorded_at', 'desc')
    .limit(limit);
  const listed = record.db
    .selectFrom('audit_entity as e')
    .innerJoin('audit_event as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'e.organisation_id')
        .onRef('a.recorded_at', '=', 'e.recorded_at')
        .onRef('a.id', '=', 'e.event_id'),
    )
    .select(columns)
    .where('e.organisation_id', '=', record.organisation)
    .where('e.patient_id', '=', record.owner.id)
    .where('e.recorded_at', '>=', asked.from)
    .where('e.recorded_at', '<', asked.until)
    .where(by)
    .orderBy('e.recorded_at', 'desc')
    .limit(limit);
  const [one, two] = [await direct.execute(), await listed.execute()];
  const lines = new Map([...one, ...two].map((line) => [line.id, line]));
  return [...lines.values()]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
    .map(({ agentRole, detail, ...line }) => ({
      ...line,
      roles: agentRole === null ? [] : agentRole.split(','),
      detail: detail as LogLine['detail'],
    }));
}

function agentsOf({ viewer }: OpenRecord<'proxies'>, who: LogFilter | undefined) {
  const reader = viewer.kind === 'person' ? viewer.person : viewer.employee;
  switch (who) {
    case undefined:
      return sql<SqlBool>`true`;
    case 'care':
      return sql<SqlBool>`a.agent_kind = 'employee'`;
    case 'others':
      return sql<SqlBool>`a.agent_kind = 'person' and a.agent_id <> ${reader}`;
    case 'self':
      return sql<SqlBool>`a.agent_kind = 'person' and a.agent_id = ${reader}`;
  }
}
