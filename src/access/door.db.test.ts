/** The door to a record against the database: what it refuses, writes down and hands out. */
import { describe, expect, test } from 'vitest';
import { NOON, purpose, to, useDoors } from '../../tests/support/doors';
import { uuidv7 } from '../platform/database';
import { openRecord, type Purpose, standingOf, type Which } from './door';
import { isRefusal } from './house';
import { openDesk, openLog, openWorklist } from './other-doors';
import type { OpenRecord } from './record';

const doors = useDoors();
const { attempt, names, self } = doors;

describe('PS-01 PS-02 a refusal', () => {
  test('writes one denied line, and nothing else', async () => {
    const stranger = doors.here.asPerson(await doors.here.person());
    expect(await attempt(stranger, to(doors.tromp))).toBe('refused: unknown');
    expect(await doors.log.since(names())).toEqual(['record R denied test.page because unknown']);
  });

  test('names the patient where the reader has to do with that record', async () => {
    const proxy = await doors.here.person();
    await doors.here.grant(proxy, doors.tromp, { valid_until: new Date('2026-12-01T00:00:00Z') });
    expect(await attempt(doors.here.asPerson(proxy), to(doors.tromp))).toBe('refused: ended');
    expect(await attempt(doors.here.asEmployee(await doors.here.employee(['doctor'], ['kno'])), to(doors.tromp))).toBe(
      'refused: no-relation',
    );
    expect(await doors.log.since(names())).toEqual([
      'record R denied test.page Tromp because ended',
      'record R denied test.page Tromp because no-relation',
    ]);
  });

  test('stands although what came with it is rolled back, and rolls back nothing of others', async () => {
    const other = await doors.here.patient();
    await attempt(self(), 'own');
    const refused = await openRecord(
      doors.house,
      self(other),
      to(doors.tromp),
      ['results'],
      purpose,
      async () => 'never',
    );
    expect(isRefusal(refused)).toBe(true);
    expect(await doors.log.since(names())).toEqual([
      'record R success test.page (self) Tromp',
      'record R denied test.page because unknown',
    ]);
  });

  test.each<[string, () => Which]>([
    ['an id that nobody has', () => ({ patient: uuidv7() })],
    ['a word that is no id', () => ({ patient: "' OR 1=1 --" })],
    ['an id in capitals', () => ({ patient: doors.tromp.id.toUpperCase() })],
    ['nothing', () => ({ patient: '' })],
  ])('is the same for %s', async (_, which) => {
    expect(await attempt(self(), which())).toBe('refused: unknown');
    expect(await attempt(doors.here.asEmployee(doors.doctor), which())).toBe('refused: unknown');
    expect(await doors.log.since()).toEqual(Array(2).fill('record R denied test.page because unknown'));
  });

  test('keeps organisations apart, whoever asks', async () => {
    const theirs = await doors.elsewhere.patient();
    await doors.elsewhere.relation('interne', theirs);
    expect(await attempt(self(), to(theirs))).toBe('refused: unknown');
    expect(await attempt(doors.here.asEmployee(doors.doctor), to(theirs))).toBe('refused: unknown');
    // A person's id of one organisation is nobody's at another.
    expect(await attempt(doors.elsewhere.asPerson(doors.tromp.person), 'own')).toBe('refused: unknown');
    expect(await attempt(doors.elsewhere.asEmployee(doors.doctor), to(doors.tromp))).toBe('refused: unknown');
  });

  test('meets an employee who asks for an own record', async () => {
    expect(await attempt(doors.here.asEmployee(doors.doctor), 'own')).toBe('refused: unknown');
  });

  test('IN-03 IN-04 says to a limited reader why it is limited, whatever the page was made for', async () => {
    const unverified = await doors.here.patient({ bsn_verified_at: null });
    expect(await attempt(self(unverified), 'own', ['results'])).toBe('refused: limited');
    expect(await attempt(self(unverified), 'own', ['appointments'], { what: 'test.page', for: ['self'] })).toBe(
      'refused: limited',
    );
    expect(await attempt(self(unverified), 'own')).toBe('limited');
    const child = await doors.here.patient({ birth_date: '2016-12-03' });
    expect(await attempt(self(child), 'own', ['results'])).toBe('refused: limited-by-age');
    expect(await attempt(self(child), 'own')).toBe('limited');
  });
});

