import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import people from '../../organisations/demo/people.json';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { demoTable, loadDemo } from '../demo';
import { isDemoBsn } from '../people';
import { loadConfig } from '../platform/config';
import { openPool, type Pool, transaction } from '../platform/database';
import { resultCategories } from '../results/categories';
import { demoOrganisations } from './describe';

const NOW = '2026-11-23T09:00:00+01:00';
let database: TestDatabase;
let pool: Pool;
const config = () =>
  loadConfig(
    {
      INZAGE_MODE: 'demo',
      INZAGE_CARE_TIME: NOW,
      DATABASE_WEB_URL: database.webUrl,
      DATABASE_WORKER_URL: database.workerUrl,
    },
    '/nowhere',
  );

beforeAll(async () => {
  database = await withDatabase();
  pool = openPool(database.workerUrl, { name: 'test' });
  await loadDemo(config());
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
});

async function rows<Row>(slug: string, statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  const { rows: found } = await pool.query<{ id: string }>('SELECT id FROM organisation WHERE slug = $1', [slug]);
  const organisation = found[0]?.id ?? '';
  return transaction(pool, { scope: 'system', organisation }, async (tx) => (await statement.execute(tx.db)).rows);
}

const everywhere = async <Row>(statement: ReturnType<typeof sql<Row>>) =>
  (await Promise.all(demoOrganisations.map((slug) => rows(slug, statement)))).flat();

describe('the demonstration', () => {
  test('RE-02 has results for every reason that a rule can give', async () => {
    const found = await everywhere(sql<{ reason: string }>`SELECT DISTINCT reason FROM result_release`);
    expect([...new Set(found.map(({ reason }) => reason))].sort()).toEqual([
      'as-earlier-version',
      'at-discharge',
      'awaits-clinician',
      'awaits-discharge',
      'awaits-final',
      'awaits-result',
      'before-record-start',
      'delay',
      'gp-ordered',
      'held',
      'never-shown',
      'released',
      'technical',
      'when-final',
      'when-known',
      'withdrawn',
    ]);
  });

  test('RE-02 RE-03 has somebody with a result under every rule of her hospital', async () => {
    const found = await rows(
      'duinzicht',
      sql<{ reason: string }>`SELECT DISTINCT l.reason FROM result_release l
        JOIN patient p ON p.organisation_id = l.organisation_id AND p.id = l.patient_id WHERE p.number = '4118300'
        ORDER BY 1`,
    );
    expect(found.map(({ reason }) => reason)).toEqual([
      'as-earlier-version',
      'at-discharge',
      'awaits-discharge',
      'awaits-final',
      'awaits-result',
      'delay',
      'gp-ordered',
      'held',
      'released',
      'withdrawn',
    ]);
  });

  test('RE-01 somebody has two thousand results', async () => {
    const [kuipers] = await rows(
      'amstelland',
      sql<{ results: number }>`SELECT count(*)::int AS results FROM resource r JOIN patient p
        ON p.organisation_id = r.organisation_id AND p.id = r.patient_id
        WHERE p.number = '7730418' AND r.type = 'Observation' AND r.room = 'results'`,
    );
    expect(kuipers?.results).toBeGreaterThan(1_950);
  });

  test('DO-01 has at every organisation somebody with something in every part of the record', async () => {
    const kinds = [
      'AllergyIntolerance',
      'Appointment',
      'CarePlan',
      'Composition',
      'Condition',
      'Encounter',
      'Immunization',
      'MedicationRequest',
      'Observation',
      'Procedure',
      'RelatedPerson',
    ];
    for (const slug of demoOrganisations) {
      const found = await rows(slug, sql<{ type: string }>`SELECT DISTINCT type FROM resource WHERE source = 'demo'`);
      const there = new Set(found.map(({ type }) => type));
      // A practice knows relatives by heart.
      const wanted = kinds.filter((kind) => slug !== 'drecht' || kind !== 'RelatedPerson');
      expect(
        wanted.filter((kind) => !there.has(kind)),
        slug,
      ).toEqual([]);
    }
  });

  test('RE-01 has results of every category but the free one', async () => {
    const found = await everywhere(sql<{ category: string }>`SELECT DISTINCT category FROM result_release`);
    const shown = new Set(found.map(({ category }) => category));
    expect(
      [...resultCategories.filter((category) => category !== 'other'), 'unknown'].filter((one) => !shown.has(one)),
    ).toEqual([]);
  });

  test('IN-03 has BSNs of nobody only, two of them not verified, and everybody who can sign in is there', async () => {
    const found = await everywhere(sql<{
      bsn: string;
      verified: boolean;
    }>`SELECT s.bsn, p.bsn_verified_at IS NOT NULL AS verified
      FROM person s JOIN patient p ON p.organisation_id = s.organisation_id AND p.person_id = s.id`);
    expect(found.every(({ bsn }) => isDemoBsn(bsn))).toBe(true);
    expect(found.filter(({ verified }) => !verified)).toHaveLength(2);
    expect(new Set(people.map(({ bsn }) => bsn))).toEqual(new Set(found.map(({ bsn }) => bsn)));
  });

  test('RE-06 lets a patient know of a withdrawn result without its content', async () => {
    const [row] = await rows(
      'duinzicht',
      sql<{ content: Date | null; told: Date | null }>`SELECT r.visible_from AS content, l.visible_from AS told
        FROM result_release l JOIN resource r ON r.id = l.resource_id WHERE l.reason = 'withdrawn' AND r.part_of IS NULL
        ORDER BY l.visible_from`,
    );
    expect(row?.content).toBeNull();
    expect(row?.told).toEqual(new Date('2026-10-29T16:45:00+01:00'));
  });

  test('HO-01 Mr Tromp is as the screens show him, with proxies', async () => {
    const [tromp] = await rows(
      'duinzicht',
      sql`SELECT number, family_name, initials, sex, birth_date FROM patient WHERE number = '4118207'`,
    );
    expect(tromp).toEqual({
      number: '4118207',
      family_name: 'Tromp',
      initials: 'W.',
      sex: 'male',
      birth_date: '1948-02-14',
    });
    const grants = await rows('duinzicht', sql<{ basis: string }>`SELECT basis FROM access_grant ORDER BY basis`);
    expect(grants.map(({ basis }) => basis)).toEqual(['parent', 'parent', 'parent', 'proxy', 'proxy']);
  });

  test('a later start changes nothing', async () => {
    const count = () => everywhere(sql`SELECT count(*), max(updated_at) FROM resource`);
    const before = await count();
    await loadDemo(config());
    expect(await count()).toEqual(before);
  });

  test('names the people to sign in as', () => {
    expect(demoTable(config())).toContain('w.tromp');
    expect(demoTable(config())).toContain('http://localhost:3000');
  });
});
