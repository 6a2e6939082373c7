/** The doors against the database: what they refuse, what they write down, and what they hand out. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type WrittenLog, writtenLog } from '../../tests/support/audit';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import {
  type TestEmployee,
  type TestHouse,
  type TestOrganisation,
  type TestPatient,
  type TestPeople,
  testPeople,
} from '../../tests/support/people';
import { uuidv7 } from '../platform/database';
import { openRecord, type Purpose, standingOf, type Which } from './door';
import { emergenciesToReview, openEmergency, reviewEmergency } from './emergency';
import { isRefusal } from './house';
import { openDesk, openLog, openWorklist } from './other-doors';
import type { OpenRecord } from './record';
import type { RecordRight } from './rights';
import type { Viewer } from './viewer';

const NOON = '2026-12-03T12:00:00Z';
const purpose: Purpose = { what: 'test.page' };

let database: TestDatabase;
let people: TestPeople;
let log: WrittenLog;
let here: TestOrganisation;
let elsewhere: TestOrganisation;
let house: TestHouse;
let tromp: TestPatient;
let doctor: TestEmployee;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  log = writtenLog(database);
  here = await people.organisation('duinzicht');
  elsewhere = await people.organisation('maasoever');
  tromp = await here.patient();
  doctor = await here.employee(['doctor'], ['interne']);
  await here.relation('interne', tromp);
});
beforeEach(async () => {
  house = people.house(NOON);
  await log.since();
});
afterAll(async () => {
  await log.close();
  await people.close();
  await database.close();
});

const names = () => ({ [tromp.id]: 'Tromp' });

/** Opens, and says in a word how that ended: the viewer's kind, or why not. */
async function attempt(
  viewer: Viewer,
  which: Which,
  rights: readonly RecordRight[] = ['appointments'],
  about: Purpose = purpose,
): Promise<string> {
  const answer = await openRecord(house, viewer, which, rights, about, async (record) => record.kind);
  return isRefusal(answer) ? `refused: ${answer.because}` : answer;
}

const self = (patient = tromp) => here.asPerson(patient.person);
const to = (patient: TestPatient): Which => ({ patient: patient.id });

describe('PS-01 PS-02 a refusal', () => {
  test('writes one denied line, and nothing else', async () => {
    const stranger = here.asPerson(await here.person());
    expect(await attempt(stranger, to(tromp))).toBe('refused: unknown');
    expect(await log.since(names())).toEqual(['record R denied test.page because unknown']);
  });

  test('names the patient where the reader has to do with that record', async () => {
    const proxy = await here.person();
    await here.grant(proxy, tromp, { valid_until: new Date('2026-12-01T00:00:00Z') });
    expect(await attempt(here.asPerson(proxy), to(tromp))).toBe('refused: ended');
    expect(await attempt(here.asEmployee(await here.employee(['doctor'], ['kno'])), to(tromp))).toBe(
      'refused: no-relation',
    );
    expect(await log.since(names())).toEqual([
      'record R denied test.page Tromp because ended',
      'record R denied test.page Tromp because no-relation',
    ]);
  });

  test('stands although what came with it is rolled back, and rolls back nothing of others', async () => {
    const other = await here.patient();
    await attempt(self(), 'own');
    const refused = await openRecord(house, self(other), to(tromp), ['results'], purpose, async () => 'never');
    expect(isRefusal(refused)).toBe(true);
    expect(await log.since(names())).toEqual([
      'record R success test.page (self) Tromp',
      'record R denied test.page because unknown',
    ]);
  });

  test.each<[string, () => Which]>([
    ['an id that nobody has', () => ({ patient: uuidv7() })],
    ['a word that is no id', () => ({ patient: "' OR 1=1 --" })],
    ['an id in capitals', () => ({ patient: tromp.id.toUpperCase() })],
    ['nothing', () => ({ patient: '' })],
  ])('is the same for %s', async (_, which) => {
    expect(await attempt(self(), which())).toBe('refused: unknown');
    expect(await attempt(here.asEmployee(doctor), which())).toBe('refused: unknown');
    expect(await log.since()).toEqual(Array(2).fill('record R denied test.page because unknown'));
  });

  test('keeps organisations apart, whoever asks', async () => {
    const theirs = await elsewhere.patient();
    await elsewhere.relation('interne', theirs);
    expect(await attempt(self(), to(theirs))).toBe('refused: unknown');
    expect(await attempt(here.asEmployee(doctor), to(theirs))).toBe('refused: unknown');
    // A person's id of one organisation is nobody's at another.
    expect(await attempt(elsewhere.asPerson(tromp.person), 'own')).toBe('refused: unknown');
    expect(await attempt(elsewhere.asEmployee(doctor), to(tromp))).toBe('refused: unknown');
  });

  test('meets an employee who asks for an own record', async () => {
    expect(await attempt(here.asEmployee(doctor), 'own')).toBe('refused: unknown');
  });

  test('IN-03 IN-04 says to a limited reader why it is limited, whatever the page was made for', async () => {
    const unverified = await here.patient({ bsn_verified_at: null });
    expect(await attempt(self(unverified), 'own', ['results'])).toBe('refused: limited');
    expect(await attempt(self(unverified), 'own', ['appointments'], { what: 'test.page', for: ['self'] })).toBe(
      'refused: limited',
    );
    expect(await attempt(self(unverified), 'own')).toBe('limited');
    const child = await here.patient({ birth_date: '2016-12-03' });
    expect(await attempt(self(child), 'own', ['results'])).toBe('refused: limited-by-age');
    expect(await attempt(self(child), 'own')).toBe('limited');
  });
});

