/** PS-02: what somebody with all power over the database does to the log behind the program's back is found. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../../tests/support/database';
import { type TestOrganisation, type TestPeople, testPeople } from '../../../tests/support/people';
import { openPool, type Pool, transaction, uuidv7 } from '../../platform/database';
import { StartProblem } from '../../platform/process';
import { auditVerify } from './command';
import { writeAudit } from './event';
import { sealLog, type Verification, verifySeals } from './seal';

const NOW = new Date('2026-12-03T12:00:00Z');
const key = randomBytes(32);
const patient = uuidv7();

let database: TestDatabase;
let people: TestPeople;
let superuser: Pool;
let here: TestOrganisation;
let there: TestOrganisation;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  superuser = openPool(database.superuserUrl, { name: 'test-superuser', max: 2 });
  here = await people.organisation('duinzicht');
  there = await people.organisation('maasoever');
});
beforeEach(async () => {
  // Not TRUNCATE: that takes its time over every partition.
  for (const table of ['audit_entity', 'audit_event', 'audit_sealed', 'audit_seal'])
    await superuser.query(`DELETE FROM ${table}`);
});
afterAll(async () => {
  await superuser.end();
  await people.close();
  await database.close();
});

/** Lines as the program writes them, some with the patients that a list showed. */
async function write(count: number, organisation = here, at = NOW): Promise<void> {
  await transaction(people.web, { scope: 'door', organisation: organisation.id }, async (tx) => {
    for (let n = 0; n < count; n++) {
      const agent = { kind: 'system' as const, organisation: organisation.id, name: `feed ${n}` };
      const line = {
        type: 'list' as const,
        action: 'R' as const,
        what: 'test.list',
        purpose: 'HOPERAT',
        detail: { n },
      };
      await writeAudit(tx, agent, line, new Date(at.getTime() + n), n % 2 === 0 ? [patient, uuidv7()] : []);
    }
  });
}

const seal = (organisation = here) => sealLog(people.worker, key, organisation.id, NOW);
const verify = (head?: { sequence: number; mac: string }, at = NOW): Promise<Verification> =>
  verifySeals(people.worker, key, here.id, at, head);
/** Three seals of four lines. */
async function sealThree() {
  for (let n = 0; n < 3; n++) {
    await write(4);
    await seal();
  }
}

describe('PS-02 a log that nobody touched', () => {
  test('is whole, seal after seal', async () => {
    await sealThree();
    expect(await verify()).toMatchObject({ seals: 3, events: 12, unsealed: 0, problems: [] });
  });

  test('has no seal for nothing, and none twice for the same line', async () => {
    expect(await seal()).toBeUndefined();
    await write(2);
    expect(await seal()).toMatchObject({ sequence: 1, events: 2 });
    expect(await seal()).toBeUndefined();
    expect(await verify()).toMatchObject({ seals: 1, events: 2, problems: [] });
  });

  test('keeps each organisation’s chain by itself', async () => {
    await write(2);
    await write(3, there);
    expect(await seal()).toMatchObject({ sequence: 1, events: 2 });
    expect(await seal(there)).toMatchObject({ sequence: 1, events: 3 });
    expect((await verify()).problems).toEqual([]);
  });

  test('takes a line that was committed late into the next seal', async () => {
    await write(1);
    const late = await people.web.connect();
    await late.query(`BEGIN; SET LOCAL inzage.scope = 'door'; SET LOCAL inzage.organisation = '${here.id}'`);
    await late.query(
      `INSERT INTO audit_event (organisation_id, recorded_at, id, event_type, action, outcome, what, purpose, agent_kind, site)
       VALUES ($1, $2, $3, 'record', 'R', 'success', 'test.late', 'PATRQT', 'person', 'inzage')`,
      [here.id, new Date(NOW.getTime() - 60_000), uuidv7()],
    );
    expect(await seal()).toMatchObject({ sequence: 1, events: 1 });
    await late.query('COMMIT');
    late.release();
    expect(await verify()).toMatchObject({ unsealed: 1, problems: [] });
    expect(await seal()).toMatchObject({ sequence: 2, events: 1 });
    expect(await verify()).toMatchObject({ seals: 2, events: 2, unsealed: 0, problems: [] });
  });

  test('stays whole with several sealers at once', async () => {
    for (let round = 0; round < (process.env.INZAGE_PROVE ? 40 : 4); round++) {
      await write(3);
      const answers = await Promise.allSettled([seal(), seal(), seal()]);
      expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await verify()).toMatchObject({ unsealed: 0, problems: [] });
    }
  });
});

