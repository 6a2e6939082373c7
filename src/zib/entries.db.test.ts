import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import {
  type TestEmployee,
  type TestHouse,
  type TestOrganisation,
  type TestPatient,
  type TestPeople,
  testPeople,
} from '../../tests/support/people';
import { isRefusal, type OpenRecord, openRecord, type Viewer } from '../access';
import { uuidv7 } from '../platform/database';
import { authorAndDate, countOf, findResource, Names, namesOf, resourcesOf } from './index';

let database: TestDatabase;
let people: TestPeople;
let house: TestHouse;
let here: TestOrganisation;
let patient: TestPatient;
let doctor: TestEmployee;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  house = people.house('2026-11-23T09:00:00Z');
  doctor = await here.employee(['doctor'], ['interne']);
});
afterAll(async () => {
  await people?.close();
  await database?.close();
});
beforeEach(async () => {
  patient = await here.patient();
});

/** Runs something inside the patient's record. */
async function inside<T>(run: (record: OpenRecord<'record'>) => Promise<T>, viewer?: Viewer): Promise<T> {
  const which = viewer === undefined ? 'own' : { patient: patient.id };
  const asker = viewer ?? here.asPerson(patient.person);
  const outcome = await openRecord(house, asker, which, ['record'], { what: 'record.index' }, run);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome;
}

type Row = Parameters<TestOrganisation['resource']>[1];
const put = (title: string, row: Row = {}) => here.resource(patient, { title, ...row });
const on = (day: string) => ({ effective_on: day, effective_at: new Date(`${day}T08:00:00Z`) });
const titles = async (viewer?: Viewer, types: ('Condition' | 'Procedure')[] = ['Condition', 'Procedure']) =>
  (await inside((record) => resourcesOf(record, 'record', types), viewer)).map(({ title }) => title);

describe('DO-02 what is read of a record', () => {
  test('newest first, what has no date last, of the asked types and room alone', async () => {
    await put('oud', on('2020-01-01'));
    await put('zonder', { effective_on: null, effective_at: null });
    await put('nieuw', { ...on('2026-01-01'), type: 'Procedure' });
    await put('anders', { type: 'Goal' });
    await put('brief', { room: 'documents' });
    expect(await titles()).toEqual(['nieuw', 'oud', 'zonder']);
    expect(await titles(undefined, ['Condition'])).toEqual(['oud', 'zonder']);
  });

  test('DO-12 each reader gets what may be seen, the care team all but mistakes', async () => {
    await put('gewoon');
    await put('straks', { visible_from: new Date('2026-11-23T09:00:01Z') });
    await put('nooit', { visible_from: null });
    await put('vergissing', { status: 'entered-in-error' });
    await put('van een ander', { kept_from: ['patient'] });
    await put('niet voor de ouder', { kept_from: ['parent'] });
    await put('niet voor de gemachtigde', { kept_from: ['proxy'] });
    const person = await here.person();
    await here.grant(person, patient);
    await here.relation('interne', patient);
    expect((await titles()).sort()).toEqual(['gewoon', 'niet voor de gemachtigde', 'niet voor de ouder']);
    expect((await titles(here.asPerson(person))).sort()).toEqual(['gewoon', 'niet voor de ouder']);
    expect((await titles(here.asEmployee(doctor))).sort()).toEqual([
      'gewoon',
      'niet voor de gemachtigde',
      'niet voor de ouder',
      'nooit',
      'straks',
      'van een ander',
    ]);
  });

  test('a narrative and the files of documents do not come with a list', async () => {
    const content = {
      resourceType: 'Condition',
      text: { status: 'generated', div: '<div>x</div>' },
      note: [{ text: 'y' }],
    };
    await put('a', { content: JSON.stringify(content) });
    const [entry] = await inside((record) => resourcesOf(record, 'record', ['Condition']));
    expect(entry?.content).toEqual({ ...content, text: { status: 'generated' } });
  });

  test('at most so many, only of some codes', async () => {
    await put('a', { ...on('2026-01-01'), code: 's|1' });
    await put('b', { ...on('2026-01-02'), code: 's|2' });
    await put('c', { ...on('2026-01-03'), code: 's|1' });
    const read = (wish: object) =>
      inside(async (record) => (await resourcesOf(record, 'record', ['Condition'], wish)).map(({ title }) => title));
    expect(await read({ limit: 2 })).toEqual(['c', 'b']);
    expect(await read({ codes: ['s|1'] })).toEqual(['c', 'a']);
    expect(await read({ codes: [] })).toEqual([]);
  });

  test('one by its id, only where a list would show it', async () => {
    const [seen, hidden] = [await put('a'), await put('b', { visible_from: null })];
    const other = await here.resource(await here.patient(), { title: 'van een ander' });
    const find = (id: string, types: ('Condition' | 'Goal')[] = ['Condition']) =>
      inside(async (record) => (await findResource(record, 'record', types, id))?.title);
    expect(await find(seen)).toBe('a');
    expect(await Promise.all([hidden, other, 'x', ''].map((id) => find(id)))).toEqual(Array(4).fill(undefined));
    expect(await find(seen, ['Goal'])).toBeUndefined();
  });

  test('how many, and the day of the newest', async () => {
    const count = () => inside((record) => countOf(record, 'record', ['Condition']));
    expect(await count()).toEqual({ count: 0, newest: null });
    await put('a', on('2026-01-01'));
    await put('b', on('2026-02-01'));
    await put('c', { ...on('2026-03-01'), visible_from: null });
    expect(await count()).toEqual({ count: 2, newest: '2026-02-01' });
  });
});

