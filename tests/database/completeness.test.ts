/** PS-02: a walk through the whole portal, and the complete list of lines that it must leave in the log. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { house } from '../../src/app';
import { mountedRoutes } from '../../src/house';
import { uuidv7 } from '../../src/platform/database';
import { type WrittenLog, writtenLog } from '../support/audit';
import { type TestDatabase, withDatabase } from '../support/database';
import { letterRow, medicineRow } from '../support/papers';
import { type TestOrganisation, type TestPatient, type TestPeople, testPeople } from '../support/people';
import { type Browser, type Portal, startPortal } from '../support/portal';

let database: TestDatabase;
let people: TestPeople;
let portal: Portal;
let log: WrittenLog;
let here: TestOrganisation;
let tromp: TestPatient;
let smit: TestPatient;
let ids: Record<string, string>;
let grant: string;

beforeAll(async () => {
  database = await withDatabase();
  people = testPeople(database);
  here = await people.organisation('duinzicht');
  tromp = await here.patient({ number: '4118207' });
  smit = await here.patient({ family_name: 'Smit' });
  await here.relation('interne', tromp);
  await here.relation('kno', smit);
  ids = {
    uitslag: await here.result(tromp),
    komend: await here.result(tromp, { visible_from: null }),
    verslag: await here.resource(tromp, { type: 'Composition', code: 'http://loinc.org|11488-4' }),
    episode: await here.resource(tromp, { type: 'EpisodeOfCare' }),
    medicijn: await here.resource(tromp, medicineRow),
    brief: await here.resource(tromp, letterRow),
    nummer: '1',
    afspraak: await here.appointment(tromp, '2026-12-03T14:00:00Z'),
  };
  await here.appointment(smit, '2026-12-03T15:00:00Z', { clinic: 'kno' });
  portal = await startPortal(database, '2026-12-03T12:00:00Z');
  log = writtenLog(database);
});
afterAll(async () => {
  await log.close();
  await portal.close();
  await people.close();
  await database.close();
});

/** A step: method and address, and every line that it leaves. */
type Step = readonly [address: string, ...lines: string[]];

/** Walks, and gives what was really written, beside what should have been. */
async function walk(browser: Browser, steps: readonly Step[], fields: Record<string, Record<string, string>> = {}) {
  const names = { [tromp.id]: 'Tromp', [smit.id]: 'Smit' };
  const [wanted, written]: [string[], string[]] = [[], []];
  for (const [address, ...lines] of steps) {
    const [method = '', path = ''] = address.split(' ');
    walked.add(`${method} ${path.replace(/\?.*/, '')}`);
    const url = path.replace(/:(\w+)/g, (_, name: string) => (name === 'patient' ? tromp.id : (ids[name] ?? uuidv7())));
    const answer = method === 'POST' ? await browser.post(url, fields[path]) : await browser.get(url);
    if (answer.statusCode >= 500) throw new Error(`${address}: ${answer.statusCode}`);
    wanted.push(`${address}:`, ...lines);
    written.push(`${address}:`, ...(await log.since(names)));
  }
  expect(written).toEqual(wanted);
}

const walked = new Set<string>();

test('PS-02 nobody: what shows nothing of anybody leaves no line', async () => {
  await walk(portal.anonymous('duinzicht'), [
    ['GET /'],
    ['GET /inloggen'],
    ['GET /werkplek/inloggen'],
    ['GET /uitgelogd'],
    ['GET /taal/:taal'],
    ['GET /folders'],
    ['GET /folders/:folder'],
    ['GET /inloggen/digid/terug', 'sign-in E failed sign-in.person because no attempt of this browser fits the answer'],
    [
      'GET /werkplek/inloggen/terug',
      'sign-in E failed sign-in.employee because no attempt of this browser fits the answer',
    ],
    ['GET /overzicht'],
    ['GET /namens/:patient/overzicht'],
    ['GET /werkplek'],
    ['GET /is-er-niet'],
  ]);
});