describe('PS-01 the own record and those of others', () => {
  test('one’s own record is not opened as another’s', async () => {
    expect(await attempt(self(), 'own')).toBe('self');
    expect(await attempt(self(), to(doors.tromp))).toBe('refused: unknown');
  });

  test('PR-07 a grant that was ended opens nothing, at once', async () => {
    const proxy = await doors.here.person();
    const grant = await doors.here.grant(proxy, doors.tromp);
    expect(await attempt(doors.here.asPerson(proxy), to(doors.tromp))).toBe('proxy');
    await doors.here.inside(({ db }) =>
      db
        .updateTable('access_grant')
        .set({ ended_at: new Date(NOON) })
        .where('id', '=', grant)
        .execute(),
    );
    expect(await attempt(doors.here.asPerson(proxy), to(doors.tromp))).toBe('refused: unknown');
  });

  test('PR-10 of several grants the one that holds counts', async () => {
    const proxy = await doors.here.person();
    await doors.here.grant(proxy, doors.tromp, { valid_until: new Date('2026-01-01T00:00:00Z') });
    await doors.here.grant(proxy, doors.tromp, { basis: 'legal' });
    expect(await attempt(doors.here.asPerson(proxy), to(doors.tromp))).toBe('legal');
  });

  test('PR-03 a right that is not held, or a page that is not for this kind of reader, stays shut', async () => {
    const proxy = doors.here.asPerson(await doors.here.person());
    await doors.here.grant(proxy.person, doors.tromp, { rights: ['appointments', 'personal'] });
    expect(await attempt(proxy, to(doors.tromp), ['results'])).toBe('refused: no-right');
    expect(await attempt(proxy, to(doors.tromp), ['personal'])).toBe('refused: no-right');
    expect(await attempt(proxy, to(doors.tromp), ['appointments', 'results'])).toBe('refused: no-right');
    expect(await attempt(proxy, to(doors.tromp), ['appointments'], { what: 'test.page', for: ['self'] })).toBe(
      'refused: no-right',
    );
  });

  test('IN-15 PR-05 what ends, ends between two requests of one session', async () => {
    const parent = doors.here.asPerson(await doors.here.person());
    const child = await doors.here.patient({ birth_date: '2014-12-04' });
    await doors.here.grant(parent.person, child, { basis: 'parent' });
    doors.house.careClock.set('2026-12-03T22:59:59.999Z');
    expect(await attempt(parent, to(child))).toBe('parent');
    doors.house.careClock.set('2026-12-03T23:00:00Z');
    expect(await attempt(parent, to(child))).toBe('refused: ended');

    const proxy = doors.here.asPerson(await doors.here.person());
    const old = await doors.here.patient();
    await doors.here.grant(proxy.person, old);
    expect(await attempt(proxy, to(old))).toBe('proxy');
    await doors.here.inside(({ db }) =>
      db.updateTable('patient').set({ deceased_on: '2026-12-04' }).where('id', '=', old.id).execute(),
    );
    expect(await attempt(proxy, to(old))).toBe('refused: deceased');
    expect(await attempt(self(old), 'own')).toBe('refused: deceased');
    expect(await standingOf(doors.house, proxy)).toEqual({ records: [], because: 'deceased' });
  });

  test('PR-08 the other records that can be opened now are named, the own one first', async () => {
    const person = doors.here.asPerson(doors.tromp.person);
    const [one, gone] = [await doors.here.patient(), await doors.here.patient()];
    await doors.here.grant(doors.tromp.person, one);
    await doors.here.grant(doors.tromp.person, gone, { valid_until: new Date('2020-06-01') });
    const others = await openRecord(doors.house, person, 'own', [], purpose, async (record) => record.others);
    if (isRefusal(others)) throw new Error(others.because);
    expect(others.map(({ owner, own }) => [owner.id, own])).toEqual([
      [doors.tromp.id, true],
      [one.id, false],
    ]);
  });
});

