/**
 * People, records and what belongs to them, straight into a test database: organisations from the presets, the rest as
 * the worker in scope `system`. Everything has a sensible default, so that a test says only what it is about.
 */
import type { Insertable } from 'kysely';
import type { Schema } from '../../db/schema';
import {
  type AccessPolicy,
  type EmployeeViewer,
  type House,
  type PersonViewer,
  type RecordRight,
  type Role,
  recordRights,
} from '../../src/access';
import { addPatients, addPerson, demoBsn } from '../../src/people';
import { openPool, type Pool, type Transaction, transaction, uuidv7 } from '../../src/platform/database';
import { fixedClock } from '../../src/platform/time';
import { accessPolicyOf, loadPreset } from '../../src/policies';
import { recogniseEmployee } from '../../src/sign-in/store';
import type { TestDatabase } from './database';
import { addOrganisation } from './import-world';

/** Everything here happened long before any test's 'now'. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

type Row<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

export interface TestPatient {
  readonly id: string;
  /** Who signs in for the own record. */
  readonly person: string;
  readonly bsn: string;
}

/** What `portal.employee` takes. */
export type TestEmployee = Omit<EmployeeViewer, 'kind' | 'session' | 'organisation' | 'address'>;

export interface TestOrganisation {
  readonly id: string;
  readonly slug: string;
  /** Somebody who is no patient here (a proxy). */
  person(row?: { bsn?: string | null; name?: string | null }): Promise<string>;
  /** Born 1957-03-14, BSN verified, alive, unless said otherwise. */
  patient(row?: Row<'patient'> & { bsn?: string }): Promise<TestPatient>;
  /** All rights, as proxy, since long and without end, unless said otherwise. */
  grant(person: string, patient: TestPatient, row?: Row<'access_grant'> & { rights?: RecordRight[] }): Promise<string>;
  /** A treatment relation of a clinic, since long and without end, unless said otherwise. */
  relation(clinic: string, patient: TestPatient, row?: Row<'treatment_relation'>): Promise<void>;
  employee(roles: Role[], clinics?: string[], name?: string): Promise<TestEmployee>;
  /** A FHIR resource; visible since long in room `record`, unless said otherwise. */
  resource(patient: TestPatient, row?: Row<'resource'>): Promise<string>;
  /** A result with its release row; both visible since long, unless said otherwise. */
  result(patient: TestPatient, row?: Row<'resource'>, release?: Row<'result_release'>): Promise<string>;
  /** A visit to a clinic from `startsAt`, half an hour long, unless said otherwise. */
  appointment(patient: TestPatient, startsAt: string, row?: Row<'appointment'>): Promise<string>;
  /** Anything else, as the worker. */
  inside<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The viewers as the doors take them, without a session of HTTP. */
  asPerson(person: string): PersonViewer;
  asEmployee(employee: TestEmployee): EmployeeViewer;
}

export interface TestHouse extends House {
  readonly careClock: ReturnType<typeof fixedClock>;
  readonly wallClock: ReturnType<typeof fixedClock>;
}

export interface TestPeople {
  /** The pools of the two logins, for a test's own use. */
  readonly web: Pool;
  readonly worker: Pool;
  /** Makes an organisation from its preset. */
  organisation(slug: string): Promise<TestOrganisation>;
  /** What the doors need, without the rest of the program; both clocks stand at `at`. */
  house(at: Date | string, policy?: Partial<AccessPolicy>): TestHouse;
  close(): Promise<void>;
}

let patients = 0;

/** Opens both logins of a test database. Close it before the database. */
export function testPeople(database: TestDatabase): TestPeople {
  const web = openPool(database.webUrl, { name: 'test-web', max: 6 });
  const worker = openPool(database.workerUrl, { name: 'test-worker', max: 4 });
  const slugs = new Map<string, string>();
  return {
    web,
    worker,
    async organisation(slug) {
      const id = await addOrganisation(worker, slug);
      slugs.set(id, slug);
      return makeOrganisation(slug, id, web, worker);
    },
    house: (at, policy = {}) => ({
      pool: web,
      careClock: fixedClock(at),
      wallClock: fixedClock(at),
      accessPolicy: (id) => ({ ...accessPolicyOf(loadPreset(slugs.get(id) ?? '')), ...policy }),
    }),
    close: async () => {
      await web.end();
      await worker.end();
    },
  };
}