test('PS-02 DO-09 the patient: each page of the own record one line, a refusal one', async () => {
  await walk(await portal.person('duinzicht', tromp.person), [
    ['GET /dossiers'],
    ['GET /overzicht', 'record R success home.overview (self) Tromp'],
    ['GET /afspraken', 'record R success appointments.list (self) Tromp'],
    ['GET /afspraken/:afspraak', 'record R success appointments.one (self) Tromp'],
    ['GET /afspraken/overzicht', 'record R success appointments.overview (self) Tromp'],
    ['GET /afspraken/agenda.ics', 'record R success appointments.calendar (self) Tromp'],
    ['GET /afspraken/:afspraak/agenda.ics', 'record R success appointments.calendar-one (self) Tromp'],
    ['GET /afspraken/:afspraak/verslag', 'record R success appointments.summary (self) Tromp'],
    ['GET /uitslagen', 'record R success results.list (self) Tromp'],
    ['GET /uitslagen/:uitslag', 'record R success results.one (self) Tromp'],
    ['GET /uitslagen/:komend', 'record R success results.one (self) Tromp'],
    ['GET /medicijnen', 'record R success medication.list (self) Tromp'],
    ['GET /medicijnen/:medicijn', 'record R success medication.one (self) Tromp'],
    ['GET /berichten', 'record R success letters.list (self) Tromp'],
    ['GET /berichten/brieven', 'record R success letters.list (self) Tromp'],
    ['GET /berichten/brieven/:brief', 'record R success letters.one (self) Tromp'],
    ['GET /berichten/brieven/:brief/bestand/:nummer', 'record R success letters.file (self) Tromp'],
    ['GET /dossier', 'record R success record.index (self) Tromp'],
    ['GET /dossier/gezondheidsproblemen', 'record R success record.problems (self) Tromp'],
    ['GET /dossier/allergieen', 'record R success record.allergies (self) Tromp'],
    ['GET /dossier/waarschuwingen', 'record R success record.alerts (self) Tromp'],
    ['GET /dossier/voorgeschiedenis', 'record R success record.history (self) Tromp'],
    ['GET /dossier/vaccinaties', 'record R success record.vaccinations (self) Tromp'],
    ['GET /dossier/metingen', 'record R success record.measurements (self) Tromp'],
    ['GET /dossier/hulpmiddelen', 'record R success record.devices (self) Tromp'],
    ['GET /dossier/leefsituatie', 'record R success record.life (self) Tromp'],
    ['GET /dossier/samenvatting', 'record R success record.summary (self) Tromp'],
    ['GET /dossier/behandelplannen', 'record R success care-plans.plans (self) Tromp'],
    ['GET /dossier/verslagen', 'record R success care-plans.reports (self) Tromp'],
    ['GET /dossier/verslagen/:verslag', 'record R success care-plans.report (self) Tromp'],
    ['GET /dossier/wensen', 'record R success care-plans.wishes (self) Tromp'],
    ['GET /dossier/verwijzingen', 'record R success care-plans.referrals (self) Tromp'],
    ['GET /dossier/huisarts', 'record R success gp.record (self) Tromp'],
    ['GET /dossier/huisarts/:episode', 'record R success gp.episode (self) Tromp'],
    ['GET /inzage', 'record R success access-log.list (self) Tromp'],
    ['GET /folders'],
    ['GET /mijn-gegevens', 'record R success personal.details (self) Tromp'],
    ['GET /toegang', 'record R success proxies.list (self) Tromp'],
    ['GET /namens/:patient/overzicht', 'record R denied home.overview because unknown'],
    ['GET /werkplek/zoeken'],
    ['POST /sessie/verlengen'],
    ['POST /concept'],
    ['POST /uitloggen', 'sign-out E success sign-in.out'],
    ['GET /overzicht'],
  ]);
});

