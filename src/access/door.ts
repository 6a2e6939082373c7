/** The one door to a record. */
import { isUuid, type Transaction, transaction } from '../platform/database';
import { type AuditLine, writeAudit } from './audit/event';
import { type AccessPolicy, type Decision, decideGranted, decideOwn, decideStaff } from './decide';
import { type Openable, openableBy, type RecordOwner, staffFacts } from './facts';
import { type House, type Refusal, refusal } from './house';
import { makeRecord, type OpenRecord, type OtherRecord, recordScope } from './record';
import { type Ability, can, type RecordRight } from './rights';
import type { EmployeeViewer, PersonViewer, Viewer, ViewerKind } from './viewer';

/** Which record: the viewer's own, or the one with this id. */
export type Which = 'own' | { readonly patient: string };

export interface Purpose {
  /** The page or action as its route names it; the log shows it in words. */
  readonly what: string;
  readonly action?: 'C' | 'R' | 'U' | 'D' | 'E';
  /** Kinds of viewer for whom this page exists at all. Default: all. */
  readonly for?: readonly ViewerKind[];
  /** What an employee must be able to beside the rights. */
  readonly ability?: Ability | undefined;
  /** Opened as well where the viewer holds them (the overview asks every room). */
  readonly also?: readonly RecordRight[];
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  /** The handler asks all that it asks at once: the transaction's end leaves with its questions. */
  readonly atOnce?: boolean | undefined;
}

/**
 * Somebody who has still to show that they are who they say: `confirm` asks the database, in the door's own transaction
 * and together with the door's first question. Until it answers, the claim opens nothing and stands in no line.
 */
export interface Claim {
  readonly claimed: PersonViewer;
  confirm(tx: Transaction): Promise<PersonViewer | undefined>;
}

interface Found {
  readonly owner: RecordOwner;
  readonly decision: Decision;
  readonly others: readonly OtherRecord[];
  /** Of a person; an employee's name comes with the session. */
  readonly name?: string | null;
}

/**
 * Opens a record: decides, writes the audit line, narrows the row-level scope to the opened rights, runs, commits.
 * Gives what `run` gives, or a Refusal. A refusal is logged in a transaction of its own; readers can't tell it from
 * a record that does not exist. What `run` throws rolls everything back, the audit line too: nothing was shown.
 */
export async function openRecord<const R extends RecordRight, T>(
  house: House,
  asker: Viewer | Claim,
  which: Which,
  rights: readonly R[],
  purpose: Purpose,
  run: (record: OpenRecord<R>) => Promise<T>,
): Promise<T | Refusal> {
  const at = house.careClock.now();
  const now = house.wallClock.now();
  const asking = 'claimed' in asker ? asker.claimed : asker;
  if (which !== 'own' && !isUuid(which.patient))
    return 'claimed' in asker ? refusal(unconfirmed) : deny(house, asker, purpose, 'unknown', undefined);
  const answer = await transaction(house.pool, doorScope(asking, which), async (tx) => {
    const confirming = 'claimed' in asker ? asker.confirm(tx) : Promise.resolve(asker);
    const finding = find(tx, asking, which, rights, house.accessPolicy(asking.organisation), at, now);
    const [viewer, found] = await Promise.all([confirming, finding]);
    if (viewer === undefined) return { unconfirmed: true as const };
    if (found === undefined) return { denied: refusal('unknown'), viewer, patient: undefined, name: undefined };
    const { decision, owner, name } = found;
    const shut = (because: string) => ({ denied: refusal(because), viewer, patient: owner.id, name });
    if (!decision.allowed) return shut(decision.because);
    const forThisKind = purpose.for?.includes(decision.kind) ?? true;
    if (!forThisKind || !rights.every((right) => decision.held.includes(right))) return shut(notHeld(owner, decision));
    if (!mayBeside(viewer, purpose.ability)) return shut('no-right');
    const also = (purpose.also ?? []).filter((right) => decision.held.includes(right));
    const opened: readonly RecordRight[] = [...new Set<RecordRight>([...rights, ...also])];
    // Both are on their way before the handler asks anything: without the line nothing is answered, let alone committed.
    tx.behind(writeAudit(tx, viewer, { ...recordLine(purpose, owner, decision, opened), agentName: name }, now));
    const { kind, basis, held } = decision;
    const others = found.others;
    const parts = { organisation: viewer.organisation, owner, viewer, kind, basis, held, at, now, others, tx };
    const record = makeRecord<R>({ ...parts, openedRights: opened });
    tx.rescope(recordScope(record));
    const running = run(record);
    if (purpose.atOnce === true) tx.endWithThis();
    return { result: await running };
  });
  if ('result' in answer) return answer.result;
  if ('unconfirmed' in answer) return refusal(unconfirmed);
  return deny(house, answer.viewer, purpose, answer.denied.because, answer.patient, answer.name);
}

/** Why a claim was refused: who asked is nobody that is known here, so nothing is written either. */
export const unconfirmed = 'unconfirmed';

/** IN-03, IN-04: to somebody with limited access the own record says why that is. */
function notHeld(owner: RecordOwner, decision: Decision & { allowed: true }): string {
  if (decision.kind !== 'limited') return 'no-right';
  return owner.bsnVerified ? 'limited-by-age' : 'limited';
}

const mayBeside = (viewer: Viewer, ability: Ability | undefined): boolean =>
  ability === undefined || (viewer.kind === 'employee' && can(viewer.roles, ability));

function doorScope(viewer: Viewer, which: Which) {
  return {
    scope: 'door' as const,
    organisation: viewer.organisation,
    ...(which === 'own' ? {} : { patient: which.patient }),
    ...(viewer.kind === 'person' ? { person: viewer.person } : { employee: viewer.employee }),
  };
}