describe('PS-02 a log that was tampered with', () => {
  const wrong = [
    ['who did it', `UPDATE audit_event SET agent_name = 'somebody else' WHERE agent_name = 'feed 1'`],
    ['what was done', `UPDATE audit_event SET what = 'test.other' WHERE agent_name = 'feed 2'`],
    ['when', `UPDATE audit_event SET recorded_at = recorded_at + interval '1 microsecond' WHERE agent_name = 'feed 2'`],
    ['nothing into something', `UPDATE audit_event SET basis = '-' WHERE agent_name = 'feed 0'`],
    ['a field into two', `UPDATE audit_event SET agent_name = 'feed', agent_role = '0' WHERE agent_name = 'feed 0'`],
    ['the detail', `UPDATE audit_event SET detail = '{"n": 9}' WHERE agent_name = 'feed 3'`],
    ['no rights into an empty list', `UPDATE audit_event SET rights = '{}' WHERE agent_name = 'feed 3'`],
    ['a line away', `DELETE FROM audit_event WHERE agent_name = 'feed 1'`],
    [
      'a line away with what names it',
      `WITH gone AS (DELETE FROM audit_event WHERE agent_name = 'feed 1' RETURNING id)
       DELETE FROM audit_sealed WHERE event_id IN (SELECT id FROM gone)`,
    ],
    [
      'a line away with the count',
      `WITH gone AS (DELETE FROM audit_event WHERE agent_name = 'feed 1' RETURNING id),
         less AS (DELETE FROM audit_sealed WHERE event_id IN (SELECT id FROM gone))
       UPDATE audit_seal SET events = events - 1`,
    ],
    ['a patient out of a list', `DELETE FROM audit_entity WHERE patient_id = '${patient}'`],
    [
      'a patient into a list',
      `INSERT INTO audit_entity SELECT organisation_id, recorded_at, id, gen_random_uuid() FROM audit_event WHERE agent_name = 'feed 1'`,
    ],
    [
      'a patient of a list into another',
      `UPDATE audit_entity SET patient_id = gen_random_uuid() WHERE patient_id = '${patient}'`,
    ],
    [
      'a line into a seal',
      `WITH made AS (INSERT INTO audit_event SELECT organisation_id, recorded_at, gen_random_uuid(), event_type, action, outcome, what,
           purpose, agent_kind, agent_id, 'invented', agent_role, basis, on_behalf_of, patient_id, rights, detail,
           network_address, session_id, site FROM audit_event LIMIT 1 RETURNING organisation_id, id, recorded_at)
       INSERT INTO audit_sealed SELECT organisation_id, id, recorded_at, 2 FROM made`,
    ],
    ['a seal away', 'DELETE FROM audit_sealed WHERE sequence = 2; DELETE FROM audit_seal WHERE sequence = 2'],
    ['lines from one seal to another', 'UPDATE audit_sealed SET sequence = 3 - sequence WHERE sequence < 3'],
    ['a seal’s proof', `UPDATE audit_seal SET mac = reverse(mac) WHERE sequence = 3`],
  ] as const;

  test.each(wrong)('changing %s is found', async (_, statement) => {
    await sealThree();
    await superuser.query(statement);
    expect((await verify()).problems.length).toBeGreaterThan(0);
  });

  test('a whole log put in the place of another organisation’s is found', async () => {
    await sealThree();
    await superuser.query('ALTER TABLE audit_sealed DISABLE TRIGGER ALL');
    await superuser.query('ALTER TABLE audit_seal DISABLE TRIGGER ALL');
    for (const table of ['audit_seal', 'audit_event', 'audit_entity', 'audit_sealed'])
      await superuser.query(`UPDATE ${table} SET organisation_id = $1`, [there.id]);
    await superuser.query('ALTER TABLE audit_sealed ENABLE TRIGGER ALL');
    await superuser.query('ALTER TABLE audit_seal ENABLE TRIGGER ALL');
    const found = await verifySeals(people.worker, key, there.id, NOW);
    expect(found.seals).toBe(3);
    expect(found.problems.length).toBeGreaterThan(0);
  });

  test('a log that was cut off is found by a head that was written down', async () => {
    await sealThree();
    const written = (await verify()).head;
    const [sequence, mac] = (written ?? '').split(':');
    const head = { sequence: Number(sequence), mac: mac ?? '' };
    expect((await verify(head)).problems).toEqual([]);
    await superuser.query(`DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_sealed WHERE sequence = 3);
      DELETE FROM audit_sealed WHERE sequence = 3; DELETE FROM audit_seal WHERE sequence = 3`);
    expect((await verify()).problems).toEqual([]);
    expect((await verify(head)).problems).toEqual(['seal 3 is not the one that was written down']);
    // Nor does it help to go on after the cut.
    await write(4);
    await seal();
    expect((await verify(head)).problems).toHaveLength(1);
  });

  test('a line that nobody sealed for days is found, and never sealed as if nothing were', async () => {
    await write(1, here, new Date(NOW.getTime() - 4 * 86_400_000));
    expect(await seal()).toBeUndefined();
    expect(await verify()).toMatchObject({ unsealed: 1, problems: ['1 lines older than 3 days are in no seal'] });
  });

  test('another key fits nothing', async () => {
    await sealThree();
    const found = await verifySeals(people.worker, randomBytes(32), here.id, NOW);
    expect(found.problems).toHaveLength(3);
  });
});

