import { sql } from 'kysely';
import { type Pool, type Transaction, transaction, uuidv7 } from '../platform/database';
import type { Clock } from '../platform/time';
import { writeSystemAudit, writeSystemEntities } from './audit';
import { type BatchResult, storeBatch } from './batch';
import { namedBy } from './named';
import type { BatchOptions } from './options';
import { loadImportPolicy } from './policy';
import { prepare, type Work } from './prepare';
import { type Deviations, profilesOf } from './profiles';
import type { Incoming, Unreadable } from './read';
import { type SourceKey, sourceKey } from './references';
import { type ImportReport, Tally } from './report';

export interface ImportOptions {
  /** Its id. */
  readonly organisation: string;
  /** Which system it comes from; two sources may use the same ids. */
  readonly source: string;
  /** Only BSNs that are nobody's. */
  readonly demo: boolean;
  /** Whether the source compares BSNs with identity documents; else everybody's is to be verified at the desk. */
  readonly bsnVerified: boolean;
  /** What happened when, for patients. */
  readonly careClock: Clock;
  /** For the log. */
  readonly wallClock: Clock;
  /** Whose everything is, by BSN or patient number: for a source that masks who its patient is. */
  readonly patient?: string;
  /** What departs from the profiles that a resource names; without it profiles are not looked at. */
  readonly deviations?: Deviations;
  readonly batchSize?: number;
  readonly progress?: (handled: number) => void;
}

const BATCH = 300;
const LISTED = 10_000;

/**
 * Takes FHIR R4 resources into the records of an organisation; `pool` is the worker's. Each batch is one transaction;
 * when one fails its resources are tried one by one, so that a bad one never stops the rest. Throws when the database
 * can't be reached; what was stored until then stays.
 */
export async function importResources(
  pool: Pool,
  incoming: AsyncIterable<Incoming | Unreadable> | Iterable<Incoming | Unreadable>,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = await Run.start(pool, options);
  for await (const item of incoming) await run.add(item);
  return run.finish();
}

class Run {
  private readonly tally = new Tally();
  private readonly patients = new Set<string>();
  private readonly event = uuidv7();
  private works: Work[] = [];
  private readonly held: Work[] = [];
  private keys = new Set<SourceKey>();
  private logged = false;

  private constructor(
    private readonly pool: Pool,
    private readonly options: ImportOptions,
    private readonly batch: BatchOptions & { readonly refusedPatients: Set<SourceKey> },
    private readonly startedAt: Date,
  ) {}

  static async start(pool: Pool, options: ImportOptions): Promise<Run> {
    const policy = await transaction(pool, { scope: 'system', organisation: options.organisation }, (tx) =>
      loadImportPolicy(tx, options.organisation),
    );
    const { organisation, source, demo, bsnVerified, patient } = options;
    const named = patient === undefined ? {} : { named: namedBy(patient) };
    const batch = { organisation, source, demo, bsnVerified, policy, ...named, refusedPatients: new Set<SourceKey>() };
    return new Run(pool, options, batch, options.wallClock.now());
  }

  async add(item: Incoming | Unreadable): Promise<void> {
    const work = 'resource' in item ? prepare(item) : item;
    if ('resource' in item && item.fromStu3) this.tally.fromStu3++;
    if (!('hash' in work)) {
      if ('key' in work && isPatient(work.key)) this.batch.refusedPatients.add(work.key);
      this.tally.refuse(work);
      return;
    }
    this.compare(work);
    // Whose it is was said beforehand: everything is held until the Patient, wherever it stands, agreed with it.
    if (this.options.patient !== undefined) this.held.push(work);
    else await this.take(work);
  }

  private async take(work: Work): Promise<void> {
    if (this.keys.has(work.key)) await this.flush();
    this.works.push(work);
    this.keys.add(work.key);
    if (this.works.length >= (this.options.batchSize ?? BATCH)) await this.flush();
  }

  private async takeHeld(): Promise<void> {
    for (const work of this.held) if (work.place === 'patient') await this.take(work);
    await this.flush();
    for (const work of this.held) if (work.place !== 'patient') await this.take(work);
  }