/** Documents to keep: the page, and what asking for it is called in the log; fetching it is a line of its own. */
const documents: readonly (readonly [page: string, what: string])[] = [
  ['/uitslagen', 'results.list-pdf'],
  ['/uitslagen/:uitslag', 'results.one-pdf'],
  ['/afspraken/overzicht', 'appointments.overview-pdf'],
  ['/afspraken/:afspraak/verslag', 'appointments.summary-pdf'],
  ['/berichten/brieven/:brief', 'letters.one-pdf'],
  ['/medicijnen', 'medication.list-pdf'],
  ['/dossier/samenvatting', 'record.summary-pdf'],
];

/** Whether there is anything to make one of or not: who asks has opened the record. */
const documentSteps = (base: string, basis: string): Step[] =>
  documents.flatMap(([page, what]): Step[] => [
    [`POST ${base}${page}/pdf`, `record R success ${what} (${basis}) Tromp`],
    [`GET ${base}${page}/pdf/:id`, `record R success ${what}-fetched (${basis}) Tromp`],
  ]);

const staffDocumentSteps: Step[] = [
  ['POST /werkplek/patient/:patient/dossier/samenvatting/pdf', 'record R success record.summary-pdf (treatment) Tromp'],
  [
    'GET /werkplek/patient/:patient/dossier/samenvatting/pdf/:id',
    'record R success record.summary-pdf-fetched (treatment) Tromp',
  ],
];

test('PS-02 a document to keep: a line when it is asked for, one when it is fetched', async () => {
  await walk(await portal.person('duinzicht', tromp.person), documentSteps('', 'self'));
  const person = await here.person();
  await here.grant(person, tromp);
  await walk(await portal.person('duinzicht', person), documentSteps('/namens/:patient', 'proxy'));
  const doctor = await here.employee(['doctor'], ['interne']);
  await walk(await portal.employee('duinzicht', doctor), staffDocumentSteps);
});

test('PS-02 PR-08 a proxy: every page says on whose behalf, what is shut says so', async () => {
  const person = await here.person({ name: 'M. Jansen' });
  grant = await here.grant(person, tromp);
  await walk(await portal.person('duinzicht', person), [
    ['GET /dossiers', 'list R success sign-in.records (proxy) shown Tromp'],
    ['GET /overzicht', 'record R denied home.overview because unknown'],
    ['GET /namens/:patient/overzicht', 'record R success home.overview (proxy) Tromp'],
    ['GET /namens/:patient/afspraken', 'record R success appointments.list (proxy) Tromp'],
    ['GET /namens/:patient/afspraken/:afspraak', 'record R success appointments.one (proxy) Tromp'],
    ['GET /namens/:patient/afspraken/overzicht', 'record R success appointments.overview (proxy) Tromp'],
    ['GET /namens/:patient/afspraken/agenda.ics', 'record R success appointments.calendar (proxy) Tromp'],
    ['GET /namens/:patient/afspraken/:afspraak/agenda.ics', 'record R success appointments.calendar-one (proxy) Tromp'],
    ['GET /namens/:patient/afspraken/:afspraak/verslag', 'record R success appointments.summary (proxy) Tromp'],
    ['GET /namens/:patient/uitslagen', 'record R success results.list (proxy) Tromp'],
    ['GET /namens/:patient/uitslagen/:uitslag', 'record R success results.one (proxy) Tromp'],
    ['GET /namens/:patient/medicijnen', 'record R success medication.list (proxy) Tromp'],
    ['GET /namens/:patient/medicijnen/:medicijn', 'record R success medication.one (proxy) Tromp'],
    ['GET /namens/:patient/berichten', 'record R success letters.list (proxy) Tromp'],
    ['GET /namens/:patient/berichten/brieven', 'record R success letters.list (proxy) Tromp'],
    ['GET /namens/:patient/berichten/brieven/:brief', 'record R success letters.one (proxy) Tromp'],
    ['GET /namens/:patient/berichten/brieven/:brief/bestand/:nummer', 'record R success letters.file (proxy) Tromp'],
    ['GET /namens/:patient/dossier', 'record R success record.index (proxy) Tromp'],
    ['GET /namens/:patient/dossier/gezondheidsproblemen', 'record R success record.problems (proxy) Tromp'],
    ['GET /namens/:patient/dossier/allergieen', 'record R success record.allergies (proxy) Tromp'],
    ['GET /namens/:patient/dossier/waarschuwingen', 'record R success record.alerts (proxy) Tromp'],
    ['GET /namens/:patient/dossier/voorgeschiedenis', 'record R success record.history (proxy) Tromp'],
    ['GET /namens/:patient/dossier/vaccinaties', 'record R success record.vaccinations (proxy) Tromp'],
    ['GET /namens/:patient/dossier/metingen', 'record R success record.measurements (proxy) Tromp'],
    ['GET /namens/:patient/dossier/hulpmiddelen', 'record R success record.devices (proxy) Tromp'],
    ['GET /namens/:patient/dossier/leefsituatie', 'record R success record.life (proxy) Tromp'],
    ['GET /namens/:patient/dossier/samenvatting', 'record R success record.summary (proxy) Tromp'],
    ['GET /namens/:patient/dossier/behandelplannen', 'record R success care-plans.plans (proxy) Tromp'],
    ['GET /namens/:patient/dossier/verslagen', 'record R success care-plans.reports (proxy) Tromp'],
    ['GET /namens/:patient/dossier/verslagen/:verslag', 'record R success care-plans.report (proxy) Tromp'],
    ['GET /namens/:patient/dossier/wensen', 'record R success care-plans.wishes (proxy) Tromp'],
    ['GET /namens/:patient/dossier/verwijzingen', 'record R success care-plans.referrals (proxy) Tromp'],
    ['GET /namens/:patient/dossier/huisarts', 'record R success gp.record (proxy) Tromp'],
    ['GET /namens/:patient/dossier/huisarts/:episode', 'record R success gp.episode (proxy) Tromp'],
    ['GET /namens/:patient/inzage', 'record R denied access-log.list Tromp because no-right'],
    ['GET /namens/:patient/mijn-gegevens', 'record R denied personal.details Tromp because no-right'],
    ['GET /namens/:patient/toegang', 'record R denied proxies.list Tromp because no-right'],
  ]);
  await here.inside(({ db }) =>
    db
      .updateTable('access_grant')
      .set({ ended_at: new Date('2026-12-03T11:00:00Z') })
      .where('id', '=', grant)
      .execute(),
  );
  await walk(await portal.person('duinzicht', person), [
    ['GET /namens/:patient/uitslagen', 'record R denied results.list because unknown'],
    ['GET /dossiers'],
  ]);
});