describe('PS-02 the line in the log', () => {
  test('stands before anything is read', async () => {
    const lines = await openRecord(doors.house, self(), 'own', ['proxies'], purpose, async ({ tx: { client } }) => {
      const { rows } = await client.query(`SELECT what FROM audit_event WHERE recorded_at = $1`, [new Date(NOON)]);
      return rows;
    });
    expect(lines).toContainEqual({ what: 'test.page' });
  });

  test('that cannot be written lets nothing through', async () => {
    const wrong = { what: 'test.page', action: 'X' as 'R' };
    let answered = false;
    const asking = openRecord(doors.house, self(), 'own', ['results'], wrong, async ({ db }) => {
      await db.selectFrom('resource').select('id').execute();
      answered = true;
    });
    await expect(asking).rejects.toThrow();
    expect(answered).toBe(false);
    const silent = openRecord(doors.house, self(), 'own', ['results'], wrong, async () => 'something made up');
    await expect(silent).rejects.toThrow(/audit_event_action_check/);
    expect(await doors.log.since()).toEqual([]);
  });

  test('that cannot be written undoes what a desk did', async () => {
    const patient = await doors.here.patient({ bsn_verified_at: null });
    const reception = doors.here.asEmployee(await doors.here.employee(['reception']));
    const about = { what: 'test.desk', action: 'X' as 'U', patient: patient.id };
    const done = openDesk(doors.house, reception, 'verify-bsn', about, async ({ db }) => ({
      result: await db
        .updateTable('patient')
        .set({ bsn_verified_at: new Date(NOON) })
        .where('id', '=', patient.id)
        .execute(),
      shown: [],
    }));
    await expect(done).rejects.toThrow(/audit_event_action_check/);
    expect(await attempt(self(patient), 'own')).toBe('limited');
  });

  test('goes with everything else when the work fails', async () => {
    const resource = await doors.here.result(doors.tromp, { visible_from: new Date('2026-12-01') });
    const failed = openRecord(
      doors.house,
      doors.here.asEmployee(doors.doctor),
      to(doors.tromp),
      ['results'],
      purpose,
      async ({ db }) => {
        await db.updateTable('resource').set({ visible_from: null }).where('id', '=', resource).execute();
        throw new Error('the work failed');
      },
    );
    await expect(failed).rejects.toThrow('the work failed');
    expect(await doors.log.since()).toEqual([]);
    const { rows } = await doors.log.superuser.query('SELECT visible_from FROM resource WHERE id = $1', [resource]);
    expect(rows).toEqual([{ visible_from: new Date('2026-12-01') }]);
  });

  test('PR-08 names who acts for whom, on which ground, and what was opened', async () => {
    const proxy = await doors.here.person({ name: 'M. Jansen' });
    await doors.here.grant(proxy, doors.tromp);
    const viewer = { ...doors.here.asPerson(proxy), address: '192.0.2.7' };
    await attempt(viewer, to(doors.tromp), ['results'], { what: 'test.page', also: ['appointments', 'proxies'] });
    const { rows } = await doors.log.superuser.query('SELECT * FROM audit_event ORDER BY id DESC LIMIT 1');
    expect(rows[0]).toMatchObject({
      agent_kind: 'person',
      agent_id: proxy,
      agent_name: 'M. Jansen',
      basis: 'proxy',
      on_behalf_of: doors.tromp.id,
      patient_id: doors.tromp.id,
      purpose: 'PATRQT',
      rights: ['results', 'appointments'],
      network_address: '192.0.2.7',
      session_id: viewer.session,
      recorded_at: new Date(NOON),
    });
  });

  test('ST-04 tells treatment from emergency, with the employee’s name and roles', async () => {
    await attempt(doors.here.asEmployee(doors.doctor), to(doors.tromp), ['results']);
    const { rows } = await doors.log.superuser.query('SELECT * FROM audit_event ORDER BY id DESC LIMIT 1');
    expect(rows[0]).toMatchObject({
      agent_name: 'S. de Boer, doctor',
      agent_role: 'doctor',
      basis: 'treatment',
      purpose: 'TREAT',
      on_behalf_of: null,
    });
  });
});

describe('PS-01 a handle', () => {
  test('is dead when its transaction has ended, with everything that came with it', async () => {
    let kept: OpenRecord<'results'> | undefined;
    let prepared: { execute(): Promise<unknown> } | undefined;
    await openRecord(doors.house, self(), 'own', ['results'], purpose, async (record) => {
      kept = record;
      prepared = record.db.selectFrom('resource').select('id');
    });
    const ended = /has ended/;
    await expect(kept?.db.selectFrom('patient').select('id').execute()).rejects.toThrow(ended);
    await expect(kept?.having('results')?.db.selectFrom('patient').select('id').execute()).rejects.toThrow(ended);
    await expect(prepared?.execute()).rejects.toThrow(ended);
    expect(() => kept?.tx.rescope({ scope: 'desk', organisation: doors.here.id })).toThrow(ended);
    expect(() => kept?.tx.client).toThrow(ended);
  });

  test('is dead as well when its transaction failed', async () => {
    let kept: OpenRecord | undefined;
    const failing = openRecord(doors.house, self(), 'own', [], purpose, async (record) => {
      kept = record;
      throw new Error('x');
    });
    await failing.catch(() => undefined);
    await expect(kept?.db.selectFrom('patient').select('id').execute()).rejects.toThrow(/has ended/);
  });

  test('of a desk, a worklist and the doors.log is dead too', async () => {
    const all = await doors.here.employee(['doctor', 'privacy'], ['interne']);
    const kept: { db: OpenRecord['db'] }[] = [];
    const keep = async (door: { db: OpenRecord['db'] }) => {
      kept.push(door);
      return { result: 0, shown: [] };
    };
    await openDesk(doors.house, doors.here.asEmployee(all), 'find-patient', purpose, keep);
    await openWorklist(doors.house, doors.here.asEmployee(all), 'interne', purpose, keep);
    await openLog(doors.house, doors.here.asEmployee(all), purpose, keep);
    expect(kept).toHaveLength(3);
    for (const { db } of kept)
      await expect(db.selectFrom('patient').select('id').execute()).rejects.toThrow(/has ended/);
  });

  test('opens beside its rights only what the reader holds', async () => {
    const proxy = await doors.here.person();
    await doors.here.grant(proxy, doors.tromp, { rights: ['appointments', 'results'] });
    const about: Purpose = { what: 'test.page', also: ['results', 'record'] };
    const opened = await openRecord(
      doors.house,
      doors.here.asPerson(proxy),
      to(doors.tromp),
      ['appointments'],
      about,
      async (record) => [record.having('results') !== undefined, record.having('record') !== undefined, record.held],
    );
    expect(opened).toEqual([true, false, ['appointments', 'results']]);
  });
});
