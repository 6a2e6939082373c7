import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { observation, patient } from '../../tests/support/resources';
import { type EmployeeViewer, type House, isRefusal, openRecord } from '../access';
import { openPool, type Pool, uuidv7 } from '../platform/database';
import { decideResult } from '../results/actions';

let world: ImportWorld;
let web: Pool;
let blocker: Client;
let watcher: Client;
beforeAll(async () => {
  world = await importWorld('duinzicht');
  web = openPool(world.database.webUrl, { name: 'test', max: 3 });
  blocker = new Client({ connectionString: world.database.superuserUrl });
  watcher = new Client({ connectionString: world.database.superuserUrl });
  await Promise.all([blocker.connect(), watcher.connect()]);
});
afterAll(async () => {
  await blocker?.end();
  await watcher?.end();
  await web?.end();
  await world?.close();
});

const waiting = async () => {
  const { rows } = await watcher.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows.length;
};

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200 && !(await what()); turn++) await new Promise((go) => setTimeout(go, 20));
}

const rowOf = async (sourceId: string) => {
  const [row] = await world.rows(sql<{ id: string; patient_id: string; visible_from: Date | null; reason: string }>`
    SELECT r.id, r.patient_id, r.visible_from, l.reason FROM resource r JOIN result_release l
      ON l.organisation_id = r.organisation_id AND l.resource_id = r.id WHERE r.source_id = ${sourceId}`);
  if (row === undefined) throw new Error(`${sourceId} is not stored`);
  return row;
};

const doctor = (): EmployeeViewer => ({
  kind: 'employee',
  organisation: world.organisation,
  employee: uuidv7(),
  name: 'dr. S. Okafor',
  jobTitle: null,
  roles: ['doctor'],
  clinics: ['interne'],
  session: uuidv7(),
});

async function hold(patientId: string, result: string): Promise<unknown> {
  const house = {
    pool: web,
    careClock: world.clock,
    wallClock: world.clock,
    accessPolicy: () => ({
      unverifiedBsn: 'limited',
      ownAccountFrom: 12,
      under12Digid: 'none',
      parentAt12: 'ends',
    }),
  } satisfies House;
  const viewer = doctor();
  const wish = { result, decision: 'held', reason: 'eerst zelf bellen', submission: uuidv7() } as const;
  const done = await openRecord(
    house,
    viewer,
    { patient: patientId },
    ['results'],
    { what: 'results.hold' },
    (record) => decideResult(record, viewer, wish),
  );
  if (isRefusal(done)) throw new Error(done.because);
  return done;
}

test('RE-02 what a doctor holds back while a new version is being imported stays held back', async () => {
  const recent = { issued: '2026-11-23T08:55:00Z', effectiveDateTime: '2026-11-23T08:00:00Z' };
  await world.take([patient('race', '999990032'), observation('r1', 'race', '6690-2', recent)]);
  const { id, patient_id } = await rowOf('r1');
  await world.inside(({ db }) =>
    db
      .insertInto('treatment_relation')
      .values({
        organisation_id: world.organisation,
        id: uuidv7(),
        clinic: 'interne',
        patient_id,
        source: 'encounter',
        source_id: uuidv7(),
        valid_from: new Date('2026-01-01T00:00:00Z'),
        valid_until: null,
      })
      .execute(),
  );
  // The import has decided about the result, and must wait before it writes.
  await blocker.query('BEGIN; LOCK TABLE resource_version IN SHARE MODE');
  const importing = world.take([
    observation('r1', 'race', '6690-2', { ...recent, valueQuantity: { value: 9, unit: 'mmol/l' } }),
  ]);
  await until(async () => (await waiting()) === 1);
  let decided = false;
  const holding = hold(patient_id, id).then((outcome) => {
    decided = true;
    return outcome;
  });
  await until(async () => decided || (await waiting()) === 2);
  await blocker.query('COMMIT');
  expect((await importing).total).toMatchObject({ changed: 1 });
  expect(await holding).toBe('done');
  expect(await rowOf('r1')).toMatchObject({ visible_from: null, reason: 'held' });
});
