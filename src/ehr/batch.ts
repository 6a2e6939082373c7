import { addPatients, updatePatient } from '../people';
import { type Transaction, uuidv7 } from '../platform/database';
import { copyPatients } from './copy-in';
import { deriveAndSave } from './derive';
import { EXTRACTED_BY, extract } from './extract';
import { fileOwners, isFile } from './file-owners';
import { type File, fileOf, withFiles } from './files';
import { type PatientPlan, planPatients } from './identities';
import type { BatchOptions } from './options';
import { subjectOf } from './patient';
import { prepareAgain, type Work } from './prepare';
import type { QuarantineReason, Reason } from './reasons';
import { rewriteReferences, type SourceKey, splitKey, targetOf } from './references';
import type { StoredRow } from './rows';
import {
  closeOpenReferences,
  type DirectoryRow,
  type Known,
  loadDirectory,
  loadNaming,
  loadRequestsBy,
  loadRows,
  lookUp,
  type OpenReference,
  putAside,
  type QuarantineRow,
  saveDirectory,
  saveOpenReferences,
  takeOut,
  waitingFor,
} from './store';
import { adoption, bsnKey, type Ownership, ownerOf, patientsByBsn } from './subjects';

export type Outcome = { readonly work: Work } & (
  | { readonly kind: 'taken' | 'changed' | 'unchanged' }
  | { readonly kind: 'quarantined'; readonly reason: QuarantineReason }
  | { readonly kind: 'refused'; readonly reason: Reason }
);

export interface BatchResult {
  readonly outcomes: readonly Outcome[];
  readonly patients: ReadonlySet<string>;
}

/**
 * Stores resources of one source in one transaction (scope `system`). No key may stand in `works` twice. Whatever the
 * order of batches, the database ends up the same. `now` is care time. Throws only what the database throws.
 */
export async function storeBatch(
  tx: Transaction,
  works: readonly Work[],
  options: BatchOptions,
  now: Date,
): Promise<BatchResult> {
  const batch = new Batch(tx, options, now);
  await batch.take(works);
  return { outcomes: batch.outcomes, patients: batch.patients };
}

class Batch {
  readonly outcomes: Outcome[] = [];
  readonly patients = new Set<string>();
  private readonly known = new Map<SourceKey, Known>();
  private readonly lookedUp = new Set<SourceKey>();
  private readonly plans: PatientPlan[] = [];
  private readonly rows: StoredRow[] = [];
  private readonly directory: DirectoryRow[] = [];
  private readonly open: OpenReference[] = [];
  private readonly aside: QuarantineRow[] = [];
  private readonly leaving: SourceKey[] = [];
  private readonly arrived: SourceKey[] = [];
  private readonly files = new Map<string, File>();

  constructor(
    private readonly tx: Transaction,
    private readonly options: BatchOptions,
    private readonly now: Date,
  ) {}

  async take(works: readonly Work[]): Promise<void> {
    const { tx, options } = this;
    await this.learn(works);
    const waiting = await this.takePatients(works.filter(({ place }) => place === 'patient'));
    const others = works.filter(({ place }) => place !== 'patient');
    const present = new Set(works.map(({ key }) => key));
    const all = [...others, ...waiting.filter(({ key }) => !present.has(key))];
    await this.learn(waiting);
    const numbered = await patientsByBsn(tx, options.organisation, all, this.known);
    const adopted = await adoption(tx, options);
    const ofDocuments = new Set(all.filter(({ key, resource }) => isFile(key) && subjectOf(resource) === undefined));
    const accepted = all.filter(
      (work) => !ofDocuments.has(work) && this.accept(work, () => ownerOf(work, this.known, numbered, adopted)),
    );
    if (adopted !== undefined) this.adopt(accepted, adopted.patient.id);
    const files = await this.acceptFiles([...ofDocuments], accepted, present);
    await this.readFiles([...accepted, ...files]);
    // Only now: what a resource names may be anything of the batch.
    for (const { work, patient } of this.plans) this.addRow(work, this.rowId(work), patient.id);
    for (const work of [...accepted, ...files]) this.store(work);
    await this.save();
  }

