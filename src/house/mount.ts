/** Turns the rooms' declared routes into a server: host → organisation, session → viewer, door → handler → page. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  can,
  type DraftKey,
  dropDraft,
  type EmployeeViewer,
  findDraft,
  isRefusal,
  type LiveSession,
  type OpenRecord,
  openDesk,
  openLog,
  openRecord,
  type PersonViewer,
  type Refusal,
  saveDraft,
  standingOf,
  unconfirmed,
} from '../access';
import type { Organisation } from '../organisations';
import { isForeignChange } from '../platform/http';
import { makeVisit } from './make-visit';
import { problemReference } from './problem';
import type { Program } from './program';
import type { Reply } from './reply';
import type { Room } from './room';
import { isStaffRecord, type OpenRoute, type RecordRoute, type Route } from './route';
import { type Found, type PersonClaim, personClaim, personSession, staffSession } from './session';
import { type Around, Shell } from './shell';
import type { Visit } from './visit';

export interface Mounted {
  readonly route: Route;
  readonly path: string;
}

/** Every address that a route answers at: the record's own pages exist for another's record as well. */
export function pathsOf(route: Route): string[] {
  if (route.door !== 'record') return [route.path];
  if (isStaffRecord(route)) return [`/werkplek/patient/:patient${route.path}`];
  return [route.path, `/namens/:patient${route.path}`];
}

export const mountedRoutes = (rooms: readonly Room[]): Mounted[] =>
  rooms.flatMap(({ routes }) => routes.flatMap((route) => pathsOf(route).map((path) => ({ route, path }))));

export function mount(server: FastifyInstance, program: Program, rooms: readonly Room[]): void {
  const shell = new Shell(program, rooms);
  for (const { method, path, sites } of addresses(rooms))
    server.route({ method, url: path, handler: (request, reply) => serve(program, shell, sites, request, reply) });
  server.addHook('onRequest', async (request, reply) => {
    if (isForeignChange(request)) {
      reply.code(403).type('text/plain; charset=utf-8');
      return reply.send('Deze aanvraag komt niet van een bladzijde van dit portaal.\n');
    }
  });
  server.setNotFoundHandler((request, reply) => shell.notFound(request, reply));
  server.setErrorHandler((error, request, reply) => shell.problem(error, problemReference(), request, reply));
}

interface Sites {
  organisation?: Route;
  chooser?: OpenRoute;
}

/** An address may be something else on the demo's bare host than on an organisation's. */
function addresses(rooms: readonly Room[]): { method: 'GET' | 'POST'; path: string; sites: Sites }[] {
  const found = new Map<string, { method: 'GET' | 'POST'; path: string; sites: Sites }>();
  for (const { route, path } of mountedRoutes(rooms)) {
    const key = `${route.method} ${path}`;
    const entry = found.get(key) ?? { method: route.method, path, sites: {} };
    const site = route.door === 'none' ? route.site : 'organisation';
    if (entry.sites[site] !== undefined) throw new Error(`two rooms declare ${key}`);
    entry.sites = { ...entry.sites, [site]: route };
    found.set(key, entry);
  }
  return [...found.values()];
}

async function serve(
  program: Program,
  shell: Shell,
  sites: Sites,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const organisation = program.organisations.byHost(request.host);
  const visit = makeVisit(program, organisation, request, reply);
  if (organisation === undefined) {
    // The chooser lives on the demo's own address, never on any host that somebody points here.
    if (sites.chooser === undefined || !isChooserHost(request)) return shell.notFound(request, reply);
    return shell.send(reply, visit, { side: 'chooser' }, await sites.chooser.handle(visit));
  }
  if (sites.organisation === undefined) return shell.notFound(request, reply);
  return new Serving(program, shell, sites.organisation, organisation, visit, request, reply).run();
}

const isChooserHost = (request: FastifyRequest) => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.host);

