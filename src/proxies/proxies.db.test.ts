import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Portal, startPortal } from '../../tests/support/portal';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let amstelland: TestOrganisation;
let portal: Portal;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  duinzicht = await people.organisation('duinzicht');
  amstelland = await people.organisation('amstelland');
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
const read = async (person: string, path = '/toegang', organisation = 'duinzicht') =>
  textOf((await (await portal.person(organisation, person)).get(path)).body);

describe('PR-07 who may not see who has access', () => {
  test('a proxy, whatever was granted; a narrowed one; somebody else; nobody', async () => {
    const patient = await duinzicht.patient({ family_name: 'Geheimhouder' });
    const proxy = await duinzicht.person({ name: 'P. Proxy' });
    const narrowed = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    await duinzicht.grant(narrowed, patient, { rights: ['appointments'] });
    const stranger = await duinzicht.patient();
    for (const person of [proxy, narrowed, stranger.person]) {
      const answer = await (await portal.person('duinzicht', person)).get(`/namens/${patient.id}/toegang`);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toMatch(/Geheimhouder|Proxy/);
    }
    expect((await portal.anonymous('duinzicht').get('/toegang')).statusCode).toBe(303);
    const doctor = await portal.employee('duinzicht', await duinzicht.employee(['doctor'], ['interne']));
    expect((await doctor.get('/toegang')).statusCode).toBe(303);
  });

  test('IN-03 limited access: refused, with the reason', async () => {
    const patient = await duinzicht.patient({ bsn_verified_at: null });
    const answer = await (await portal.person('duinzicht', patient.person)).get('/toegang');
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Dit deel kunt u nog niet zien');
  });
});

