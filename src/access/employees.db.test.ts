/** What employees open: records with a relation or in an emergency, desks, a clinic's work, the log. */
import { describe, expect, test } from 'vitest';
import { NOON, to, useDoors } from '../../tests/support/doors';
import type { TestEmployee } from '../../tests/support/people';
import { uuidv7 } from '../platform/database';
import { emergenciesToReview, openEmergency, reviewEmergency } from './emergency';
import { isRefusal } from './house';
import { openDesk, openLog, openWorklist } from './other-doors';

const doors = useDoors();
const { attempt, names, self } = doors;

describe('ST-04 an employee', () => {
  test.each<[string, { valid_from?: Date; valid_until?: Date | null }, string]>([
    ['from this moment', { valid_from: new Date(NOON) }, 'staff'],
    ['not yet', { valid_from: new Date('2026-12-03T12:00:00.001Z') }, 'refused: no-relation'],
    ['until this moment', { valid_until: new Date(NOON) }, 'refused: no-relation'],
    ['a moment longer', { valid_until: new Date('2026-12-03T12:00:00.001Z') }, 'staff'],
  ])('with a treatment relation %s', async (_, period, expected) => {
    const patient = await doors.here.patient();
    await doors.here.relation('cardiologie', patient, period);
    const employee = doors.here.asEmployee(await doors.here.employee(['nurse'], ['kno', 'cardiologie']));
    expect(await attempt(employee, to(patient))).toBe(expected);
  });

  test('of no clinic has no relation with anybody, and a clinic’s name is taken literally', async () => {
    for (const clinics of [[], ['%'], ['interne,kno'], ['INTERNE']])
      expect(
        await attempt(doors.here.asEmployee(await doors.here.employee(['doctor'], clinics)), to(doors.tromp)),
      ).toBe('refused: no-relation');
  });

  test.each(['reception', 'desk', 'information', 'helpdesk', 'manager', 'privacy'] as const)(
    'in the role of %s opens no record, related or not',
    async (role) => {
      expect(
        await attempt(doors.here.asEmployee(await doors.here.employee([role], ['interne'])), to(doors.tromp), []),
      ).toBe('refused: no-right');
    },
  );

  test('who plans, opens appointments and nothing clinical', async () => {
    const planner = doors.here.asEmployee(await doors.here.employee(['planner'], ['interne']));
    expect(await attempt(planner, to(doors.tromp), ['appointments'])).toBe('staff');
    expect(await attempt(planner, to(doors.tromp), ['results'])).toBe('refused: no-right');
  });
});

