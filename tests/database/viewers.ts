/** Every kind of viewer there is, with what each may, written by hand: what the walks over all routes are held against. */
import { afterAll, beforeAll } from 'vitest';
import { type RecordRight, type Role, recordRights } from '../../src/access';
import { type WrittenLog, writtenLog } from '../support/audit';
import { type TestDatabase, withDatabase } from '../support/database';
import { letterRow, medicineRow } from '../support/papers';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../support/people';
import { type Browser, type Portal, startPortal } from '../support/portal';

const NOW = '2026-12-03T12:00:00Z';

/** One kind of viewer: how to be it, and what it may, by hand. */
export interface Viewer {
  readonly signIn: () => Promise<Browser>;
  /** A person's own record. */
  readonly own?: { kind: string; rights: readonly RecordRight[] };
  /** Another's record, that of `target`. */
  readonly other?: { kind: string; rights: readonly RecordRight[] };
  /** An employee: what the roles hold of a record with which there is a relation, and what they may do beside it. */
  readonly staff?: { rights: readonly RecordRight[]; abilities: readonly string[] };
  readonly person?: true;
  readonly target: () => TestPatient;
}

const all = recordRights;
const asProxy = all.filter((right) => !['proxies', 'personal', 'settings'].includes(right));
const asParent = all.filter((right) => right !== 'settings');
const care: RecordRight[] = [
  'appointments',
  'results',
  'record',
  'medication',
  'messages',
  'questionnaires',
  'documents',
  'personal',
];

let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
let log: WrittenLog;
let here: TestOrganisation;
let elsewhere: TestOrganisation;
const patients: Record<string, TestPatient> = {};
/** What a patient has, by the names of parameters in addresses. */
export const things = new Map<string, Record<string, string>>();

export const patient = (name: string): TestPatient => {
  const found = patients[name];
  if (found === undefined) throw new Error(`no patient ${name}`);
  return found;
};

/** Makes them before the tests of a file; gives what the tests look at. */
export function useViewers() {
  beforeAll(makeAll);
  afterAll(async () => {
    await log.close();
    await portal.close();
    await people.close();
    await database.close();
  });
  return { portal: () => portal, log: () => log, here: () => here };
}

async function makeAll(): Promise<void> {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  elsewhere = await people.organisation('maasoever');
  const rows = {
    tromp: {},
    neighbour: { family_name: 'Smit' },
    unverified: { bsn_verified_at: null },
    child: { birth_date: '2018-06-01' },
    twelve: { birth_date: '2014-12-03' },
    deceased: { deceased_on: '2026-12-01' },
  };
  for (const [name, row] of Object.entries(rows)) patients[name] = await here.patient(row);
  patients.theirs = await elsewhere.patient();
  for (const owner of Object.values(patients)) {
    const organisation = owner === patients.theirs ? elsewhere : here;
    const uitslag = await organisation.result(owner);
    const komend = await organisation.result(owner, { visible_from: null });
    const bezoek = await organisation.resource(owner, { type: 'Encounter' });
    const afspraak = await organisation.appointment(owner, '2026-12-10T09:00:00Z', { encounters: [bezoek] });
    const verslag = { room: 'documents', type: 'Composition', code: 'http://loinc.org|34133-9', encounter_id: bezoek };
    await organisation.resource(owner, verslag);
    const report = { type: 'Composition', code: 'http://loinc.org|11488-4' };
    const parts = {
      medicijn: await organisation.resource(owner, medicineRow),
      brief: await organisation.resource(owner, letterRow),
      nummer: '1',
      verslag: await organisation.resource(owner, report),
      episode: await organisation.resource(owner, { type: 'EpisodeOfCare' }),
    };
    things.set(owner.id, { uitslag, komend, afspraak, ...parts });
    if (owner !== patients.neighbour) await organisation.relation('interne', owner);
  }
  portal = await startPortal(database, NOW);
  log = writtenLog(database);
}

const asPatient = (name: string) => () => portal.person(here.slug, patient(name).person);

/** Somebody who is no patient here, with a grant to a record. */
const withGrant = (name: string, row: Parameters<TestOrganisation['grant']>[2]) => {
  let person: Promise<string> | undefined;
  const make = async () => {
    const id = await here.person();
    await here.grant(id, patient(name), row);
    return id;
  };
  return async () => {
    person ??= make();
    return portal.person(here.slug, await person);
  };
};