describe('PS-01 the own record and those of others', () => {
  test('one’s own record is not opened as another’s', async () => {
    expect(await attempt(self(), 'own')).toBe('self');
    expect(await attempt(self(), to(tromp))).toBe('refused: unknown');
  });

  test('PR-07 a grant that was ended opens nothing, at once', async () => {
    const proxy = await here.person();
    const grant = await here.grant(proxy, tromp);
    expect(await attempt(here.asPerson(proxy), to(tromp))).toBe('proxy');
    await here.inside(({ db }) =>
      db
        .updateTable('access_grant')
        .set({ ended_at: new Date(NOON) })
        .where('id', '=', grant)
        .execute(),
    );
    expect(await attempt(here.asPerson(proxy), to(tromp))).toBe('refused: unknown');
  });

  test('PR-10 of several grants the one that holds counts', async () => {
    const proxy = await here.person();
    await here.grant(proxy, tromp, { valid_until: new Date('2026-01-01T00:00:00Z') });
    await here.grant(proxy, tromp, { basis: 'legal' });
    expect(await attempt(here.asPerson(proxy), to(tromp))).toBe('legal');
  });

  test('PR-03 a right that is not held, or a page that is not for this kind of reader, stays shut', async () => {
    const proxy = here.asPerson(await here.person());
    await here.grant(proxy.person, tromp, { rights: ['appointments', 'personal'] });
    expect(await attempt(proxy, to(tromp), ['results'])).toBe('refused: no-right');
    expect(await attempt(proxy, to(tromp), ['personal'])).toBe('refused: no-right');
    expect(await attempt(proxy, to(tromp), ['appointments', 'results'])).toBe('refused: no-right');
    expect(await attempt(proxy, to(tromp), ['appointments'], { what: 'test.page', for: ['self'] })).toBe(
      'refused: no-right',
    );
  });

  test('IN-15 PR-05 what ends, ends between two requests of one session', async () => {
    const parent = here.asPerson(await here.person());
    const child = await here.patient({ birth_date: '2014-12-04' });
    await here.grant(parent.person, child, { basis: 'parent' });
    house.careClock.set('2026-12-03T22:59:59.999Z');
    expect(await attempt(parent, to(child))).toBe('parent');
    house.careClock.set('2026-12-03T23:00:00Z');
    expect(await attempt(parent, to(child))).toBe('refused: ended');

    const proxy = here.asPerson(await here.person());
    const old = await here.patient();
    await here.grant(proxy.person, old);
    expect(await attempt(proxy, to(old))).toBe('proxy');
    await here.inside(({ db }) =>
      db.updateTable('patient').set({ deceased_on: '2026-12-04' }).where('id', '=', old.id).execute(),
    );
    expect(await attempt(proxy, to(old))).toBe('refused: deceased');
    expect(await attempt(self(old), 'own')).toBe('refused: deceased');
    expect(await standingOf(house, proxy)).toEqual({ records: [], because: 'deceased' });
  });

  test('PR-08 the other records that can be opened now are named, the own one first', async () => {
    const person = here.asPerson(tromp.person);
    const [one, gone] = [await here.patient(), await here.patient()];
    await here.grant(tromp.person, one);
    await here.grant(tromp.person, gone, { valid_until: new Date('2020-06-01') });
    const others = await openRecord(house, person, 'own', [], purpose, async (record) => record.others);
    if (isRefusal(others)) throw new Error(others.because);
    expect(others.map(({ owner, own }) => [owner.id, own])).toEqual([
      [tromp.id, true],
      [one.id, false],
    ]);
  });
});

