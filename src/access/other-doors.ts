/** The doors that open no record: identities at a desk, a clinic's work, the log. */
import type { Kysely } from 'kysely';
import { isUuid, type Schema, type Scope, type Transaction, transaction } from '../platform/database';
import { type AuditLine, writeAudit } from './audit/event';
import { type House, type Refusal, refusal } from './house';
import { type Ability, can, staffRecordRights } from './rights';
import type { EmployeeViewer } from './viewer';

interface Door {
  readonly db: Kysely<Schema>;
  readonly tx: Transaction;
  readonly organisation: string;
  readonly viewer: EmployeeViewer;
  readonly at: Date;
  readonly now: Date;
}

export interface OpenDesk extends Door {
  readonly desk: true;
}
export interface OpenWorklist extends Door {
  readonly clinic: string;
}
export interface OpenLog extends Door {
  readonly log: true;
}

/** What a list or search showed: each patient gets a row in the log ('stond in een lijst'). */
export interface Shown<T> {
  readonly result: T;
  readonly shown: readonly string[];
  /** What was asked for could not be done; the log says so, with `detail` why. */
  readonly failed?: { readonly because: string } | undefined;
}

export interface DoorPurpose {
  readonly what: string;
  readonly action?: AuditLine['action'];
  /** A search keeps its criteria in the log. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** Identity columns of all patients, for who may search them; no clinical table. `patient`: the one that is changed. */
export function openDesk<T>(
  house: House,
  viewer: EmployeeViewer,
  ability: Ability,
  purpose: DoorPurpose & { readonly patient?: string },
  run: (desk: OpenDesk) => Promise<Shown<T>>,
): Promise<T | Refusal> {
  const scope: Scope = {
    scope: 'desk',
    organisation: viewer.organisation,
    employee: viewer.employee,
    ...(purpose.patient === undefined ? {} : { patient: purpose.patient }),
  };
  const type = purpose.action === undefined ? 'search' : 'desk';
  if (purpose.patient !== undefined && !isUuid(purpose.patient)) {
    const { patient: _, ...nobody } = scope;
    return open(house, viewer, false, nobody, type, purpose, (door) => run({ ...door, desk: true }));
  }
  return open(house, viewer, can(viewer.roles, ability), scope, type, purpose, (door) => run({ ...door, desk: true }));
}

/** A clinic's open work: only for who works there, and whose work is with patients' appointments. */
export function openWorklist<T>(
  house: House,
  viewer: EmployeeViewer,
  clinic: string,
  purpose: DoorPurpose,
  run: (worklist: OpenWorklist) => Promise<Shown<T>>,
): Promise<T | Refusal> {
  const scope: Scope = { scope: 'clinic', organisation: viewer.organisation, employee: viewer.employee, clinic };
  const works = viewer.clinics.includes(clinic) && staffRecordRights(viewer.roles).includes('appointments');
  return open(house, viewer, works, scope, 'list', purpose, (door) => run({ ...door, clinic }));
}

/** The audit log and the emergency accesses, for the privacy officer. Reading the log is logged as well. */
export function openLog<T>(
  house: House,
  viewer: EmployeeViewer,
  purpose: DoorPurpose,
  run: (log: OpenLog) => Promise<Shown<T>>,
): Promise<T | Refusal> {
  const scope: Scope = { scope: 'log', organisation: viewer.organisation, employee: viewer.employee };
  return open(house, viewer, can(viewer.roles, 'review-log'), scope, 'log', purpose, (door) =>
    run({ ...door, log: true }),
  );
}

async function open<T>(
  house: House,
  viewer: EmployeeViewer,
  allowed: boolean,
  scope: Scope,
  type: AuditLine['type'],
  purpose: DoorPurpose,
  run: (door: Door) => Promise<Shown<T>>,
): Promise<T | Refusal> {
  const at = house.careClock.now();
  const now = house.wallClock.now();
  const line: AuditLine = {
    type,
    action: purpose.action ?? 'R',
    what: purpose.what,
    purpose: type === 'log' ? 'HSYSADMIN' : 'HOPERAT',
    basis: 'role',
    detail: purpose.detail,
    ...(scope.scope === 'desk' && scope.patient !== undefined ? { patient: scope.patient } : {}),
  };
  if (!allowed) {
    await transaction(house.pool, { scope: 'door', organisation: viewer.organisation }, (tx) =>
      writeAudit(tx, viewer, { ...line, outcome: 'denied' }, now),
    );
    return refusal('no-right');
  }
  return transaction(house.pool, scope, async (tx) => {
    const door: Door = { db: tx.db, tx, organisation: viewer.organisation, viewer, at, now };
    const { result, shown, failed } = await run(door);
    const written: AuditLine =
      failed === undefined ? line : { ...line, outcome: 'failed', detail: { ...line.detail, because: failed.because } };
    await writeAudit(tx, viewer, written, now, shown);
    return result;
  });
}