export const asEmployee = (roles: Role[], clinics: string[] = ['interne']) => {
  const made = new Map<string, ReturnType<TestOrganisation['employee']>>();
  return async () => {
    const employee = made.get('one') ?? here.employee(roles, clinics);
    made.set('one', employee);
    return portal.employee(here.slug, await employee);
  };
};

export const tromp = () => patient('tromp');
const staff = (roles: Role[], rights: readonly RecordRight[], can: string[]): Viewer => ({
  signIn: asEmployee(roles),
  staff: { rights, abilities: can },
  target: tromp,
});

export const viewers: Record<string, Viewer> = {
  nobody: { signIn: async () => portal.anonymous(here.slug), target: tromp },
  'the patient': { signIn: asPatient('tromp'), person: true, own: { kind: 'self', rights: all }, target: tromp },
  'a patient with limited access': {
    signIn: asPatient('unverified'),
    person: true,
    own: { kind: 'limited', rights: ['appointments'] },
    target: tromp,
  },
  'another patient': {
    signIn: asPatient('neighbour'),
    person: true,
    own: { kind: 'self', rights: all },
    target: tromp,
  },
  'a child under 12': {
    signIn: asPatient('child'),
    person: true,
    own: { kind: 'limited', rights: ['appointments'] },
    target: tromp,
  },
  'a patient after death': { signIn: asPatient('deceased'), person: true, target: tromp },
  'a proxy': { signIn: withGrant('tromp', {}), person: true, other: { kind: 'proxy', rights: asProxy }, target: tromp },
  'a narrowed proxy': {
    signIn: withGrant('tromp', { rights: ['appointments'] }),
    person: true,
    other: { kind: 'proxy', rights: ['appointments'] },
    target: tromp,
  },
  'a proxy whose access ended': {
    signIn: withGrant('tromp', { ended_at: new Date('2026-12-01') }),
    person: true,
    target: tromp,
  },
  'a proxy whose time is over': {
    signIn: withGrant('tromp', { valid_until: new Date(NOW) }),
    person: true,
    target: tromp,
  },
  'the proxy of somebody who died': {
    signIn: withGrant('deceased', {}),
    person: true,
    target: () => patient('deceased'),
  },
  'a proxy, at another’s record': { signIn: withGrant('tromp', {}), person: true, target: () => patient('neighbour') },
  'a parent': {
    signIn: withGrant('child', { basis: 'parent' }),
    person: true,
    other: { kind: 'parent', rights: asParent },
    target: () => patient('child'),
  },
  'a parent after the 12th birthday': {
    signIn: withGrant('twelve', { basis: 'parent' }),
    person: true,
    target: () => patient('twelve'),
  },
  'a legal representative': {
    signIn: withGrant('tromp', { basis: 'legal' }),
    person: true,
    other: { kind: 'legal', rights: asParent },
    target: tromp,
  },
  'a doctor': staff(['doctor'], care, ['find-patient', 'open-emergency', 'decide-results']),
  'a doctor without relation': {
    ...staff(['doctor'], [], ['find-patient', 'open-emergency', 'decide-results']),
    target: () => patient('neighbour'),
  },
  'a doctor of another clinic': {
    ...staff(['doctor'], [], ['find-patient', 'open-emergency', 'decide-results']),
    signIn: asEmployee(['doctor'], ['kno']),
  },
  'a nurse': staff(['nurse'], care, ['find-patient', 'open-emergency']),
  'an assistant': staff(['assistant'], care, ['find-patient']),
  'a planner': staff(['planner'], ['appointments'], ['find-patient']),
  reception: staff(['reception'], [], ['find-patient', 'verify-bsn']),
  'a desk': staff(['desk'], [], ['find-patient']),
  'the information department': staff(['information'], [], ['find-patient']),
  'the help desk': staff(['helpdesk'], [], []),
  'a manager': staff(['manager'], [], []),
  'the privacy officer': staff(['privacy'], [], ['review-log']),
  'an employee without any role': staff([], [], []),
  'a doctor of another organisation': { signIn: () => sessionOfElsewhere('employee'), target: tromp },
  'a patient of another organisation': { signIn: () => sessionOfElsewhere('person'), target: tromp },
};

/** A session that is alive over there, shown here. */
async function sessionOfElsewhere(kind: 'person' | 'employee'): Promise<Browser> {
  const there =
    kind === 'person'
      ? await portal.person(elsewhere.slug, patient('theirs').person)
      : await portal.employee(elsewhere.slug, await elsewhere.employee(['doctor', 'privacy'], ['interne']));
  return portal.anonymous(here.slug, { cookie: there.cookie });
}
