/** Puts a page's content into what stands around it, and sends it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LiveSession, PersonViewer, Refusal } from '../access';
import { contentSecurityPolicy } from '../platform/http';
import { renderPage } from '../ui/page';
import type { Around } from './around';
import { languageCookie, makeVisit } from './make-visit';
import type { Program } from './program';
import { FailedPage, NotFoundPage, OwnRefusalPage } from './refusal-pages';
import { type PageReply, page, type Reply } from './reply';
import type { Room } from './room';
import { PatientSide, PublicSide, StaffSide } from './sides';
import type { Visit } from './visit';

export type { Around } from './around';

export class Shell {
  constructor(
    private readonly program: Program,
    private readonly rooms: readonly Room[],
  ) {}

  async send(
    reply: FastifyReply,
    visit: Visit,
    around: Around,
    content: Reply,
    request: FastifyRequest = visit.raw.request,
  ): Promise<FastifyReply> {
    switch (content.kind) {
      case 'redirect':
        return reply.redirect(content.to, 303);
      case 'empty':
        return reply.code(204).send();
      case 'data':
        return reply.send(content.data);
      case 'not-found':
        return this.notFound(request, reply);
      case 'file':
        return reply
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('content-disposition', `attachment; filename="${content.name}"`)
          .type(content.type)
          .send(content.content);
      case 'page':
        return this.html(reply, visit, around, content);
    }
  }

  /** The same body for what does not exist and for what may not be read: nothing of the reader or the record in it. */
  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | FastifyReply {
    const organisation = this.program.organisations.byHost(request.host);
    if (organisation === undefined)
      return reply.code(404).type('text/plain; charset=utf-8').send('Op dit adres is geen portaal.\n');
    const visit = makeVisit(this.program, organisation, request, reply);
    const { t } = visit;
    const content = page(t('common.not-found-heading'), <NotFoundPage visit={visit} />, { status: 404 });
    return this.html(reply, anywhere(visit), { side: 'public' }, content);
  }

  problem(error: unknown, reference: string, request: FastifyRequest, reply: FastifyReply) {
    const status = statusOf(error);
    if (status < 500) return reply.code(status).type('text/plain; charset=utf-8').send('Deze aanvraag klopt niet.\n');
    this.program.log.error({ err: error, reference, method: request.method }, 'a request failed');
    const organisation = this.program.organisations.byHost(request.host);
    if (organisation === undefined) return reply.code(500).type('text/plain; charset=utf-8').send(`${reference}\n`);
    const visit = makeVisit(this.program, organisation, request, reply);
    const content = page(visit.t('common.failed-heading'), <FailedPage visit={visit} reference={reference} />, {
      status: 500,
    });
    return this.html(reply, anywhere(visit), { side: 'public' }, content);
  }

  /** Why one's own record, or a part of it, stays shut: with what to do about it (IN-02, IN-03, IN-15). */
  ownRefusal(
    refused: Refusal,
    visit: Visit,
    session: LiveSession<PersonViewer>,
    _request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> | FastifyReply {
    const content = page(
      visit.t('common.refused-heading'),
      <OwnRefusalPage visit={visit} because={refused.because} />,
      {
        status: 403,
      },
    );
    return this.html(reply, visit, { side: 'signed-in', session }, content);
  }

  private html(reply: FastifyReply, visit: Visit, around: Around, content: PageReply): FastifyReply {
    const { organisation } = visit;
    if (organisation !== undefined)
      reply.header('content-security-policy', contentSecurityPolicy(this.program.formTargets(organisation)));
    reply.header('vary', 'cookie, accept-language');
    return reply
      .code(content.status)
      .type('text/html; charset=utf-8')
      .send(renderPage(this.around(visit, around, content)));
  }

  private around(visit: Visit, around: Around, content: PageReply) {
    switch (around.side) {
      case 'chooser':
        return content.body;
      case 'public':
        return <PublicSide visit={visit} content={content} rooms={this.rooms} />;
      case 'staff':
        return (
          <StaffSide visit={visit} content={content} session={around.session} rooms={this.rooms} open={undefined} />
        );
      case 'signed-in':
        return (
          <PatientSide
            visit={visit}
            content={content}
            session={around.session}
            rooms={this.rooms}
            open={undefined}
            records={around.records ?? []}
          />
        );
      case 'record':
        return around.session.viewer.kind === 'employee' ? (
          <StaffSide
            visit={visit}
            content={content}
            session={{ ...around.session, viewer: around.session.viewer }}
            rooms={this.rooms}
            open={around.open}
          />
        ) : (
          <PatientSide
            visit={visit}
            content={content}
            session={{ ...around.session, viewer: around.session.viewer }}
            rooms={this.rooms}
            open={around.open}
            records={[]}
          />
        );
    }
  }
}

/** A refusal's page carries nothing of the address that was asked, so that all are alike byte for byte. */
const anywhere = (visit: Visit): Visit => ({ ...visit, path: '/', base: '', to: (path) => path });

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

export { languageCookie };
