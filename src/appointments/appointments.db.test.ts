import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';

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
    .replace(/\s+/g, ' ');

async function somebody(row = {}): Promise<{ patient: TestPatient; browser: Browser }> {
  const patient = await duinzicht.patient(row);
  return { patient, browser: await portal.person('duinzicht', patient.person) };
}

test('AP-01 shows coming appointments soonest first, and past ones latest first', async () => {
  const { patient, browser } = await somebody();
  await duinzicht.appointment(patient, '2026-12-10T09:20:00Z', { title: 'Later' });
  await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { title: 'Eerst', status: 'cancelled' });
  await duinzicht.appointment(patient, '2026-11-05T09:20:00Z', { title: 'Geweest' });
  await duinzicht.appointment(patient, '2026-08-05T09:20:00Z', { title: 'Lang geleden' });
  const text = textOf((await browser.get('/afspraken')).body);
  expect(text).toMatch(/donderdag 3 december 2026 om 10\.20 uur Eerst .*Gaat niet door.*Later.*Geweest.*Lang geleden/);
});

test('AP-01 AP-11 one appointment: time, clinic, place, route, phone and what to bring', async () => {
  const { patient, browser } = await somebody();
  const id = await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', {
    clinic: 'orthopedie',
    title: 'Controle van uw enkel',
    practitioner: 'dr. S. Okafor',
    location: 'zeeweg',
    place: 'Kamer 12',
    instructions: 'Neem uw krukken mee.\n- geen nagellak',
  });
  const text = textOf((await browser.get(`/afspraken/${id}`)).body);
  for (const words of [
    'Afspraak in het ziekenhuis',
    '10.20 uur, duurt ongeveer 30 minuten',
    'dr. S. Okafor , Orthopedie',
    'Locatie Zeeweg, route 24, 2e verdieping, Kamer 12',
    'Neem uw krukken mee.',
    'geen nagellak',
    'Zeeweg 120',
    'Loop naar lift B',
    'Ga naar Kamer 12',
    '088 555 01 00',
    '088 555 01 24',
    'maandag tot en met vrijdag van 8.30 tot 16.30 uur',
    'Een geldig paspoort',
    'De zorgpas',
    'De verwijsbrief',
    'Uw krukken, als u die gebruikt',
  ])
    expect(text).toContain(words);
});

test('a phone appointment asks nobody to come', async () => {
  const { patient, browser } = await somebody();
  const id = await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { kind: 'phone' });
  const text = textOf((await browser.get(`/afspraken/${id}`)).body);
  expect(text).toContain('Telefonische afspraak');
  expect(text).toContain('Niemand hoeft te komen');
  expect(text).toContain('Houd dit bij de hand');
  expect(text).not.toContain('Zo komt u er');
  expect(text).not.toContain('Dit neemt u mee');
});

test('many past appointments come in pages', async () => {
  const { patient, browser } = await somebody();
  for (let index = 1; index <= 25; index++)
    // Two or three begin at the same moment, also where a page ends.
    await duinzicht.appointment(patient, `2026-10-${String(Math.ceil(index / 3)).padStart(2, '0')}T08:00:00Z`, {
      title: `Bezoek ${index}.`,
    });
  const first = (await browser.get('/afspraken')).body;
  const next = /href="([^"]*voor=[^"]*)"/.exec(first)?.[1] ?? '';
  const second = (await browser.get(next)).body;
  const titles = (body: string) => [...body.matchAll(/Bezoek (\d+)\./g)].map((match) => Number(match[1]));
  expect([...titles(first), ...titles(second)]).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
  expect(textOf(second)).not.toContain('Komende afspraken');
});

test('another patient’s appointment answers like one that does not exist', async () => {
  const { browser } = await somebody();
  const theirs = await duinzicht.appointment(await duinzicht.patient(), '2026-12-03T09:20:00Z');
  const absent = await browser.get('/afspraken/019ab000-0000-7000-8000-000000000001');
  for (const id of [theirs, 'geen-id'])
    for (const page of ['', '/agenda.ics', '/verslag']) {
      const answer = await browser.get(`/afspraken/${id}${page}`);
      expect([answer.statusCode, answer.body], page).toEqual([404, absent.body]);
    }
});

test('what was entered in error is nowhere', async () => {
  const { patient, browser } = await somebody();
  const wrong = { status: 'entered-in-error' as const, title: 'Vergissing' };
  const id = await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', wrong);
  await duinzicht.appointment(patient, '2026-11-03T09:20:00Z', wrong);
  for (const page of ['/afspraken', '/afspraken/overzicht', '/overzicht'])
    expect((await browser.get(page)).body).not.toContain('Vergissing');
  expect((await browser.get('/afspraken/agenda.ics')).body).not.toContain('BEGIN:VEVENT');
  expect((await browser.get(`/afspraken/${id}`)).statusCode).toBe(404);
});