describe('PR-07 who has access', () => {
  test('names nobody whose access ended, whose time is over, whose child turned 12, or who has another’s record', async () => {
    const patient = await duinzicht.patient();
    const other = await duinzicht.patient();
    const child = await duinzicht.patient({ birth_date: '2014-11-23' });
    const gone = await duinzicht.person({ name: 'G. Gestopt' });
    const over = await duinzicht.person({ name: 'V. Verlopen' });
    const elsewhere = await duinzicht.person({ name: 'E. Elders' });
    const parent = await duinzicht.person({ name: 'O. Ouder' });
    await duinzicht.grant(gone, patient, { ended_at: new Date('2026-11-01') });
    await duinzicht.grant(over, patient, { valid_until: new Date(at) });
    await duinzicht.grant(elsewhere, other);
    await duinzicht.grant(parent, child, { basis: 'parent' });
    const text = await read(patient.person);
    expect(text).toContain('Niemand anders heeft toegang');
    expect(text).not.toMatch(/Gestopt|Verlopen|Elders/);
    expect(await read(child.person)).not.toContain('Ouder');
  });

  test('who, on what ground, since when, until when, and what', async () => {
    const patient = await duinzicht.patient();
    const els = await duinzicht.patient({ family_name: 'Tromp', initials: 'E.', sex: 'female' });
    await duinzicht.grant(els.person, patient, {
      rights: ['appointments', 'medication'],
      valid_from: new Date('2026-11-06T08:00:00Z'),
      valid_until: new Date('2027-11-05T23:00:00Z'),
    });
    const legal = await duinzicht.person({ name: 'B. de Bewindvoerder' });
    await duinzicht.grant(legal, patient, { basis: 'legal', valid_from: new Date('2026-12-01T00:00:00Z') });
    const text = await read(patient.person);
    expect(text).toContain('E. Tromp Gemachtigd. Toegang sinds 6 november 2026. Heeft toegang');
    expect(text).toContain('E. Tromp mag wel Uw afspraken zien Uw medicijnen zien E. Tromp mag niet Uw uitslagen zien');
    expect(text).toContain('De toegang stopt vanzelf na 5 november 2027.');
    expect(text).toMatch(/B\. de Bewindvoerder Wettelijk vertegenwoordiger\. Toegang vanaf 1 december 2026\. Nog niet/);
    expect(text).toContain('Deze toegang heeft geen einddatum.');
  });

  test('PR-05 a parent reads the day on which it ends by age, and sees the other parent and oneself', async () => {
    const child = await duinzicht.patient({ birth_date: '2018-05-05', given_name: 'Noor' });
    const mother = await duinzicht.person({ name: 'M. Moeder' });
    const father = await duinzicht.person({ name: 'V. Vader' });
    await duinzicht.grant(mother, child, { basis: 'parent', valid_from: new Date('2018-06-01') });
    await duinzicht.grant(father, child, { basis: 'parent', valid_from: new Date('2019-06-01') });
    const text = await read(mother, `/namens/${child.id}/toegang`);
    expect(text).toMatch(/M\. Moeder Ouder of verzorger\. Toegang sinds 1 juni 2018\. Dat bent u/);
    expect(text).toMatch(/V\. Vader Ouder of verzorger/);
    expect(text).toContain('De toegang stopt vanzelf na 4 mei 2030.');
    expect(text).toContain('De afspraken zien');
    expect(text).not.toContain('In wiens dossier mag ik kijken?');
  });

  test('whose records one may open oneself, with a way to open them', async () => {
    const patient = await duinzicht.patient();
    const wife = await duinzicht.patient({ family_name: 'Tromp-Visser', initials: 'A.', sex: 'female' });
    const closed = await duinzicht.patient({ family_name: 'Dicht' });
    await duinzicht.grant(patient.person, wife, { valid_until: new Date('2027-03-01T23:00:00Z') });
    await duinzicht.grant(patient.person, closed, { ended_at: new Date('2026-11-01') });
    const { body } = await (await portal.person('duinzicht', patient.person)).get('/toegang');
    const text = textOf(body);
    expect(text).toContain('Mevrouw A. Tromp-Visser U bent gemachtigd. U mag zien: alles. Tot en met 1 maart 2027.');
    expect(body).toContain(`href="/namens/${wife.id}/overzicht"`);
    expect(text).not.toContain('Dicht');
  });

  test('ST-04 the clinics that treat, as they are now; how to arrange access, by policy', async () => {
    const patient = await duinzicht.patient();
    expect(await read(patient.person)).toContain('Nu mag geen afdeling in uw dossier kijken.');
    await duinzicht.relation('orthopedie', patient, { valid_until: new Date('2027-12-03T23:00:00Z') });
    await duinzicht.relation('interne', patient, { valid_until: new Date('2026-11-01') });
    const text = await read(patient.person);
    expect(text).toContain('Orthopedie, tot en met 3 december 2027');
    expect(text).not.toContain('Interne geneeskunde');
    expect(text).toContain('Kom samen naar de balie.');
    expect(text).not.toContain('Bel ons. We stellen u');
    const there: TestPatient = await amstelland.patient();
    const byPhone = await read(there.person, '/toegang', 'amstelland');
    expect(byPhone).toContain('Bel ons. We stellen u een paar vragen');
    expect(byPhone).not.toContain('Kom samen naar de balie.');
  });

  test('the record goes on showing one patient alone after the names were read', async () => {
    const patient = await duinzicht.patient({ family_name: 'Eigenaar' });
    const els = await duinzicht.patient({ family_name: 'Zichtbaar' });
    await duinzicht.grant(els.person, patient);
    const browser = await portal.person('duinzicht', patient.person);
    expect(textOf((await browser.get('/toegang')).body)).toContain('Zichtbaar');
    expect((await browser.get('/overzicht')).body).not.toContain('Zichtbaar');
  });
});

describe('HO-03 the menu', () => {
  test('leads to who has access in the own record, not for a proxy', async () => {
    const patient = await duinzicht.patient();
    const proxy = await duinzicht.person();
    await duinzicht.grant(proxy, patient);
    const own = (await (await portal.person('duinzicht', patient.person)).get('/overzicht')).body;
    for (const path of ['/folders', '/mijn-gegevens', '/toegang', '/inzage']) expect(own).toContain(`href="${path}"`);
    const theirs = (await (await portal.person('duinzicht', proxy)).get(`/namens/${patient.id}/overzicht`)).body;
    expect(theirs).toContain('href="/folders"');
    for (const path of ['/mijn-gegevens', '/toegang', '/inzage']) expect(theirs).not.toContain(`${path}"`);
  });
});
