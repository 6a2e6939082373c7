import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabase } from '../../tests/support/database';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../../tests/support/people';
import { type Browser, type Portal, startPortal } from '../../tests/support/portal';
import { recordRights } from '../access';

const at = '2026-11-23T09:00:00Z';
let database: TestDatabase;
let people: TestPeople;
let duinzicht: TestOrganisation;
let portal: Portal;
let patient: TestPatient;
let browser: Browser;

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
beforeEach(async () => {
  patient = await duinzicht.patient();
  browser = await portal.person('duinzicht', patient.person);
});

/** What a reader sees of a page: its main part as plain text. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');

const read = async (path: string, as = browser) => textOf((await as.get(path)).body);
type Given = Parameters<TestOrganisation['resource']>[1];
type Content = { resourceType: string } & Record<string, unknown>;

const put = (content: Content, row: Given = {}, of = patient) =>
  duinzicht.resource(of, {
    type: content.resourceType,
    title: null,
    status: null,
    content: JSON.stringify(content),
    ...row,
  });

const concept = (text: string) => ({ text });
const coded = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display && { display }) }],
});
const div = (text: string) => ({ status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>` });
const SNOMED = 'http://snomed.info/sct';
const reportCode = 'http://loinc.org|11488-4';
const referral = { resourceType: 'ServiceRequest', intent: 'order', category: [coded(SNOMED, '3457005')] };
const directive = {
  resourceType: 'Consent',
  status: 'active',
  scope: coded('x', 'treatment'),
  category: [coded(SNOMED, '129125009')],
};

/** One fact on each page, and the words by which it is found. */
const examples: readonly [path: string, content: Content, row?: Given][] = [
  ['/dossier/behandelplannen', { resourceType: 'CarePlan', status: 'active', title: 'Wespensteek' }],
  [
    '/dossier/behandelplannen',
    { resourceType: 'Goal', lifecycleStatus: 'active', description: concept('Wespensteek') },
  ],
  ['/dossier/behandelplannen', { resourceType: 'Task', status: 'requested', description: 'Wespensteek' }],
  ['/dossier/verslagen', { resourceType: 'Composition', title: 'Wespensteek' }, { code: reportCode }],
  ['/dossier/wensen', { ...directive, provision: { type: 'deny', code: [concept('Wespensteek')] } }],
  ['/dossier/verwijzingen', { ...referral, status: 'active', code: concept('Wespensteek') }],
];

describe.each(examples)('%s', (path, content, row = {}) => {
  const seen = async (as = browser, under = '') => (await as.get(`${under}${path}`)).body.includes('Wespensteek');

  test('DO-02 a proxy without the right does not get the page', async () => {
    await put(content, row);
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient, { rights: recordRights.filter((right) => right !== 'record') });
    const proxy = await portal.person('duinzicht', person);
    expect((await proxy.get(`/namens/${patient.id}${path}`)).statusCode).toBe(404);
  });

  test.each<[string, Given]>([
    ['not visible yet', { visible_from: new Date('2026-12-01T00:00:00Z') }],
    ['never visible', { visible_from: null }],
    ['kept apart from the patient', { kept_from: ['patient'] }],
    ['entered in error', { status: 'entered-in-error' }],
    ['of another right', { room: 'personal' }],
  ])('DO-02 what is %s is not on it', async (_, more) => {
    await put(content, { ...row, ...more });
    expect(await seen()).toBe(false);
  });

  test('DO-02 another patient’s fact is not on it', async () => {
    await put(content, row, await duinzicht.patient());
    expect(await seen()).toBe(false);
  });

  test('PR-07 what is kept from proxies is on the patient’s page and not on theirs', async () => {
    await put(content, { ...row, kept_from: ['proxy'] });
    const person = await duinzicht.person();
    await duinzicht.grant(person, patient);
    const proxy = await portal.person('duinzicht', person);
    expect([await seen(), await seen(proxy, `/namens/${patient.id}`)]).toEqual([true, false]);
  });

  test('ST-03 the care team with a relation sees it with what the patient sees; without one, no page', async () => {
    await put(content, { ...row, visible_from: null });
    const employee = await duinzicht.employee(['nurse'], ['interne']);
    const nurse = await portal.employee('duinzicht', employee);
    const address = `/werkplek/patient/${patient.id}${path}`;
    expect((await nurse.get(address)).statusCode).toBe(404);
    await duinzicht.relation('interne', patient);
    const text = await read(address, nurse);
    expect(text).toContain('Wespensteek');
    expect(text).toContain('Niet zichtbaar');
  });

  test('HO-05 DO-10 nothing there: the page says why, and from which date the record is shown', async () => {
    expect(await read(path)).toMatch(/(Er staan hier geen|Er zijn hier geen).*U ziet hier gegevens vanaf/);
  });
});