test('PS-02 ST-04 a doctor: lists name whoever stood in them, an emergency its patient', async () => {
  const doctor = await here.employee(['doctor'], ['interne', 'kno']);
  const reason = 'bewusteloos binnengebracht';
  await walk(
    await portal.employee('duinzicht', doctor),
    [
      [
        'GET /werkplek',
        'list R success worklist.day (role) shown Tromp',
        'list R success worklist.day (role) shown Smit',
      ],
      ['GET /werkplek/zoeken'],
      ['POST /werkplek/zoeken', 'search R success registration.search (role) shown Tromp, Smit'],
      ['GET /werkplek/patient/:patient/afspraken', 'record R success appointments.staff-list (treatment) Tromp'],
      [
        'GET /werkplek/patient/:patient/afspraken/:afspraak/verslag',
        'record R success appointments.staff-summary (treatment) Tromp',
      ],
      ['GET /werkplek/patient/:patient/dossier', 'record R success record.index (treatment) Tromp'],
      [
        'GET /werkplek/patient/:patient/dossier/gezondheidsproblemen',
        'record R success record.problems (treatment) Tromp',
      ],
      ['GET /werkplek/patient/:patient/dossier/allergieen', 'record R success record.allergies (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/waarschuwingen', 'record R success record.alerts (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/voorgeschiedenis', 'record R success record.history (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/vaccinaties', 'record R success record.vaccinations (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/metingen', 'record R success record.measurements (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/hulpmiddelen', 'record R success record.devices (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/leefsituatie', 'record R success record.life (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/samenvatting', 'record R success record.summary (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/behandelplannen', 'record R success care-plans.plans (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/verslagen', 'record R success care-plans.reports (treatment) Tromp'],
      [
        'GET /werkplek/patient/:patient/dossier/verslagen/:verslag',
        'record R success care-plans.report (treatment) Tromp',
      ],
      ['GET /werkplek/patient/:patient/dossier/wensen', 'record R success care-plans.wishes (treatment) Tromp'],
      [
        'GET /werkplek/patient/:patient/dossier/verwijzingen',
        'record R success care-plans.referrals (treatment) Tromp',
      ],
      ['GET /werkplek/patient/:patient/dossier/huisarts', 'record R success gp.record (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/dossier/huisarts/:episode', 'record R success gp.episode (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/medicijnen', 'record R success medication.staff-list (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/brieven', 'record R success letters.staff-list (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/brieven/:brief', 'record R success letters.staff-one (treatment) Tromp'],
      [
        'GET /werkplek/patient/:patient/brieven/:brief/bestand/:nummer',
        'record R success letters.staff-file (treatment) Tromp',
      ],
      ['GET /werkplek/patient/:patient/uitslagen', 'record R success results.staff-list (treatment) Tromp'],
      ['GET /werkplek/patient/:patient/gegevens', 'record R success personal.staff (treatment) Tromp'],
      [
        'GET /werkplek/patient/:patient/uitslagen/:komend/tegenhouden',
        'record R success results.hold-form (treatment) Tromp',
      ],
      [
        'POST /werkplek/patient/:patient/uitslagen/:komend/tegenhouden',
        'record U success results.hold (treatment) Tromp',
      ],
      [
        'GET /werkplek/patient/:patient/uitslagen/:uitslag/weghalen',
        'record R success results.withdraw-form (treatment) Tromp',
      ],
      ['POST /werkplek/patient/:patient/uitslagen/:komend/tonen', 'record U success results.release (treatment) Tromp'],
      ['GET /werkplek/noodtoegang/:patient', 'desk R success emergency.form (role) Tromp'],
      ['POST /werkplek/noodtoegang/:patient', 'emergency E success access.emergency (emergency) Tromp'],
      ['GET /werkplek/noodtoegang', 'log R denied emergency.review (role)'],
      ['GET /werkplek/bsn/:patient', 'desk R denied registration.bsn (role) Tromp'],
      ['GET /overzicht'],
    ],
    {
      '/werkplek/zoeken': { geboortedatum: '14-03-1957' },
      '/werkplek/noodtoegang/:patient': { reden: reason, inzending: uuidv7() },
    },
  );
});