describe('ST-04 an employee', () => {
  test.each<[string, { valid_from?: Date; valid_until?: Date | null }, string]>([
    ['from this moment', { valid_from: new Date(NOON) }, 'staff'],
    ['not yet', { valid_from: new Date('2026-12-03T12:00:00.001Z') }, 'refused: no-relation'],
    ['until this moment', { valid_until: new Date(NOON) }, 'refused: no-relation'],
    ['a moment longer', { valid_until: new Date('2026-12-03T12:00:00.001Z') }, 'staff'],
  ])('with a treatment relation %s', async (_, period, expected) => {
    const patient = await here.patient();
    await here.relation('cardiologie', patient, period);
    const employee = here.asEmployee(await here.employee(['nurse'], ['kno', 'cardiologie']));
    expect(await attempt(employee, to(patient))).toBe(expected);
  });

  test('of no clinic has no relation with anybody, and a clinic’s name is taken literally', async () => {
    for (const clinics of [[], ['%'], ['interne,kno'], ['INTERNE']])
      expect(await attempt(here.asEmployee(await here.employee(['doctor'], clinics)), to(tromp))).toBe(
        'refused: no-relation',
      );
  });

  test.each(['reception', 'desk', 'information', 'helpdesk', 'manager', 'privacy'] as const)(
    'in the role of %s opens no record, related or not',
    async (role) => {
      expect(await attempt(here.asEmployee(await here.employee([role], ['interne'])), to(tromp), [])).toBe(
        'refused: no-right',
      );
    },
  );

  test('who plans, opens appointments and nothing clinical', async () => {
    const planner = here.asEmployee(await here.employee(['planner'], ['interne']));
    expect(await attempt(planner, to(tromp), ['appointments'])).toBe('staff');
    expect(await attempt(planner, to(tromp), ['results'])).toBe('refused: no-right');
  });
});