describe('DO-02 what references are called', () => {
  const named = (reference: object, viewer?: Viewer) =>
    inside(async (record) => (await namesOf(record, [{ reason: reference }])).of(reference), viewer);

  test('what stands in the record by its own title, unless this reader may not see it', async () => {
    const [seen, hidden] = [await put('Artrose'), await put('Geheim', { visible_from: null })];
    await here.relation('interne', patient);
    expect(await named({ reference: `Condition/${seen}`, display: 'Problem' })).toBe('Artrose');
    expect(await named({ reference: `Condition/${hidden}` })).toBeUndefined();
    expect(await named({ reference: `Condition/${hidden}` }, here.asEmployee(doctor))).toBe('Geheim');
    const theirs = await here.resource(await here.patient(), { title: 'van een ander' });
    expect(await named({ reference: `Condition/${theirs}` })).toBeUndefined();
  });

  test('people by the words of the reference, else by the directory; a role by its person', async () => {
    const [person, role] = [uuidv7(), uuidv7()];
    await here.inside(async ({ db }) => {
      const row = (id: string, type: string, title: string | null, content: object) => ({
        organisation_id: here.id,
        id,
        type,
        source: 'test',
        source_id: id,
        version: 1,
        hash: '-',
        content: JSON.stringify(content),
        title,
        received_at: new Date(0),
        updated_at: new Date(0),
      });
      await db
        .insertInto('directory_resource')
        .values([
          row(person, 'Practitioner', 'S. Okafor', {}),
          row(role, 'PractitionerRole', null, { practitioner: { reference: `Practitioner/${person}` } }),
        ])
        .execute();
    });
    expect(await named({ reference: `Practitioner/${person}` })).toBe('S. Okafor');
    expect(await named({ reference: `PractitionerRole/${role}` })).toBe('S. Okafor');
    expect(await named({ reference: `Practitioner/${person}`, display: 'dr. S. Okafor, chirurg' })).toBe(
      'dr. S. Okafor, chirurg',
    );
    expect(await named({ reference: 'Practitioner/elders' })).toBeUndefined();
    expect(await named({ display: 'de huisarts' })).toBe('de huisarts');
  });

  test('what stands inside the resource by its name', () => {
    const contained = [
      { resourceType: 'Practitioner', id: 'a', name: [{ given: ['Jo'], family: 'Bakker' }] },
      { resourceType: 'Device', id: 'b', type: { coding: [{ display: 'Rollator' }] } },
      { resourceType: 'Organization', id: 'c', name: 'Thuiszorg X' },
    ];
    const names = new Names(new Map());
    expect(['#a', '#b', '#c', '#d'].map((reference) => names.of({ reference }, { contained }))).toEqual([
      'Jo Bakker',
      'Rollator',
      'Thuiszorg X',
      undefined,
    ]);
  });
});

describe('DO-02 who says so, and when', () => {
  const said = (content: object) =>
    authorAndDate({ content: { resourceType: 'Condition', ...content } as never }, new Names(new Map()));

  test.each([
    [{ recordedDate: '2026-11', asserter: { display: 'dr. A' }, recorder: { display: 'B' } }, 'dr. A', '2026-11'],
    [{ issued: '2026-11-03T10:00:00Z', performer: [{ display: 'C' }] }, 'C', '2026-11-03T10:00:00Z'],
    [{ performer: [{ actor: { display: 'D' } }] }, 'D', undefined],
    [{ participant: [{ individual: { display: 'E' } }], authoredOn: '2020' }, 'E', '2020'],
    [{ performer: [{ reference: 'Practitioner/x' }, { display: 'F' }] }, 'F', undefined],
    [{ participant: [{ type: [] }] }, undefined, undefined],
  ])('%j', (content, author, on) => {
    expect(said(content)).toEqual({ author, byPatient: false, on });
  });

  test('the patient’s own word is called so, whatever the name', () => {
    expect(said({ asserter: { reference: 'Patient/1', display: 'W. Tromp' } })).toMatchObject({ byPatient: true });
  });
});