describe('DO-02 treatment plans', () => {
  test('a plan with its goals, what happens, when, by whom and what came of it', async () => {
    const goal = await put({ resourceType: 'Goal', lifecycleStatus: 'active', description: concept('Zelf wassen') });
    await put({
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      title: 'Revalidatie',
      period: { start: '2026-11-05' },
      addresses: [{ display: 'Gebroken enkel' }],
      goal: [{ reference: `Goal/${goal}` }],
      author: { display: 'P. Vreeswijk' },
      activity: [
        {
          outcomeCodeableConcept: [concept('Wassen met hulp')],
          detail: {
            code: concept('Hulp bij wassen'),
            status: 'in-progress',
            scheduledTiming: { repeat: { frequency: 2, period: 1, periodUnit: 'wk' } },
            performer: [{ display: 'Thuiszorg X' }],
          },
        },
      ],
      note: [{ text: 'Let op vallen.' }],
    });
    const text = await read('/dossier/behandelplannen');
    expect(text).toMatch(/Revalidatie.*Loopt nu.*sinds 5 november 2026.*Gebroken enkel.*Let op vallen\..*Zelf wassen/);
    expect(text).toMatch(/Hulp bij wassen 2 keer per week Loopt nu.*Thuiszorg X.*Wassen met hulp.*Van P\. Vreeswijk/);
    expect(text.match(/Zelf wassen/g)).toHaveLength(1);
  });

  test('what ended stands apart; a request of an examination or a referral is no planned care', async () => {
    await put({ resourceType: 'CarePlan', status: 'completed', title: 'Oud plan' });
    await put({ resourceType: 'CarePlan', status: 'active', title: 'Verlopen plan', period: { end: '2026-01-31' } });
    await put({ ...referral, status: 'active', code: concept('Verwijzing X') });
    await put({ ...referral, status: 'active', category: [coded('x', 'laboratory')], code: concept('Bloed prikken') });
    await put({ ...referral, status: 'active', category: [], code: concept('Huidbiopsie') });
    await put({ ...referral, status: 'completed', category: [], code: concept('Al gebeurd') });
    const text = await read('/dossier/behandelplannen');
    expect(text).toMatch(/Huidbiopsie.*Eerdere plannen.*(Oud plan.*Verlopen plan|Verlopen plan.*Oud plan)/);
    for (const words of ['Verwijzing X', 'Bloed prikken', 'Al gebeurd']) expect(text).not.toContain(words);
  });
});

