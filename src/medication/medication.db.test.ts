import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { uuidv7 } from '../platform/database';

const at = '2026-11-23T09:00:00Z';

let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  portal = await startPortal(database, at);
});
afterAll(async () => {
  await portal?.close();
  await people?.close();
  await database?.close();
});

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/[\s\u00a0]+/g, ' ');

type Row = Parameters<TestOrganisation['resource']>[1];

const dosage = {
  text: '2 maal daags 1 tablet',
  timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
  doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
};

function agreement(patient: TestPatient, more: object = {}, row: Row = {}): Promise<string> {
  const id = uuidv7();
  const content = {
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Metoprolol 50 mg' },
    authoredOn: '2026-10-01',
    requester: { display: 'dr. S. Okafor' },
    reasonCode: [{ text: 'hoge bloeddruk' }],
    dosageInstruction: [dosage],
    ...more,
  };
  return duinzicht.resource(patient, {
    id,
    room: 'medication',
    type: content.resourceType,
    status: content.status,
    title: 'Metoprolol 50 mg',
    effective_on: '2026-10-01',
    content: JSON.stringify(content),
    ...row,
  });
}

async function somebody(): Promise<{ patient: TestPatient; browser: Browser }> {
  const patient = await duinzicht.patient();
  return { patient, browser: await portal.person('duinzicht', patient.person) };
}

const period = (start: string, end?: string) => [
  {
    url: 'http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period',
    valuePeriod: { start, ...(end && { end }) },
  },
];

describe('MD-01 who may not see a medicine', () => {
  test('another patient, a proxy without the right and the future all get what does not exist', async () => {
    const { patient } = await somebody();
    const { browser: stranger } = await somebody();
    const medicine = await agreement(patient);
    const later = await agreement(patient, {}, { visible_from: new Date('2026-11-23T09:00:01Z') });
    const never = await agreement(patient, {}, { visible_from: null });
    const kept = await agreement(patient, {}, { kept_from: ['patient'] });
    const wrong = await agreement(patient, { status: 'entered-in-error' }, { status: 'entered-in-error' });
    const other = await duinzicht.resource(patient, { room: 'record', type: 'Condition' });
    const browser = await portal.person('duinzicht', patient.person);
    const nowhere = (await browser.get('/medicijnen-die-er-niet-zijn')).body;
    for (const id of [later, never, kept, wrong, other, uuidv7(), 'x', '%27'])
      expect((await browser.get(`/medicijnen/${id}`)).body, id).toBe(nowhere);
    expect((await stranger.get(`/medicijnen/${medicine}`)).body).toBe(nowhere);
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient, { rights: ['appointments', 'documents'] });
    const narrowed = await portal.person('duinzicht', proxy);
    for (const path of ['/medicijnen', `/medicijnen/${medicine}`])
      expect((await narrowed.get(`/namens/${patient.id}${path}`)).body, path).toBe(nowhere);
  });

  test('DO-12 what is kept from proxies the patient still reads', async () => {
    const { patient, browser } = await somebody();
    const kept = await agreement(
      patient,
      { medicationCodeableConcept: { text: 'Geheim 5 mg' } },
      { kept_from: ['proxy'] },
    );
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    const other = await portal.person('duinzicht', proxy);
    expect((await other.get(`/namens/${patient.id}/medicijnen`)).body).not.toContain('Geheim');
    expect((await other.get(`/namens/${patient.id}/medicijnen/${kept}`)).statusCode).toBe(404);
    expect((await browser.get('/medicijnen')).body).toContain('Geheim');
    expect((await browser.get(`/medicijnen/${kept}`)).statusCode).toBe(200);
  });
});

test('MD-01 a medicine with its use, reason, prescriber and period', async () => {
  const { patient, browser } = await somebody();
  const id = await agreement(patient, { extension: period('2014-03', '2026-12-15') });
  await agreement(patient, {
    status: 'stopped',
    statusReason: { text: 'hoofdpijn' },
    medicationCodeableConcept: { text: 'Amlodipine 5 mg' },
  });
  const list = textOf((await browser.get('/medicijnen')).body);
  for (const words of [
    'Wat u nu gebruikt',
    '1 medicijn',
    'Metoprolol 50 mg',
    'hoge bloeddruk',
    '2 keer per dag 1 tablet',
    'Van maart 2014 tot en met 15 december 2026. Voorgeschreven door dr. S. Okafor',
    'Eerder gebruikt',
    'Amlodipine 5 mg',
    'Reden om te stoppen: hoofdpijn',
  ])
    expect(list).toContain(words);
  // Reason, use, period and prescriber: each a line of its own.
  expect((await browser.get('/medicijnen')).body).toMatch(
    /hoge bloeddruk<\/bdi>(<\/span>)?<br\/><b><bdi>2 keer[^<]+<\/bdi><\/b><br\/>Van maart/,
  );
  const one = textOf((await browser.get(`/medicijnen/${id}`)).body);
  for (const words of [
    'Zo gebruikt u het',
    '2 keer per dag 1 tablet',
    '2 maal daags 1 tablet',
    'Vastgelegd op 1 oktober 2026',
  ])
    expect(one).toContain(words);
  const english = await portal.person('duinzicht', patient.person, { 'accept-language': 'en' });
  expect(textOf((await english.get('/medicijnen')).body)).toContain('1 tablet twice a day');
});

