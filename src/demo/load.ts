import { sql } from 'kysely';
import { importResources } from '../ehr';
import { type Pool, transaction, uuidv7, withoutScope } from '../platform/database';
import { addDays, type CalendarDate, type Clock, momentOn, startOfDay } from '../platform/time';
import { buildResources } from './build';
import { addEmployees, decideAs } from './clinicians';
import { type Description, describe } from './describe';

/** The source that the demo's own people come from. */
export const DEMO_SOURCE = 'demo';

export interface DemoSetting {
  readonly worker: Pool;
  /** Clinicians' decisions are written as a clinician would: through the web login's record scope. */
  readonly web: Pool;
  readonly today: CalendarDate;
  readonly careClock: Clock;
  readonly wallClock: Clock;
}

/** Fills one organisation with its invented people, through the same import as a hospital's own files. */
export async function loadPeople(slug: string, organisation: string, setting: DemoSetting): Promise<void> {
  const description = describe(slug);
  const { worker, careClock, wallClock, today } = setting;
  const resources = buildResources(description, { today, organisation: slug });
  const report = await importResources(
    worker,
    resources.map((resource) => ({ file: `organisations/demo/${slug}.json`, resource })),
    { organisation, source: DEMO_SOURCE, demo: true, bsnVerified: true, careClock, wallClock },
  );
  const trouble = [...report.refused, ...report.quarantined][0];
  if (trouble !== undefined)
    throw new Error(`The demo's own data of ${slug} was not taken: ${JSON.stringify(trouble)}`);
  const ids = await identifiers(worker, organisation);
  await addGrants(description, organisation, ids, setting);
  await decide(slug, description, organisation, ids, setting);
}

/** Our identifiers of patients and reports, by what the description calls them. */
async function identifiers(worker: Pool, organisation: string) {
  return transaction(worker, { scope: 'system', organisation }, async (tx) => {
    const { rows } = await sql<{ type: string; source_id: string; id: string; patient_id: string; person_id: string }>`
      SELECT r.type, r.source_id, r.id, r.patient_id, p.person_id FROM resource r
      JOIN patient p ON p.organisation_id = r.organisation_id AND p.id = r.patient_id
      WHERE r.organisation_id = ${organisation} AND r.source = ${DEMO_SOURCE}
        AND r.type IN ('Patient', 'DiagnosticReport')`.execute(tx.db);
    return new Map(rows.map((row) => [`${row.type}/${row.source_id}`, row]));
  });
}

type Identifiers = Awaited<ReturnType<typeof identifiers>>;

function known(ids: Identifiers, key: string) {
  const found = ids.get(key);
  if (found === undefined) throw new Error(`the demo names ${key}, which it does not have`);
  return found;
}

const PROXY = ['appointments', 'results', 'record', 'medication', 'messages', 'questionnaires', 'documents'];
const PARENT = [...PROXY, 'personal'];

async function addGrants(
  { grants }: Description,
  organisation: string,
  ids: Identifiers,
  { worker, today }: DemoSetting,
): Promise<void> {
  if (grants.length === 0) return;
  await transaction(worker, { scope: 'system', organisation }, (tx) =>
    tx.db
      .insertInto('access_grant')
      .values(
        grants.map((grant) => {
          const from = startOfDay(addDays(today, grant.since));
          return {
            organisation_id: organisation,
            id: uuidv7(),
            person_id: known(ids, `Patient/${grant.from}`).person_id,
            patient_id: known(ids, `Patient/${grant.to}`).patient_id,
            rights: grant.rights ?? (grant.basis === 'proxy' ? PROXY : PARENT),
            basis: grant.basis,
            valid_from: from,
            valid_until: null,
            ended_at: null,
            created_at: from,
          };
        }),
      )
      .execute(),
  );
}

/** What the described clinicians decided about results, each as that clinician. */
async function decide(
  slug: string,
  description: Description,
  organisation: string,
  ids: Identifiers,
  { web, today, careClock }: DemoSetting,
): Promise<void> {
  const employees = await addEmployees(web, { slug, organisation, description, now: careClock.now() });
  for (const { key, decision } of decisionsOf(description)) {
    const { id, patient_id: patient } = known(ids, key);
    const employee = employees.get(decision.by);
    if (employee === undefined) throw new Error(`the demo has no employee '${decision.by}'`);
    const { what, reason } = decision;
    const at = momentOn(addDays(today, decision.day), '16:45');
    const one = { id, what, at, ...(reason === undefined ? {} : { reason }) };
    await decideAs(web, { organisation, patient, employee, careTime: careClock.now() }, [one]);
  }
}

function decisionsOf({ people }: Description) {
  return people.flatMap((person) => [
    ...person.measured.flatMap(({ decisions }, index) =>
      decisions.map((decision) => ({ key: `DiagnosticReport/${person.id}-lab-${index}`, decision })),
    ),
    ...person.reports.flatMap(({ decisions }, index) =>
      decisions.map((decision) => ({ key: `DiagnosticReport/${person.id}-verslag-${index}`, decision })),
    ),
  ]);
}

/** Adds an organisation with its preset as first policy, in force from long before any data. Answers its id. */
export async function addOrganisation(worker: Pool, slug: string, policy: unknown, now: Date): Promise<string> {
  const id = uuidv7();
  const db = withoutScope(worker);
  await db.insertInto('organisation').values({ id, slug, created_at: now }).execute();
  await db
    .insertInto('policy_version')
    .values({
      organisation_id: id,
      version: 1,
      policy: JSON.stringify(policy),
      valid_from: new Date('2000-01-01T00:00:00Z'),
      applied_by: 'preset',
    })
    .execute();
  return id;
}