describe('ST-04 emergency access', () => {
  const reason = 'bewusteloos binnengebracht';

  test('opens one record to one employee, for two hours, as an emergency', async () => {
    const patient = await doors.here.patient();
    const [one, two] = [
      await doors.here.employee(['doctor'], ['spoed']),
      await doors.here.employee(['doctor'], ['spoed']),
    ];
    const viewer = doors.here.asEmployee(one);
    expect(await attempt(viewer, to(patient))).toBe('refused: no-relation');
    expect(await openEmergency(doors.house, viewer, patient.id, reason)).toEqual({
      until: new Date('2026-12-03T14:00:00Z'),
    });
    await doors.log.since();
    expect(await attempt(viewer, to(patient))).toBe('staff');
    expect(await doors.log.since({ [patient.id]: 'patient' })).toEqual([
      'record R success test.page (emergency) patient',
    ]);
    expect(await attempt(doors.here.asEmployee(two), to(patient))).toBe('refused: no-relation');
    expect(await attempt(viewer, to(await doors.here.patient()))).toBe('refused: no-relation');
    doors.house.wallClock.set('2026-12-03T13:59:59.999Z');
    expect(await attempt(viewer, to(patient))).toBe('staff');
    doors.house.wallClock.set('2026-12-03T14:00:00Z');
    expect(await attempt(viewer, to(patient))).toBe('refused: no-relation');
  });

  test.each(['reception', 'desk', 'information', 'planner', 'assistant', 'helpdesk', 'manager', 'privacy'] as const)(
    'is refused to the role of %s, and written down',
    async (role) => {
      const employee = doors.here.asEmployee(await doors.here.employee([role], ['spoed']));
      expect(isRefusal(await openEmergency(doors.house, employee, doors.tromp.id, reason))).toBe(true);
      expect(await doors.log.since(names())).toEqual(['emergency E denied access.emergency Tromp because no-right']);
    },
  );

  test('of a patient who does not exist is refused, and written down', async () => {
    for (const id of [uuidv7(), 'x', (await doors.elsewhere.patient()).id])
      expect(await openEmergency(doors.house, doors.here.asEmployee(doors.doctor), id, reason)).toEqual({
        refused: true,
        because: 'unknown',
      });
    expect(await doors.log.since()).toEqual(Array(3).fill('emergency E denied access.emergency because unknown'));
  });

  test('is opened once by one form, and asks for a reason in the database too', async () => {
    const patient = await doors.here.patient();
    const viewer = doors.here.asEmployee(doors.doctor);
    const submission = uuidv7();
    await openEmergency(doors.house, viewer, patient.id, reason, submission);
    await openEmergency(doors.house, viewer, patient.id, reason, submission);
    expect(await doors.log.since({ [patient.id]: 'patient' })).toHaveLength(1);
    await expect(openEmergency(doors.house, viewer, patient.id, 'haast')).rejects.toThrow(/check constraint/);
    expect(await doors.log.since()).toEqual([]);
  });

  test('is judged once, by somebody else, through the door of the log', async () => {
    const officer = doors.here.asEmployee(await doors.here.employee(['privacy']));
    const both = await doors.here.employee(['doctor', 'privacy'], ['spoed']);
    const patient = await doors.here.patient();
    await openEmergency(doors.house, doors.here.asEmployee(both), patient.id, reason);
    const open = await openLog(doors.house, officer, { what: 'test.log' }, emergenciesToReview);
    if (isRefusal(open)) throw new Error(open.because);
    const row = open.find((emergency) => emergency.patient === patient.id);
    if (row === undefined) throw new Error('the emergency is not in the list');
    expect(row).toMatchObject({ reason, reviewedAt: null, employee: both.employee });
    const judge = (employee: TestEmployee, id: string) =>
      openLog(doors.house, doors.here.asEmployee(employee), { what: 'test.judge', action: 'U' }, (opened) =>
        reviewEmergency(opened, id, 'justified', null),
      );
    expect(await judge(both, row.id)).toBe(false);
    expect(await judge(doors.doctor, row.id)).toEqual({ refused: true, because: 'no-right' });
    expect(await judge({ ...doors.doctor, employee: officer.employee, roles: ['privacy'] }, row.id)).toBe(true);
    expect(await judge({ ...doors.doctor, employee: officer.employee, roles: ['privacy'] }, row.id)).toBe(false);
    expect(await judge({ ...doors.doctor, roles: ['privacy'] }, 'no-id')).toBe(false);
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
  ] as const)('%s: the desk %s, the clinic’s work %s, the doors.log %s', async (role, desk, worklist, audit) => {
    const employee = doors.here.asEmployee(await doors.here.employee([role], ['interne']));
    const answers = [
      await openDesk(doors.house, employee, 'find-patient', { what: 'test.desk' }, nothing),
      await openWorklist(doors.house, employee, 'interne', { what: 'test.list' }, nothing),
      await openLog(doors.house, employee, { what: 'test.log' }, nothing),
    ];
    expect(answers.map((answer) => answer === 'in')).toEqual([desk, worklist, audit]);
    const outcome = (open: boolean) => (open ? 'success' : 'denied');
    expect(await doors.log.since()).toEqual([
      `search R ${outcome(desk)} test.desk (role)`,
      `list R ${outcome(worklist)} test.list (role)`,
      `log R ${outcome(audit)} test.log (role)`,
    ]);
  });

  test('ST-04 a clinic where the employee does not work stays shut', async () => {
    expect(
      isRefusal(
        await openWorklist(doors.house, doors.here.asEmployee(doors.doctor), 'kno', { what: 'test.list' }, nothing),
      ),
    ).toBe(true);
    expect(await doors.log.since()).toEqual(['list R denied test.list (role)']);
  });

  test('DO-09 whoever stood in a list is named in the doors.log, each once', async () => {
    const shown = [doors.tromp.id, doors.tromp.id];
    await openWorklist(
      doors.house,
      doors.here.asEmployee(doors.doctor),
      'interne',
      { what: 'test.list' },
      async () => ({
        result: 0,
        shown,
      }),
    );
    expect(await doors.log.since(names())).toEqual(['list R success test.list (role) shown Tromp']);
  });

  test('PS-02 a search that failed says so, with what was asked', async () => {
    const reception = doors.here.asEmployee(await doors.here.employee(['reception']));
    const about = { what: 'test.search', detail: { name: 'tromp' } };
    await openDesk(doors.house, reception, 'find-patient', about, async () => ({
      result: 0,
      shown: [],
      failed: { because: 'too many' },
    }));
    const { rows } = await doors.log.superuser.query(
      'SELECT outcome, detail FROM audit_event ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ outcome: 'failed', detail: { name: 'tromp', because: 'too many' } }]);
  });

  test('IN-03 a desk that changes one patient cannot change another', async () => {
    const other = await doors.here.patient({ bsn_verified_at: null });
    const reception = doors.here.asEmployee(await doors.here.employee(['reception']));
    const about = { what: 'test.verify', action: 'U' as const, patient: doors.tromp.id };
    const changed = await openDesk(doors.house, reception, 'verify-bsn', about, async ({ db }) => ({
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