  private compare({ file, key, resource }: Work): void {
    const { deviations } = this.options;
    if (deviations !== undefined) this.tally.deviate(file, key, deviations(resource));
    else if (profilesOf(resource).length > 0) this.tally.notCompared++;
  }

  private async flush(): Promise<void> {
    const works = this.works;
    this.works = [];
    this.keys = new Set();
    if (works.length === 0) return;
    try {
      this.count(await this.store(works));
    } catch (error) {
      if (isOutage(error)) throw error;
      for (const work of works) await this.storeAlone(work);
    }
    this.options.progress?.(this.tally.handled);
  }

  private async storeAlone(work: Work): Promise<void> {
    try {
      this.count(await this.store([work]));
    } catch (error) {
      if (isOutage(error)) throw error;
      const detail = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      this.tally.refuse({ file: work.file, key: work.key, reason: 'not-stored', detail });
    }
  }

  private async store(works: readonly Work[]): Promise<BatchResult> {
    const result = await this.inTransaction(async (tx) => {
      const stored = await storeBatch(tx, works, this.batch, this.options.careClock.now());
      if (stored.patients.size > 0) await this.log(tx, stored.patients);
      return stored;
    });
    if (result.patients.size > 0) this.logged = true;
    return result;
  }

  private inTransaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    return transaction(this.pool, { scope: 'system', organisation: this.options.organisation }, run);
  }

  /** The line in the log stands before the first change is committed; each batch adds whom it concerned. */
  private async log(tx: Transaction, patients: ReadonlySet<string>): Promise<void> {
    const { organisation, source } = this.options;
    const event = { organisation, id: this.event, at: this.startedAt };
    if (!this.logged)
      await writeSystemAudit(tx, { ...event, action: 'C', what: 'import', purpose: 'TREAT', detail: { source } });
    await writeSystemEntities(tx, event, patients);
  }

  private count(result: BatchResult): void {
    for (const outcome of result.outcomes) {
      this.tally.add(outcome);
      const { kind, work } = outcome;
      if (kind === 'refused' && work.place === 'patient') this.batch.refusedPatients.add(work.key);
    }
    for (const patient of result.patients) this.patients.add(patient);
  }

  async finish(): Promise<ImportReport> {
    await this.takeHeld();
    await this.flush();
    const { organisation, source, wallClock } = this.options;
    return this.inTransaction(async (tx) => {
      const at = wallClock.now();
      const report = this.tally.report({
        ...(await openReferences(tx, organisation, source)),
        patients: this.patients.size,
        seconds: (at.getTime() - this.startedAt.getTime()) / 1000,
      });
      await writeSystemAudit(tx, {
        organisation,
        id: uuidv7(),
        at,
        action: 'E',
        what: 'import-finished',
        purpose: 'TREAT',
        detail: { source, run: this.event, ...report.total, released: report.released, patients: report.patients },
      });
      return report;
    });
  }
}

const isPatient = (key: unknown): key is SourceKey => typeof key === 'string' && key.startsWith('Patient/');

/** Errors that say nothing about a resource: connection, resources, operator. */
function isOutage(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(08|53|57|E[A-Z]+$)/.test(code);
}

async function openReferences(tx: Transaction, organisation: string, source: string) {
  const { rows } = await sql<{ from: string | null; type: string; id: string; total: number }>`
    SELECT coalesce(r.type || '/' || r.source_id, d.type || '/' || d.source_id) AS from, o.target_type AS type,
      o.target_source_id AS id, count(*) OVER () AS total
    FROM open_reference o
    LEFT JOIN resource r ON r.organisation_id = o.organisation_id AND r.id = o.from_id
    LEFT JOIN directory_resource d ON d.organisation_id = o.organisation_id AND d.id = o.from_id
    WHERE o.organisation_id = ${organisation} AND o.source = ${source}
    ORDER BY 1, 2, 3 LIMIT ${LISTED}`.execute(tx.db);
  return {
    openReferences: rows[0]?.total ?? 0,
    open: rows.map(({ from, type, id }) => ({ from: from ?? '?', to: sourceKey(type, id) })),
  };
}
