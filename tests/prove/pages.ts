import { request } from 'node:http';
import { Client } from 'pg';
import { startPersonSession } from '../../src/access';
import { loadSecrets } from '../../src/platform/config';
import { openPool } from '../../src/platform/database';
import { socketUrl, WEB } from '../../src/platform/postgres';
import { systemClock } from '../../src/platform/time';
import { databaseOf } from '../support/program';
import type { Load } from './load';

const SLUG = 'duinzicht';
const VISITORS = 4;
const LIMITS = { idleMinutes: 15, absoluteHours: 8 };

type Visitor = { organisation: string; person: string; session: string; token: string; seen: number };

/**
 * Patients who read their results. A page that was sent is a confirmed access: its line must be in the access log, also
 * when everything died right after it.
 */
export function pageLoad(): Load {
  const all: Visitor[] = [];
  let now: Visitor[] = [];
  let port = 0;
  return {
    name: 'pages',
    async begin(data, at) {
      port = at;
      now = await signIn(data);
      all.push(...now);
    },
    async run(stopped) {
      await Promise.all(
        now.map(async (visitor) => {
          while (!stopped()) {
            if (await readsPage(visitor, port)) visitor.seen += 1;
            else return;
          }
        }),
      );
    },
    confirmed: () => all.reduce((sum, { seen }) => sum + seen, 0),
    async missing(data) {
      const lines = await linesBySession(data);
      return all
        .filter(({ session, seen }) => (lines.get(session) ?? 0) < seen)
        .map(({ session, seen }) => `${session}: ${seen} pages, ${lines.get(session) ?? 0} lines`);
    },
    end: async () => undefined,
  };
}

/** Sessions as the sign-in room makes them, with the web process' own login. */
async function signIn(data: string): Promise<Visitor[]> {
  const found = await asSuperuser<{ organisation: string; person: string }>(
    data,
    `SELECT o.id AS organisation, p.person_id AS person FROM patient p JOIN organisation o ON o.id = p.organisation_id
     WHERE o.slug = $1 AND p.deceased_on IS NULL AND p.bsn_verified_at IS NOT NULL ORDER BY p.number LIMIT ${VISITORS}`,
    [SLUG],
  );
  if (found.length === 0) throw new Error('the demonstration has no patients to read their results');
  const password = loadSecrets(data).database.web;
  const pool = openPool(socketUrl(databaseOf(data).socketFolder, 'inzage', WEB, password), { name: 'proof', max: 1 });
  try {
    const visitors: Visitor[] = [];
    for (const { organisation, person } of found) {
      const session = { organisation, person, level: 'substantieel' as const };
      const { token, id } = await startPersonSession(pool, session, LIMITS, systemClock.now());
      visitors.push({ organisation, person, session: id, token, seen: 0 });
    }
    return visitors;
  } finally {
    await pool.end();
  }
}

/** Whether the page came whole. */
function readsPage({ token }: Visitor, port: number): Promise<boolean> {
  return new Promise((done) => {
    const headers = { host: `${SLUG}.localhost:${port}`, cookie: `__Host-patient=${token}` };
    const asked = request({ host: '127.0.0.1', port, path: '/uitslagen', headers, timeout: 5_000 }, (response) => {
      response.resume();
      response.on('end', () => done(response.complete && response.statusCode === 200));
      response.on('error', () => done(false));
    });
    asked.on('error', () => done(false));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}

async function linesBySession(data: string): Promise<Map<string, number>> {
  const rows = await asSuperuser<{ session: string; n: number }>(
    data,
    `SELECT session_id AS session, count(*)::int AS n FROM audit_event
     WHERE action = 'R' AND outcome = 'success' AND session_id IS NOT NULL GROUP BY session_id`,
    [],
  );
  return new Map(rows.map(({ session, n }) => [session, n]));
}

/** Past row-level security, which also binds the owner. */
async function asSuperuser<Row extends Record<string, unknown>>(
  data: string,
  query: string,
  values: string[],
): Promise<Row[]> {
  const client = new Client({ connectionString: socketUrl(databaseOf(data).socketFolder, 'inzage', 'postgres') });
  await client.connect();
  try {
    return (await client.query<Row>(query, values)).rows;
  } finally {
    await client.end();
  }
}