function makeOrganisation(slug: string, id: string, web: Pool, worker: Pool): TestOrganisation {
  const inside = <T>(run: (tx: Transaction) => Promise<T>) =>
    transaction(worker, { scope: 'system', organisation: id }, run);
  const put = <Table extends keyof Schema>(table: Table, row: Insertable<Schema[Table]>) =>
    inside(async ({ db }) => {
      await db.insertInto(table).values(row).execute();
    });
  return {
    id,
    slug,
    inside,
    async person({ bsn = null, name = 'J. Bakker' } = {}) {
      const person = uuidv7();
      await inside((tx) => addPerson(tx, id, { id: person, bsn, name }, LONG_AGO));
      return person;
    },
    async patient({ bsn = demoBsn(patients++), ...row } = {}) {
      const patient = { id: row.id ?? uuidv7(), person: row.person_id ?? uuidv7(), bsn };
      await inside((tx) => addPatients(tx, id, [patientRecord(patient, row)], LONG_AGO));
      return patient;
    },
    async grant(person, patient, row = {}) {
      const grant = row.id ?? uuidv7();
      await put('access_grant', {
        organisation_id: id,
        id: grant,
        person_id: person,
        patient_id: patient.id,
        rights: [...recordRights],
        basis: 'proxy',
        valid_from: LONG_AGO,
        valid_until: null,
        ended_at: null,
        created_at: LONG_AGO,
        ...row,
      });
      return grant;
    },
    relation: (clinic, patient, row = {}) =>
      put('treatment_relation', {
        organisation_id: id,
        id: uuidv7(),
        clinic,
        patient_id: patient.id,
        source: 'appointment',
        source_id: uuidv7(),
        valid_from: LONG_AGO,
        valid_until: null,
        ...row,
      }),
    async employee(roles, clinics = [], name = 'S. de Boer') {
      const subject = uuidv7();
      const jobTitle = roles[0] ?? null;
      const employee = await recogniseEmployee(web, id, { subject, name, jobTitle }, LONG_AGO);
      return { employee, name, jobTitle, roles, clinics };
    },
    async resource(patient, row = {}) {
      const full = resourceRow(id, patient, row);
      await put('resource', full);
      return full.id;
    },
    async result(patient, row = {}, release = {}) {
      const resource = resourceRow(id, patient, { room: 'results', type: 'Observation', title: 'Hemoglobine', ...row });
      await put('resource', resource);
      await put('result_release', {
        organisation_id: id,
        resource_id: resource.id,
        patient_id: patient.id,
        category: 'haematology',
        setting: 'outpatient',
        orderer: 'own',
        location: null,
        known_at: LONG_AGO,
        final_at: LONG_AGO,
        discharged_at: null,
        policy_version: 1,
        visible_from: resource.visible_from,
        reason: resource.visible_from === null ? 'awaits-clinician' : 'when-final',
        announced: false,
        effective_on: resource.effective_on,
        kept_from: resource.kept_from ?? [],
        ...release,
      });
      return resource.id;
    },
    async appointment(patient, startsAt, row = {}) {
      const starts = new Date(startsAt);
      const appointment = row.id ?? uuidv7();
      await put('appointment', {
        organisation_id: id,
        id: appointment,
        patient_id: patient.id,
        source: 'test',
        source_id: appointment,
        hash: '-',
        clinic: 'interne',
        title: 'Controle',
        practitioner: null,
        location: null,
        place: null,
        kind: 'visit',
        status: 'booked',
        starts_at: starts,
        ends_at: new Date(starts.getTime() + 1_800_000),
        instructions: null,
        updated_at: LONG_AGO,
        ...row,
      });
      return appointment;
    },
    asPerson: (person) => ({ kind: 'person', organisation: id, person, session: uuidv7() }),
    asEmployee: (employee) => ({ kind: 'employee', organisation: id, session: uuidv7(), ...employee }),
  };
}

function patientRecord(patient: TestPatient, row: Row<'patient'>) {
  const { birth_date = '1957-03-14', bsn_verified_at = LONG_AGO } = row;
  return {
    id: patient.id,
    personId: patient.person,
    bsn: patient.bsn,
    number: row.number ?? patient.bsn,
    name: {
      family: row.family_name ?? 'Tromp',
      prefix: row.family_prefix ?? null,
      initials: row.initials ?? 'W.',
      given: row.given_name ?? null,
    },
    sex: row.sex ?? ('male' as const),
    birthDate: birth_date,
    deceasedOn: row.deceased_on ?? null,
    bsnVerifiedAt: bsn_verified_at,
    source: row.source ?? 'test',
    newPerson: true,
  };
}

function resourceRow(organisation: string, patient: TestPatient, row: Row<'resource'>) {
  const id = row.id ?? uuidv7();
  const type = row.type ?? 'Condition';
  return {
    organisation_id: organisation,
    id,
    patient_id: patient.id,
    room: 'record',
    source: 'test',
    source_id: id,
    version: 1,
    hash: '-',
    content: JSON.stringify({ resourceType: type, id }),
    extracted_by: 1,
    status: 'final',
    code: null,
    title: 'Hypertensie',
    effective_at: LONG_AGO,
    effective_on: '2020-01-01',
    part_of: null,
    encounter_id: null,
    location: null,
    visible_from: LONG_AGO,
    received_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...row,
    type,
  } satisfies Insertable<Schema['resource']>;
}