  /** A patient whom the source does not describe is whom somebody said it is. */
  private adopt(accepted: readonly Work[], patientId: string): void {
    for (const { resource } of accepted) {
      const target = targetOf(subjectOf(resource)?.target);
      if (target === undefined || this.known.has(target)) continue;
      const patient = { id: patientId, rowId: patientId, table: 'resource', patientId } as const;
      this.known.set(target, { ...patient, hash: '', version: 0, partOf: null, receivedAt: null });
    }
  }

  /** Files belong to whose document names them; those that waited for a document of this batch are taken now. */
  private async acceptFiles(
    stated: readonly Work[],
    documents: readonly Work[],
    present: ReadonlySet<SourceKey>,
  ): Promise<Work[]> {
    const { tx, options } = this;
    const named = new Set(documents.flatMap(({ targets }) => [...targets].filter(isFile)));
    const missing = [...named].filter((key) => !this.known.has(key) && !present.has(key));
    const released = await waitingFor(tx, options.organisation, options.source, missing);
    const waiting = released.flatMap(({ key, content }) => prepareAgain(key, content) ?? []);
    await this.learn(waiting);
    const all = [...stated, ...waiting.filter(({ key }) => !stated.some((work) => work.key === key))];
    const owner = await fileOwners(tx, all, documents, this.known, options);
    return all.filter((work) => this.accept(work, () => owner(work)));
  }

  /** The bytes of every file that a resource of this batch names, or that came with it. */
  private async readFiles(accepted: readonly Work[]): Promise<void> {
    for (const { key, resource } of accepted) {
      const [file, id] = [fileOf(resource), this.known.get(key)?.id];
      if (file !== undefined && id !== undefined) this.files.set(id, file);
    }
    const named = new Set(accepted.flatMap(({ targets }) => [...targets].filter(isFile)));
    const ids = [...named].flatMap((key) => this.known.get(key)?.rowId ?? []).filter((id) => !this.files.has(id));
    for (const { id, content } of await loadRows(this.tx, this.options.organisation, { ids })) {
      const file = fileOf(content);
      if (file !== undefined) this.files.set(id, file);
    }
  }

  /** Reads what the database has of these resources and of everything they name. */
  private async learn(works: readonly Work[]): Promise<void> {
    const wanted = new Set<SourceKey>();
    if (this.options.bulk) for (const { key } of works) this.lookedUp.add(key);
    for (const { key, targets } of works) {
      for (const name of [key, ...targets]) if (!this.lookedUp.has(name)) wanted.add(name);
    }
    if (wanted.size === 0) return;
    for (const name of wanted) this.lookedUp.add(name);
    const found = await lookUp(this.tx, this.options.organisation, this.options.source, wanted);
    for (const [key, value] of found) this.known.set(key, value);
  }

  /** Patients first; answers what waited for those who are new. */
  private async takePatients(works: readonly Work[]): Promise<Work[]> {
    const { tx, options, now, known } = this;
    const fresh = works.filter((work) => !this.isUnchanged(work));
    if (fresh.length === 0) return [];
    const { plans, refused } = await planPatients(tx, fresh, known, options, now);
    for (const { work, reason } of refused) this.outcomes.push({ work, kind: 'refused', reason });
    const copied = options.bulk ? plans.filter(({ added }) => added === 'person-and-patient') : [];
    await copyPatients(
      tx,
      options.organisation,
      copied.map(({ patient }) => patient),
      now,
    );
    const fromNew = plans.filter((plan) => plan.added !== null && !copied.includes(plan));
    await addPatients(
      tx,
      options.organisation,
      fromNew.map(({ patient, added }) => ({ ...patient, newPerson: added === 'person-and-patient' })),
      now,
    );
    for (const { patient, added } of plans)
      if (added === null) await updatePatient(tx, options.organisation, patient, now);
    const awaited: SourceKey[] = [];
    for (const plan of plans) {
      if (!known.has(plan.work.key)) awaited.push(plan.work.key);
      if (plan.patient.bsn !== null) awaited.push(bsnKey(plan.patient.bsn));
      this.announcePatient(plan);
    }
    if (options.bulk) return [];
    const waiting = await waitingFor(tx, options.organisation, options.source, awaited);
    return waiting.flatMap(({ key, content }) => prepareAgain(key, content) ?? []);
  }