describe('PS-02 inzage audit verify', () => {
  const run = async (...words: string[]) => {
    const said: string[] = [];
    const context = { pool: people.worker, key, now: NOW, say: (line: string) => void said.push(line) };
    const status = await auditVerify.run(words, context).catch((error: unknown) => error);
    return { status, said: said.join('\n') };
  };

  test('says of each organisation how much was checked, and that all is whole', async () => {
    await sealThree();
    const { status, said } = await run();
    expect(status).toBe(0);
    expect(said).toMatch(/^duinzicht: 12 lines in 3 seals, 0 not sealed yet, head 3:[\w-]{43}$/m);
    expect(said).toMatch(/^maasoever: 0 lines in 0 seals, 0 not sealed yet, head none$/m);
    expect(said).toContain('The access log is whole.');
  });

  test('says what is wrong, and fails', async () => {
    await sealThree();
    await superuser.query(`UPDATE audit_event SET what = 'x' WHERE agent_name = 'feed 1'`);
    const { status, said } = await run('--organisation', 'duinzicht');
    expect(status).toBe(2);
    expect(said).not.toContain('maasoever');
    expect(said).toMatch(/WRONG: seal 1 .* does not fit its lines/);
  });

  test('compares with a head that was written down', async () => {
    await sealThree();
    const head = (await verify()).head ?? '';
    expect((await run('--organisation', 'duinzicht', '--head', head)).status).toBe(0);
    expect((await run('--head', head.replace('3:', '2:'), '--organisation', 'duinzicht')).status).toBe(2);
  });

  test.each([
    ['--organisation'],
    ['--organisation', 'nowhere'],
    ['--head', `1:${'a'.repeat(43)}`],
    ['--organisation', 'duinzicht', '--head', '1'],
    ['--organisation', 'duinzicht', '--head', '0:abc'],
    ['--organisation', 'duinzicht', '--organisation', 'maasoever'],
    ['--all'],
    ['duinzicht'],
  ])('refuses %s %s %s %s with a sentence', async (...words) => {
    const { status } = await run(...words.filter((word) => typeof word === 'string'));
    expect(status).toBeInstanceOf(StartProblem);
  });
});
