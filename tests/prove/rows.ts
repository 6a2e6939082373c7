import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { OWNER, socketUrl } from '../../src/platform/postgres';
import { onDatabase } from '../support/marks';
import { databaseOf } from '../support/program';
import type { Load } from './load';

/** Rows of a table of our own, each its own transaction: does the database itself keep what it confirmed? */
export function rowLoad(): Load {
  const confirmed = new Set<string>();
  let client: Client | undefined;
  return {
    name: 'rows',
    async begin(data) {
      const { socketFolder, password } = databaseOf(data);
      client = new Client({ connectionString: socketUrl(socketFolder, 'inzage', OWNER, password) });
      client.on('error', () => undefined);
      await client.connect();
      await client.query('CREATE TABLE IF NOT EXISTS proof_row (id uuid PRIMARY KEY)');
    },
    async run(stopped) {
      while (!stopped()) {
        const id = randomUUID();
        try {
          await client?.query('INSERT INTO proof_row VALUES ($1)', [id]);
          confirmed.add(id);
        } catch {
          return;
        }
      }
    },
    confirmed: () => confirmed.size,
    async missing(data) {
      const { rows } = await onDatabase(data, (open) => open.query<{ id: string }>('SELECT id FROM proof_row'));
      const kept = new Set(rows.map(({ id }) => id));
      return [...confirmed].filter((id) => !kept.has(id));
    },
    end: async () => client?.end().catch(() => undefined),
  };
}
