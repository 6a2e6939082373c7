/** The doors without the rest of the program: an organisation with a patient and a doctor, another, and the log. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { isRefusal, openRecord, type Purpose, type RecordRight, type Viewer, type Which } from '../../src/access';
import { type WrittenLog, writtenLog } from './audit';
import { type TestDatabase, withDatabase } from './database';
import {
  type TestEmployee,
  type TestHouse,
  type TestOrganisation,
  type TestPatient,
  type TestPeople,
  testPeople,
} from './people';

export const NOON = '2026-12-03T12:00:00Z';
export const purpose: Purpose = { what: 'test.page' };

export class Doors {
  database!: TestDatabase;
  people!: TestPeople;
  log!: WrittenLog;
  here!: TestOrganisation;
  elsewhere!: TestOrganisation;
  house!: TestHouse;
  tromp!: TestPatient;
  /** Of the clinic 'interne', which has a treatment relation with Tromp. */
  doctor!: TestEmployee;

  readonly names = () => ({ [this.tromp.id]: 'Tromp' });
  readonly self = (patient = this.tromp) => this.here.asPerson(patient.person);

  /** Opens, and says in a word how that ended: the viewer's kind, or why not. */
  readonly attempt = async (
    viewer: Viewer,
    which: Which,
    rights: readonly RecordRight[] = ['appointments'],
    about: Purpose = purpose,
  ): Promise<string> => {
    const answer = await openRecord(this.house, viewer, which, rights, about, async (record) => record.kind);
    return isRefusal(answer) ? `refused: ${answer.because}` : answer;
  };
}

export const to = (patient: TestPatient): Which => ({ patient: patient.id });

/** Both clocks stand at noon before each test, and what was written before is read already. */
export function useDoors(): Doors {
  const doors = new Doors();
  beforeAll(async () => {
    doors.database = await withDatabase();
    doors.people = testPeople(doors.database);
    doors.log = writtenLog(doors.database);
    doors.here = await doors.people.organisation('duinzicht');
    doors.elsewhere = await doors.people.organisation('maasoever');
    doors.tromp = await doors.here.patient();
    doors.doctor = await doors.here.employee(['doctor'], ['interne']);
    await doors.here.relation('interne', doors.tromp);
  });
  beforeEach(async () => {
    doors.house = doors.people.house(NOON);
    await doors.log.since();
  });
  afterAll(async () => {
    await doors.log.close();
    await doors.people.close();
    await doors.database.close();
  });
  return doors;
}
