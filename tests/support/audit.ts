import { openPool, type Pool } from '../../src/platform/database';
import type { TestDatabase } from './database';

interface Line {
  id: string;
  type: string;
  action: string;
  outcome: string;
  what: string;
  basis: string | null;
  agent: string | null;
  patient: string | null;
  because: string | null;
  shown: string[] | null;
}

/** The access log as it is really stored, for tests that compare it with what should be there. */
export interface WrittenLog {
  /** The lines written since the last time, in words: 'record R success results.list (self) Tromp'. */
  since(names?: Readonly<Record<string, string>>): Promise<string[]>;
  readonly superuser: Pool;
  close(): Promise<void>;
}

const query = `
  SELECT a.id, a.event_type AS type, a.action, a.outcome, a.what, a.basis, a.agent_id AS agent, a.patient_id AS patient,
    a.detail->>'because' AS because, (SELECT array_agg(e.patient_id::text ORDER BY e.patient_id) FROM audit_entity e
      WHERE e.organisation_id = a.organisation_id AND e.event_id = a.id) AS shown
  FROM audit_event a WHERE a.id > $1 ORDER BY a.id`;

export function writtenLog(database: TestDatabase): WrittenLog {
  const superuser = openPool(database.superuserUrl, { name: 'test-log', max: 2 });
  // Identifiers rise in the order of writing (UUIDv7, one process).
  let last = '00000000-0000-0000-0000-000000000000';
  return {
    superuser,
    async since(names = {}) {
      const { rows } = await superuser.query<Line>(query, [last]);
      last = rows.at(-1)?.id ?? last;
      return rows.map((line) => inWords(line, (id) => names[id] ?? id));
    },
    close: () => superuser.end(),
  };
}

function inWords(line: Line, name: (id: string) => string): string {
  return [
    line.type,
    line.action,
    line.outcome,
    line.what,
    line.basis === null ? '' : `(${line.basis})`,
    line.patient === null ? '' : name(line.patient),
    line.because === null ? '' : `because ${line.because}`,
    line.shown === null ? '' : `shown ${line.shown.map(name).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}