test('PS-02 ST-05 the privacy officer: who reads the log stands in the log', async () => {
  const { rows } = await log.superuser.query<{ id: string }>('SELECT id FROM emergency_access');
  ids.id = rows[0]?.id ?? '';
  await walk(await portal.employee('duinzicht', await here.employee(['privacy'])), [
    ['GET /werkplek'],
    ['GET /werkplek/noodtoegang', 'log R success emergency.review (role) shown Tromp'],
    ['GET /werkplek/noodtoegang/:id/oordeel', 'log R success emergency.review (role) shown Tromp'],
    ['GET /werkplek/zoeken', 'search R denied registration.search-form (role)'],
  ]);
});

test('PS-02 IN-03 reception: whose BSN is verified', async () => {
  await walk(await portal.employee('duinzicht', await here.employee(['reception'])), [
    ['GET /werkplek'],
    ['GET /werkplek/bsn/:patient', 'desk R success registration.bsn (role) Tromp'],
    ['GET /werkplek/patient/:patient/uitslagen', 'record R denied results.staff-list Tromp because no-right'],
  ]);
});

test('PS-02 the walk went past every page that there is', () => {
  const named = (address: string) => address.replace(/:\w+/g, ':');
  const pages = mountedRoutes(house)
    .filter(({ route }) => route.method === 'GET')
    .map(({ path }) => named(`GET ${path}`));
  const passed = new Set([...walked].map(named));
  expect([...new Set(pages)].filter((page) => !passed.has(page))).toEqual([]);
});
