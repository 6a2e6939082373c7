/** Which session a request carries. The cookie's name says which kind; the two never live in one browser. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Claim,
  claimedPerson,
  type EmployeeViewer,
  endSession,
  findPersonSession,
  findStaffSession,
  type LiveSession,
  type PersonViewer,
} from '../access';
import type { Organisation } from '../organisations';
import { sendAlone } from '../platform/database';
import { dropCookie, readCookie, writeCookie } from '../platform/http';
import type { Program } from './program';

export const cookies = { person: '__Host-patient', employee: '__Host-staff' } as const;

export type Found<V extends PersonViewer | EmployeeViewer> =
  | { readonly state: 'live'; readonly session: LiveSession<V> }
  | { readonly state: 'ended'; readonly owner: string; readonly endedAt: Date }
  | { readonly state: 'none' };

interface Asking {
  readonly program: Program;
  readonly organisation: Organisation;
  readonly request: FastifyRequest;
  readonly extend: boolean;
}

async function find<V extends PersonViewer | EmployeeViewer>(
  asking: Asking,
  cookie: (typeof cookies)[keyof typeof cookies],
  lookUp: (
    token: string,
    visit: { organisation: string; address: string; now: Date; extend: boolean },
  ) => ReturnType<typeof findPersonSession> | ReturnType<typeof findStaffSession>,
): Promise<Found<V>> {
  const token = readCookie(asking.request, cookie);
  if (token === undefined) return { state: 'none' };
  const found = await lookUp(token, visitOf(asking));
  if (found === undefined) return { state: 'none' };
  if ('ended' in found) return { state: 'ended', ...found.ended };
  return { state: 'live', session: found as LiveSession<V> };
}

export const personSession = (asking: Asking): Promise<Found<PersonViewer>> =>
  find(asking, cookies.person, (token, visit) =>
    findPersonSession(sendAlone(asking.program.pool), token, asking.program.sessionLimits(asking.organisation), visit),
  );

/** What a request's cookie claims; `session` is known once the door has asked. */
export interface PersonClaim extends Claim {
  session(): LiveSession<PersonViewer>;
}

/** The claim of this browser, to be confirmed by the record's door together with its own question. */
export function personClaim(asking: Asking): PersonClaim | undefined {
  const token = readCookie(asking.request, cookies.person);
  const person = token === undefined ? undefined : claimedPerson(token);
  if (token === undefined || person === undefined) return undefined;
  const visit = visitOf(asking);
  const { organisation, address } = visit;
  let live: LiveSession<PersonViewer> | undefined;
  return {
    claimed: { kind: 'person', organisation, person, session: '', address },
    async confirm(tx) {
      const limits = asking.program.sessionLimits(asking.organisation);
      const found = await findPersonSession(tx.send, token, limits, visit);
      if (found === undefined || 'ended' in found || found.viewer.person !== person) return undefined;
      live = found;
      return found.viewer;
    },
    session() {
      if (live === undefined) throw new Error('a claim that nobody confirmed has no session');
      return live;
    },
  };
}

const visitOf = ({ organisation, request, program, extend }: Asking) => ({
  organisation: organisation.id,
  address: request.ip,
  now: program.wallClock.now(),
  extend,
});

export const staffSession = (asking: Asking): Promise<Found<EmployeeViewer>> =>
  find(asking, cookies.employee, (token, visit) =>
    findStaffSession(asking.program.pool, token, asking.program.sessionLimits(asking.organisation), visit),
  );

/** Ends whatever session this browser has: at sign-out, and before a new one starts (rotation). */
export async function endSessionsHere(program: Program, request: FastifyRequest, reply: FastifyReply, reason: string) {
  const now = program.wallClock.now();
  for (const kind of ['person', 'employee'] as const) {
    const token = readCookie(request, cookies[kind]);
    if (token === undefined) continue;
    await endSession(program.pool, kind, token, reason, now);
    dropCookie(reply, cookies[kind]);
  }
}

export const giveSession = (reply: FastifyReply, kind: keyof typeof cookies, token: string): void =>
  writeCookie(reply, cookies[kind], token);
