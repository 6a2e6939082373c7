import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { type RecordRight, recordRights } from '../access';

const path = '/dossier/samenvatting';
let database: TestDatabase;
let people: TestPeople;
let amstelland: TestOrganisation;
let portal: Portal;
let patient: TestPatient;
let browser: Browser;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  amstelland = await people.organisation('amstelland');
  portal = await startPortal(database, '2026-11-23T09:00:00Z');
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});
beforeEach(async () => {
  patient = await amstelland.patient();
  browser = await portal.person('amstelland', patient.person);
});

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1');

const read = async (as = browser, under = '') => textOf((await as.get(`${under}${path}`)).body);
type Given = Parameters<TestOrganisation['resource']>[1];
type Content = { resourceType: string } & Record<string, unknown>;

const put = (content: Content, row: Given = {}, of = patient) =>
  amstelland.resource(of, {
    type: content.resourceType,
    title: null,
    status: null,
    content: JSON.stringify(content),
    ...row,
  });

const concept = (text: string) => ({ text });
const state = (code: string) => ({ coding: [{ code }] });

/** One thing of each part, and the room that it stands in. */
const one: readonly [part: string, content: Content, row?: Given][] = [
  ['Waarschuwingen', { resourceType: 'Flag', status: 'active', code: concept('Wespensteek') }],
  ['Allergieën', { resourceType: 'AllergyIntolerance', clinicalStatus: state('active'), code: concept('Wespensteek') }],
  [
    'Gezondheidsproblemen',
    { resourceType: 'Condition', clinicalStatus: state('active'), code: concept('Wespensteek') },
  ],
  [
    'Medicijnen',
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: concept('Wespensteek'),
    },
    { room: 'medication', title: 'Wespensteek' },
  ],
  ['Vaccinaties', { resourceType: 'Immunization', status: 'completed', vaccineCode: concept('Wespensteek') }],
  [
    'Metingen',
    {
      resourceType: 'Observation',
      status: 'final',
      category: [state('vital-signs')],
      code: concept('Wespensteek'),
      valueInteger: 3,
    },
  ],
  [
    'Eigen huisarts',
    { resourceType: 'Patient', generalPractitioner: [{ display: 'Wespensteek' }] },
    { room: 'personal' },
  ],
];

describe.each(one)('DO-01 %s', (part, content, row = {}) => {
  test('stands there, for the patient and for the care team', async () => {
    await put(content, row);
    await amstelland.relation('interne', patient);
    const doctor = await portal.employee('amstelland', await amstelland.employee(['doctor'], ['interne']));
    const pattern = new RegExp(`${part}.*Wespensteek.*Bron: UMC Amstelland`);
    expect(await read()).toMatch(pattern);
    expect(await read(doctor, `/werkplek/patient/${patient.id}`)).toMatch(pattern);
  });

  test.each<[string, Given]>([
    ['not visible yet', { visible_from: new Date('2026-12-01T00:00:00Z') }],
    ['never visible', { visible_from: null }],
    ['kept apart from the patient', { kept_from: ['patient'] }],
    ['entered in error', { status: 'entered-in-error' }],
  ])('what is %s does not; the part says that nothing was recorded', async (_, more) => {
    await put(content, { ...row, ...more });
    await put(content, row, await amstelland.patient());
    const text = await read();
    expect(text).not.toContain('Wespensteek');
    expect(text).toContain(part);
  });

  test('a reader without its right sees neither the fact nor "nothing", but that it is left out', async () => {
    await put(content, row);
    const right = (row.room ?? 'record') as RecordRight;
    const person = await amstelland.person();
    await amstelland.grant(person, patient, { basis: 'parent', rights: recordRights.filter((each) => each !== right) });
    const parent = await portal.person('amstelland', person);
    const answer = await parent.get(`/namens/${patient.id}${path}`);
    expect(answer.body).not.toContain('Wespensteek');
    if (right === 'record') expect(answer.statusCode).toBe(404);
    else expect(textOf(answer.body)).toMatch(new RegExp(`omdat u het niet mag zien: [^.]*${part}`));
  });
});

