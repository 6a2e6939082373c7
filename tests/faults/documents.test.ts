import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentChannel, documentSeal } from '../../src/access';
import { openPool, type Pool, type Scope, transaction, uuidv7, withoutScope } from '../../src/platform/database';
import { openFile, sealFile } from '../../src/platform/files';
import { loadKeys } from '../../src/platform/keys';
import { fivePages } from '../../src/platform/pdf/test-support/sample';
import { socketUrl, WEB, WORKER } from '../../src/platform/postgres';
import { portsOfThisRun } from '../support/ports';
import { canSeeProcesses } from '../support/processes';
import { databaseOf, makeData, type Running, removeData, startProgram, stopProgram } from '../support/program';

const ports = portsOfThisRun();
const wanted = 80;

describe.skipIf(!canSeeProcesses)('documents that are being made when the worker is killed', () => {
  const data = makeData();
  let running: Running;
  beforeAll(async () => {
    running = await startProgram({ data, ports });
  });
  afterAll(async () => {
    await stopProgram(running);
    removeData(data);
  });

  /** As one of the program's own logins: the owner sees nothing of them. */
  async function as<T>(login: 'web' | 'worker', work: (pool: Pool) => Promise<T>): Promise<T> {
    const { database } = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as {
      database: Record<'web' | 'worker', string>;
    };
    const name = login === 'web' ? WEB : WORKER;
    const pool = openPool(socketUrl(databaseOf(data).socketFolder, 'inzage', name, database[login]), { name: 'test' });
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  }

  test('are all made by the next one', async () => {
    const { fileKey } = await loadKeys(join(data, 'keys.json'));
    const asked = await as('worker', async (pool) => {
      const { id: organisation } = await withoutScope(pool)
        .selectFrom('organisation')
        .select('id')
        .where('slug', '=', 'duinzicht')
        .executeTakeFirstOrThrow();
      const patient = await transaction(pool, { scope: 'system', organisation }, ({ db }) =>
        db.selectFrom('patient').select(['id', 'person_id']).where('deceased_on', 'is', null).executeTakeFirstOrThrow(),
      );
      return { organisation, patient: patient.id, person: patient.person_id };
    });
    const { organisation, patient, person } = asked;
    const scope: Scope = { scope: 'record', organisation, patient, person, rights: ['results'], viewer: 'self' };
    const model = Buffer.from(JSON.stringify(fivePages()));
    const now = new Date();
    await as('web', (pool) =>
      transaction(pool, scope, async ({ db }) => {
        for (let count = 0; count < wanted; count++) {
          const row = { organisation_id: organisation, id: uuidv7(), patient_id: patient };
          const owner = { owner_kind: 'person' as const, owner_id: person, session_id: uuidv7() };
          const times = { tries: 0, taken_until: null, asked_at: now, expires_at: new Date(now.getTime() + 600_000) };
          const request = { ...row, ...owner, ...times, path: '/uitslagen/pdf', rights: ['results'], viewer: 'self' };
          await db
            .insertInto('document_request')
            .values({ ...request, state: 'waiting' })
            .execute();
          const sealed = sealFile(fileKey, documentSeal(organisation, row.id, 'model'), model);
          await db
            .insertInto('document_content')
            .values({ ...row, model: sealed, pdf: null })
            .execute();
        }
        await sql`SELECT pg_notify(${documentChannel}, ${organisation})`.execute(db);
      }),
    );
    const states = () =>
      as('web', (pool) =>
        transaction(pool, scope, ({ db }) => db.selectFrom('document_request').select(['state', 'tries']).execute()),
      );
    const made = async () => (await states()).filter(({ state }) => state === 'made').length;
    let done = 0;
    while (done < 3) {
      await sleep(20);
      done = await made();
    }
    expect(done, 'there was something left to do').toBeLessThan(wanted);
    const worker = running.processes().find(({ role }) => role === 'worker');
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    await running.ended;
    running = await startProgram({ data, ports });
    // What the killed one had in hand is taken for left behind after 20 seconds.
    const until = Date.now() + 60_000;
    while ((await made()) < wanted && Date.now() < until) await sleep(250);
    const found = await states();
    expect(found.filter(({ state }) => state === 'made')).toHaveLength(wanted);
    expect(found.filter(({ tries }) => tries > 2)).toEqual([]);
    const files = await as('web', (pool) =>
      transaction(pool, scope, ({ db }) => db.selectFrom('document_content').select(['id', 'pdf', 'model']).execute()),
    );
    for (const { id, pdf, model: left } of files) {
      expect(left).toBeNull();
      const opened = openFile(fileKey, documentSeal(organisation, id, 'pdf'), pdf ?? Buffer.alloc(0));
      expect(opened.subarray(0, 8).toString()).toBe('%PDF-1.7');
    }
  });
});
