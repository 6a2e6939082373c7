/** Fills a database with invented patients: npm run bench measures at 100,000 of them with 2,000,000 resources. */
import { relationOfAppointment } from '../src/access/relations';
import { addOrganisation } from '../src/demo/load';
import { foldName } from '../src/people';
import { openPool, type Pool, type Transaction, transaction, uuidv7 } from '../src/platform/database';
import { dateIn, systemClock } from '../src/platform/time';
import { loadPreset } from '../src/policies';
import { releaseRow } from '../src/results/ingest';
import { policyTimeline } from '../src/results/timeline';
import { copyRows } from './copy';
import { type Generated, generate, type Setting, SOURCE } from './generator';

export interface LoadOptions {
  readonly workerUrl: string;
  readonly patients: number;
  readonly resources: number;
  readonly say: (line: string) => void;
}

const AT_ONCE = 500; // patients a transaction
const SLUG = 'duinzicht';

/** Loads the patients into an empty, migrated database. The same data for the same day. */
export async function loadBench({ workerUrl, patients, resources, say }: LoadOptions): Promise<void> {
  const pool = openPool(workerUrl, { name: 'bench-load', max: 2 });
  try {
    const now = systemClock.now();
    const organisation = await addOrganisation(pool, SLUG, loadPreset(SLUG), now);
    const timeline = await transaction(pool, { scope: 'system', organisation }, (tx) =>
      policyTimeline(tx, organisation),
    );
    const setting: Setting = { today: dateIn(now), now, timeline };
    const began = performance.now();
    let done = 0;
    let writing: Promise<void> = Promise.resolve();
    for (let from = 0; from < patients; from += AT_ONCE) {
      const until = Math.min(patients, from + AT_ONCE);
      const batch = Array.from({ length: until - from }, (_, place) => {
        const index = from + place;
        return generate(index, share(index + 1, patients, resources) - share(index, patients, resources), setting);
      });
      // The database writes one batch while the next is made.
      await writing;
      writing = write(pool, organisation, batch, now);
      writing.catch(() => undefined);
      done += batch.reduce((sum, one) => sum + one.resources.length, 0);
      if ((from / AT_ONCE) % 20 === 19) say(progress(done, began));
    }
    await writing;
    say(progress(done, began));
  } finally {
    await pool.end();
  }
}

const share = (index: number, patients: number, resources: number) => Math.floor((index * resources) / patients);

const progress = (done: number, began: number) =>
  `${done} resources, ${Math.round(done / ((performance.now() - began) / 1000))} a second`;

function write(pool: Pool, organisation: string, batch: readonly Generated[], now: Date): Promise<void> {
  const ours = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row) => ({ organisation_id: organisation, ...row }));
  return transaction(pool, { scope: 'system', organisation }, async (tx) => {
    await tx.client.query('SET LOCAL statement_timeout = 0');
    await copyPeople(tx, organisation, batch, now);
    await copyRows(tx, 'resource', ours(batch.flatMap(({ resources }) => resources)));
    const releases = batch.flatMap(({ records, outcomes }) =>
      records.map((record) => releaseRow(record, outcomes.get(record.id))),
    );
    await copyRows(tx, 'result_release', ours(releases));
    const appointments = batch.flatMap((one) => one.appointments);
    await copyRows(tx, 'appointment', ours(appointments));
    const relations = appointments.map((row) => ({
      patientId: row.patient_id,
      clinic: row.clinic,
      source: 'appointment' as const,
      sourceId: row.id,
      ...relation(row.starts_at, row.ends_at),
    }));
    await copyRows(
      tx,
      'treatment_relation',
      ours(
        relations.map(({ patientId, clinic, source, sourceId, from, until }) => ({
          id: uuidv7(),
          clinic,
          patient_id: patientId,
          source,
          source_id: sourceId,
          valid_from: from,
          valid_until: until,
        })),
      ),
    );
  });
}

const spans = new Map<string, ReturnType<typeof relationOfAppointment>>();

/** One span a day: zone arithmetic for each appointment would cost more than storing it. */
function relation(startsAt: Date, endsAt: Date) {
  const day = dateIn(startsAt);
  const span = spans.get(day) ?? relationOfAppointment(startsAt, endsAt);
  spans.set(day, span);
  return span;
}

async function copyPeople(
  tx: Transaction,
  organisation: string,
  batch: readonly Generated[],
  now: Date,
): Promise<void> {
  const patients = batch.map(({ patient }) => patient);
  await copyRows(
    tx,
    'person',
    patients.map(({ personId, bsn }) => ({ organisation_id: organisation, id: personId, bsn, created_at: now })),
  );
  await copyRows(
    tx,
    'patient',
    patients.map((patient) => ({
      organisation_id: organisation,
      id: patient.id,
      person_id: patient.personId,
      number: patient.number,
      family_name: patient.name.family,
      family_prefix: patient.name.prefix,
      initials: patient.name.initials,
      given_name: patient.name.given,
      sex: patient.sex,
      birth_date: patient.birthDate,
      folded_name: foldName(patient.name.family),
      bsn_verified_at: patient.bsnVerifiedAt,
      source: SOURCE,
      created_at: now,
      updated_at: now,
    })),
  );
}