describe('ST-04 emergency access', () => {
  const reason = 'bewusteloos binnengebracht';

  test('opens one record to one employee, for two hours, as an emergency', async () => {
    const patient = await here.patient();
    const [one, two] = [await here.employee(['doctor'], ['spoed']), await here.employee(['doctor'], ['spoed'])];
    const viewer = here.asEmployee(one);
    expect(await attempt(viewer, to(patient))).toBe('refused: no-relation');
    expect(await openEmergency(house, viewer, patient.id, reason)).toEqual({ until: new Date('2026-12-03T14:00:00Z') });
    await log.since();
    expect(await attempt(viewer, to(patient))).toBe('staff');
    expect(await log.since({ [patient.id]: 'patient' })).toEqual(['record R success test.page (emergency) patient']);
    expect(await attempt(here.asEmployee(two), to(patient))).toBe('refused: no-relation');
    expect(await attempt(viewer, to(await here.patient()))).toBe('refused: no-relation');
    house.wallClock.set('2026-12-03T13:59:59.999Z');
    expect(await attempt(viewer, to(patient))).toBe('staff');
    house.wallClock.set('2026-12-03T14:00:00Z');
    expect(await attempt(viewer, to(patient))).toBe('refused: no-relation');
  });

  test.each(['reception', 'desk', 'information', 'planner', 'assistant', 'helpdesk', 'manager', 'privacy'] as const)(
    'is refused to the role of %s, and written down',
    async (role) => {
      const employee = here.asEmployee(await here.employee([role], ['spoed']));
      expect(isRefusal(await openEmergency(house, employee, tromp.id, reason))).toBe(true);
      expect(await log.since(names())).toEqual(['emergency E denied access.emergency Tromp because no-right']);
    },
  );

  test('of a patient who does not exist is refused, and written down', async () => {
    for (const id of [uuidv7(), 'x', (await elsewhere.patient()).id])
      expect(await openEmergency(house, here.asEmployee(doctor), id, reason)).toEqual({
        refused: true,
        because: 'unknown',
      });
    expect(await log.since()).toEqual(Array(3).fill('emergency E denied access.emergency because unknown'));
  });

  test('is opened once by one form, and asks for a reason in the database too', async () => {
    const patient = await here.patient();
    const viewer = here.asEmployee(doctor);
    const submission = uuidv7();
    await openEmergency(house, viewer, patient.id, reason, submission);
    await openEmergency(house, viewer, patient.id, reason, submission);
    expect(await log.since({ [patient.id]: 'patient' })).toHaveLength(1);
    await expect(openEmergency(house, viewer, patient.id, 'haast')).rejects.toThrow(/check constraint/);
    expect(await log.since()).toEqual([]);
  });

  test('is judged once, by somebody else, through the door of the log', async () => {
    const officer = here.asEmployee(await here.employee(['privacy']));
    const both = await here.employee(['doctor', 'privacy'], ['spoed']);
    const patient = await here.patient();
    await openEmergency(house, here.asEmployee(both), patient.id, reason);
    const open = await openLog(house, officer, { what: 'test.log' }, emergenciesToReview);
    if (isRefusal(open)) throw new Error(open.because);
    const row = open.find((emergency) => emergency.patient === patient.id);
    if (row === undefined) throw new Error('the emergency is not in the list');
    expect(row).toMatchObject({ reason, reviewedAt: null, employee: both.employee });
    const judge = (employee: TestEmployee, id: string) =>
      openLog(house, here.asEmployee(employee), { what: 'test.judge', action: 'U' }, (opened) =>
        reviewEmergency(opened, id, 'justified', null),
      );
    expect(await judge(both, row.id)).toBe(false);
    expect(await judge(doctor, row.id)).toEqual({ refused: true, because: 'no-right' });
    expect(await judge({ ...doctor, employee: officer.employee, roles: ['privacy'] }, row.id)).toBe(true);
    expect(await judge({ ...doctor, employee: officer.employee, roles: ['privacy'] }, row.id)).toBe(false);
    expect(await judge({ ...doctor, roles: ['privacy'] }, 'no-id')).toBe(false);
  });
});