  private isUnchanged(work: Work): boolean {
    if (this.known.get(work.key)?.hash !== work.hash) return false;
    this.outcomes.push({ work, kind: 'unchanged' });
    return true;
  }

  private accept(work: Work, ownership: () => Ownership): boolean {
    if (this.isUnchanged(work)) return false;
    const before = this.known.get(work.key);
    if (before !== undefined && (before.table === 'directory') !== (work.place === 'directory'))
      return this.refuse(work, 'patient-changed');
    if (work.place === 'directory') {
      this.announce(work, before?.id ?? uuidv7(), null, 'directory');
      return true;
    }
    const owner = ownership();
    if ('refused' in owner) return this.refuse(work, owner.refused);
    if ('waits' in owner) {
      this.aside.push({
        id: uuidv7(),
        key: work.key,
        patient: owner.for,
        content: work.resource,
        reason: owner.waits,
      });
      this.outcomes.push({ work, kind: 'quarantined', reason: owner.waits });
      return false;
    }
    this.announce(work, before?.id ?? uuidv7(), owner.patientId, 'resource');
    return true;
  }

  private refuse(work: Work, reason: Reason): false {
    this.outcomes.push({ work, kind: 'refused', reason });
    return false;
  }

  /** From here on others may refer to it. */
  private announce(work: Work, id: string, patientId: string | null, table: Known['table'], rowId = id): void {
    const before = this.known.get(work.key);
    this.outcomes.push({ work, kind: before === undefined ? 'taken' : 'changed' });
    if (before === undefined) this.arrived.push(work.key);
    const { partOf = null, receivedAt = null, version = 0 } = before ?? {};
    this.known.set(work.key, {
      id,
      rowId,
      table,
      patientId,
      hash: work.hash,
      version: version + 1,
      partOf,
      receivedAt,
    });
    if (patientId !== null) this.patients.add(patientId);
    this.leaving.push(work.key);
  }

  /** References to a Patient resource lead to our patient; a patient's first resource bears that id itself. */
  private announcePatient(plan: PatientPlan): void {
    const { work, patient, added } = plan;
    const before = this.known.get(work.key);
    this.announce(work, patient.id, patient.id, 'resource', before?.rowId ?? (added === null ? uuidv7() : patient.id));
    this.plans.push(plan);
  }

  private rowId = (work: Work): string => this.known.get(work.key)?.rowId ?? uuidv7();

  private store(work: Work): void {
    const known = this.known.get(work.key);
    if (known === undefined) throw new Error('accepted without an id');
    if (known.patientId === null) this.addDirectory(work, known);
    else this.addRow(work, known.id, known.patientId);
  }

  private addRow(work: Work, id: string, patientId: string): void {
    const { type, id: sourceId } = splitKey(work.key);
    const known = this.known.get(work.key);
    this.rows.push({
      id,
      patient_id: patientId,
      room: roomOf(work),
      type,
      source: this.options.source,
      source_id: sourceId,
      version: known?.version ?? 1,
      hash: work.hash,
      content: this.rewritten(work, id, patientId),
      extracted_by: EXTRACTED_BY,
      ...columns(work),
      part_of: known?.partOf ?? null,
      encounter_id: null,
      location: null,
      visible_from: null,
      received_at: known?.receivedAt ?? this.now,
      updated_at: this.now,
      state: known?.version === 1 ? 'new' : 'changed',
    });
  }

  private addDirectory(work: Work, known: Known): void {
    const { type, id: sourceId } = splitKey(work.key);
    this.directory.push({
      id: known.id,
      type,
      source: this.options.source,
      source_id: sourceId,
      version: known.version,
      hash: work.hash,
      content: this.rewritten(work, known.id, null),
      title: extract(work.resource).title,
      received_at: this.now,
      updated_at: this.now,
    });
  }

  /** The resource with our identifiers; what it names and is not here is remembered as open. */
  private rewritten(work: Work, id: string, patientId: string | null) {
    for (const target of work.targets) if (!this.known.has(target)) this.open.push({ fromId: id, patientId, target });
    const named = rewriteReferences(work.resource, (target) => this.known.get(target)?.id);
    return { ...withFiles(named, this.filesOf(patientId)), id };
  }

