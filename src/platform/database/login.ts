import { StartProblem } from '../process';
import type { Pool } from './pool';

/** Refuses a login to whom row-level security would not apply: superuser, BYPASSRLS, or owner of a table. */
export async function assertSafeLogin(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; strong: boolean; owns: boolean }>(
    `SELECT current_user AS name, rolsuper OR rolbypassrls AS strong,
       EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'USAGE')) AS owns
     FROM pg_roles WHERE rolname = current_user`,
  );
  const login = rows[0];
  if (login === undefined || login.strong || login.owns)
    throw new StartProblem(
      `The database login "${login?.name ?? 'unknown'}" may pass row-level security (superuser, BYPASSRLS or table owner). Use inzage_web and inzage_worker.`,
    );
}