describe('DO-02 reports of consultations', () => {
  test('a report in plain paragraphs, whatever mark-up it carried', async () => {
    const id = await put(
      {
        resourceType: 'Composition',
        status: 'amended',
        title: 'Poliklinisch consult',
        date: '2026-11-10',
        author: [{ display: 'dr. S. Okafor' }],
        section: [
          { title: 'Anamnese', text: div('<p>Pijn <b>neemt af</b>.</p><script>x()</script><p>Loopt met krukken.</p>') },
        ],
      },
      { code: reportCode, effective_on: '2026-11-10', effective_at: new Date('2026-11-10T09:00:00Z') },
    );
    expect(await read('/dossier/verslagen')).toContain('Poliklinisch consult 10 november 2026, dr. S. Okafor');
    const { body } = await browser.get(`/dossier/verslagen/${id}`);
    expect(textOf(body)).toMatch(/later verbeterd.*Anamnese Pijn neemt af\. Loopt met krukken\./);
    expect(body).not.toContain('x()');
  });

  test('a report of another, not visible or of another type answers like one that does not exist', async () => {
    const other = await duinzicht.patient();
    const nowhere = await browser.get('/dossier/verslagen/019ab000-0000-7000-8000-000000000001');
    const report = { resourceType: 'Composition', title: 'Geheim' };
    for (const id of [
      await put(report, { code: reportCode }, other),
      await put(report, { code: reportCode, visible_from: null }),
      await put(report, { code: reportCode, kept_from: ['patient'] }),
      await put({ resourceType: 'Condition', code: concept('Geheim') }),
      'geen-id',
    ]) {
      const answer = await browser.get(`/dossier/verslagen/${id}`);
      expect([answer.statusCode, answer.body]).toEqual([404, nowhere.body]);
    }
  });

  test('letters, visit summaries and contacts of a GP are no reports, by list or address', async () => {
    for (const [title, row] of [
      ['Brief', { room: 'documents' as const }],
      ['Samenvatting', { code: 'http://loinc.org|34133-9' }],
      ['Contactverslag', { code: 'http://loinc.org|67781-5' }],
    ] as const) {
      const id = await put({ resourceType: 'Composition', title }, row);
      expect(await read('/dossier/verslagen')).not.toContain(title);
      expect((await browser.get(`/dossier/verslagen/${id}`)).statusCode).toBe(404);
    }
  });

  test('many reports come in pages, each once', async () => {
    for (let day = 1; day <= 35; day++) {
      const moment = day === 35 ? null : new Date(Date.UTC(2026, 8, day));
      await put(
        { resourceType: 'Composition', title: `Verslag ${day}.` },
        { code: reportCode, effective_at: moment, effective_on: moment?.toISOString().slice(0, 10) ?? null },
      );
    }
    const first = (await browser.get('/dossier/verslagen')).body;
    const next = /href="([^"]*voor=[^"]*)"/.exec(first)?.[1] ?? '';
    const titles = (body: string) => [...body.matchAll(/Verslag (\d+)\./g)].map((match) => Number(match[1]));
    const wanted = [...Array.from({ length: 34 }, (_, index) => 34 - index), 35];
    expect([...titles(first), ...titles((await browser.get(next)).body)]).toEqual(wanted);
  });
});