describe('PS-02 the line in the log', () => {
  test('stands before anything is read', async () => {
    const lines = await openRecord(house, self(), 'own', ['proxies'], purpose, async ({ tx: { client } }) => {
      const { rows } = await client.query(`SELECT what FROM audit_event WHERE recorded_at = $1`, [new Date(NOON)]);
      return rows;
    });
    expect(lines).toContainEqual({ what: 'test.page' });
  });

  test('that cannot be written lets nothing through', async () => {
    let ran = false;
    const wrong = { what: 'test.page', action: 'X' as 'R' };
    const opened = openRecord(house, self(), 'own', ['results'], wrong, async () => {
      ran = true;
    });
    await expect(opened).rejects.toThrow(/audit_event_action_check/);
    expect(ran).toBe(false);
    expect(await log.since()).toEqual([]);
  });

  test('that cannot be written undoes what a desk did', async () => {
    const patient = await here.patient({ bsn_verified_at: null });
    const reception = here.asEmployee(await here.employee(['reception']));
    const about = { what: 'test.desk', action: 'X' as 'U', patient: patient.id };
    const done = openDesk(house, reception, 'verify-bsn', about, async ({ db }) => ({
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
    const resource = await here.result(tromp, { visible_from: new Date('2026-12-01') });
    const failed = openRecord(house, here.asEmployee(doctor), to(tromp), ['results'], purpose, async ({ db }) => {
      await db.updateTable('resource').set({ visible_from: null }).where('id', '=', resource).execute();
      throw new Error('the work failed');
    });
    await expect(failed).rejects.toThrow('the work failed');
    expect(await log.since()).toEqual([]);
    const { rows } = await log.superuser.query('SELECT visible_from FROM resource WHERE id = $1', [resource]);
    expect(rows).toEqual([{ visible_from: new Date('2026-12-01') }]);
  });

  test('PR-08 names who acts for whom, on which ground, and what was opened', async () => {
    const proxy = await here.person({ name: 'M. Jansen' });
    await here.grant(proxy, tromp);
    const viewer = { ...here.asPerson(proxy), address: '192.0.2.7' };
    await attempt(viewer, to(tromp), ['results'], { what: 'test.page', also: ['appointments', 'proxies'] });
    const { rows } = await log.superuser.query('SELECT * FROM audit_event ORDER BY id DESC LIMIT 1');
    expect(rows[0]).toMatchObject({
      agent_kind: 'person',
      agent_id: proxy,
      agent_name: 'M. Jansen',
      basis: 'proxy',
      on_behalf_of: tromp.id,
      patient_id: tromp.id,
      purpose: 'PATRQT',
      rights: ['results', 'appointments'],
      network_address: '192.0.2.7',
      session_id: viewer.session,
      recorded_at: new Date(NOON),
    });
  });

  test('ST-04 tells treatment from emergency, with the employee’s name and roles', async () => {
    await attempt(here.asEmployee(doctor), to(tromp), ['results']);
    const { rows } = await log.superuser.query('SELECT * FROM audit_event ORDER BY id DESC LIMIT 1');
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
    await openRecord(house, self(), 'own', ['results'], purpose, async (record) => {
      kept = record;
      prepared = record.db.selectFrom('resource').select('id');
    });
    const ended = /has ended/;
    await expect(kept?.db.selectFrom('patient').select('id').execute()).rejects.toThrow(ended);
    await expect(kept?.having('results')?.db.selectFrom('patient').select('id').execute()).rejects.toThrow(ended);
    await expect(prepared?.execute()).rejects.toThrow(ended);
    await expect(kept?.tx.rescope({ scope: 'desk', organisation: here.id })).rejects.toThrow(ended);
    expect(() => kept?.tx.client).toThrow(ended);
  });

  test('is dead as well when its transaction failed', async () => {
    let kept: OpenRecord | undefined;
    const failing = openRecord(house, self(), 'own', [], purpose, async (record) => {
      kept = record;
      throw new Error('x');
    });
    await failing.catch(() => undefined);
    await expect(kept?.db.selectFrom('patient').select('id').execute()).rejects.toThrow(/has ended/);
  });

  test('of a desk, a worklist and the log is dead too', async () => {
    const all = await here.employee(['doctor', 'privacy'], ['interne']);
    const kept: { db: OpenRecord['db'] }[] = [];
    const keep = async (door: { db: OpenRecord['db'] }) => {
      kept.push(door);
      return { result: 0, shown: [] };
    };
    await openDesk(house, here.asEmployee(all), 'find-patient', purpose, keep);
    await openWorklist(house, here.asEmployee(all), 'interne', purpose, keep);
    await openLog(house, here.asEmployee(all), purpose, keep);
    expect(kept).toHaveLength(3);
    for (const { db } of kept)
      await expect(db.selectFrom('patient').select('id').execute()).rejects.toThrow(/has ended/);
  });

  test('opens beside its rights only what the reader holds', async () => {
    const proxy = await here.person();
    await here.grant(proxy, tromp, { rights: ['appointments', 'results'] });
    const about: Purpose = { what: 'test.page', also: ['results', 'record'] };
    const opened = await openRecord(house, here.asPerson(proxy), to(tromp), ['appointments'], about, async (record) => [
      record.having('results') !== undefined,
      record.having('record') !== undefined,
      record.held,
    ]);
    expect(opened).toEqual([true, false, ['appointments', 'results']]);
  });
});

describe('ST-02 ST-05 the other doors', () => {
  const nothing = async () => ({ result: 'in', shown: [] });

  test.each([
    ['reception', true, false, false],
    ['desk', true, false, false],
    ['information', true, false, false],
    ['planner', true, true, false],
    ['assistant', true, true, false],
    ['nurse', true, true, false],
    ['doctor', true, true, false],
    ['helpdesk', false, false, false],
    ['manager', false, false, false],
    ['privacy', false, false, true],
  ] as const)('%s: the desk %s, the clinic’s work %s, the log %s', async (role, desk, worklist, audit) => {
    const employee = here.asEmployee(await here.employee([role], ['interne']));
    const answers = [
      await openDesk(house, employee, 'find-patient', { what: 'test.desk' }, nothing),
      await openWorklist(house, employee, 'interne', { what: 'test.list' }, nothing),
      await openLog(house, employee, { what: 'test.log' }, nothing),
    ];
    expect(answers.map((answer) => answer === 'in')).toEqual([desk, worklist, audit]);
    const outcome = (open: boolean) => (open ? 'success' : 'denied');
    expect(await log.since()).toEqual([
      `search R ${outcome(desk)} test.desk (role)`,
      `list R ${outcome(worklist)} test.list (role)`,
      `log R ${outcome(audit)} test.log (role)`,
    ]);
  });

  test('ST-04 a clinic where the employee does not work stays shut', async () => {
    expect(isRefusal(await openWorklist(house, here.asEmployee(doctor), 'kno', { what: 'test.list' }, nothing))).toBe(
      true,
    );
    expect(await log.since()).toEqual(['list R denied test.list (role)']);
  });

  test('DO-09 whoever stood in a list is named in the log, each once', async () => {
    const shown = [tromp.id, tromp.id];
    await openWorklist(house, here.asEmployee(doctor), 'interne', { what: 'test.list' }, async () => ({
      result: 0,
      shown,
    }));
    expect(await log.since(names())).toEqual(['list R success test.list (role) shown Tromp']);
  });

  test('PS-02 a search that failed says so, with what was asked', async () => {
    const reception = here.asEmployee(await here.employee(['reception']));
    const about = { what: 'test.search', detail: { name: 'tromp' } };
    await openDesk(house, reception, 'find-patient', about, async () => ({
      result: 0,
      shown: [],
      failed: { because: 'too many' },
    }));
    const { rows } = await log.superuser.query('SELECT outcome, detail FROM audit_event ORDER BY id DESC LIMIT 1');
    expect(rows).toEqual([{ outcome: 'failed', detail: { name: 'tromp', because: 'too many' } }]);
  });

  test('IN-03 a desk that changes one patient cannot change another', async () => {
    const other = await here.patient({ bsn_verified_at: null });
    const reception = here.asEmployee(await here.employee(['reception']));
    const about = { what: 'test.verify', action: 'U' as const, patient: tromp.id };
    const changed = await openDesk(house, reception, 'verify-bsn', about, async ({ db }) => ({
      result: await db
        .updateTable('patient')
        .set({ bsn_verified_at: new Date(NOON) })
        .executeTakeFirst(),
      shown: [],
    }));
    expect(changed).toMatchObject({ numUpdatedRows: 1n });
    expect(await attempt(self(other), 'own')).toBe('limited');
  });
});
