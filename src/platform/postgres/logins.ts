import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { StartProblem } from '../process';

/** The program's logins: the owner makes and alters tables, the other two can neither own nor see past row security. */
export const OWNER = 'inzage_owner';
export const WEB = 'inzage_web';
export const WORKER = 'inzage_worker';

export type Passwords = { owner: string; web: string; worker: string };

/**
 * In a database server of our own: makes the three logins and the database when they are absent and sets the passwords,
 * so that a lost secrets file locks nobody out.
 */
export async function makeLogins(superuserUrl: string, passwords: Passwords, database: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await ensureLogin(client, OWNER, passwords.owner);
    await ensureLogin(client, WEB, passwords.web);
    await ensureLogin(client, WORKER, passwords.worker);
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER ${OWNER}`);
    await client.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${OWNER}, ${WEB}, ${WORKER}`);
    // Thousands of rows at once go in by COPY, through a temporary table: see copyRows.
    await client.query(`GRANT TEMPORARY ON DATABASE ${escapeIdentifier(database)} TO ${WORKER}`);
  });
}

/**
 * In a database that somebody else runs, given as its owner (demo only): makes the two logins of the program. Fails with
 * a sentence when the owner may not make logins.
 */
export async function makeProgramLogins(ownerUrl: string, passwords: Omit<Passwords, 'owner'>): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    try {
      await ensureLogin(client, WEB, passwords.web);
      await ensureLogin(client, WORKER, passwords.worker);
    } catch (error) {
      throw new StartProblem(
        `The login in DATABASE_URL cannot make the logins ${WEB} and ${WORKER}: ${message(error)}. ` +
          'Let an administrator of the database run "ALTER ROLE <login> CREATEROLE", or start without DATABASE_URL.',
      );
    }
  });
}

/** The same database as another login. */
export function asLogin(url: string, login: string, password: string): string {
  const other = url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, `$1${login}:${encodeURIComponent(password)}@`);
  if (other === url) throw new StartProblem('DATABASE_URL must begin with postgresql:// or postgres://.');
  return other;
}

async function ensureLogin(client: Client, login: string, password: string): Promise<void> {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${escapeIdentifier(login)} LOGIN`);
  await client.query(`ALTER ROLE ${escapeIdentifier(login)} PASSWORD ${escapeLiteral(password)}`);
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'inzage logins' });
  // A server that goes away while we are connected is told by the query that fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartProblem(
      `The database in DATABASE_URL cannot be reached: ${message(error)}. Is it running, and is the address right?`,
    );
  }
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function message(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return message(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
