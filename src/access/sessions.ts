/**
 * Server-side sessions (PS-03). The browser holds a random token, the database its hash; a patient's and an employee's
 * session never exist in one browser at the same time. Ids only: no patient data.
 */
import { createHash, randomBytes } from 'node:crypto';
import { isUuid, type Pool, sendAlone, uuidv7, withoutScope } from '../platform/database';
import { isRole } from './rights';
import type { EmployeeViewer, PersonViewer, Viewer } from './viewer';

export type SessionKind = 'person' | 'employee';
const levels = ['midden', 'substantieel', 'hoog'] as const;
export type Level = (typeof levels)[number];

/** Of the policy in force: a session began under one that may have been milder. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  /** The lowest level of DigiD that is let in. */
  readonly digidLevel?: Level | undefined;
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

const hours = (count: number) => count * 3_600_000;

/**
 * A person's token names whose it is beside its secret. That is a claim and opens nothing; it lets the door's first
 * question leave together with the question whether there is such a session.
 */
const tokenOf = (person: string): string => `${newToken()}.${person}`;

export function claimedPerson(token: string): string | undefined {
  const claimed = token.slice(token.indexOf('.') + 1);
  return claimed !== token && isUuid(claimed) ? claimed : undefined;
}

/** Starts a session and gives its token, which exists nowhere else. */
export async function startPersonSession(
  pool: Pool,
  session: { organisation: string; person: string; level: Level },
  limits: SessionLimits,
  now: Date,
): Promise<{ token: string; id: string }> {
  const token = tokenOf(session.person);
  const id = uuidv7();
  await withoutScope(pool)
    .insertInto('patient_session')
    .values({
      token_hash: hashToken(token),
      organisation_id: session.organisation,
      id,
      person_id: session.person,
      level: session.level,
      started_at: now,
      seen_at: now,
      ends_at: new Date(now.getTime() + hours(limits.absoluteHours)),
      ended_at: null,
      end_reason: null,
    })
    .execute();
  return { token, id };
}

export async function startStaffSession(
  pool: Pool,
  session: Pick<EmployeeViewer, 'organisation' | 'employee' | 'name' | 'jobTitle' | 'roles' | 'clinics'>,
  limits: SessionLimits,
  now: Date,
): Promise<{ token: string; id: string }> {
  const token = newToken();
  const id = uuidv7();
  await withoutScope(pool)
    .insertInto('staff_session')
    .values({
      token_hash: hashToken(token),
      organisation_id: session.organisation,
      id,
      employee_id: session.employee,
      name: session.name,
      job_title: session.jobTitle,
      roles: [...session.roles],
      clinics: [...session.clinics],
      started_at: now,
      seen_at: now,
      ends_at: new Date(now.getTime() + hours(limits.absoluteHours)),
      ended_at: null,
      end_reason: null,
    })
    .execute();
  return { token, id };
}

export interface LiveSession<V extends Viewer = Viewer> {
  readonly viewer: V;
  /** When it ends by itself if nothing happens from now on. */
  readonly endsAt: Date;
}

/** Somebody whose session ended: who, when. For a draft that must find its way back. */
export interface EndedSession {
  readonly endedAt: Date;
  readonly owner: string;
}

interface Row {
  readonly organisation_id: string;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly ends_at: Date;
  readonly ended_at: Date | null;
}

const endOf = (row: Row, limits: SessionLimits) =>
  new Date(
    Math.min(
      row.ends_at.getTime(),
      row.started_at.getTime() + hours(limits.absoluteHours),
      row.seen_at.getTime() + limits.idleMinutes * 60_000,
    ),
  );

export interface Visit {
  readonly organisation: string;
  readonly address?: string | undefined;
  readonly now: Date;
  /** Background requests (draft saving, streams, polling) never extend a session. */
  readonly extend: boolean;
}

/** Sends one statement: alone, or in a door's transaction. */
export type Send = <R extends object>(text: string, values: readonly unknown[]) => Promise<R[]>;

const personSessionOf = `SELECT organisation_id, id, person_id, level, started_at, seen_at, ends_at, ended_at
  FROM patient_session WHERE token_hash = $1`;

/** Finds the person's session of a token; undefined when there is none, ended says that it is over. */
export async function findPersonSession(
  send: Send,
  token: string,
  limits: SessionLimits,
  visit: Visit,
): Promise<LiveSession<PersonViewer> | { ended: EndedSession } | undefined> {
  const hash = hashToken(token);
  const [row] = await send<Row & { id: string; person_id: string; level: Level }>(personSessionOf, [hash]);
  if (row === undefined || row.organisation_id !== visit.organisation) return undefined;
  const tooLow = levels.indexOf(row.level) < levels.indexOf(limits.digidLevel ?? row.level);
  const over = ended(row, limits, visit.now) ?? (tooLow ? visit.now : undefined);
  if (over !== undefined) return { ended: { endedAt: over, owner: row.person_id } };
  const endsAt = await extend(send, 'patient_session', hash, row, limits, visit);
  const { organisation, address } = visit;
  return { viewer: { kind: 'person', organisation, person: row.person_id, session: row.id, address }, endsAt };
}

export async function findStaffSession(
  pool: Pool,
  token: string,
  limits: SessionLimits,
  visit: Visit,
): Promise<LiveSession<EmployeeViewer> | { ended: EndedSession } | undefined> {
  const hash = hashToken(token);
  const row = await withoutScope(pool)
    .selectFrom('staff_session')
    .select([
      'organisation_id',
      'id',
      'employee_id',
      'name',
      'job_title',
      'roles',
      'clinics',
      'started_at',
      'seen_at',
      'ends_at',
      'ended_at',
    ])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (row === undefined || row.organisation_id !== visit.organisation) return undefined;
  const over = ended(row, limits, visit.now);
  if (over !== undefined) return { ended: { endedAt: over, owner: row.employee_id } };
  const endsAt = await extend(sendAlone(pool), 'staff_session', hash, row, limits, visit);
  const viewer: EmployeeViewer = {
    kind: 'employee',
    organisation: visit.organisation,
    employee: row.employee_id,
    name: row.name,
    jobTitle: row.job_title,
    roles: row.roles.filter(isRole),
    clinics: row.clinics,
    session: row.id,
    address: visit.address,
  };
  return { viewer, endsAt };
}

function ended(row: Row, limits: SessionLimits, now: Date): Date | undefined {
  if (row.ended_at !== null) return row.ended_at;
  const end = endOf(row, limits);
  return end <= now ? end : undefined;
}

/** Written at most twice a minute: a page view seldom costs a write here. What is given is what is stored. */
async function extend(
  send: Send,
  table: 'patient_session' | 'staff_session',
  hash: Buffer,
  row: Row,
  limits: SessionLimits,
  visit: Visit,
): Promise<Date> {
  if (!visit.extend || visit.now.getTime() - row.seen_at.getTime() < 30_000) return endOf(row, limits);
  await send(`UPDATE ${table} SET seen_at = $1 WHERE token_hash = $2 AND ended_at IS NULL`, [visit.now, hash]);
  return endOf({ ...row, seen_at: visit.now }, limits);
}

/** Ends a session; ending it twice changes nothing. */
export async function endSession(pool: Pool, kind: SessionKind, token: string, reason: string, now: Date) {
  await withoutScope(pool)
    .updateTable(kind === 'person' ? 'patient_session' : 'staff_session')
    .set({ ended_at: now, end_reason: reason })
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .execute();
}
