/** Puts invented people into the database by the thousand, through the rules of the import (see BatchOptions.bulk). */
import { sql } from 'kysely';
import {
  type BatchOptions,
  loadImportPolicy,
  prepareAgain,
  storeBatch,
  type Work,
  writeSystemAudit,
  writeSystemEntities,
} from '../../ehr';
import { type Pool, type Transaction, transaction, uuidv7 } from '../../platform/database';
import { type Clock, dateIn } from '../../platform/time';
import { personResources } from '../build';
import { describe, type Person } from '../describe';
import { directory } from '../fhir/directory';
import type { Setting } from '../setting';
import { POPULATE_SOURCE } from './lacking';
import { people, placeOf, townsOf } from './people';

export interface PopulateOptions {
  /** The worker's login. */
  readonly worker: Pool;
  /** Its id, and what it is called in addresses. */
  readonly organisation: string;
  readonly slug: string;
  /** How many people there are in the end. */
  readonly patients: number;
  readonly careClock: Clock;
  readonly wallClock: Clock;
  readonly progress?: (done: Progress) => void;
  /** Ends after the batch that is being written; a later run goes on from there. */
  readonly stop?: AbortSignal;
  /** Milliseconds to leave the machine to others after each batch. */
  readonly rest?: number;
  readonly batchSize?: number;
}

export interface Progress {
  /** Of the wanted ones, with those who were there already. */
  readonly people: number;
  readonly wanted: number;
  /** Written in this run. */
  readonly resources: number;
  readonly seconds: number;
}

const BATCH = 3_000; // resources a transaction
const AT_ONCE = 3; // transactions: the database writes some while the program works out another

/**
 * Adds people until there are `patients`. The same people for the same organisation and day; whoever is there already
 * stays as they are, so that a second run changes nothing and an interrupted one is completed.
 */
export async function populate(options: PopulateOptions): Promise<Progress> {
  const run = await Run.start(options);
  await run.everybody();
  return run.done();
}

class Run {
  private readonly began = performance.now();
  private resources = 0;
  private written = 0;
  private logged = false;
  private readonly event = uuidv7();

  private constructor(
    private readonly options: PopulateOptions,
    private readonly batch: BatchOptions,
    private readonly setting: Setting,
    private readonly present: ReadonlySet<string>,
  ) {}

  static async start(options: PopulateOptions): Promise<Run> {
    const { organisation, slug, careClock } = options;
    return inside(options, async (tx) => {
      const policy = await loadImportPolicy(tx, organisation);
      const batch = { organisation, source: POPULATE_SOURCE, demo: true, bsnVerified: true, policy, bulk: true };
      const { providers } = describe(slug);
      const setting = { today: dateIn(careClock.now()), organisation: slug, providers };
      await storeBatch(tx, directory(setting).flatMap(workOf), { ...batch, bulk: false }, careClock.now());
      return new Run(options, batch, setting, await presentIn(tx, organisation));
    });
  }

  async everybody(): Promise<void> {
    const { batchSize = BATCH, stop, rest = 0 } = this.options;
    const writing: Promise<void>[] = [];
    let [works, whose]: [Work[], number] = [[], 0];
    const flush = async () => {
      if (writing.length >= AT_ONCE) await writing.shift();
      const one = this.write(works, whose);
      one.catch(() => undefined);
      writing.push(one);
      [works, whose] = [[], 0];
      if (rest > 0) await one.then(() => new Promise((done) => setTimeout(done, rest)));
    };
    for (const person of this.missing()) {
      if (stop?.aborted) break;
      works.push(...personResources(person, this.setting).flatMap(workOf));
      whose++;
      if (works.length >= batchSize) await flush();
    }
    if (works.length > 0 && !stop?.aborted) await flush();
    await Promise.all(writing);
  }

  private *missing(): Generator<Person> {
    const { about } = this.batch.policy;
    const place = placeOf(about, this.setting, this.setting.today);
    for (const home of people(this.options.patients, place, townsOf(about)))
      for (const person of home) if (!this.present.has(person.id)) yield person;
  }

  private async write(works: readonly Work[], count: number): Promise<void> {
    const { careClock, organisation, progress } = this.options;
    const stored = await inside(this.options, async (tx) => {
      await sql`SET LOCAL statement_timeout = 0`.execute(tx.db);
      const result = await storeBatch(tx, works, this.batch, careClock.now());
      const refused = result.outcomes.find(({ kind }) => kind === 'refused' || kind === 'quarantined');
      if (refused !== undefined) throw new Error(`not taken: ${refused.work.key} of ${organisation}`);
      await this.log(tx, result.patients);
      return result;
    });
    this.logged = true;
    this.resources += stored.outcomes.length;
    this.written += count;
    progress?.(this.done());
  }

  private async log(tx: Transaction, patients: ReadonlySet<string>): Promise<void> {
    const event = { organisation: this.options.organisation, id: this.event, at: this.options.wallClock.now() };
    const one = this.logged ? { ...event, id: uuidv7() } : event;
    const detail = { source: POPULATE_SOURCE };
    await writeSystemAudit(tx, { ...one, action: 'C', what: 'import', purpose: 'TREAT', detail });
    await writeSystemEntities(tx, one, patients);
  }

  done(): Progress {
    const { patients } = this.options;
    return {
      people: Math.min(patients, this.present.size + this.written),
      wanted: patients,
      resources: this.resources,
      seconds: (performance.now() - this.began) / 1000,
    };
  }
}

const workOf = (resource: Parameters<typeof prepareAgain>[1]): Work[] => {
  const work = prepareAgain(`${resource.resourceType}/${String(resource.id)}`, resource);
  return work === undefined ? [] : [{ ...work, file: POPULATE_SOURCE, waited: false }];
};

const inside = <T>({ worker, organisation }: PopulateOptions, run: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(worker, { scope: 'system', organisation }, run);

async function presentIn(tx: Transaction, organisation: string): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('resource')
    .select('source_id')
    .where('organisation_id', '=', organisation)
    .where('source', '=', POPULATE_SOURCE)
    .where('type', '=', 'Patient')
    .execute();
  return new Set(rows.map(({ source_id }) => source_id));
}