test('AP-01 what is off says so and why; what was moved says from when; what is not sure says so', async () => {
  const { patient, browser } = await somebody();
  const show = async (row: object) =>
    textOf((await browser.get(`/afspraken/${await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', row)}`)).body);
  const off = await show({ status: 'cancelled', cancelled_because: 'De arts is ziek.', instructions: 'Kom nuchter.' });
  expect(off).toContain('Deze afspraak gaat niet door.');
  expect(off).toContain('De arts is ziek.');
  for (const words of ['Kom nuchter', 'Zo komt u er', 'Dit neemt u mee', 'Zet in agenda'])
    expect(off).not.toContain(words);
  const moved = await show({ moved_from: new Date('2026-12-01T13:00:00Z') });
  expect(moved).toContain('Eerst was de afspraak op dinsdag 1 december 2026 om 14.00 uur');
  expect(await show({ status: 'pending' })).toContain('nog niet bevestigd');
  const list = textOf((await browser.get('/afspraken')).body);
  for (const tag of ['Gaat niet door', 'Verzet', 'Nog niet bevestigd']) expect(list).toContain(tag);
});

test('AP-14 an admission shows its days, its ward, the preparation and how it goes', async () => {
  const { patient, browser } = await somebody();
  const id = await duinzicht.appointment(patient, '2026-12-07T06:30:00Z', {
    clinic: 'orthopedie',
    kind: 'admission',
    title: 'Opname voor een nieuwe knie',
    place: 'Verpleegafdeling C3',
    ends_at: new Date('2026-12-09T10:00:00Z'),
    instructions: 'U bent nuchter vanaf 24.00 uur.',
  });
  const text = textOf((await browser.get(`/afspraken/${id}`)).body);
  for (const words of [
    'Opname',
    '07.30 uur, tot en met woensdag 9 december 2026 (2 nachten)',
    'Locatie Zeeweg, Verpleegafdeling C3',
    'Ga naar Verpleegafdeling C3',
    'U bent nuchter vanaf 24.00 uur.',
    'Zo gaat de opname',
    'Bij de opnamebalie',
    'Nachtkleding',
  ])
    expect(text).toContain(words);
  expect(text, 'the way to the clinic is not the way to the ward').not.toContain('route 24');
  expect(textOf((await browser.get('/afspraken')).body)).toContain(
    'maandag 7 december 2026 om 07.30 uur, tot en met 9 december 2026',
  );
});

test('AP-01 on paper: all coming ones with address, phone and what to bring; nothing past', async () => {
  const { patient, browser } = await somebody();
  await duinzicht.appointment(patient, '2026-12-10T09:20:00Z', { clinic: 'kno', title: 'Oren', location: 'haven' });
  await duinzicht.appointment(patient, '2026-12-03T09:20:00Z', { clinic: 'orthopedie', title: 'Enkel' });
  await duinzicht.appointment(patient, '2026-11-03T09:20:00Z', { title: 'Geweest' });
  const text = textOf((await browser.get('/afspraken/overzicht')).body);
  expect(text).toMatch(/3 december 2026 om 10\.20 uur.*Enkel.*Zeeweg 120.*10 december 2026.*Oren.*Havenkade 3/);
  for (const words of ['088 555 01 24', '088 555 01 62', '1997 EF', 'De zorgpas']) expect(text).toContain(words);
  expect(text).not.toContain('Geweest');
});

test('what is said to be done before its time has been', async () => {
  const { patient, browser } = await somebody();
  await duinzicht.appointment(patient, '2026-11-23T08:50:00Z', { title: 'Geprikt', status: 'fulfilled' });
  const text = textOf((await browser.get('/afspraken')).body);
  expect(text).toMatch(/geen afspraken gepland.*Eerdere afspraken.*Geprikt/);
  expect((await browser.get('/overzicht')).body).not.toContain('Geprikt');
});

test('HO-02 the overview: today is said, what is off before it too', async () => {
  const { patient, browser } = await somebody();
  const overview = async () => textOf((await browser.get('/overzicht')).body);
  expect(await overview()).not.toContain('De volgende afspraak');
  await duinzicht.appointment(patient, '2026-11-24T09:20:00Z', { title: 'Enkel', kind: 'video' });
  expect(await overview()).toMatch(/Morgen Enkel.*Via beeldbellen/);
  await duinzicht.appointment(patient, '2026-11-23T14:20:00Z', { title: 'Hart', status: 'cancelled' });
  expect(await overview()).toMatch(
    /De afspraak op maandag 23 november 2026 om 15\.20 uur gaat niet door.*Morgen Enkel/,
  );
  await duinzicht.appointment(patient, '2026-11-23T13:20:00Z', { title: 'Nieren' });
  expect(await overview()).toMatch(/Vandaag Nieren/);
});