  /** The files that may stand in a document of this patient: nobody else's. */
  private filesOf(patientId: string | null): Map<string, File> {
    if (this.files.size === 0) return this.files;
    const owners = new Map([...this.known.values()].map(({ id, patientId: owner }) => [id, owner]));
    return new Map([...this.files].filter(([id]) => owners.get(id) === patientId));
  }

  private async save(): Promise<void> {
    const { tx, options, now } = this;
    const { organisation, source } = options;
    const closed = options.bulk ? [] : await closeOpenReferences(tx, organisation, source, this.arrived);
    const referring = await this.closeIn(closed);
    await saveDirectory(tx, organisation, [...this.directory, ...referring.directory]);
    const touched = await this.withChangedFiles([...this.rows, ...referring.rows]);
    await deriveAndSave(tx, [...touched, ...(await this.reordered(referring.directory, touched))], options, now);
    const rewritten = [...this.rows, ...this.directory].filter(({ version }) => version > 1).map(({ id }) => id);
    await saveOpenReferences(tx, organisation, source, rewritten, this.open);
    await putAside(tx, organisation, source, this.aside, now);
    if (!options.bulk) await takeOut(tx, organisation, source, this.leaving);
  }

  /** And the documents that name a file of which a new version came. */
  private async withChangedFiles(touched: readonly StoredRow[]): Promise<StoredRow[]> {
    const present = new Set(touched.map(({ id }) => id));
    const changed = touched.filter(({ type, state }) => type === 'Binary' && state === 'changed');
    const naming = await loadNaming(this.tx, this.options.organisation, changed);
    const rest = naming.filter(({ id }) => !present.has(id));
    return [
      ...touched,
      ...rest.map(
        (row): StoredRow => ({
          ...row,
          content: withFiles(row.content, this.filesOf(row.patient_id)),
          state: 'completed',
        }),
      ),
    ];
  }

  /** Requests of which it is now known otherwise who asked: a practice or role changed, or is now complete. */
  private async reordered(completed: readonly DirectoryRow[], touched: readonly StoredRow[]): Promise<StoredRow[]> {
    const changed = [...this.directory.filter(({ version }) => version > 1), ...completed];
    const ids = changed
      .filter(({ type }) => type === 'Organization' || type === 'PractitionerRole')
      .map(({ id }) => id);
    const present = new Set(touched.map(({ id }) => id));
    const requests = await loadRequestsBy(this.tx, this.options.organisation, ids);
    return requests.filter(({ id }) => !present.has(id)).map((row) => ({ ...row, state: 'completed' }));
  }

  /** Those that named what now arrived, with our identifier in place. */
  private async closeIn(closed: readonly { fromId: string; patientId: string | null }[]) {
    const { organisation } = this.options;
    const present = new Set([...this.rows, ...this.directory].map(({ id }) => id));
    const absent = closed.filter(({ fromId }) => !present.has(fromId));
    const ids = (ofPatient: boolean) => [
      ...new Set(absent.filter(({ patientId }) => (patientId !== null) === ofPatient).map(({ fromId }) => fromId)),
    ];
    const close = <Row extends { content: Work['resource']; patient_id?: string }>(row: Row): Row => ({
      ...row,
      content: withFiles(
        rewriteReferences(row.content, (target) => this.known.get(target)?.id),
        this.filesOf(row.patient_id ?? null),
      ),
    });
    const rows = (await loadRows(this.tx, organisation, { ids: ids(true) })).map(
      (row): StoredRow => ({ ...close(row), state: 'completed' }),
    );
    return { rows, directory: (await loadDirectory(this.tx, organisation, ids(false))).map(close) };
  }
}

function roomOf({ place }: Work): string {
  if (place === 'appointment') return 'appointments';
  return place === 'patient' ? 'personal' : place;
}

function columns(work: Work) {
  const { status, code, title, effectiveAt, effectiveOn } = extract(work.resource);
  return { status, code, title, effective_at: effectiveAt, effective_on: effectiveOn };
}