/** One request on one route of one organisation. */
class Serving {
  constructor(
    private readonly program: Program,
    private readonly shell: Shell,
    private readonly route: Route,
    private readonly organisation: Organisation,
    private readonly visit: Visit,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  run(): Promise<FastifyReply> {
    const { route } = this;
    switch (route.door) {
      case 'none':
        return this.open(route);
      case 'session':
        return this.session(route);
      case 'record':
        return isStaffRecord(route) ? this.staff((session) => this.record(route, session)) : this.person(route);
      case 'desk':
      case 'log':
      case 'staff':
        return this.staff((session) => this.work(route, session));
    }
  }

  private get asking() {
    const { route } = this;
    const byItself = (route.door === 'session' && route.background) || (route.door === 'record' && route.repeats);
    return { program: this.program, organisation: this.organisation, request: this.request, extend: !byItself };
  }

  private async open(route: Route & { door: 'none' }): Promise<FastifyReply> {
    return this.send(await this.aroundOpen(route), await route.handle(this.visit));
  }

  private async aroundOpen(route: Route & { door: 'none' }): Promise<Around> {
    const found = route.amongOwn ? await personSession(this.asking) : undefined;
    if (found?.state !== 'live') return { side: 'public' };
    const { records } = await standingOf(this.program, found.session.viewer);
    return { side: 'signed-in', session: found.session, records };
  }

  private async session(route: Route & { door: 'session' }): Promise<FastifyReply> {
    const person = route.who !== 'employee' ? await personSession(this.asking) : undefined;
    if (person?.state === 'live') return this.signedIn(route, person.session);
    const staff = route.who !== 'person' ? await staffSession(this.asking) : undefined;
    if (staff?.state === 'live') return this.signedIn(route, staff.session);
    if (route.background) return this.reply.code(401).send();
    return this.toSignIn(route.who === 'employee' ? 'employee' : 'person', person ?? staff);
  }

  private async signedIn(
    route: Route & { door: 'session' },
    session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>,
  ): Promise<FastifyReply> {
    return this.send(aroundSession(session), await route.handle(session, this.visit));
  }

  private async person(route: RecordRoute): Promise<FastifyReply> {
    const claim =
      route.method === 'GET' && route.keeps.length === 0 && route.before === undefined
        ? personClaim(this.asking)
        : undefined;
    if (claim !== undefined) {
      const answer = await this.openWith(route, claim, claim.session, this.visit);
      if (!isRefusal(answer)) return this.send(answer.around, answer.content);
      if (answer.because !== unconfirmed) return this.refuse(answer, claim.session());
    }
    const found = await personSession(this.asking);
    if (found.state !== 'live') return this.toSignIn('person', found);
    return this.record(route, found.session);
  }

  private async staff(next: (session: LiveSession<EmployeeViewer>) => Promise<FastifyReply>): Promise<FastifyReply> {
    const found = await staffSession(this.asking);
    if (found.state !== 'live') return this.toSignIn('employee', found);
    return next(found.session);
  }

  private async record(
    route: RecordRoute,
    session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>,
  ): Promise<FastifyReply> {
    const early = await route.before?.(session.viewer, this.visit);
    if (early !== undefined) return this.send(aroundSession(session), early);
    const visit = await this.withDraft(route.keeps, session.viewer);
    const answer = await this.openWith(route, session.viewer, () => session, visit);
    if (isRefusal(answer)) return this.refuse(answer, session);
    await this.dropSent(route.keeps, session.viewer, answer.content);
    return this.send(answer.around, answer.content);
  }

  private openWith(
    route: RecordRoute,
    asker: PersonViewer | EmployeeViewer | PersonClaim,
    session: () => LiveSession<PersonViewer> | LiveSession<EmployeeViewer>,
    visit: Visit,
  ): Promise<{ around: Around; content: Reply } | Refusal> {
    const { patient } = this.visit.params;
    const { what, action, also, ability, atOnce } = route;
    return openRecord(
      this.program,
      asker,
      patient === undefined ? 'own' : { patient },
      route.rights,
      { what, action, for: route.for, also, ability, atOnce },
      async (record) => ({ around: aroundOf(record, session()), content: await route.handle(record, visit) }),
    );
  }

  private async work(
    route: Route & { door: 'desk' | 'log' | 'staff' },
    session: LiveSession<EmployeeViewer>,
  ): Promise<FastifyReply> {
    const visit = await this.withDraft(route.keeps, session.viewer);
    const answer = await this.throughDoor(route, session.viewer, visit);
    if (isRefusal(answer)) return this.shell.notFound(this.request, this.reply);
    await this.dropSent(route.keeps, session.viewer, answer);
    return this.send({ side: 'staff', session }, answer);
  }

  private async throughDoor(
    route: Route & { door: 'desk' | 'log' | 'staff' },
    viewer: EmployeeViewer,
    visit: Visit,
  ): Promise<Reply | Refusal> {
    if (route.door === 'log')
      return openLog(this.program, viewer, { what: route.what, action: route.action }, (log) =>
        route.handle(log, visit),
      );
    if (route.door === 'desk') {
      const patient = visit.params.patient;
      return openDesk(
        this.program,
        viewer,
        route.ability,
        {
          what: route.what,
          ...(route.action === undefined ? {} : { action: route.action }),
          ...(patient === undefined ? {} : { patient }),
          detail: route.criteria?.(visit),
        },
        (desk) => route.handle(desk, visit),
      );
    }
    if (route.ability !== undefined && !can(viewer.roles, route.ability))
      // The log door writes down who was refused; a staff page without a door does it through the desk's.
      return openDesk(this.program, viewer, route.ability, { what: route.what }, async () => ({
        result: { kind: 'not-found' as const },
        shown: [],
      }));
    return route.handle(viewer, visit);
  }

  /** The own record's refusals may say why; another's look like a page that does not exist. */
  private async refuse(
    refused: Refusal,
    session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>,
  ): Promise<FastifyReply> {
    const own = this.visit.params.patient === undefined && session.viewer.kind === 'person';
    if (own)
      return this.shell.ownRefusal(refused, this.visit, session as LiveSession<PersonViewer>, this.request, this.reply);
    return this.shell.notFound(this.request, this.reply);
  }

  /** A page whose form was kept when the session ended gets it back. */
  private async withDraft(keeps: readonly string[], viewer: PersonViewer | EmployeeViewer): Promise<Visit> {
    if (keeps.length === 0 || this.visit.method !== 'GET') return this.visit;
    const draft = await findDraft(this.program.pool, this.draftOf(viewer), this.program.wallClock.now());
    return draft === undefined ? this.visit : { ...this.visit, draft };
  }

  /** What was sent and accepted is no draft any more. */
  private async dropSent(keeps: readonly string[], viewer: PersonViewer | EmployeeViewer, answer: Reply) {
    if (keeps.length > 0 && this.visit.method === 'POST' && answer.kind === 'redirect')
      await dropDraft(this.program.pool, this.draftOf(viewer));
  }

  private draftOf(viewer: PersonViewer | EmployeeViewer): DraftKey {
    return { organisation: viewer.organisation, ...ownerOf(viewer), path: pathOnly(this.visit.path) };
  }

  private async toSignIn(
    kind: 'person' | 'employee',
    found: Found<PersonViewer> | Found<EmployeeViewer> | undefined,
  ): Promise<FastifyReply> {
    if (this.visit.method === 'POST' && found?.state === 'ended') await this.keepTyped(kind, found);
    const { route, visit } = this;
    const path = visit.method === 'GET' ? visit.path : pathOnly(visit.path);
    const back = encodeURIComponent(route.door === 'record' && route.backTo ? route.backTo(pathOnly(path)) : path);
    const ended = found?.state === 'ended' ? '&reden=verlopen' : '';
    const signIn = kind === 'person' ? '/inloggen' : '/werkplek/inloggen';
    return this.reply.redirect(`${signIn}?terug=${back}${ended}`, 303);
  }

  /** IN-12: a POST that meets an ended session is a draft, if that session ended within a day. */
  private async keepTyped(kind: 'person' | 'employee', ended: { owner: string; endedAt: Date }): Promise<void> {
    const keeps = 'keeps' in this.route ? this.route.keeps : [];
    const now = this.program.wallClock.now();
    if (keeps.length === 0 || now.getTime() - ended.endedAt.getTime() > 24 * 3_600_000) return;
    const body = (this.visit.body ?? {}) as Record<string, unknown>;
    const fields = Object.fromEntries(
      keeps.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name].slice(0, 10_000)]] : [])),
    );
    const key = {
      organisation: this.organisation.id,
      ownerKind: kind,
      owner: ended.owner,
      path: pathOnly(this.visit.path),
    };
    await saveDraft(this.program.pool, key, fields, now);
  }

  private send(around: Around, content: Reply): Promise<FastifyReply> {
    return this.shell.send(this.reply, this.visit, around, content, this.request);
  }
}

export const pathOnly = (path: string): string => path.split('?', 1)[0] ?? path;

export const ownerOf = (viewer: PersonViewer | EmployeeViewer) =>
  viewer.kind === 'person'
    ? { ownerKind: 'person' as const, owner: viewer.person }
    : { ownerKind: 'employee' as const, owner: viewer.employee };

const aroundSession = (session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>): Around =>
  ({ side: session.viewer.kind === 'person' ? 'signed-in' : 'staff', session }) as Around;

function aroundOf(record: OpenRecord<never>, session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>): Around {
  const { owner, kind, held, others, basis, at } = record;
  return { side: 'record', session, open: { owner, kind, held, others, basis, at } };
}
