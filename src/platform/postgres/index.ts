/** The embedded PostgreSQL: made, started, kept and closed without a trace. */
export { unprivilegedAccount } from './account';
export { backUp, restore } from './backup';
export { findBinaries, ROOT_HOME } from './binaries';
export { assertNotRunning, joinDatabase, type OpenDatabase, openDatabase } from './database';
export { type Place, placeIn } from './folder';
export { asLogin, makeLogins, makeProgramLogins, OWNER, type Passwords, WEB, WORKER } from './logins';
export { type Postgres, type PostgresOptions, socketUrl, startPostgres } from './server';