describe('DO-13 wishes and limits', () => {
  test('what was agreed, with whom and when; and whom to call to talk about it', async () => {
    const agreed = { ...directive, dateTime: '2026-11-05', patient: { reference: `Patient/${patient.id}` } };
    const actor = [
      { role: {}, reference: { reference: `Patient/${patient.id}` } },
      { reference: { display: 'M. Tromp' } },
    ];
    await put({ ...agreed, provision: { type: 'deny', code: [concept('Reanimatie')], actor } });
    await put({ ...agreed, provision: { type: 'permit', code: [concept('Beademing')] } });
    await put({
      ...agreed,
      modifierExtension: [
        {
          url: 'http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther',
          valueString: 'Eerst overleg',
        },
      ],
      provision: { code: [concept('Bloed geven')] },
    });
    await put({
      resourceType: 'Consent',
      status: 'active',
      scope: coded('x', 'adr'),
      dateTime: '2018-01-20',
      provision: { code: [concept('Volmacht')], actor: [{ reference: { display: 'R. Prins' } }] },
      sourceAttachment: { contentType: 'application/pdf', data: 'AAAA' },
    });
    const text = await read('/dossier/wensen');
    expect(text).toMatch(/Reanimatie Niet doen Laatst besproken 5 november 2026 Besproken met uzelf, M\. Tromp/);
    expect(text).toMatch(/Beademing Wel doen/);
    expect(text).toMatch(/Bloed geven Anders Afspraak Eerst overleg/);
    expect(text).toMatch(/Wilsverklaringen Volmacht.*20 januari 2018.*R\. Prins.*Het document zelf/);
    expect(text).toMatch(/Wilt u hierover praten\?.*Wie kunt u bellen\?.*088/);
  });

  test('what expired, was ended or is no wish about treatment does not stand among what holds', async () => {
    await put({
      ...directive,
      provision: { type: 'deny', code: [concept('Verlopen wens')], period: { end: '2026-11-22' } },
    });
    await put({ ...directive, status: 'inactive', provision: { type: 'deny', code: [concept('Oude wens')] } });
    await put({
      ...directive,
      provision: { type: 'deny', code: [concept('Tot vandaag')], period: { end: '2026-11-23' } },
    });
    await put({
      resourceType: 'Consent',
      status: 'active',
      scope: coded('x', 'patient-privacy'),
      provision: { code: [concept('Mitz')] },
    });
    const text = await read('/dossier/wensen');
    expect(text).toMatch(/Tot vandaag.*Wat niet meer geldt.*(Verlopen wens.*Oude wens|Oude wens.*Verlopen wens)/);
    expect(text).not.toContain('Mitz');
  });

  test('a decision that the source does not make clear is called unclear, never yes', async () => {
    await put({ ...directive, provision: { code: [concept('Dialyse')] } });
    expect(await read('/dossier/wensen')).toContain('Dialyse Niet duidelijk vastgelegd');
  });
});

describe('DO-14 referrals', () => {
  test.each([
    ['active', 'Verstuurd'],
    ['completed', 'Afgerond'],
    ['revoked', 'Ingetrokken'],
    ['on-hold', 'Uitgesteld'],
    ['draft', 'Wordt voorbereid'],
    ['unknown', 'Stand niet bekend'],
  ])('one that is %s: to whom, when, and "%s"', async (status, words) => {
    await put({
      ...referral,
      status,
      code: concept('Beoordeling knie'),
      authoredOn: '2026-10-14',
      requester: { display: 'dr. De Wit' },
      performer: [{ display: 'Fysiotherapie' }],
      reasonCode: [concept('Knieklachten')],
    });
    const text = await read('/dossier/verwijzingen');
    expect(text).toContain(`Naar Fysiotherapie Verwezen op 14 oktober 2026 ${words} Waarvoor Beoordeling knie`);
    expect(text).toContain('dr. De Wit');
    expect(text).toContain('Knieklachten');
  });

  test('nobody named: the specialism, else it says that it is not recorded', async () => {
    await put({ ...referral, status: 'active', performerType: concept('Cardiologie') });
    await put({ ...referral, status: 'active' });
    expect(await read('/dossier/verwijzingen')).toMatch(/(?=.*Naar Cardiologie)(?=.*niet vastgelegd naar wie)/);
  });
});

test('DO-02 the index counts what the pages show', async () => {
  await put({ resourceType: 'CarePlan', title: 'Plan' }, { status: 'completed' });
  await put({ resourceType: 'NutritionOrder' }, { status: 'completed' });
  await put({ resourceType: 'NutritionOrder' }, { status: 'active' });
  await put({ ...referral, category: [] }, { status: 'active' });
  await put({ ...referral, category: [coded('x', 'laboratory')] }, { status: 'active' });
  await put(referral, { status: 'completed', effective_on: '2026-10-01' });
  await put({ resourceType: 'Consent', scope: coded('x', 'patient-privacy') });
  await put({ resourceType: 'Composition' }, { code: 'http://loinc.org|67781-5' });
  expect(await read('/dossier')).toMatch(
    /Behandelplannen 3 gegevens.*Verslagen van gesprekken Nog niets.*Wensen en grenzen Nog niets.*Verwijzingen 1 gegeven, [^.]*1 oktober 2026/,
  );
});