function recordLine(
  purpose: Purpose,
  owner: RecordOwner,
  decision: Decision & { allowed: true },
  opened: readonly RecordRight[],
): AuditLine {
  const represents = decision.kind === 'proxy' || decision.kind === 'parent' || decision.kind === 'legal';
  return {
    type: 'record',
    action: purpose.action ?? 'R',
    what: purpose.what,
    purpose: decision.kind === 'staff' ? (decision.basis === 'emergency' ? 'ETREAT' : 'TREAT') : 'PATRQT',
    basis: decision.basis,
    patient: owner.id,
    onBehalfOf: represents ? owner.id : undefined,
    rights: opened,
    detail: purpose.detail,
  };
}

async function find(
  tx: Transaction,
  viewer: Viewer,
  which: Which,
  rights: readonly RecordRight[],
  policy: AccessPolicy,
  at: Date,
  now: Date,
): Promise<Found | undefined> {
  if (viewer.kind === 'employee') return which === 'own' ? undefined : findForStaff(tx, viewer, which.patient, at, now);
  const all = await openableBy(tx, viewer.organisation, viewer.person);
  const wanted = all.records.filter(({ owner, grant }) =>
    which === 'own' ? grant === null : owner.id === which.patient && grant,
  );
  const decided = wanted.map((openable) => ({ openable, decision: decide(openable, policy, at) }));
  // Somebody may be proxy and legal representative at once: what opens what is asked counts.
  const opening = decided.filter(({ decision }) => decision.allowed);
  const holds = ({ decision }: (typeof decided)[number]) =>
    decision.allowed && rights.every((right) => decision.held.includes(right));
  const chosen = opening.find(holds) ?? opening[0] ?? decided[0];
  if (chosen === undefined) return undefined;
  const others = openNow(all.records, policy, at);
  return { owner: chosen.openable.owner, decision: chosen.decision, others, name: all.name };
}

async function findForStaff(
  tx: Transaction,
  viewer: EmployeeViewer,
  patient: string,
  at: Date,
  now: Date,
): Promise<Found | undefined> {
  const facts = await staffFacts(tx, viewer, patient, at, now);
  return facts && { owner: facts.owner, decision: decideStaff(viewer, facts), others: [] };
}

function decide(openable: Openable, policy: AccessPolicy, at: Date): Decision {
  return openable.grant === null
    ? decideOwn(openable.owner, policy, at)
    : decideGranted(openable.owner, openable.grant, policy, at);
}

/** The records that can be opened at this moment, each once, the own one first. */
function openNow(all: readonly Openable[], policy: AccessPolicy, at: Date): OtherRecord[] {
  const seen = new Map<string, OtherRecord>();
  for (const openable of all) {
    const decision = decide(openable, policy, at);
    if (decision.allowed && !seen.has(openable.owner.id))
      seen.set(openable.owner.id, {
        owner: openable.owner,
        kind: decision.kind,
        own: openable.grant === null,
        held: decision.held,
        until: openable.grant?.until ?? null,
      });
  }
  return [...seen.values()].sort((a, b) => Number(b.own) - Number(a.own));
}

/**
 * What a person may open now, for sign-in (IN-02) and for somebody who is only a proxy; where that is nothing, why, as
 * the own registration tells it. Nothing of a record is shown.
 */
export async function standingOf(
  house: House,
  viewer: PersonViewer,
): Promise<{ readonly records: readonly OtherRecord[]; readonly because?: string }> {
  const policy = house.accessPolicy(viewer.organisation);
  const at = house.careClock.now();
  const all = await transaction(house.pool, doorScope(viewer, 'own'), (tx) =>
    openableBy(tx, viewer.organisation, viewer.person),
  );
  const records = openNow(all.records, policy, at);
  if (records.length > 0) return { records };
  const first = all.records[0];
  const decision = first && decide(first, policy, at);
  return { records, because: decision !== undefined && !decision.allowed ? decision.because : 'unknown' };
}

/**
 * The records that a person may open, to choose from. Who is named to another stands in a list, and the log says so; the
 * own registration is no news.
 */
export function recordsToChoose(house: House, viewer: PersonViewer, what: string): Promise<readonly OtherRecord[]> {
  const policy = house.accessPolicy(viewer.organisation);
  return transaction(house.pool, doorScope(viewer, 'own'), async (tx) => {
    const all = await openableBy(tx, viewer.organisation, viewer.person);
    const records = openNow(all.records, policy, house.careClock.now());
    const shown = records.filter(({ own }) => !own).map(({ owner }) => owner.id);
    const line: AuditLine = { type: 'list', action: 'R', what, purpose: 'PATRQT', basis: 'proxy', agentName: all.name };
    if (shown.length > 0) await writeAudit(tx, viewer, line, house.wallClock.now(), shown);
    return records;
  });
}

async function deny(
  house: House,
  viewer: Viewer,
  purpose: Purpose,
  because: string,
  patient: string | undefined,
  agentName?: string | null,
): Promise<Refusal> {
  const scope = { scope: 'door' as const, organisation: viewer.organisation };
  await transaction(house.pool, scope, (tx) =>
    writeAudit(
      tx,
      viewer,
      {
        type: 'record',
        action: purpose.action ?? 'R',
        outcome: 'denied',
        what: purpose.what,
        purpose: viewer.kind === 'employee' ? 'TREAT' : 'PATRQT',
        patient,
        agentName,
        detail: { because },
      },
      house.wallClock.now(),
    ),
  );
  return refusal(because);
}