test('MD-01 the medicine stands once, with what the patient says beside it; every block leads to it', async () => {
  const { patient, browser } = await somebody();
  const id = await agreement(patient);
  const said = await agreement(patient, {
    resourceType: 'MedicationStatement',
    status: 'not-taken',
    effectivePeriod: { start: '2026-11-01' },
    dateAsserted: '2026-11-01',
    informationSource: { reference: `Patient/${patient.id}` },
    dosage: [],
  });
  const list = (await browser.get('/medicijnen')).body;
  expect(list.split('Metoprolol 50 mg')).toHaveLength(2);
  expect(list).toContain('Volgens opgave niet in gebruik');
  const [one, same] = await Promise.all([id, said].map((block) => browser.get(`/medicijnen/${block}`)));
  expect(textOf(one?.body ?? '')).toContain('Volgens uzelf, 1 november 2026 Wordt niet gebruikt.');
  expect(same?.body.replaceAll(said, id)).toBe(one?.body);
});

test('MD-01 what is used otherwise than agreed stands beside it; what must not be used comes first', async () => {
  const { patient, browser } = await somebody();
  await agreement(patient);
  await agreement(patient, {
    resourceType: 'MedicationStatement',
    dateAsserted: '2026-11-01',
    informationSource: { reference: `Patient/${patient.id}` },
    dosage: [{ text: 'ik neem er 1' }],
  });
  await agreement(patient, {
    medicationCodeableConcept: { text: 'Ibuprofen' },
    doNotPerform: true,
    reasonCode: [{ text: 'kans op een maagbloeding' }],
    dosageInstruction: [],
  });
  const list = textOf((await browser.get('/medicijnen')).body);
  expect(list).toContain('2 keer per dag 1 tablet Gebruik volgens uzelf: ik neem er 1');
  expect(list).toContain('Dit mag u niet gebruiken 1 medicijn Ibuprofen kans op een maagbloeding Voorgeschreven door');
  expect(list.indexOf('Ibuprofen')).toBeLessThan(list.indexOf('Metoprolol'));
});

test('MD-01 the name and substances come from the directory', async () => {
  const { patient, browser } = await somebody();
  const product = uuidv7();
  const now = new Date(at);
  await duinzicht.inside(async ({ db }) => {
    await db
      .insertInto('directory_resource')
      .values({
        organisation_id: duinzicht.id,
        id: product,
        type: 'Medication',
        source: 'test',
        source_id: product,
        version: 1,
        hash: '-',
        title: 'Fentanyl pleister',
        content: JSON.stringify({
          resourceType: 'Medication',
          code: { text: 'Fentanyl pleister 25 µg/uur' },
          ingredient: [
            {
              itemCodeableConcept: { text: 'fentanyl' },
              strength: { numerator: { value: 25, unit: 'µg' }, denominator: { value: 1, unit: 'uur' } },
            },
          ],
        }),
        received_at: now,
        updated_at: now,
      })
      .execute();
  });
  const id = await agreement(patient, {
    medicationCodeableConcept: undefined,
    medicationReference: { reference: `Medication/${product}` },
  });
  const one = (await browser.get(`/medicijnen/${id}`)).body;
  expect(textOf(one)).toContain('Fentanyl pleister 25 microgram/uur');
  expect(textOf(one)).toContain('fentanyl , 25 microgram per 1 uur');
  expect(one).not.toMatch(/[µμ]/);
});

test('HO-05 DO-10 an empty list says so, and from when it is kept', async () => {
  const { browser } = await somebody();
  const list = textOf((await browser.get('/medicijnen')).body);
  expect(list).toContain('Er staat niet dat u nu medicijnen gebruikt.');
  expect(list).toMatch(/U ziet hier (alles|gegevens vanaf)/);
  expect(textOf((await browser.get('/overzicht')).body)).not.toContain('gebruikt');
});

test('HO-02 the overview counts what is used now', async () => {
  const { patient, browser } = await somebody();
  await agreement(patient);
  await agreement(patient, { status: 'completed', medicationCodeableConcept: { text: 'Iets anders' } });
  expect(textOf((await browser.get('/overzicht')).body)).toContain('U gebruikt nu 1 medicijn.');
});

test('ST-03 the care team sees all of it, with from when the patient does', async () => {
  const { patient } = await somebody();
  await duinzicht.relation('interne', patient);
  await agreement(patient);
  await agreement(
    patient,
    { medicationCodeableConcept: { text: 'Nog geheim' } },
    { visible_from: null, kept_from: ['patient'] },
  );
  const nurse = await portal.employee('duinzicht', await duinzicht.employee(['nurse'], ['interne']));
  const page = textOf((await nurse.get(`/werkplek/patient/${patient.id}/medicijnen`)).body);
  for (const words of [
    'Metoprolol 50 mg',
    'In gebruik',
    'Zichtbaar sinds',
    'Nog geheim',
    'Niet zichtbaar: apart gehouden',
  ])
    expect(page).toContain(words);
});

test('MD-01 whatever a source sends, the page is there', async () => {
  const { patient, browser } = await somebody();
  for (const strange of [
    { dosageInstruction: { text: 'geen lijst' } },
    { dosageInstruction: [null] },
    { dosageInstruction: [{ timing: 'x', doseAndRate: 'y', additionalInstruction: 3 }] },
    { extension: 'x', reasonCode: 'x', note: 'x', category: 'x' },
    { authoredOn: 'gisteren', extension: period('x', 'y') },
    { medicationCodeableConcept: { coding: [{}] } },
    { medicationCodeableConcept: { text: '<script>alert(1)</script>' }, requester: 'x' },
  ])
    await agreement(patient, strange);
  const list = await browser.get('/medicijnen');
  expect(list.statusCode).toBe(200);
  expect(list.body).not.toContain('<script>alert');
});