describe('DO-01 the health summary', () => {
  test('HO-05 DO-10 of an empty record says of each part that nothing was recorded, and from when it shows', async () => {
    const text = await read();
    for (const words of [
      'Er zijn geen waarschuwingen vastgelegd.',
      'Er is niets vastgelegd over allergieën. Vraag het na.',
      'Er zijn geen gezondheidsproblemen vastgelegd die nu spelen.',
      'Er zijn geen medicijnen vastgelegd die nu worden gebruikt.',
      'Er zijn geen vaccinaties vastgelegd.',
      'Er zijn geen metingen vastgelegd.',
      'Er is geen huisarts vastgelegd.',
      'Van locatie Oost ziet u gegevens vanaf 25 oktober 2015.',
      'Bel ',
    ])
      expect(text).toContain(words);
  });

  test('what is over or was refuted is not on it; no known allergies is', async () => {
    await put({ resourceType: 'Condition', clinicalStatus: state('resolved'), code: concept('Voorbij') });
    await put({ resourceType: 'Condition', verificationStatus: state('refuted'), code: concept('Toch niet') });
    await put({ resourceType: 'Flag', status: 'inactive', code: concept('Oude waarschuwing') });
    await put(
      {
        resourceType: 'MedicationRequest',
        status: 'stopped',
        intent: 'order',
        medicationCodeableConcept: concept('Gestopt'),
      },
      { room: 'medication', title: 'Gestopt' },
    );
    const text = await read();
    for (const words of ['Voorbij', 'Toch niet', 'Oude waarschuwing', 'Gestopt']) expect(text).not.toContain(words);
  });

  test('of each measurement the newest; more than fits is counted and led to', async () => {
    for (const [day, value] of [
      ['2026-01-05', 80],
      ['2026-11-05', 78],
    ] as const)
      await put(
        {
          resourceType: 'Observation',
          status: 'final',
          category: [state('vital-signs')],
          code: { text: 'Lichaamsgewicht', coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
          valueQuantity: { value, unit: 'kg' },
          effectiveDateTime: day,
        },
        { code: 'http://loinc.org|29463-7', effective_on: day, effective_at: new Date(day) },
      );
    for (let number = 1; number <= 15; number++)
      await put({ resourceType: 'Condition', clinicalStatus: state('active'), code: concept(`Klacht ${number}.`) });
    const { body } = await browser.get(path);
    expect(textOf(body)).toContain('Lichaamsgewicht: 78 kg 5 november 2026');
    expect(textOf(body)).not.toContain('80 kg');
    expect(textOf(body).match(/Klacht \d+\./g)).toHaveLength(12);
    expect(body).toContain('href="/dossier/gezondheidsproblemen">en nog 3</a>');
  });

  test('on paper it says whose it is, when it was made and by whom the facts were recorded', async () => {
    await put(
      {
        resourceType: 'Condition',
        clinicalStatus: state('active'),
        code: concept('Astma'),
        recorder: { display: 'dr. S. Okafor' },
        recordedDate: '2019-03-01',
      },
      { effective_on: '2019-03-01' },
    );
    const text = await read();
    expect(text).toMatch(/De heer W\. Tromp, man, geboren 14 maart 1957, patiëntnummer/);
    expect(text).toContain('Gemaakt op maandag 23 november 2026 om 10.00 uur.');
    expect(text).toContain('Bron: dr. S. Okafor. Nieuwste van 1 maart 2019.');
  });

  test('IN-03 with limited access there is none', async () => {
    const limited = await amstelland.patient({ bsn_verified_at: null });
    expect((await (await portal.person('amstelland', limited.person)).get(path)).statusCode).toBe(403);
  });
});
